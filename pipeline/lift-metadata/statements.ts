/** Tell the lines that state something about the document, each of which is asked about for its neighbours too. */
import {readByline, readDateLine} from './head-lines.js'
import type {Unit} from './units.js'

const known = new WeakMap<Unit, boolean>()
/** Most words of such a line. */
const mostWords = 25

/** Tell a byline or a date line. */
export function isStatement(unit: Unit): boolean {
  let found = known.get(unit)
  if (found === undefined) {
    const isShort = unit.words > 0 && unit.words <= mostWords
    known.set(unit, (found = isShort && (readByline(unit.text) !== undefined || readDateLine(unit.text) !== undefined)))
  }
  return found
}

/** A line of the header of a message, of which too little is left for it to be read. */
export const messageLine: RegExp = /^(?:from|to|b?cc|sent|date|reply-to):\s/i
