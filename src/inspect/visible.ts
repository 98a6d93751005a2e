/**
 * Show text that strangers wrote without letting it act on the terminal, and make visible what differs unseen.
 *
 * A scrape may hold escape sequences that move the cursor, set the title or colour the rest of the screen, and
 * direction controls that show a line in another order than it has. None of them is ever written raw.
 */

/** Acts on the terminal or on the order of what it shows; tab and newline are the caller's. */
const acting =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\u{e0000}-\u{e007f}]|[\ud800-\udfff]/gu
/** Shows as nothing, or as a space that it is not. */
const unseen =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: every character is meant alone
  /[^\S\n ]|[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2060-\u2064\u3164\ufe00-\ufe0f\ufeff]/gu
/** All that a reader does not see as ink. */
const inkless =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: every character is meant alone
  /[\s\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u0000-\u001f\u007f-\u009f]/gu

/** Write every character that would act on a terminal as `\x1b` or `<U+202E>`. */
export function visible(text: string): string {
  return text.replace(acting, notation)
}

/** As `visible`, and write white space and zero-width characters as notation as well, except single spaces. */
export function explicit(text: string): string {
  return visible(text).replace(unseen, notation)
}

/** Whether two texts look the same on paper: then only notation can tell them apart. */
export function differsUnseen(before: string, after: string): boolean {
  return before !== after && before.replace(inkless, '') === after.replace(inkless, '')
}

/** Text on one line: newlines shown as `⏎`. */
export function oneLine(text: string): string {
  return visible(text).replace(/\n/g, '⏎')
}

/** The first `limit` characters of a text, and a sign that there was more; never half a character. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, boundary(text, limit))}…`
}

/** The nearest offset at or before `offset` that does not part a surrogate pair or a letter from its marks. */
export function boundary(text: string, offset: number): number {
  let at = offset
  // Marks pile up without end only in hostile text.
  for (let steps = 0; at > 0 && at < text.length && steps < 32; steps++) {
    const isPair = /[\udc00-\udfff]/.test(text[at]!) && /[\ud800-\udbff]/.test(text[at - 1]!)
    if (!isPair && !/^[\p{M}\u200d]/u.test(text.slice(at, at + 2))) break
    at--
  }
  return at
}

function notation(character: string): string {
  const code = character.codePointAt(0)!
  if (character === '\t') return '\\t'
  if (code < 0xa0) return `\\x${code.toString(16).padStart(2, '0')}`
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}
