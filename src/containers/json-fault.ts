/**
 * Find the place at which a text is no JSON. The messages of the engine's own parser differ from version to version, and some
 * tell no place; what is recorded of a run has to be the same everywhere.
 */

const space = /[ \t\n\r]*/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y
/** A row of what may stand in a string; one expression for all of a string would overflow its stack on a long one. */
const plainCharacters = /[^"\\\x00-\x1f]+/y
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y

/** Say where a text is no JSON and what stands there: `unexpected "}" at character 12`. For texts that JSON.parse refuses. */
export function describeJsonFault(text: string): string {
  const at = findFault(text)
  if (at >= text.length) return `unexpected end after ${text.length} ${text.length === 1 ? 'character' : 'characters'}`
  const found = JSON.stringify(String.fromCodePoint(text.codePointAt(at)!))
  return `unexpected ${found} at character ${at + 1}`
}

/** Offset of the first character that cannot stand where it does. */
function findFault(text: string): number {
  let at = 0
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const length = pattern.exec(text)?.[0].length ?? 0
    at += length
    return length > 0
  }
  /** Read a string behind its opening quote. */
  const readString = (): boolean => {
    while (skip(plainCharacters) || skip(escaped)) {}
    return text[at++] === '"'
  }
  /** What is open, by what closes it. */
  const open: string[] = []
  let expected: 'value' | 'key' | 'colon' | 'next' = 'value'
  /** Whether what is open may end here: nothing stands in it yet. */
  let mayEnd = false
  for (;;) {
    skip(space)
    const sign = text[at]
    if (sign === undefined) return at
    if (mayEnd && sign === open.at(-1)) {
      at += 1
      open.pop()
      expected = 'next'
      mayEnd = false
      continue
    }
    mayEnd = false
    if (expected === 'key') {
      if (sign !== '"') return at
      at += 1
      if (!readString()) return at - 1
      expected = 'colon'
    } else if (expected === 'colon') {
      if (sign !== ':') return at
      at += 1
      expected = 'value'
    } else if (expected === 'next') {
      const closing = open.at(-1)
      if (closing === undefined) return at
      if (sign === ',') expected = closing === '}' ? 'key' : 'value'
      else if (sign === closing) open.pop()
      else return at
      at += 1
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? '}' : ']')
      expected = sign === '{' ? 'key' : 'value'
      mayEnd = true
      at += 1
    } else {
      if (sign === '"') {
        at += 1
        if (!readString()) return at - 1
      } else if (!skip(number) && !skip(word)) return at
      expected = 'next'
    }
  }
}
