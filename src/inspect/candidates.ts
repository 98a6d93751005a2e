/**
 * Of a manifest, keep the documents that a place may speak of: of a hundred thousand a handful, whatever the place is.
 */
import {resolve, sep} from 'node:path'
import {nearest} from '../document/nearest.js'
import type {Listed} from '../provenance/manifest-file.js'
import type {ManifestDocument} from '../provenance/model.js'
import type {Manifest} from '../provenance/read.js'
import {type Folders, withManifest} from './record.js'

/** Ids that begin with what was written: more are not told from each other, nor are all of them listed. */
const mostStarting = 12

/**
 * Read what a manifest has about a place: `FILE:LINE`, with a column or the number of a record.
 *
 * Beside the documents that it names there is one of each file that it names, to tell what was wrong about a number, and the one
 * that is called most alike.
 */
export async function manifestAbout(place: string, folders: Folders): Promise<Manifest> {
  const names = namesIn(place)
  const asked = new Asked(names, folders)
  return withManifest(folders.out, async (manifest) => {
    const documents: ManifestDocument[] = []
    for await (const document of manifest.documents((item) => asked.is(item))) documents.push(document)
    const alike = asked.alike
    if (documents.length === 0 && alike !== undefined) {
      for await (const document of manifest.documents(({id, raw}) => id === alike || raw.path === alike)) {
        documents.push(document)
        break
      }
    }
    return {run: manifest.run, documents}
  })
}

/** What a place may call a file: each beginning of it that ends before a number, and the numbers behind. */
function namesIn(place: string): {readonly files: readonly string[]; readonly numbers: ReadonlySet<unknown>} {
  const files = [place]
  const numbers = new Set<unknown>()
  for (
    let rest = /^(.+):(\d{1,9})$/s.exec(place);
    rest && files.length < 4;
    rest = /^(.+):(\d{1,9})$/s.exec(rest[1]!)
  ) {
    files.push(rest[1]!)
    numbers.add(Number(rest[2]))
  }
  return {files: files.length > 1 ? files.slice(1) : files, numbers}
}

class Asked {
  readonly #files: readonly string[]
  readonly #paths: ReadonlySet<string>
  readonly #names: readonly string[]
  readonly #numbers: ReadonlySet<unknown>
  readonly #folders: Folders
  /** Files that hold many documents, of which one was kept. */
  readonly #known = new Set<unknown>()
  #starting = 0
  /** The name that is most like what was written. */
  alike: string | undefined

  constructor({files, numbers}: ReturnType<typeof namesIn>, folders: Folders) {
    this.#files = files
    this.#paths = new Set(files.map((file) => resolve(file)))
    this.#names = files.map((file) =>
      file
        .split(sep)
        .join('/')
        .replace(/^(?:\.\/)+/, ''),
    )
    this.#numbers = numbers
    this.#folders = folders
  }

  is({id, raw, clean}: Listed): boolean {
    const isNamed = this.#names.some((name) => name === id || name === `${id}.md`)
    if (isNamed) return true
    const isRaw = this.#isPath(this.#folders.raw, raw.path)
    if (isRaw) return raw.record === undefined || this.#isRecord(raw.path, raw.record)
    const isClean = clean !== undefined && this.#isPath(this.#folders.out, clean.path)
    if (isClean) return clean.record === undefined || this.#isRecord(clean.path, clean.record)
    if (this.#files.some((file) => id.startsWith(file))) return ++this.#starting <= mostStarting
    this.alike = nearest(this.#files.at(-1)!, [...(this.alike === undefined ? [] : [this.alike]), id, raw.path])
    return false
  }

  #isPath(folder: string, path: string): boolean {
    if (this.#names.includes(path) || this.#paths.has(resolve(folder, path))) return true
    for (const asked of this.#paths) if (asked.endsWith(`${sep}${path}`)) return true
    return false
  }

  #isRecord(path: unknown, record: unknown): boolean {
    if (this.#numbers.has(record)) return true
    return !this.#known.has(path) && Boolean(this.#known.add(path))
  }
}
