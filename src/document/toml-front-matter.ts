/**
 * Find front matter in TOML, as Hugo and Zola write it: at the head of a text, between two lines of `+++`.
 *
 * It is found by its first line, which is a key, a table or a comment before one. What stands below may be anything, for
 * a text over several lines may stand there; whether it is TOML is for its reader to say.
 */

const opening = /^\+\+\+[ \t]*\n/
const closing = /^\+\+\+[ \t]*$/
const firstLine = /^[ \t]*(?:(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[^=\n]*)?[ \t]*=|\[[^\]\n]+\])/
/** Longest front matter; text between two such lines that far apart is none. */
const reach = 1_000_000

/** Where the lines between the two fences stand, and where the whole ends; undefined for a text without. */
export interface TomlFrontMatter {
  readonly bodyStart: number
  /** Behind the last newline of the body. */
  readonly bodyEnd: number
  /** Behind the closing fence, before its newline. */
  readonly end: number
}

/** Find the TOML front matter of a text whose line ends are `\n`. */
export function findTomlFrontMatter(text: string): TomlFrontMatter | undefined {
  const bodyStart = opening.exec(text)?.[0].length
  if (bodyStart === undefined) return undefined
  let isEmpty = true
  for (let start = bodyStart; start < Math.min(text.length, reach); ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, Math.min(end, start + 300))
    if (closing.test(line) && end - start < 300) return isEmpty ? undefined : {bodyStart, bodyEnd: start, end}
    if (isEmpty && !/^[ \t]*(?:#|$)/.test(line)) {
      if (!firstLine.test(line)) return undefined
      isEmpty = false
    }
    start = end + 1
  }
  return undefined
}
