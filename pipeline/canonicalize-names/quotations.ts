/**
 * Find the quotations of a paragraph: every style of quotation mark, nested or not, broken by an attribution or not.
 *
 * An apostrophe, an inch mark and a mark that never closes are told apart from quotation marks by their neighbours. A
 * quotation that does not close in its paragraph runs to the end of it, as those of several paragraphs do.
 */
import type {Range} from '../../src/document/range.js'

/** Opening marks that cannot be anything else, and what closes them. */
const pairs: Readonly<Record<string, string>> = {
  '“': '”“"',
  '„': '”“"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '〝': '〞',
  '‟': '”',
  '＂': '＂',
}
const mark = /``|["“„«»‹›「『〝‟＂‘‚']/g
const opensAfter = /[\s([{—–―\-/*_~:>\u0000]/
const closesBefore = /[\s.,;:!?…)\]}—–―\-/*_~"'”’»<\u0000]/

/** Find quotations in the text of one paragraph, in order, outermost only, marks included. */
export function findQuotations(text: string): Range[] {
  const found: Range[] = []
  if (/^\s*[—―–]\s/.test(text)) return [{start: 0, end: text.length}]
  mark.lastIndex = 0
  let match = mark.exec(text)
  while (match) {
    const start = match.index
    const end = endOf(text, match[0], start)
    if (end > start) {
      found.push({start, end})
      mark.lastIndex = end
    }
    match = mark.exec(text)
  }
  return found
}

function endOf(text: string, opening: string, start: number): number {
  const before = start === 0 ? ' ' : text.charAt(start - 1)
  const after = text.charAt(start + 1)
  if (opening === "'" || opening === '‘' || opening === '‚') return endOfSingle(text, opening, start, before, after)
  if (opening === '``') {
    const close = text.slice(0, start + maxSingle).indexOf("''", start + 2)
    return close < 0 ? start : close + 2
  }
  if (opening === '"') {
    if (!opensAfter.test(before) || after === '' || /\s/.test(after)) return start
    for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
      const isInch =
        /\d/.test(text.charAt(at - 1)) && text.indexOf('"', at + 1) >= 0 && /\s\w/.test(text.slice(at + 1, at + 3))
      if (!isInch && !/\s/.test(text.charAt(at - 1))) return at + 1
    }
    return text.length
  }
  // »German« turns the marks round; a » after a word closes something that is not open.
  if ((opening === '»' || opening === '›') && (!opensAfter.test(before) || /\s|^$/.test(after))) return start
  const closers = pairs[opening]!
  for (let at = start + 1; at < text.length; at++) {
    if (closers.includes(text.charAt(at))) return at + 1
  }
  return text.length
}

/** Longest quotation in single marks, and the most apostrophes in it. */
const maxSingle = 600
const maxApostrophes = 12

/** Words that begin with an apostrophe. */
const elision = /^['‘](?:\d|tis\b|twas\b|em\b|til\b|cause\b|n\b|bout\b)/i

function endOfSingle(text: string, opening: string, start: number, before: string, after: string): number {
  if (!opensAfter.test(before) && !/["“„«]/.test(before)) return start
  if (after === '' || /\s/.test(after) || elision.test(text.slice(start, start + 6))) return start
  const closers = opening === "'" ? "'" : opening === '‘' ? "’'" : '‘’'
  let weak = start
  let seen = 0
  // A quotation in single marks is short; the bound keeps a stray mark from being looked for to the end each time.
  const limit = Math.min(text.length, start + maxSingle)
  for (let at = start + 1; at < limit && seen < maxApostrophes; at++) {
    const character = text.charAt(at)
    if (!closers.includes(character)) continue
    seen++
    const next = text.charAt(at + 1)
    if (next !== '' && !closesBefore.test(next)) continue
    if (/[.,;!?…]/.test(text.charAt(at - 1))) return at + 1
    if (weak === start) weak = at + 1
  }
  return weak
}
