/**
 * Keep the lines under the title that say what is recorded nowhere: the day of an event, a date that cannot be told, a name other than
 * the author's. lift-metadata left them, and what only repeats the front matter is debris, not these.
 */
import type {MetadataFact} from '../../src/document/document.js'
import {isUnrecorded} from '../lift-metadata/recorded.js'
import type {Removal} from './decide.js'
import {titleOf} from './edges.js'
import type {Unit} from './units.js'

/** Rules that take a line for being a date or a byline, or for its place. */
const byForm: ReadonlySet<string> = new Set(['under-title', 'before-body', 'date-stamp', 'byline'])
/** Most words of such a line. */
const mostWords = 25

/**
 * Take back the removals of such lines.
 *
 * @param title the title in the front matter, folded; of a text without none is known for a line under it.
 */
export function spareUnrecorded(
  units: readonly Unit[],
  removals: readonly (Removal | undefined)[],
  title: string,
  facts: readonly MetadataFact[],
): readonly (Removal | undefined)[] {
  if (title === '') return removals
  const body = units.findIndex(({isProse, type}) => isProse && type === 'paragraph')
  const from = titleOf(units, body < 0 ? units.length : body, title)
  if (from < 0) return removals
  return removals.map((removal, index) => {
    if (!removal || index <= from || (body >= 0 && index >= body) || !byForm.has(removal.rule)) return removal
    const {plain, words} = units[index]!
    return words <= mostWords && isUnrecorded(plain.replace(/[*_]+/g, '').trim(), facts) ? undefined : removal
  })
}
