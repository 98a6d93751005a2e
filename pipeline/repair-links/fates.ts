/**
 * Say of every link of a text what became of it.
 *
 * Links are followed by their places through each round of edits; what stands there in the end is what they became.
 */
import type {Annotation} from '../../src/document/annotation.js'
import type {Edit} from '../../src/document/edit.js'
import type {Range} from '../../src/document/range.js'
import type {FoundLink} from './found-links.js'
import {mendAddress, type RepairContext} from './link-addresses.js'
import type {LinkRecord} from './record.js'
import {isDead, recordKey, recordOf} from './record-index.js'

/** What the stage did to a text, and the links in it before and after. */
export interface Repaired {
  /** Edits of each round, sorted, as edits of what the round before it made. */
  readonly rounds: readonly (readonly Edit[])[]
  /** Sorted by where they start. */
  readonly before: readonly FoundLink[]
  readonly after: readonly FoundLink[]
}

/** Longest text of a link that is repeated in what is said of it. */
const maxText = 200

/** Annotate the links of the text that the stage was given. */
export function annotateLinks({rounds, before, after}: Repaired, context: RepairContext): Annotation[] {
  if (before.length === 0) return []
  const {places, rules} = follow(before, rounds)
  const left = {image: following(after, true), link: following(after, false)}
  return before.map((link, index): Annotation => {
    const next = left[link.form === 'image' ? 'image' : 'link'](places[index]!)
    return annotation(link, next, rules[index], context)
  })
}

function annotation(
  link: FoundLink,
  next: FoundLink | undefined,
  rule: string | undefined,
  context: RepairContext,
): Annotation {
  const {start, end, form, address} = link
  const isChanged = next?.address !== address
  const record = recordFor(link, context)
  const isMarked = !isChanged && isDead(record) && context.options.dead !== 'keep'
  const shown = next ?? link
  return {
    kind: 'link',
    at: {start, end},
    value: address,
    ...(isChanged && {after: next?.address ?? ''}),
    ...(isMarked ? {rule: 'dead-page'} : rule !== undefined && {rule}),
    ...(record && {reason: reasonOf(record)}),
    // No address to look up, where nobody can tell which it is.
    details: {
      form,
      ...textOf(shown),
      ...(link.isUncertain && {address: ''}),
      ...(record && detailsOf(record, isChanged)),
    },
  }
}

/** What is known of the page that a link led to. */
function recordFor({form, address, isUncertain}: FoundLink, context: RepairContext): LinkRecord | undefined {
  if (context.options.records.length === 0 || isUncertain) return undefined
  const isInline = form !== 'bare' && form !== 'autolink'
  return recordOf(mendAddress(address, isInline, context).address, context.options)
}

/** What a reader sees of a link, where that is not its address. */
function textOf({form, text}: FoundLink): {readonly text?: string} {
  if (form === 'autolink' || form === 'bare') return {}
  const line = text.replace(/\s+/g, ' ').trim().slice(0, maxText)
  return {text: line.replace(/[\ud800-\udbff]$/, '')}
}

function reasonOf({verdict, status, reason}: LinkRecord): string {
  const why = [status === undefined ? '' : `status ${status}`, reason ?? ''].filter((item) => item !== '')
  return why.length > 0 ? `${verdict}: ${why.join(', ')}` : verdict
}

function detailsOf(
  {verdict, status, checked, archive, final, url}: LinkRecord,
  isChanged: boolean,
): Record<string, string> {
  return {
    verdict,
    checked,
    ...(status !== undefined && {status: String(status)}),
    ...(archive !== undefined && {archive}),
    ...(final !== undefined && {final}),
    // The address that was visited, where the text no longer has it.
    ...(isChanged && {address: recordKey(url)}),
  }
}

/** Follow ranges through rounds of edits, and note by which rule of the first round that touched it each was changed. */
function follow(
  links: readonly Range[],
  rounds: readonly (readonly Edit[])[],
): {places: readonly Range[]; rules: readonly (string | undefined)[]} {
  let places = links
  const rules: (string | undefined)[] = links.map(() => undefined)
  for (const edits of rounds) {
    const {moved, touched} = moveAll(places, edits)
    for (const [index, rule] of touched.entries()) rules[index] ??= rule
    places = moved
  }
  return {places, rules}
}

/** Move ranges, sorted by their starts, through edits; one that an edit covers becomes all of its replacement. */
function moveAll(
  ranges: readonly Range[],
  edits: readonly Edit[],
): {moved: readonly Range[]; touched: readonly (string | undefined)[]} {
  const touched: (string | undefined)[] = []
  const moved: Range[] = []
  /** The first edit that ends behind the start of the range, and how far the text before it has moved. */
  let first = 0
  let shift = 0
  for (const {start, end} of ranges) {
    while (first < edits.length && edits[first]!.end <= start && !isInsertionAt(edits[first]!, start)) {
      shift += growth(edits[first++]!)
    }
    let behind = shift
    let index = first
    const opening = edits[first]
    const from = opening && opening.start < start ? opening.start + shift : start + shift
    let to = end + shift
    let last: string | undefined
    for (; index < edits.length && edits[index]!.start < end; index++) {
      const edit = edits[index]!
      last = edit.rule
      behind += growth(edit)
      to = edit.end > end ? edit.end + behind : end + behind
    }
    moved.push({start: from, end: Math.max(from, to)})
    touched.push(last)
  }
  return {moved, touched}
}

const growth = ({start, end, replacement}: Edit): number => replacement.length - (end - start)
const isInsertionAt = ({start, end}: Edit, offset: number): boolean => start === end && start === offset

/** Make a function that finds, for ever later places, the link that stands there; no link is found for two places before it is for one. */
function following(links: readonly FoundLink[], isImage: boolean): (place: Range) => FoundLink | undefined {
  const own = links.filter(({form}) => (form === 'image') === isImage)
  let at = 0
  return ({start, end}) => {
    while (at < own.length && own[at]!.end <= start) at++
    const link = own[at]
    return link && link.start < end ? link : undefined
  }
}
