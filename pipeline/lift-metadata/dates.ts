/**
 * Read dates of publication out of visible text, as exact as the text is and never more. Dates of the solar calendar of Iran are
 * brought into the common one; those of the lunar calendar are recognised, but which day is meant depends on the country.
 *
 * A numeric date whose day and month could be exchanged is read only where its punctuation decides (dots put the day
 * first everywhere) or where the caller knows which comes first (`day-order.ts`); otherwise it is recognised as a date but
 * gives no value.
 */
import {lunarMonths, months, solarMonths} from './months.js'

/** A date found in a line. */
export interface FoundDate {
  /** ISO 8601, `YYYY-MM-DD`; undefined for a date whose order is uncertain. */
  readonly iso: string | undefined
  /** The words of the date in the line, time of day included. */
  readonly start: number
  readonly end: number
}

const monthByName = new Map<string, number>()
const ambiguous = new Set<string>()
for (const names of Object.values(months)) {
  for (const [index, forms] of names.entries()) {
    for (const form of forms.split('|')) {
      // `mart` and `mai` mean the same month everywhere; a form that did not would be left out.
      if ((monthByName.get(form) ?? index + 1) !== index + 1) ambiguous.add(form)
      monthByName.set(form, index + 1)
    }
  }
}
for (const form of ambiguous) monthByName.delete(form)
/** Names of months in full, and the abbreviations of English: in a sentence, others are words. */
const wholeNames = new Set([
  ...Object.values(months).flatMap((names) => names.map((forms) => forms.split('|')[0]!)),
  ...months['en']!.flatMap((forms) => forms.split('|')),
])
const monthNames = [...monthByName.keys()].sort((a, b) => b.length - a.length).join('|')
const zone = String.raw`(?:\s{0,2}\(?(?:UTC|GMT|[ECMP][SD]T|CES?T|MSK|МСК|[ECMP]T|[BIJ]ST|HKT|SGT|WI[BT]|WAT|EAT|SAST|A[EW][SD]T|Uhr|hrs?|h)(?!\p{L})(?:\s?[+-]\d{1,2}(?::?\d{2})?)?\)?)?`
const time = String.raw`(?:\s{0,2}[,@T]?\s{0,2}(?:at|um|à|às|as|a las|alle|ore|om|в|о|об|saat|kl\.|-|–|—|•|\||/)?\s{0,2}(?<!\d)(?:\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d{1,9})?Z?(?:\s?[ap]\.?m(?!\p{L})\.?)?|\d{1,2}\s?(?:[ap]\.?m(?!\p{L})\.?|(?:Uhr|h|hrs)(?!\p{L})))${zone})?`
// Flattened pages glue the word that announces the author to the year.
const edge = String.raw`(?!\p{N}|(?!(?:by|von|par|por|автор)\s?\p{Lu})\p{L})`
const solarNames = solarMonths.join('|')
const lunarNames = lunarMonths.join('|')
/** Between the parts of a date in words: "5 May 2014", "5-May-2014", "5. Mai 2014", "5 de mayo de 2014", "5th of May, 2014". */
const joint = String.raw`(?:\s{1,3}|\s?[-/]\s?)(?:(?:de|del|of)\s{1,3})?`
type Order = 'mdy' | 'dmy' | 'ymd' | 'ymd-words' | 'dmy-digits' | 'solar' | 'unsure' | 'undated'
/** A number of one or two figures, as the day is where the month is a word. */
const smallNumber = /(?<!\d)\d{1,2}(?!\d)/
const arabicLetter = /[\u0600-\u06ff]/

interface Form {
  readonly pattern: RegExp
  readonly order: Order
  /** What stands in every text that has a date of the form, and is found in a tenth of the time. */
  readonly needs: RegExp
}

