/**
 * Read dates as pages and messages declare them to programs: ISO 8601 in its two forms, the dates of e-mail and of C, and whatever else
 * says which day is meant. A date stays as exact as it was declared, its zone included; one whose day and month could be exchanged
 * is read only where the language of the page puts the day first.
 */
import {declaredDate} from './dates.js'

const shortMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const mailDate =
  /^(?:[a-z]{3,9},?\s+)?(?<day>\d{1,2})\s+(?<month>[a-z]{3})[a-z]{0,6}\.?\s+(?<year>\d{4})(?:\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?:\s+(?<zone>[+-]\d{4}|gmt|utc?|z)(?![a-z\d]))?)?/i
/** As C and Java print it: `Mon Jun  3 10:00:00 2019`, `Mon Jun 03 10:00:00 CEST 2019`. */
const clockDate =
  /^[a-z]{3}\s+(?<month>[a-z]{3})\s+(?<day>\d{1,2})\s+(?<hour>\d{1,2}):(?<minute>\d{2}):(?<second>\d{2})(?:\s+(?:(?<zone>gmt|utc)|[a-z]{3,4}))?\s+(?<year>\d{4})$/i

/** Read the date of a message or of a log; ISO 8601, with its zone where that is a number or that of Greenwich. */
export function messageDate(value: string): string | undefined {
  const groups = (clockDate.exec(value) ?? mailDate.exec(value))?.groups
  if (!groups) return declaredDate(value)
  const {year = '', month = '', day = '', hour, minute = '', second = '00', zone = ''} = groups
  const number = shortMonths.indexOf(month.toLowerCase()) + 1
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  if (hour === undefined) return declaredDate(date)
  const isGreenwich = /^(?:[a-z]|-0000$)/i.test(zone)
  return declaredDate(`${date}T${hour.padStart(2, '0')}:${minute}:${second}${isGreenwich ? 'Z' : zone}`)
}

/** What programs write that know no date: the first day of their calendar, in any zone. */
const noDate = /^(?:1970-01-01|1969-12-31|1900-01-0[01]|1899-12-3[01]|0)/
const basic = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/i
const numeric = /^(?:\p{L}{2,12}\.?,?\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\d/.-])/u
/** Languages that put the day first wherever they are spoken; of English and Spanish not all countries do. */
const dayFirst =
  /^(?:de|fr|it|pt|nl|pl|ru|uk|be|cs|sk|sl|hr|sr|bs|mk|bg|ro|el|tr|az|hy|ka|da|nb|nn|no|fi|et|lv|he|ar|id|vi|ca|gl|is|es-(?:es|mx|ar|cl|co|pe|uy|py|bo|ec|ve)|en-(?:gb|ie|au|nz|in|za))(?:$|[-_])/i

/**
 * Read a declared date.
 *
 * @param language tag of the language that the page is in, as far as it says so.
 * @returns ISO 8601; undefined for what is no date, or may be two.
 */
export function readDeclaredDate(value: string, language = ''): string | undefined {
  const text = value.trim().replace(/\s+/g, ' ')
  if (text.length > 100) return undefined
  const date = exactDate(text) ?? numericDate(text, language)
  return date === undefined || noDate.test(date) ? undefined : date
}

function exactDate(text: string): string | undefined {
  const [, year, month, day, hour, minute, second = '00', zone = ''] = basic.exec(text) ?? []
  if (year !== undefined) {
    const clock = hour === undefined ? '' : `T${hour}:${minute}:${second}${zone}`
    return declaredDate(`${year}-${month}-${day}${clock}`)
  }
  // Some write slashes in place of hyphens, or of a zone its hours alone.
  const iso = text
    .replace(/^(\d{4})\/(\d{2})\/(\d{2})(?!\d)/, '$1-$2-$3')
    .replace(/(:\d{2}(?:\.\d+)?[+-]\d{2})$/, '$1:00')
  return messageDate(iso)
}

function numericDate(text: string, language: string): string | undefined {
  const [, day, month, year] = dayFirst.test(language) ? (numeric.exec(text) ?? []) : []
  return year && declaredDate(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`)
}

/** Tell whether a date is before another, as far as both are exact. */
export function isBefore(date: string, other: string): boolean {
  const isExact = (text: string): boolean => /(?:Z|[+-]\d{2}:\d{2})$/.test(text) && text.includes('T')
  if (isExact(date) && isExact(other)) return Date.parse(date) < Date.parse(other)
  const length = Math.min(date.length, other.length, 10)
  return date.slice(0, length) < other.slice(0, length)
}
