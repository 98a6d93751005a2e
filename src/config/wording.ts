/** Word what was not expected: quoted, and beside what would have been. */
import {nearest} from '../document/nearest.js'

/** Put text between quotes, on one line, control characters made visible, shortened when long. */
export function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** List what is accepted, and name the nearest to what was written. */
export function oneOf(accepted: readonly string[], found: string): string {
  if (accepted.length === 0) return 'expected none'
  const hint = nearest(found, accepted)
  return `expected ${accepted.length > 1 ? 'one of ' : ''}${accepted.join(', ')}${hint === undefined ? '' : `; did you mean ${quote(hint)}?`}`
}
