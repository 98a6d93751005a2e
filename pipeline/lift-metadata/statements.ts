/** Tell the lines that state something about the document, each of which is asked about for its neighbours too. */
import {readByline, readDateLine} from './head-lines.js'
import type {Unit} from './units.js'

const known = new WeakMap<Unit, boolean>()
/** Most words of such a line. */
const mostWords = 25

/** A byline that names nobody: "By our critics", "From a staff writer". */
const unnamed =
  /^(?:by|from|von|par|por) (?:our|an?|the|unser\p{L}*|nos|notre|nuestr\p{L}+) (?:\p{L}+ ){0,2}(?:staff|critics?|correspondents?|reporters?|writers?|editors?|redaktion|mitarbeiter\p{L}*|critiques|correspondante?s?|rédaction|corresponsal(?:es)?|redacción)$/iu

/** Tell a byline or a date line. */
export function isStatement(unit: Unit): boolean {
  let found = known.get(unit)
  if (found === undefined) {
    const isShort = unit.words > 0 && unit.words <= mostWords
    const {text} = unit
    found = isShort && (unnamed.test(text.trim()) || readByline(text) !== undefined || readDateLine(text) !== undefined)
    known.set(unit, found)
  }
  return found
}

/** A line of the header of a message, of which too little is left for it to be read. */
export const messageLine: RegExp = /^(?:from|to|b?cc|sent|date|reply-to):\s/i
