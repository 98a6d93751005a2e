/**
 * Keep two runs from writing to one output folder: a lock file names the process that holds it.
 *
 * A lock whose process is gone is taken over, so that a killed run never needs a person. Where that cannot be known (the
 * lock is another machine's), the message says what to remove.
 */
import {readFileSync, rmSync} from 'node:fs'
import {link, readdir, rename, rm, writeFile} from 'node:fs/promises'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {OutputError, UsageError} from '../errors.js'
import {readRegularFile} from '../regular-file.js'
import {describe} from './system-errors.js'

interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process was started, in ticks since boot; tells it from a later one of the same number. */
  readonly started?: string
}

/**
 * Take the lock of an output folder.
 *
 * @param onStale told when a run that is gone has left its lock: it was killed.
 * @param name file name of the lock, for what may be done while a run is at work.
 * @returns a function that gives it back.
 * @throws UsageError when another run holds it.
 */
export async function takeLock(
  out: string,
  onStale?: () => void,
  name = '.palimpsest.lock',
): Promise<() => Promise<void>> {
  const path = join(out, name)
  const draft = join(out, `${name}.${process.pid}`)
  const started = startOf(process.pid)
  const mine = JSON.stringify({pid: process.pid, host: hostname(), ...(started && {started})} satisfies Holder)
  try {
    // Whatever stands under that name, a link that leads elsewhere included, is not written through.
    await rm(draft, {force: true})
    await writeFile(draft, mine, {flag: 'wx'})
    for (let attempt = 0; attempt < 10; attempt++) {
      try {
        // Linking is atomic and brings the content along: no reader ever sees an empty lock.
        await link(draft, path)
        const forget = releaseOnSignal(path, draft)
        await removeDrafts(out, name)
        return async () => {
          forget()
          await rm(path, {force: true}).catch((cause) => {
            throw new OutputError(`Cannot remove the lock ${path}: ${describe(cause)}; remove it`, {cause})
          })
        }
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
      }
      if (await breakStaleLock(path, draft)) onStale?.()
    }
    throw new UsageError(`Another run is at work in ${out}; wait until it ends`)
  } catch (cause) {
    if (cause instanceof UsageError || cause instanceof OutputError) throw cause
    throw new OutputError(`Cannot write to the output folder ${out}: ${describe(cause)}`, {cause})
  } finally {
    await rm(draft, {force: true}).catch(() => undefined)
  }
}

/** Remove what runs left that were killed while they took the lock: a draft by the number of a process that is gone. */
async function removeDrafts(out: string, name: string): Promise<void> {
  for (const file of await readdir(out)) {
    const [, pid] = file.startsWith(`${name}.`)
      ? (/^\.(\d{1,10})(?:\.stale)?$/.exec(file.slice(name.length)) ?? [])
      : []
    if (pid === undefined || Number(pid) === process.pid || isRunning(Number(pid))) continue
    await rm(join(out, file), {force: true}).catch(() => undefined)
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Give the lock back when a person or the system stops the run, and end as the signal would have: where the next run is
 * in another container, nobody could tell any more that the holder is gone.
 */
function releaseOnSignal(...paths: readonly string[]): () => void {
  const release = (signal: NodeJS.Signals): void => {
    for (const path of paths) rmSync(path, {force: true})
    forget()
    process.kill(process.pid, signal)
  }
  const forget = (): void => {
    for (const signal of signals) process.off(signal, release)
  }
  for (const signal of signals) process.on(signal, release)
  return forget
}

/**
 * Remove the lock if its process is gone; say so if it is not.
 *
 * @returns whether there was one to remove.
 */
async function breakStaleLock(path: string, draft: string): Promise<boolean> {
  let content: string
  try {
    content = String(await readRegularFile(path, longestLock))
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return false
    if (code === undefined) throw cause
    const message = noLocks.has(code)
      ? `${path} is no lock of a run: ${describe(cause)}; remove it`
      : `Cannot read the lock ${path}: ${describe(cause)}; wait until the run that holds it ends, or remove it if there is none`
    throw new UsageError(message, {cause})
  }
  const holder = parseHolder(content)
  if (holder && isAlive(holder)) {
    const where = holder.host === hostname() ? '' : ` on ${holder.host}`
    throw new UsageError(
      `Another run (process ${holder.pid}${where}) is at work in this output folder; wait until it ends, or remove ${path} if it is gone`,
    )
  }
  // Another run may have broken it and taken it meanwhile: what was moved away is looked at before it is thrown away.
  const aside = `${draft}.stale`
  try {
    await rename(path, aside)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw new OutputError(
      `The run that held ${path} is gone, but its lock cannot be moved away: ${describe(cause)}; remove it`,
      {cause},
    )
  }
  const isSame = String(await readRegularFile(aside, longestLock)) === content
  if (!isSame) {
    await link(aside, path).catch((cause) => {
      // Somebody has taken the place meanwhile, and will be met there at the next attempt.
      if (cause.code !== 'EEXIST') throw cause
    })
  }
  await rm(aside, {force: true})
  return isSame
}

/** A lock is a line. */
const longestLock = 65_536
/** Errors that say that what stands there was never a lock. */
const noLocks: ReadonlySet<string> = new Set(['EISDIR', 'EFTYPE', 'ENXIO', 'EFBIG'])

function parseHolder(content: string): Holder | undefined {
  try {
    const {pid, host, started} = JSON.parse(content) as Partial<Holder>
    if (Number.isInteger(pid) && typeof host === 'string') return {pid: pid!, host, ...(started && {started})}
  } catch {
    // A torn lock, of a machine that lost power: nobody holds it.
  }
  return undefined
}

function isAlive({pid, host, started}: Holder): boolean {
  if (host !== hostname()) return true
  if (pid === process.pid) return started !== undefined && started === startOf(pid)
  if (!isRunning(pid)) return false
  const now = startOf(pid)
  return started === undefined || now === undefined || now === started
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** When a process was started, where the system says so (Linux). */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program, in parentheses, may hold anything; the 22nd field counts from in front of it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
