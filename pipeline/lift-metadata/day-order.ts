/**
 * Tell whether the day or the month comes first in the figures of a document: by other dates of it that can be read only one way, by
 * the country that the page declares or its address is of, by its language. Where two of them disagree nothing is told.
 */
import type {HtmlFacts} from '../../src/document/html-facts.js'
import {type DayOrder, tellingOrder} from './dates.js'
import type {Unit} from './units.js'

/** Languages in all of whose countries the day comes first, where figures are separated by strokes. */
const dayFirst: ReadonlySet<string> = new Set(
  'de nl fr pt it pl ru uk tr az hy ka ar fa he hi da nb no fi cs sk ro bg el hr sr sl ca gl id vi'.split(' '),
)
const dayFirstRegions: ReadonlySet<string> = new Set(
  'gb uk au nz ie in za sg my hk ng ke gh pk lk bd jm tt mt es mx ar co cl pe ec uy py bo ve cr gt do cu de at ch fr be lu it pt br nl pl ru ua by kz tr az am ge eg ae sa qa il ma dz tn'.split(
    ' ',
  ),
)
const monthFirstRegions: ReadonlySet<string> = new Set(['us'])
/** Top-level domains of one country that look like no country's code. */
const american: ReadonlySet<string> = new Set(['gov', 'mil', 'edu'])
/** Codes of countries that anybody may register. */
const anybodys: ReadonlySet<string> = new Set('ai am be by cc co gg io is it ly me sh to tv us ws'.split(' '))

/** Prepare to tell the order, once, when it is first asked for. */
export function makeDayOrder(
  html: HtmlFacts | undefined,
  units: readonly Unit[],
  language: () => string | undefined,
): () => DayOrder {
  let known: {readonly order: DayOrder} | undefined
  return () => (known ??= {order: findOrder(html, units, language)}).order
}

function findOrder(html: HtmlFacts | undefined, units: readonly Unit[], language: () => string | undefined): DayOrder {
  const orders = new Set<DayOrder | 'both'>()
  for (const {text} of units) orders.add(tellingOrder(text))
  for (const region of regionsOf(html)) {
    if (dayFirstRegions.has(region)) orders.add('dmy')
    else if (monthFirstRegions.has(region)) orders.add('mdy')
  }
  orders.delete(undefined)
  if (orders.size === 0) return dayFirst.has(language() ?? '') ? 'dmy' : undefined
  const [order] = orders
  return orders.size > 1 || order === 'both' ? undefined : order
}

/** Countries that the page says it is of: in its language tag, in its address. */
function regionsOf(html: HtmlFacts | undefined): string[] {
  const regions: string[] = []
  for (const {kind, name, value} of html?.declarations ?? []) {
    const region = kind === 'lang' ? /^[a-z]{2,3}[-_](?:[a-z]{4}[-_])?([a-z]{2})\b/i.exec(value)?.[1] : undefined
    if (region) regions.push(region.toLowerCase())
    const isAddress = (kind === 'link' && name === 'canonical') || (kind === 'meta' && name === 'og:url')
    const domain = isAddress
      ? /^https?:\/\/[^/?#:]{1,250}\.([a-z]{2,})(?=[/?#:]|$)/i.exec(value)?.[1]?.toLowerCase()
      : undefined
    if (domain === undefined) continue
    if (american.has(domain)) regions.push('us')
    else if (domain.length === 2 && !anybodys.has(domain)) regions.push(domain)
  }
  return regions
}
