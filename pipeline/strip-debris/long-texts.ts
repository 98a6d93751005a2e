/**
 * Spare the inside of texts that are longer than any page the model has learned from: a book, a manual, a protocol. Of such
 * a text it takes whole chapters for what stands beside one, since all that it has learned of length speaks of pages. Before
 * and behind the text it is believed still, and the rules hold everywhere.
 */
import type {Removal} from './decide.js'
import type {Evidence} from './model/feature.js'

/** Most words of prose in the pages that the model has learned from. */
const mostLearned = 12_000
/** The same where there is little of a page: those pages were long by what stood about the article. */
const mostWithoutPage = 8_000
/** Most lines that only pages have in a text that is no page; labels of menus are words of texts as well. */
const mostOfPage = 15
/** How near another paragraph stands to the first and the last one of the text; notices stand alone. */
const near = 3

/** Give what the model takes out, without what stands between the first and the last paragraph of a long text. */
export function spareLongTexts(
  {units, matches, html}: Evidence,
  judged: readonly (Removal | undefined)[],
  isSettled: (index: number) => boolean,
): readonly (Removal | undefined)[] {
  const prose: number[] = []
  let words = 0
  for (const [index, unit] of units.entries()) {
    if (!unit.isProse || isSettled(index)) continue
    prose.push(index)
    words += unit.words
  }
  const ofPage = matches.filter((match) => match && match.rule.class !== 'navigation').length
  const isPage = html !== undefined || ofPage > mostOfPage
  if (words <= (isPage ? mostLearned : mostWithoutPage)) return judged
  const isBesideNext = (place: number): boolean =>
    (prose[place + 1] ?? Number.POSITIVE_INFINITY) - prose[place]! <= near
  const first = prose.find((_, place) => isBesideNext(place)) ?? 0
  const last = prose.findLast((_, place) => place > 0 && isBesideNext(place - 1)) ?? units.length
  return judged.map((removal, index) => (index >= first && index <= last ? undefined : removal))
}
