/**
 * Tell what a page is called from the two that say so, its title element and its heading.
 *
 * Where one holds the other, what they share is the name and the rest is what surrounds it: of the element the site's name, of the
 * heading a kicker, a date, a second line. Where they say different things the heading is believed: it is what a reader sees, and the
 * element is as often made for search engines.
 */
import {foldText} from '../../src/document/visible-text.js'
import {findDate} from './dates.js'

/** Between the parts of a title element; a colon stands in titles as well. */
const separator = /\s+[|│–—·•»›«-]+\s+|\s*[|│»›]\s*|\s*::\s*/u
/** Fewest words that a heading shares with a name in one run, and fewest of a heading that a name may go beyond. */
const leastRun = 4
const leastHeading = 3
/** The share of its words that a name has in one run with the heading. */
const mostOfName = 0.7
/** Most words of either that are compared, and most parts of an element. */
const mostWords = 60
const mostParts = 5
/** Longest element, in UTF-16 code units, that is looked through for the heading. */
const longestElement = 600
const article = /^(?:the|an?|der|die|das|ein|eine|le|la|les|une?|el|los|las|il|lo|gli) /

/**
 * Find the name of the page where its title element knows it better than its heading.
 *
 * @param element the title element, without the name of the site as far as that is known.
 * @param isSite tells what is known for the site's name from elsewhere on the page.
 * @returns undefined where the heading is the title.
 */
export function betterThanHeading(
  element: string,
  heading: string,
  isSite: (fold: string) => boolean = () => false,
): string | undefined {
  // An element that was cut short ends nowhere.
  if (/(?:…|\.\.\.)\s*$/.test(element)) return undefined
  // A site that names itself first, or a rubric, is no part of what the heading says whole.
  if (isBeforeHeading(element, heading, isSite)) return undefined
  const date = findDate(heading)
  // Blogs write the day into the heading.
  const bare = date?.start === 0 ? heading.slice(date.end) : heading
  const own = foldText(bare).split(' ')
  const names = namesIn(element).map((name) => ({name, words: foldText(name).split(' ')}))
  const fits = ({words}: {readonly words: readonly string[]}): boolean => words.length <= mostWords
  if (own.length > mostWords || !names.every(fits)) return undefined
  if (names.some(({words}) => words.join(' ') === foldText(heading))) return undefined
  // Of several that the heading holds, the one of which it holds most.
  const [inside] = names
    .filter(({words}) => isInside(words, own))
    .sort((a, b) => longestRun(b.words, own) - longestRun(a.words, own) || a.words.length - b.words.length)
  return (inside ?? names.find(({name, words}) => goesBeyond(name, words, own)))?.name
}

/** Tell an element that is the heading with another name before it; before a colon stands a rubric as well. */
function isBeforeHeading(element: string, heading: string, isSite: (fold: string) => boolean): boolean {
  const end = foldText(heading)
  if (element.length > longestElement || end.split(' ').length < leastHeading) return false
  return Array.from(element.matchAll(beforeHeading)).some(
    ({index, 0: sign}) =>
      foldText(element.slice(index + sign.length)) === end &&
      (!sign.startsWith(':') || isSite(foldText(element.slice(0, index)))),
  )
}

const beforeHeading = /(?:\s+[|│–—·•»›-]+|\s*[|│»›]|:)\s+/gu

/** What the element may call the page: its first part, or that with others, behind which a site names itself. */
function namesIn(element: string): string[] {
  const parts = element.split(new RegExp(`(${separator.source})`, 'u')).slice(0, 2 * mostParts)
  return parts.flatMap((_, at) => (at % 2 === 0 ? [parts.slice(0, at + 1).join('')] : []))
}

/** Tell a name that stands in the heading, but for a word or two, and is most of it. */
function isInside(words: readonly string[], heading: readonly string[]): boolean {
  const run = longestRun(words, heading)
  return (
    run >= leastRun &&
    run >= mostOfName * words.length &&
    2 * words.length >= heading.length &&
    // A number more or another one is another page: a year, a part of a series.
    numbersOf(words) === numbersOf(heading)
  )
}

/** Tell a name that begins as the heading does and says more; before a heading stands the name of a site, too. */
function goesBeyond(name: string, words: readonly string[], heading: readonly string[]): boolean {
  const own = heading.join(' ').replace(article, '')
  const all = words.join(' ')
  return (
    heading.length >= leastHeading &&
    words.length <= 2 * heading.length &&
    (all.startsWith(`${own} `) || all.replace(article, '').startsWith(`${own} `)) &&
    !separator.test(name)
  )
}

function numbersOf(words: readonly string[]): string {
  return [...new Set(words.filter((word) => /\p{N}/u.test(word)))].sort().join(' ')
}

/** The most words that stand in the same order in both, without another between them. */
function longestRun(words: readonly string[], others: readonly string[]): number {
  let longest = 0
  let previous = new Uint8Array(others.length + 1)
  for (const word of words) {
    const current = new Uint8Array(others.length + 1)
    for (const [index, other] of others.entries()) {
      if (word !== other) continue
      current[index + 1] = previous[index]! + 1
      longest = Math.max(longest, current[index + 1]!)
    }
    previous = current
  }
  return longest
}
