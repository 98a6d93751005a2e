/**
 * Mend JSON that templates write by hand: line breaks and quotes in strings that nobody escaped, comments, a comma too much or too
 * little, brackets that do not match, two documents in one. One pass from left to right, so that no text costs more than its length;
 * what is further off from JSON is for the parser to refuse.
 */

/** Most documents that are opened again: each costs a look at all before it. */
const mostReopened = 3
const escapes: Readonly<Record<string, string>> = {'\n': '\\n', '\r': '\\r', '\t': '\\t'}

/** Mend JSON as far as it can be; the result is a list of all documents that stand in the text. */
export function mendJson(text: string): string {
  const open: string[] = []
  let mended = ''
  // What stands before the next value: nothing, a value to which a comma is due, a comma that waits for one.
  let before: 'nothing' | 'value' | 'comma' = 'nothing'
  let closed = -1
  let reopened = 0
  const begin = (): void => {
    if (before !== 'nothing') mended += ','
    before = 'nothing'
  }
  for (let at = 0; at < text.length; ) {
    const character = text[at]!
    if (character === '"') {
      begin()
      const end = stringEnd(text, at)
      mended += mendedString(text.slice(at + 1, end))
      at = end + 1
      before = 'value'
    } else if (character === '{' || character === '[') {
      begin()
      open.push(character === '{' ? '}' : ']')
      mended += character
      at++
    } else if (character === '}' || character === ']') {
      // One that closes nothing was written by a template that closed it before.
      if (open.at(-1) === character) {
        open.pop()
        if (open.length === 0) closed = mended.length
        mended += character
        before = 'value'
      }
      at++
    } else if (character === ':') {
      // A key behind the end of the document says that a bracket before it was one too much.
      if (open.length === 0 && mended[closed] === '}' && reopened++ < mostReopened) {
        mended = mended.slice(0, closed) + mended.slice(closed + 1)
        open.push('}')
      }
      mended += character
      before = 'nothing'
      at++
    } else if (character === ',') {
      if (before === 'value') before = 'comma'
      at++
    } else if (character === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const end = text[at + 1] === '/' ? text.indexOf('\n', at) : text.indexOf('*/', at + 2) + 1
      at = end <= 0 ? text.length : end + 1
    } else if (/[\s;]/.test(character)) at++
    else {
      const [word] = /^[^\s,:;[\]{}"/]+/.exec(text.slice(at, at + 100)) ?? [character]
      begin()
      mended += word
      at += word.length
      before = 'value'
    }
  }
  return `[${mended}${open.reverse().join('')}]`
}

/** Where a string ends: at a quote behind which JSON goes on; any other stands in the text. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') {
      let next = at + 1
      let isNewLine = false
      for (; next < text.length && /\s/.test(text[next]!); next++) isNewLine ||= text[next] === '\n'
      if (next === text.length || /^(?:[,:;}\]]|\/[/*])/.test(text.slice(next, next + 2))) return at
      // A comma may be wanting at the end of a line.
      if (isNewLine && text[next] === '"') return at
    }
  }
  return text.length
}

function mendedString(content: string): string {
  return `"${content.replace(/\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|[\\"\0-\x1f]/g, (found) => {
    if (found.length > 1) return found
    return found === '\\' ? '\\\\' : found === '"' ? '\\"' : (escapes[found] ?? ' ')
  })}"`
}
