/**
 * Write a manifest a line at a time: its first line, which sums up the others, is written last and stands first.
 */
import {createHash} from 'node:crypto'
import {digestOfWide, type Pipeline} from '../run/pipeline.js'
import type {Spool} from '../run/spool.js'
import type {ManifestDocument, ManifestRun} from './model.js'
import {compareIds} from './outputs.js'

/** What a manifest's first line says of the program. */
export interface ManifestOrigin {
  readonly version: string
  readonly pipeline: Pipeline
  /** The shards that hold the documents; missing where each has files of its own. */
  readonly output?: ManifestRun['output']
}

/** A manifest that can be written. */
export interface FinishedManifest {
  readonly digest: string
  /** Its bytes, from the beginning; may be asked for again. */
  read(): AsyncGenerator<Uint8Array | string>
}

/** Sums over the documents of a manifest. */
class Sums {
  readonly documents = {clean: 0, suspect: 0, failed: 0}
  readonly words = {raw: 0, clean: 0}

  add(document: ManifestDocument): void {
    this.documents[document.verdict]++
    if (document.verdict === 'failed') return
    this.words.raw += document.words.raw
    this.words.clean += document.words.clean
  }
}

/**
 * Write a whole manifest at once.
 *
 * @param documents of raws that are files, in any order; they are written in the order of their ids.
 */
export function formatManifest(origin: ManifestOrigin, documents: readonly ManifestDocument[]): string {
  const sorted = [...documents].sort((a, b) => compareIds(a.id, b.id))
  const sums = new Sums()
  for (const document of sorted) sums.add(document)
  const head = headOf(origin, sums)
  const lines = sorted.map(lineOf).join('')
  const hash = createHash('sha256').update(head).update(lines)
  return withDigest(head, `sha256:${hash.digest('hex')}`) + lines
}

export class ManifestWriter {
  readonly #lines: Spool
  readonly #sums = new Sums()

  /** @param lines where the lines of documents are kept meanwhile. */
  constructor(lines: Spool) {
    this.#lines = lines
  }

  /** Add a document; in the order in which they are to stand. */
  async add(document: ManifestDocument): Promise<void> {
    this.#sums.add(document)
    await this.#lines.add(lineOf(document))
  }

  async finish(origin: ManifestOrigin): Promise<FinishedManifest> {
    const head = headOf(origin, this.#sums)
    const lines = this.#lines
    const hash = createHash('sha256').update(head)
    for await (const chunk of lines.read()) hash.update(chunk)
    const digest = `sha256:${hash.digest('hex')}`
    return {
      digest,
      async *read() {
        yield withDigest(head, digest)
        yield* lines.read()
      },
    }
  }
}

/** What a manifest says of the stages that ran. */
export function stagesOf(stages: Pipeline['stages']): ManifestRun['pipeline']['stages'] {
  return stages.map(({stage, options, recorded = options, module}) => ({
    id: stage.id,
    version: stage.version,
    options: recorded as Record<string, unknown>,
    ...(module !== undefined && {module}),
  }))
}

/** The first line as it is digested: without its digest, which cannot speak of itself. */
function headOf({version, pipeline, output}: ManifestOrigin, {documents, words}: Sums): string {
  const wide = digestOfWide(pipeline.decisions)
  const run: Omit<ManifestRun, 'digest'> = {
    format: 'palimpsest-manifest',
    formatVersion: 1,
    tool: {name: 'palimpsest', version},
    pipeline: {
      digest: pipeline.digest,
      ...(wide !== undefined && {decisions: wide}),
      stages: stagesOf(pipeline.stages),
    },
    ...(output && {output}),
    documents: {...documents},
    words: {...words},
  }
  return `${JSON.stringify(run)}\n`
}

function withDigest(head: string, digest: string): string {
  return head.replace(',"tool":', `,"digest":"${digest}","tool":`)
}

function lineOf(document: ManifestDocument): string {
  return `${JSON.stringify(document)}\n`
}
