/**
 * Find the raws below a folder and give each its id.
 *
 * Every regular file is a raw, whatever its ending; its id is its path without the ending, `/` between folders. Left
 * out are dot files and dot folders and `node_modules`. A symbolic link is followed where it leads to a file inside the
 * folder; one to a folder inside is not, as that folder is read where it stands (so there are no loops to walk); one
 * that leads out is refused. What is neither file nor folder (a pipe, a socket) is refused unopened.
 */
import type {Dirent} from 'node:fs'
import {readdir, realpath, stat} from 'node:fs/promises'
import {join, sep} from 'node:path'
import {type ContainerKind, containerIdOf, containerOf} from '../containers/container.js'
import {UsageError} from '../errors.js'
import {compareIds, sha256} from '../provenance/outputs.js'
import {foldPath} from './made.js'
import {describe} from './system-errors.js'

/** A raw that can be read. */
export interface RawFile {
  readonly id: string
  /** Path below the raw folder, `/` between folders. */
  readonly path: string
  /** Path to open; for a link, that of its target. */
  readonly file: string
  /** What it is, where it is more than a raw as it lies there. Of one that holds many, `id` begins the ids of all. */
  readonly container?: ContainerKind
}

/** A raw that cannot be worked on, and why. */
export interface RefusedRaw {
  readonly id: string
  readonly path: string
  readonly reason: string
}

export interface Collection {
  /** Both sorted by id. */
  readonly files: readonly RawFile[]
  readonly refused: readonly RefusedRaw[]
  /** What a person should know and nothing has to be done about. */
  readonly notes: readonly string[]
}

interface Found {
  readonly path: string
  readonly file: string
  readonly reason?: string
}

/**
 * Collect the raws below a folder.
 *
 * @param root real path of the raw folder.
 */
export async function collectRaws(root: string): Promise<Collection> {
  const found: Found[] = []
  await walk(root, root, '', found)
  return giveIds(found)
}

async function walk(root: string, folder: string, prefix: string, found: Found[]): Promise<void> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, {withFileTypes: true})
  } catch (error) {
    if (!prefix) throw new UsageError(`Cannot read the raw folder ${root}: ${describe(error)}`, {cause: error})
    found.push({path: prefix.slice(0, -1), file: folder, reason: `cannot be read: ${describe(error)}`})
    return
  }
  entries.sort((a, b) => compareIds(a.name, b.name))
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const file = join(folder, entry.name)
    const path = prefix + entry.name
    // Names that are not UTF-8 may look alike; none of them can be opened, so one is enough to tell of it.
    if (found.at(-1)?.path === path) continue
    if (entry.isDirectory()) await walk(root, file, `${path}/`, found)
    else if (entry.isSymbolicLink()) found.push(...(await resolveLink(root, file, path)))
    else if (entry.isFile()) found.push({path, file})
    else found.push({path, file, reason: `is ${kindOf(entry)}, not a regular file`})
  }
}

async function resolveLink(root: string, file: string, path: string): Promise<Found[]> {
  try {
    const target = await realpath(file)
    if (!`${target}${sep}`.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) {
      return [
        {path, file, reason: 'is a symbolic link that leads out of the raw folder; copy its target there instead'},
      ]
    }
    const stats = await stat(target)
    if (stats.isDirectory()) return []
    return [{path, file: target, ...(!stats.isFile() && {reason: `is a link to ${kindOf(stats)}, not a regular file`})}]
  } catch (error) {
    const isDangling = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return [{path, file, reason: isDangling ? 'is a symbolic link to nothing' : `cannot be read: ${describe(error)}`}]
  }
}

type FileKind = Pick<Dirent, 'isFIFO' | 'isSocket' | 'isBlockDevice' | 'isCharacterDevice'>

function kindOf(entry: FileKind): string {
  if (entry.isFIFO()) return 'a named pipe'
  if (entry.isSocket()) return 'a socket'
  return entry.isBlockDevice() || entry.isCharacterDevice() ? 'a device' : 'of an unknown kind'
}

/** Longest name of a file, in bytes, on the file systems in use. */
const longestName = 255

/** An ending is a dot and up to ten letters and digits, one letter among them: `v1.2` and `2020.01.31` have none. */
const ending = /(?<=[^/])\.(?=\d*[a-z])[a-z\d]{1,10}$/i