const forms: readonly Form[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(${monthNames})\.?(?:\s{1,3}|-)(\d{1,2})(?:st|nd|rd|th)?(?:,\s{0,3}|\s{1,3}|-)(\d{4})${time}${edge}`,
      'iu',
    ),
    order: 'mdy',
    needs: /\d\D{0,6}\d{4}/,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th|\.|er|º|ª|°|-?go|-?го)?(?:${joint}|(?<=\.))(${monthNames})(?:\s?[/(]\s?(?:${monthNames})\)?)?(?:[.,،]{0,2}${joint}|[.,،]{1,2})(\d{4})(?:\s?(?:г\.|года|թ\.|թվական|il|roku|року|r\.|წელი|წ\.|р\.))?${time}${edge}`,
      'iu',
    ),
    order: 'dmy',
    needs: smallNumber,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}./-])(\d{4})(?:\s?(?:թ\.|г\.|წ\.))?[,.]?(?:\s{1,3}|-)(${monthNames})\.?(?:\s{1,3}|-)(\d{1,2})(?:-?ին)?(?![\d:])${time}${edge}`,
      'iu',
    ),
    order: 'ymd-words',
    needs: smallNumber,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}./-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)?${time}(?![/-]\d)${edge}`,
      'iu',
    ),
    order: 'ymd',
    needs: /\d{4}[-/.]\d/,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}./-])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})${time}(?![/-]\d)${edge}`,
      'iu',
    ),
    order: 'dmy-digits',
    needs: /\.\s?\d{1,2}\.\s?\d{4}/,
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\p{N})(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?(?:日|号|號)(?:\s?[(（]\p{L}[)）]|\s?(?:星期|周|週)\p{L}|\s?\p{L}曜日)?(?:\s{0,2}(?:上午|下午|午前|午後)?\s?\d{1,2}(?:[:：]|时|時|點|点)\d{2}分?(?:[:：]\d{2})?)?${edge}`,
      'iu',
    ),
    order: 'ymd',
    needs: /年/,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(\d{1,2})\s{1,3}(${solarNames})(?:\s{0,3}ماه)?،?\s{1,3}(1[34]\d{2})${time}${edge}`,
      'iu',
    ),
    order: 'solar',
    needs: arabicLetter,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(\d{1,2})\s{1,3}(?:من\s{1,3})?(${lunarNames})،?\s{1,3}(1[34]\d{2})(?:\s?(?:هـ|ه)\.?)?${time}${edge}`,
      'iu',
    ),
    order: 'undated',
    needs: arabicLetter,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}./-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)${time}(?![/-]\d)${edge}`,
      'iu',
    ),
    order: 'unsure',
    needs: /\d[/-]\d{1,2}[/-]\d\d/,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}./-])(\d{1,2})(\.)(\d{1,2})\.(\d{2})(?![\d.:])${time}(?![/-]\d)${edge}`,
      'iu',
    ),
    order: 'unsure',
    needs: /\d\.\d{1,2}\.\d\d/,
  },
]

/** Which of day and month comes first in figures where both could be either; undefined where nothing says so. */
export type DayOrder = 'dmy' | 'mdy' | undefined
const noOrder = (): DayOrder => undefined

/**
 * Find the first date in a short line of text.
 *
 * @param dayOrder asked only for a date whose day and month could be exchanged.
 */
export function findDate(line: string, dayOrder: () => DayOrder = noOrder): FoundDate | undefined {
  if (!figure.test(line)) return undefined
  let best: FoundDate | undefined
  const text = asciiDigits(line)
  // Most lines have no date, and most of those no year.
  if (!/\d{4}|\d[./-]\s?\d{1,2}[./-]\s?\d\d/.test(text)) return undefined
  for (const {pattern, order, needs} of forms) {
    if (!needs.test(text)) continue
    const match = pattern.exec(text)
    if (!match || (best && best.start <= match.index)) continue
    const iso = readDate(match, order, dayOrder)
    if (iso === undefined && order !== 'unsure' && order !== 'undated') continue
    best = {iso, start: match.index, end: match.index + match[0].length}
  }
  return best
}

function readDate(match: RegExpExecArray, order: Order, dayOrder: () => DayOrder): string | undefined {
  const [, a, b, c, d] = match as unknown as [string, string, string, string, string]
  switch (order) {
    case 'mdy':
      return isoDate(c, monthByName.get(a.toLowerCase()), b)
    case 'dmy':
      return isoDate(c, monthByName.get(b.toLowerCase()), a)
    case 'ymd':
      return isoDate(a, Number(b), c)
    case 'ymd-words':
      return isoDate(a, monthByName.get(b.toLowerCase()), c)
    case 'solar':
      return solarDate(Number(c), solarMonths.indexOf(b) + 1, Number(a))
    case 'dmy-digits':
      return isoDate(c, Number(b), a)
    case 'undated':
      return undefined
    case 'unsure': {
      if (Number(a) > 12) return isoDate(d, Number(c), a)
      if (Number(c) > 12) return b === '.' ? undefined : isoDate(d, Number(a), c)
      if (a === c || dayOrder() === 'dmy') return isoDate(d, Number(c), a)
      return b !== '.' && dayOrder() === 'mdy' ? isoDate(d, Number(a), c) : undefined
    }
  }
}

const figure = /[\d\u0660-\u0669\u06f0-\u06f9\uff10-\uff19\u0966-\u096f]/
const otherFigure = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19\u0966-\u096f]/

