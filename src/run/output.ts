/**
 * Write below the output folder so that a kill at any moment leaves old files or new ones, never half of one: a file is
 * written beside its place under a name of ours, flushed, and renamed. What others put there is never touched.
 */
import {randomUUID} from 'node:crypto'
import type {Dirent} from 'node:fs'
import {mkdir, open, opendir, realpath, rename, rm, rmdir, stat, unlink} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {OutputError, UsageError} from '../errors.js'
import {isWithin} from './folders.js'
import {describe} from './system-errors.js'
import {writeError} from './write-error.js'

/** Names under which files are written before they are whole. */
const temporary = /^\.palimpsest-[\da-f-]+\.tmp$/

/** A name that no other file has. */
export function draftName(): string {
  return `.palimpsest-${randomUUID()}.tmp`
}

export class OutputFolder {
  readonly path: string
  readonly #raw: string
  readonly #folders: Map<string, Promise<void>> = new Map()
  /** Drafts that are ours, and being written. */
  readonly #drafts = new Set<string>()

  /**
   * @param path the output folder.
   * @param raw real path of the raw folder, in which nothing may be written, whatever links stand in the output folder.
   */
  constructor(path: string, raw: string) {
    this.path = path
    this.#raw = raw
  }

  /**
   * A path for something that is wanted until the run has ended.
   *
   * @param folder below the output folder, where it is to stand.
   */
  draftPath(folder: string): string {
    const name = draftName()
    this.#drafts.add(name)
    return join(this.path, folder, name)
  }

  /** The same in a folder that is made first. */
  async draftIn(folder: string): Promise<string> {
    const path = this.draftPath(folder)
    await this.#ensureFolder(dirname(path)).catch((cause) => {
      throw writeError(path, folder, cause)
    })
    return path
  }

  /**
   * Write a file, whole or not at all.
   *
   * @param path below the folder, `/` between folders.
   * @throws OutputError where the disk is full or closed to us; DocumentError where only this file cannot be written.
   */
  async write(path: string, content: Uint8Array | string | AsyncIterable<Uint8Array | string>): Promise<void> {
    const target = join(this.path, path)
    const draft = join(dirname(target), draftName())
    try {
      await this.#ensureFolder(dirname(target))
      const handle = await open(draft, 'wx')
      try {
        if (typeof content === 'string' || content instanceof Uint8Array) await handle.writeFile(content)
        // Each goes where the one before has ended.
        else for await (const chunk of content) await handle.writeFile(chunk)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(draft, target)
    } catch (cause) {
      // Nothing more can be done about a draft that cannot be removed; the next run will try again.
      await rm(draft, {force: true}).catch(() => undefined)
      throw writeError(target, path, cause)
    }
  }

  /** Remove a file of ours and the folders that it leaves empty, up to the first one below the output folder. */
  async remove(path: string): Promise<void> {
    const target = join(this.path, path)
    try {
      await unlink(target)
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw writeError(target, path, cause)
    }
    const parts = path.split('/').slice(0, -1)
    for (; parts.length > 1; parts.pop()) {
      try {
        await rmdir(join(this.path, ...parts))
      } catch {
        // Not empty, or not ours to remove: it stays.
        return
      }
    }
  }

  /**
   * List what stands below `clean` and `provenance` and is not expected there, `/` between folders. Dot files are not ours, as
   * dot files are no raws.
   *
   * @param removesDrafts whether to remove what a killed run has left half-written, there and in the folder itself.
   */
  async listOthers(
    isExpected: (path: string) => boolean,
    removesDrafts: boolean,
  ): Promise<{readonly files: string[]; readonly others: string[]}> {
    const files: string[] = []
    const others: string[] = []
    const walk = async (path: string): Promise<void> => {
      for await (const entry of this.#entries(path)) {
        const below = path ? `${path}/${entry.name}` : entry.name
        if (entry.isDirectory()) {
          if (below === 'clean' || below === 'provenance' || (path && !entry.name.startsWith('.'))) await walk(below)
        } else if (!temporary.test(entry.name)) {
          if (path && !entry.name.startsWith('.') && !isExpected(below)) (entry.isFile() ? files : others).push(below)
        } else if (removesDrafts && !this.#drafts.has(entry.name)) await this.#removeDraft(below)
      }
    }
    await walk('')
    return {files: files.sort(), others: others.sort()}
  }

  async #removeDraft(path: string): Promise<void> {
    try {
      await rm(join(this.path, path), {force: true})
    } catch (cause) {
      throw writeError(join(this.path, path), path, cause)
    }
  }

  /** One after the other: a folder may hold a million. */
  async *#entries(path: string): AsyncGenerator<Dirent> {
    const folder = join(this.path, path)
    try {
      yield* await opendir(folder, {bufferSize: 1024})
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return
      throw new OutputError(`Cannot read ${folder}: ${describe(cause)}`, {cause})
    }
  }

  /** Make the output folder itself. */
  async make(): Promise<void> {
    try {
      await makeFolders(this.path)
    } catch (cause) {
      throw new OutputError(`Cannot make the output folder ${this.path}: ${describe(cause)}`, {cause})
    }
  }

  #ensureFolder(folder: string): Promise<void> {
    let made = this.#folders.get(folder)
    if (!made) {
      made = makeFolder(folder, this.path, this.#raw)
      this.#folders.set(folder, made)
    }
    return made
  }
}

/** Make a folder and those above it. Node's own way goes round for ever where the system denies that a parent is there. */
async function makeFolders(folder: string): Promise<void> {
  const missing: string[] = []
  for (let path = folder; ; path = dirname(path)) {
    try {
      await mkdir(path)
      break
    } catch (cause) {
      const {code} = cause as NodeJS.ErrnoException
      if (code === 'EEXIST' && (await stat(path).catch(() => undefined))?.isDirectory()) break
      if (code !== 'ENOENT' || dirname(path) === path) throw cause
      if (await stat(dirname(path)).catch(() => undefined)) {
        // The parent is there: made just now by another document, or one that lets nothing be made in it, as `/proc`.
        await mkdir(path).catch((again: NodeJS.ErrnoException) => {
          if (again.code !== 'EEXIST') throw again
        })
        break
      }
      missing.push(path)
    }
  }
  for (const path of missing.reverse()) {
    await mkdir(path).catch((cause) => {
      if (cause.code !== 'EEXIST') throw cause
    })
  }
}

async function makeFolder(folder: string, out: string, raw: string): Promise<void> {
  await makeFolders(folder)
  const real = await realpath(folder)
  if (await isWithin(real, raw)) {
    throw new UsageError(`${folder} is a link into the raw folder, which is only ever read; remove it`)
  }
  if (!(await isWithin(real, out))) {
    throw new UsageError(`${folder} is a link that leads out of the output folder; remove it`)
  }
}
