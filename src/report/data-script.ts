/**
 * Write data as a classic script, for a page from disk may load nothing else: one call with a text of JSON, which the client parses.
 * Whatever a scrape holds, the file is a call with two strings, in ASCII where that matters.
 */

/** The one function that data files call. */
const receiver = 'palimpsestData'

/** Ends a script, or a line of one, or is no character at all. */
const unsafe = /[<>\u2028\u2029\ufeff]|[\ud800-\udfff]/gu

/**
 * Write a data file.
 *
 * @param name the path of the file below the report without its ending, by which the client waits for it.
 */
export function dataScript(name: string, value: unknown): string {
  return `${receiver}(${literal(name)},${literal(JSON.stringify(value))})\n`
}

/** A string literal. With the `u` flag the surrogates of a pair are one character, so that lone ones alone are hit. */
function literal(text: string): string {
  return JSON.stringify(text).replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