/** Find the first dates in a short line, in order. */
export function findDates(line: string, most: number, dayOrder: () => DayOrder = noOrder): FoundDate[] {
  const found: FoundDate[] = []
  for (let from = 0; found.length < most; ) {
    const date = findDate(line.slice(from), dayOrder)
    if (!date) break
    found.push({iso: date.iso, start: date.start + from, end: date.end + from})
    from += date.end
  }
  return found
}

/** Parts of a date in figures whose order shows, for one of them is no month: `13/05/2019`, `05/13/2019`. */
const telling = /(?<![\d./-])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?![\d/-])/g

/** Tell the order of day and month from the dates of a text that can be read only one way; `both` where it has both. */
export function tellingOrder(text: string): DayOrder | 'both' {
  let order: DayOrder
  if (!text.includes('/')) return order
  for (const [, a, b] of asciiDigits(text).matchAll(telling)) {
    const found =
      Number(a) > 12 && Number(a) <= 31 && Number(b) <= 12
        ? 'dmy'
        : Number(b) > 12 && Number(b) <= 31 && Number(a) <= 12
          ? 'mdy'
          : undefined
    if (found === undefined) continue
    if (order !== undefined && order !== found) return 'both'
    order = found
  }
  return order
}

const monthAlone = new RegExp(
  String.raw`^(${monthNames})\.?,?\s+(?:de\s+|del\s+|of\s+)?(\d{4})(?:\s?(?:г\.|года|թ\.|roku|року))?$`,
  'iu',
)

/** Read a line that is a month and a year; ISO 8601, `YYYY-MM`. */
export function findMonth(line: string): string | undefined {
  if (line.length >= 40 || !figure.test(line)) return undefined
  const text = asciiDigits(line.trim())
  // A look at its figures tells most dates from a month, of which there are hundreds of names.
  const match = /^\D+\d{4}\D{0,6}$/.test(text) ? monthAlone.exec(text) : null
  const year = Number(match?.[2])
  const month = match && monthByName.get(match[1]!.toLowerCase())
  return month && year >= 1800 && year <= 2100 ? `${year}-${String(month).padStart(2, '0')}` : undefined
}

/** Arabic, Persian, Indian and wide digits as ASCII ones, in the same places. */
function asciiDigits(text: string): string {
  if (!otherFigure.test(text)) return text
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
}

/** Days of the solar calendar of Iran before its year 1, less those of the common one before 1970. */
const solarOffset = 355_668 + 719_528

/** Write a date of the solar calendar of Iran, whose leap years go by a cycle of 33, as ISO 8601. */
function solarDate(year: number, month: number, day: number): string | undefined {
  if (day < 1 || day > (month < 7 ? 31 : 30)) return undefined
  // The cycle is counted from 1595 years before.
  const from = year + 1595
  const leaps = Math.floor(from / 33) * 8 + Math.floor(((from % 33) + 3) / 4)
  const days = 365 * from + leaps + day + (month < 7 ? (month - 1) * 31 : (month - 7) * 30 + 186) - solarOffset
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}

/** Tell whether a word is the name of a month in one of the languages. */
export function isMonth(word: string): boolean {
  return wholeNames.has(word.toLowerCase())
}

/** Write a date as ISO 8601, if there is such a day and somebody could have published on it. */
function isoDate(year: string, month: number | undefined, day: string): string | undefined {
  const fullYear = year.length === 2 ? (Number(year) < 70 ? 2000 : 1900) + Number(year) : Number(year)
  if (month === undefined || month < 1 || month > 12 || fullYear < 1800 || fullYear > 2100) return undefined
  const lastDay = new Date(Date.UTC(fullYear, month, 0)).getUTCDate()
  if (Number(day) < 1 || Number(day) > lastDay) return undefined
  return `${fullYear}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Read a date that a page declares; ISO 8601 is kept as exact as it is. */
export function declaredDate(value: string): string | undefined {
  const text = value.trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text)
  if (iso) {
    const [, year, month, day, clock, seconds = ':00', zone = ''] = iso
    const date = isoDate(year!, Number(month), day!)
    if (!date) return undefined
    // A clock that no day has says nothing, the date beside it does.
    return clock === undefined || !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(clock)
      ? date
      : `${date}T${clock}${seconds}${/^z$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`
  }
  if (/^\d{8}$/.test(text)) return isoDate(text.slice(0, 4), Number(text.slice(4, 6)), text.slice(6))
  return text.length < 80 ? findDate(text)?.iso : undefined
}

/** Read a year, or a year and a month, as front matter may state them; ISO 8601. */
export function partialDate(value: string): string | undefined {
  const text = value.trim()
  if (!/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(text)) return findMonth(text)
  const year = Number(text.slice(0, 4))
  return year >= 1800 && year <= 2100 ? text : undefined
}
