/**
 * Find what stands in the output beside what this run gives: output of ours that no raw gives any more, earlier results of
 * documents that failed, and what belongs to somebody else. Whether a file is ours is told by what we wrote about it: the
 * last manifest, or a provenance file of ours. Only output that is ours, unchanged, and without a raw may be removed.
 */
import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {Provenance} from '../provenance/model.js'
import {cleanPath, compareIds, type OutputName, provenancePath, sha256} from '../provenance/outputs.js'
import {readRegularFile} from '../regular-file.js'
import {digestShard} from '../shards/digest.js'
import type {RawState} from './made.js'
import {foldPath, type Made} from './made.js'
import type {Previous} from './previous.js'
import {describe} from './system-errors.js'

export interface StaleFile {
  /** Below the output folder. */
  readonly path: string
  /**
   * Why it stands there: `gone`, its raw is; `renamed`, its raw gives another file now; `changed`, one of these, and a person
   * has changed it since; `failed`, its document did, or its raw cannot be read, and this is what an earlier run gave;
   * `unselected`, its raw is there and was not asked for; `stray`, nothing says that a run wrote it. Only the first two are
   * ever removed.
   */
  readonly kind: 'gone' | 'renamed' | 'changed' | 'failed' | 'unselected' | 'stray'
  /** Why that cannot be told. */
  readonly fault?: string
}

export interface StaleSearch {
  readonly out: string
  /** Files below `clean` and `provenance` that this run has not written, with paths below the output folder. */
  readonly files: readonly string[]
  /** What stands there and is no regular file: a link, a pipe. */
  readonly others: readonly string[]
  /** What the last run left. */
  readonly previous: Pick<Previous, 'find' | 'run'> | undefined
  /** What this run has made. */
  readonly made: Made
}

/** Tell whether a file may go: it is ours, unchanged, and no raw gives it. */
export function isRemovable({kind}: StaleFile): boolean {
  return kind === 'gone' || kind === 'renamed'
}

/** What was written of a file when it was made. */
interface Origin {
  readonly digest: string
  /** Path of its raw. */
  readonly raw: unknown
  /** Of its document; missing for what holds many. */
  readonly id?: string
  /** Whether it holds the results of many raws. */
  readonly isShard?: true
}

/** Find stale files, sorted by path. */
export async function findStale({out, files, others, previous, made}: StaleSearch): Promise<StaleFile[]> {
  const stale = others.map((path): StaleFile => ({path, kind: 'stray'}))
  for (const path of files) {
    if (await isAlias(path, out, made)) continue
    const origin = (await listedOrigin(path, previous)) ?? (await statedOrigin(path, out))
    const isMade = origin?.id !== undefined && made.has(origin.id)
    const state = isMade ? 'done' : typeof origin?.raw === 'string' ? stateOf(origin.raw, made) : undefined
    if (made.isFailed(path)) stale.push({path, kind: 'failed'})
    else if (origin === undefined) stale.push({path, kind: 'stray'})
    else if (state === 'failed' || state === 'unselected') stale.push({path, kind: state})
    else {
      try {
        const file = join(out, path)
        const digest = origin.isShard ? (await digestShard(file)).sha256 : sha256(await readRegularFile(file))
        const isSame = digest === origin.digest
        stale.push({path, kind: isSame ? (state === 'done' ? 'renamed' : 'gone') : 'changed'})
      } catch (cause) {
        stale.push({path, kind: 'changed', fault: `cannot be read: ${describe(cause)}`})
      }
    }
  }
  return stale.sort((a, b) => compareIds(a.path, b.path))
}

/** What the last manifest says of a file. */
async function listedOrigin(path: string, previous: StaleSearch['previous']): Promise<Origin | undefined> {
  const shard = previous?.run.output?.shards.flatMap(({clean, provenance}) => [clean, provenance])
  const whole = shard?.find((file) => file.path === path)
  if (whole) return {digest: whole.sha256, raw: undefined, isShard: true}
  for (const id of idsOf(path)) {
    const document = await previous?.find(id)
    if (!document || document.verdict === 'failed') continue
    const file = [document.clean, document.provenance].find((entity) => entity.path === path)
    if (file) return {digest: file.sha256, raw: document.raw.path, id}
  }
  return undefined
}

/** What a provenance file says of itself and of the clean text beside it, where the last manifest is missing or was not reached. */
async function statedOrigin(path: string, out: string): Promise<Origin | undefined> {
  const [, kind, name] = /^(clean|provenance)\/(.+)\.(?:md|json)$/s.exec(path) ?? []
  if (name === undefined) return undefined
  // What cannot be read does not say that it is ours, and is left alone.
  const content = await readRegularFile(join(out, `provenance/${name}.json`)).then(String, () => '')
  const provenance = parseProvenance(content)
  if (!provenance) return undefined
  const {id} = provenance
  const isPathOf = (isRecord: boolean): boolean =>
    (kind === 'clean' ? cleanPath : provenancePath)({id, isRecord}) === path
  if (!isPathOf(false) && !isPathOf(true)) return undefined
  return {digest: kind === 'clean' ? provenance.clean.sha256 : sha256(content), raw: provenance.raw?.path, id}
}

/** Ids whose documents may have a file of this path. */
function idsOf(path: string): string[] {
  const [, name] = /^(?:clean|provenance)\/(.+)\.(?:md|json)$/s.exec(path) ?? []
  if (name === undefined) return []
  const record = /^(.+\/)[\da-f]{2}\/([^/]+)$/s.exec(name)
  return record ? [name, `${record[1]}${record[2]}`] : [name]
}

/** Read the digest that a provenance file of ours records of the clean text beside it. */
export async function recordedDigest(out: string, name: OutputName): Promise<string | undefined> {
  const content = await readRegularFile(join(out, provenancePath(name))).then(String, () => '')
  const provenance = parseProvenance(content)
  return provenance?.id === name.id ? provenance.clean.sha256 : undefined
}

/** Tell what became of a raw; undefined for one that is not there. */
function stateOf(raw: string, made: Made): RawState | undefined {
  const state = made.stateOf(raw)
  if (state) return state
  for (let at = raw.lastIndexOf('/'); at > 0; at = raw.lastIndexOf('/', at - 1)) {
    if (made.stateOf(raw.slice(0, at)) === 'failed') return 'failed'
  }
  return undefined
}

function parseProvenance(content: string): (Pick<Provenance, 'id' | 'clean'> & Partial<Provenance>) | undefined {
  if (!content.startsWith('{"format":"palimpsest-provenance",')) return undefined
  try {
    const {id, clean, raw} = JSON.parse(content) as Partial<Provenance>
    return typeof id === 'string' && clean ? {id, clean, ...(raw && {raw})} : undefined
  } catch {
    // Not as we wrote it, so not ours to judge.
    return undefined
  }
}

/** Tell whether a file is one of this run's under another name, as on file systems that fold letter case or composition. */
async function isAlias(path: string, out: string, made: Made): Promise<boolean> {
  if (!made.isExpectedFolded(path)) return false
  const folded = foldPath(path)
  // Where case is not folded, no file has the other name, or it is another file.
  const other = folded === path ? path.toUpperCase() : folded
  if (other === path) return false
  const [left, right] = await Promise.all(
    [path, other].map((name) => stat(join(out, name), {bigint: true}).catch(() => undefined)),
  )
  return left !== undefined && right !== undefined && left.dev === right.dev && left.ino === right.ino
}
