/**
 * Visit addresses, host by host, many hosts at once, and record what became of each as soon as it is known.
 */
import type {Archive} from './archive.js'
import type {Link} from './corpus.js'
import type {LinkRecord, RecordsFile} from './records-file.js'
import {type Visit, type Visitor, visit} from './visit.js'

export interface CheckOptions {
  readonly links: readonly Link[]
  readonly records: RecordsFile
  readonly visitor: Visitor
  /** Addresses of one host that are visited at once. */
  readonly perHost: number
  /** Asked about dead pages. */
  readonly archive?: Archive | undefined
  /** The time, for what is recorded. */
  readonly now: () => Date
  /** Told after every address. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** A host that asked to be left alone for longer than we wait. */
export interface ClosedHost {
  readonly host: string
  /** In milliseconds. */
  readonly time: number
  /** How many links were not visited. */
  readonly left: number
}

/** After so many addresses of a host in a row that nobody answered at, the rest are taken to fare the same. */
const mostInVain = 3

/** Spellings of one address, which is visited once. */
interface Target {
  readonly url: URL
  readonly spellings: Link[]
}

interface Queue {
  readonly host: string
  readonly targets: Target[]
  next: number
  inVain: number
  /** What holds of every address of the host. */
  trouble?: Visit
  closedFor?: number
  left: number
}

/**
 * Visit addresses and record what became of them.
 *
 * @returns the hosts that were left before all of their addresses were visited.
 * @throws OutputError where the records cannot be written; all visits have ended then.
 */
export async function checkLinks(options: CheckOptions): Promise<ClosedHost[]> {
  const {links, perHost, onProgress} = options
  const queues = queuesOf(links)
  let done = 0
  let stopped: {error: unknown} | undefined
  const lane = async (queue: Queue): Promise<void> => {
    while (queue.next < queue.targets.length && !stopped) {
      const target = queue.targets[queue.next++]!
      try {
        await checkTarget(target, queue, options)
      } catch (error) {
        // Those that are under way come to their end first.
        stopped ??= {error}
      }
      done += target.spellings.length
      onProgress?.(done, links.length)
    }
  }
  const lanes = queues.flatMap((queue) => Array.from({length: Math.min(perHost, queue.targets.length)}, () => queue))
  await Promise.all(lanes.map(lane))
  if (stopped) throw stopped.error
  return queues.flatMap(({host, closedFor, left}) => (closedFor === undefined ? [] : [{host, time: closedFor, left}]))
}

/** Put addresses together by what is asked of whom; the longest queue begins first. */
function queuesOf(links: readonly Link[]): Queue[] {
  const targets = new Map<string, Target>()
  const queues = new Map<string, Queue>()
  for (const link of links) {
    const url = new URL(link.url)
    const known = targets.get(url.href)
    if (known) {
      known.spellings.push(link)
      continue
    }
    const target = {url, spellings: [link]}
    targets.set(url.href, target)
    const queue = queues.get(url.origin)
    if (queue) queue.targets.push(target)
    else queues.set(url.origin, {host: url.host, targets: [target], next: 0, inVain: 0, left: 0})
  }
  return [...queues.values()].sort((a, b) => b.targets.length - a.targets.length)
}

async function checkTarget({url, spellings}: Target, queue: Queue, options: CheckOptions): Promise<void> {
  const {records, archive, visitor, now} = options
  if (queue.closedFor !== undefined) {
    queue.left += spellings.length
    return
  }
  const {hostTrouble, closedFor, ...found} = queue.trouble ?? (await visit(url, visitor))
  queue.inVain = hostTrouble === undefined ? 0 : queue.inVain + 1
  if (queue.trouble === undefined && (hostTrouble === 'certain' || queue.inVain >= mostInVain)) {
    queue.trouble = {
      ...found,
      hostTrouble: 'certain',
      reason: `${found.reason}; not asked for every address of the host`,
    }
  }
  if (closedFor !== undefined) queue.closedFor = Math.max(queue.closedFor ?? 0, closedFor)
  const checked = now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
  for (const {url: spelling, date} of spellings) {
    const snapshot = visitor.signs.dead.has(found.verdict) ? await archive?.nearest(spelling, date) : undefined
    const record: LinkRecord = {url: spelling, ...found, checked, ...(snapshot !== undefined && {archive: snapshot})}
    records.add(record)
  }
}
