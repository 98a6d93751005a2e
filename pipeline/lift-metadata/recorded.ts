/** Tell whether what a line says of the document is recorded: only then may the line go. */
import type {MetadataFact} from '../../src/document/document.js'
import {foldText} from '../../src/document/visible-text.js'
import {namesPublisher, readHeadLine, type Statement} from './head-lines.js'

type Value = MetadataFact['value'] | undefined

/** How far two days may be apart that are the same one in two zones. */
const oneDay = 86_400_000

/**
 * Tell whether what a line states is said by what is known: the day of a date, or its neighbour, and one of the names.
 *
 * @param known what is known of a field.
 */
export function isRecorded(statements: readonly Statement[], known: (field: string) => Value): boolean {
  return statements.every(({field, value}) => {
    if (field === 'date' || field === 'modified') {
      return [known('date'), known('modified')].some((day) => isSameDay(String(value), String(day ?? '')))
    }
    if (field !== 'author') return true
    const words = new Set([known('author') ?? []].flat().flatMap((name) => foldText(name).split(' ')))
    return [value].flat().some((name) =>
      foldText(name)
        .split(' ')
        .some((word) => words.has(word)),
    )
  })
}

/** Tell a line that dates a document or names its author, and says what is recorded nowhere. */
export function isUnrecorded(text: string, facts: readonly MetadataFact[]): boolean {
  const line = readHeadLine(text)
  const known = (field: string): Value => facts.findLast((fact) => fact.field === field)?.value
  if (!line) return namesPublisher(text)
  return line.isUncertain || !isRecorded(line.statements, known)
}

/** Tell two dates of one day, each as exact as it is. */
function isSameDay(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length, 10)
  if (length < 4) return false
  if (date.slice(0, length) === other.slice(0, length)) return true
  return length === 10 && Math.abs(Date.parse(date.slice(0, 10)) - Date.parse(other.slice(0, 10))) <= oneDay
}
