/**
 * Read the objects in the scripts of a page, JSON or JavaScript alike, as far as quotes, braces and colons tell them. Nothing is run or
 * parsed as a program: what looks like an object and is none has no key that anybody asks for.
 *
 * Strings that hold a state of their own are read as one, a few deep. Each character is read a bounded number of times.
 */

/** What is told of the objects of a state, from the outermost in. */
export interface StateReader {
  /** An object or a list begins, under a key or among others. */
  open(key: string | undefined): void
  close(): void
  value(key: string, value: string): void
}

/** Longest text that is a value or a key. */
const longestValue = 1000
const longestQuoted = 300
/** How many states may stand in one another, each a string of the one around it. */
const deepestState = 3

const word = /[A-Za-z_$][\w$]{0,80}/y
const digits = /-?\d{1,16}(?:\.\d{1,16})?/y
const afterKey = /\s{0,20}:/y
const escapes: Readonly<Record<string, string>> = {n: '\n', t: '\t', r: '\r', b: '\b', f: '\f'}

/** Read a script. */
export function scanState(source: string, reader: StateReader, depth = 0): void {
  const text = depth === 0 && source.includes('{&q;') ? unquoted(source) : source
  let key: string | undefined
  const take = (value: string): void => {
    if (key !== undefined) reader.value(key, value)
    key = undefined
  }
  for (let at = 0; at < text.length; ) {
    const character = text[at]!
    if (character === '"' || character === "'") {
      const end = endOf(text, at)
      if (end < 0) {
        // Without an end it was an apostrophe, or there is nothing behind it that could be told.
        if (character === '"') return
        at = -end
        continue
      }
      const content = text.slice(at + 1, end)
      at = end + 1
      if (depth < deepestState && content.includes('\\"') && /[{[]/.test(content)) {
        reader.open(key)
        scanState(unescaped(content), reader, depth + 1)
        reader.close()
        key = undefined
      } else if (content.length > longestValue) key = undefined
      else if (isKey(text, at)) key = unescaped(content)
      else take(unescaped(content))
      continue
    }
    if (character === '{' || character === '[') {
      reader.open(key)
      key = undefined
    } else if (character === '}' || character === ']') {
      reader.close()
      key = undefined
    } else if (character === ',' || character === ';') key = undefined
    else {
      word.lastIndex = at
      const name = word.exec(text)?.[0]
      digits.lastIndex = at
      const number = name === undefined ? digits.exec(text)?.[0] : undefined
      if (name !== undefined) {
        at += name.length
        if (isKey(text, at)) key = name
        continue
      }
      if (number !== undefined) {
        at += number.length
        take(number)
        continue
      }
    }
    at++
  }
}

function isKey(text: string, at: number): boolean {
  afterKey.lastIndex = at
  return afterKey.test(text)
}

/**
 * The end of a string; of one in single quotes, which apostrophes look like, only near and on its line. Where there is none, how far
 * it was looked for, as a negative number.
 */
function endOf(text: string, start: number): number {
  const quote = text[start]!
  const stop = quote === '"' ? text.length : Math.min(text.length, start + longestQuoted)
  for (let at = start + 1; at < stop; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === quote) return at
    else if (character === '\n' && quote === "'") return -at
  }
  return -stop
}

function unescaped(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\(?:u([\da-f]{4})|(.))/gis, (_, code: string | undefined, character: string) =>
        code === undefined ? (escapes[character] ?? character) : String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
}

/** The state of a framework that escapes what HTML would read. */
function unquoted(text: string): string {
  const signs: Readonly<Record<string, string>> = {q: '"', a: '&', s: "'", l: '<', g: '>'}
  return text.replace(/&([qaslg]);/g, (_, sign: string) => signs[sign]!)
}
