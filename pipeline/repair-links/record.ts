/**
 * What is known of one address after it was visited: a line of `links.jsonl`.
 *
 * `palimpsest links check` writes such records and this stage reads them; neither knows more of the other. Whatever else
 * keeps an eye on addresses may write them too.
 */
import {z} from 'zod'

/**
 * What became of an address. Alive are `alive` and `moved`, dead are `gone`, `soft-404` and `parked`; `refused` and
 * `unreachable` say nothing about the page: it would not talk to us, or could not today.
 */
export const linkVerdicts = ['alive', 'moved', 'gone', 'soft-404', 'parked', 'refused', 'unreachable'] as const

export type LinkVerdict = (typeof linkVerdicts)[number]

/** Verdicts of pages that are not there any more, for certain. */
export const deadVerdicts: ReadonlySet<LinkVerdict> = new Set<LinkVerdict>(['gone', 'soft-404', 'parked'])

export interface LinkRecord {
  /** The address as it stands in the clean text, http or https, without its fragment. */
  readonly url: string
  readonly verdict: LinkVerdict
  /** Status of the last response; missing where there was none. */
  readonly status?: number | undefined
  /** Where the redirects ended; missing where there were none. */
  readonly final?: string | undefined
  /** Every address that redirected, in order, the first being `url` as it was requested. */
  readonly redirects?: readonly {readonly url: string; readonly status: number}[] | undefined
  /** When, in UTC: `2026-11-30T11:00:00Z`. */
  readonly checked: string
  /** Why, for a person: `ENOTFOUND`, `timed out after 15s`. */
  readonly reason?: string | undefined
  /** The nearest snapshot in the Wayback Machine, of a dead page. */
  readonly archive?: string | undefined
}

const maps = new WeakMap<readonly LinkRecord[], ReadonlyMap<string, LinkRecord>>()

/** Records by their address; of two with the same address the later one counts. Made once a list, and kept with it. */
export function recordsByUrl(records: readonly LinkRecord[]): ReadonlyMap<string, LinkRecord> {
  let map = maps.get(records)
  if (!map) maps.set(records, (map = new Map(records.map((record) => [record.url, record]))))
  return map
}

// Between pointed brackets an address of markdown may hold spaces.
const address = z
  .string()
  .regex(/^https?:\/\/[^#\r\n]+$/i, 'expected a web address without a fragment')
  .max(8192)
// A final address keeps the fragment that a redirect gave it. It may be written into a text.
const target = z
  .string()
  .regex(/^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/iu, 'expected a web address')
  .max(8192)
const words = z.string().regex(/^[^\p{Cc}\p{Cs}]*$/u, 'expected a line of text')
const aTime = 'expected a time in UTC such as 2026-11-30T11:00:00Z'
const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/, {error: aTime, abort: true})
  .refine(isOnCalendar, aTime)
const status = z.int().min(100).max(999)

export const linkRecordSchema: z.ZodType<LinkRecord> = z.strictObject({
  url: address.describe('the address as it stands in the clean text, without its fragment'),
  verdict: z.enum(linkVerdicts).describe('what became of it'),
  status: status.optional().describe('status of the last response'),
  final: target.optional().describe('where the redirects ended'),
  redirects: z
    .array(z.strictObject({url: target, status}))
    .optional()
    .describe('every address that redirected, in order'),
  checked: time.describe('when it was visited, in UTC'),
  reason: words.optional().describe('why, for a person'),
  archive: target.optional().describe('the nearest snapshot in the Wayback Machine, of a dead page'),
})

/** Whether there is such a day and hour: a parser makes the second of March of the thirtieth of February. */
function isOnCalendar(text: string): boolean {
  const read = new Date(text)
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 19) === text.slice(0, 19)
}