/** The id of a raw: its path without the ending. */
export function idOf(path: string): string {
  return containerOf(path) === undefined ? path.replace(ending, '') : containerIdOf(path)
}

/** Where a raw stands among others: by its id; a container of many stands where a folder of its id would. */
export function orderOf({id, container}: Pick<RawFile, 'id' | 'container'>): string {
  return holdsMany(container) ? `${id}/` : id
}

function holdsMany(container: ContainerKind | undefined): boolean {
  return container !== undefined && container !== 'gz'
}

/** Digits of the digest in the id of a raw whose name is that of another but for letter case or composition. */
const digestLength = 8

/**
 * Give every raw its id. Raws that would share an output file keep their ending in the id, all of them, so that no order
 * decides; where that does not part them either (`A.txt` and `a.txt`, one file to some file systems) they have the digest of their
 * path in it as well: what they hold may be a whole archive. What still stands in the way of others is refused.
 */
function giveIds(found: readonly Found[]): Collection {
  // A folder `a.md` would stand in the way of the output of `a`, and a folder `a` in that of the records of `a.jsonl`.
  const folders = new Set<string>()
  for (const {path} of found) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = foldPath(path.slice(0, at))
      if (folders.has(folder)) break
      folders.add(folder)
    }
  }
  const short = group(found, ({path}) => idOf(path))
  const rawFolders = new Set(folders)
  for (const {path} of found) if (holdsMany(containerOf(path))) folders.add(foldPath(idOf(path)))
  const isTaken = (id: string, sharers: number): boolean =>
    sharers > 1 || folders.has(`${foldPath(id)}.md`) || folders.has(`${foldPath(id)}.json`)
  const notes: string[] = []
  const ids = new Map<Found, string>()
  for (const items of short.values()) {
    const [{path: first}] = items as [Found]
    const isFolder = holdsMany(containerOf(first)) && rawFolders.has(foldPath(idOf(first)))
    const isShared = isFolder || isTaken(idOf(first), items.length)
    for (const item of items) ids.set(item, isShared ? item.path : idOf(item.path))
    if (items.length > 1)
      notes.push(`${list(items.map(({path}) => path))} would share an id; each keeps its ending in it`)
  }
  for (const items of group(found, (item) => ids.get(item)!).values()) {
    if (items.length < 2) continue
    for (const item of items)
      ids.set(item, `${item.path}~${sha256(item.path).slice('sha256:'.length).slice(0, digestLength)}`)
    const paths = list(items.map(({path}) => path))
    notes.push(
      `${paths} are one name to some file systems; each has a digest in its id, unless all but one are renamed`,
    )
  }
  const files: RawFile[] = []
  const refused: RefusedRaw[] = []
  for (const items of group(found, (item) => ids.get(item)!).values()) {
    for (const item of items) {
      const {path, file} = item
      const id = ids.get(item)!
      if (item.reason !== undefined) refused.push({id, path, reason: item.reason})
      else if (excessOf(id) > 0) {
        const bytes = `${excessOf(id)} byte${excessOf(id) === 1 ? '' : 's'}`
        refused.push({id, path, reason: `has too long a name for the files of its results; shorten it by ${bytes}`})
      } else if (isTaken(id, items.length)) {
        const others = items.filter((other) => other !== item).map((other) => other.path)
        const other = others.length > 0 ? list(others) : `the folder ${id}.md or ${id}.json`
        refused.push({id: path, path, reason: `would write the same output file as ${other}; rename one of them`})
      } else {
        const container = containerOf(path)
        files.push({id, path, file, ...(container && {container})})
      }
    }
  }
  return {
    files: files.sort((a, b) => compareIds(orderOf(a), orderOf(b))),
    refused: refused.sort((a, b) => compareIds(a.id, b.id)),
    notes: notes.sort(compareIds),
  }
}

function group(found: readonly Found[], idOfItem: (item: Found) => string): Map<string, Found[]> {
  const groups = new Map<string, Found[]>()
  for (const item of found) {
    const key = foldPath(idOfItem(item))
    const items = groups.get(key)
    if (items) items.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** How many bytes a result's name would be longer than file systems take, with its longest ending. */
function excessOf(id: string): number {
  return Buffer.byteLength(id.slice(id.lastIndexOf('/') + 1)) + '.json'.length - longestName
}

function list(paths: readonly string[]): string {
  return paths.length < 2 ? paths.join() : `${paths.slice(0, -1).join(', ')} and ${paths.at(-1)}`
}
