/**
 * Find the day of publication in the state that a page hands to its own scripts: `__NEXT_DATA__`, what is pushed to a data layer, what a
 * framework sends along to draw the page again.
 *
 * A state holds more than the article: teasers, comments, the records of pictures and of users. So a date counts only where its key
 * says that it is one of publication, and where its object names the page by its title or its address. Where none does, what names no
 * other page counts, if all of it is of one day.
 */
import type {MetadataFact} from '../../src/document/document.js'
import type {HtmlDeclaration} from '../../src/document/html-facts.js'
import type {Range} from '../../src/document/range.js'
import {foldText} from '../../src/document/visible-text.js'
import {readDeclaredDate} from './declared-dates.js'
import {type StateReader, scanState} from './state-scanner.js'

/** Keys of the day on which something was published, in lower case and without signs. */
const publishedKey =
  /^(?:(?:article|page|content|post|story|original|first|date)*(?:publish|published|publication)(?:ed)?(?:date|datetime|time|timestamp|at|on|utc|dateutc|atutc)|datepublished|datepublication|dateofpublication|firstpublished)$/
/** Keys that hold the names of an object, or its dates, in one of their own. */
const partKey =
  /^(?:titles?|headlines?|seo|meta|metadata|dates?|publication|mainentityofpage|urls?|canonical|sys|fields|attributes)$/
/** Keys of what an object is called. */
const nameKey = /^(?:headline|title|basic|rendered|seotitle|pagetitle|articletitle)$/
/** Keys under which the records of other pages stand, and of what is no page. */
const foreignKey =
  /comment|repl(?:y|ies)|related|recommend|teaser|sidebar|latest|recent|popular|trending|most(?:read|viewed)|more|next|prev|authors?$|user|image|video|media|gallery|promo|newsletter|carousel|widget|footer|header|nav|menu|product|review|archive|breaking|ticker|playlist|episode|event/
const mostDates = 500
const mostNesting = 200
/** Fewest words of a title, and shortest end of an address, by which a page is known. */
const leastWords = 3
const leastSlug = 10

/** What the page is called and where it is, by which a state may name it. */
export interface PageNames {
  readonly titles: readonly string[]
  readonly address: string | undefined
  readonly language: string | undefined
}

interface StateDate {
  readonly value: string
  readonly raw: Range
}

interface StateObject {
  readonly key: string
  readonly isForeign: boolean
  readonly dates: StateDate[]
  namesPage: boolean
  namesOther: boolean
}

/** Find the day of publication in the scripts of a page. */
export function dateInState(declarations: readonly HtmlDeclaration[], page: PageNames): MetadataFact | undefined {
  const reader = new PublicationReader(page)
  for (const {kind, value, raw} of declarations) if (kind === 'state') reader.read(value, raw)
  const found = onlyDay(reader.own.length > 0 ? reader.own : reader.neutral)
  return found && {field: 'date', value: found.value, rule: 'date-in-state', raw: found.raw}
}

/** The first of the dates, where all are of one day, or of two days in a row: a moment is on two in two zones. */
function onlyDay(dates: readonly StateDate[]): StateDate | undefined {
  const times = dates.map(({value}) => Date.parse(value.slice(0, 10)))
  return Math.max(...times) - Math.min(...times) <= 86_400_000 ? dates[0] : undefined
}

class PublicationReader implements StateReader {
  /** Dates of objects that name the page, and of those that name nothing. */
  readonly own: StateDate[] = []
  readonly neutral: StateDate[] = []
  readonly #language: string | undefined
  readonly #titles: ReadonlySet<string>
  readonly #path: string
  readonly #slug: string
  #open: StateObject[] = []
  #tooDeep = 0
  #raw: Range = {start: 0, end: 0}

  constructor({titles, address, language}: PageNames) {
    this.#language = language
    this.#titles = new Set(titles.map(foldText).filter((title) => title.split(' ').length >= leastWords))
    this.#path = pathOf(address ?? '')
    this.#slug = this.#path.slice(this.#path.lastIndexOf('/') + 1)
  }

  read(text: string, raw: Range): void {
    this.#raw = raw
    this.#open = []
    this.#tooDeep = 0
    scanState(text, this)
    while (this.#open.length > 0) this.close()
  }

  open(key = ''): void {
    if (this.#open.length >= mostNesting) {
      this.#tooDeep++
      return
    }
    const name = plainKey(key)
    const isForeign = (this.#open.at(-1)?.isForeign ?? false) || foreignKey.test(name)
    this.#open.push({key: name, isForeign, dates: [], namesPage: false, namesOther: false})
  }

  close(): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--
      return
    }
    const closed = this.#open.pop()
    if (!closed) return
    const around = this.#open.at(-1)
    if (around && partKey.test(closed.key)) {
      around.dates.push(...closed.dates)
      around.namesPage ||= closed.namesPage
      around.namesOther ||= closed.namesOther
      return
    }
    if (closed.isForeign || this.own.length + this.neutral.length > mostDates) return
    if (closed.namesPage) this.own.push(...closed.dates)
    else if (!closed.namesOther) this.neutral.push(...closed.dates)
  }

  value(key: string, value: string): void {
    const object = this.#open.at(-1)
    if (!object || this.#tooDeep > 0) return
    const name = plainKey(key)
    if (publishedKey.test(name)) {
      const date = object.dates.length < mostDates ? dateOf(value, this.#language) : undefined
      if (date !== undefined) object.dates.push({value: date, raw: this.#raw})
    } else if (nameKey.test(name) && /\p{L}/u.test(value)) {
      if (this.#titles.has(foldText(value))) object.namesPage = true
      else object.namesOther = true
    } else if (this.#isAddress(value)) object.namesPage = true
  }

  /** Tell the page's address or the end of it, which is made from its title. */
  #isAddress(value: string): boolean {
    if (this.#path === '' || !value.includes(this.#slug)) return false
    return pathOf(value) === this.#path || (this.#slug.length >= leastSlug && value === this.#slug)
  }
}

function plainKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z\d]/g, '')
}

/** The path of an address, relative or not, without strokes at its ends. */
function pathOf(address: string): string {
  return address
    .replace(/^(?:https?:)?\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '')
    .replace(/^\/|\/$/g, '')
}

/** A date as a state has it: as pages declare it, or the seconds or milliseconds of a clock. */
function dateOf(value: string, language: string | undefined): string | undefined {
  const [, seconds, fraction] = /^([1-9]\d{8,9})(\d{3})?$/.exec(value) ?? []
  if (seconds === undefined) return readDeclaredDate(value, language)
  return readDeclaredDate(new Date(Number(seconds) * 1000 + Number(fraction ?? 0)).toISOString())
}
