/**
 * Find what is quoted: every style of quotation mark, nested or not, broken by an attribution or not, over several
 * paragraphs, and speech that a colon introduces.
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
const mark = /``|''|["“„«»‹›「『〝‟＂‘‚']/g
const opensAfter = /[\s([{—–―\-/*_~:>\u0000]/
const closesBefore = /[\s.,;:!?…)\]}—–―\-/*_~"'”’»<\u0000]/
const dialogue = /^\s*[—―–]\s/

/** Find quotations in the text of one paragraph, in order, outermost only, marks included. */
export function findQuotations(text: string): Range[] {
  if (dialogue.test(text)) return [{start: 0, end: text.length}]
  const spoken = spokenFrom(text)
  const found: Range[] = []
  mark.lastIndex = 0
  for (let match = mark.exec(text); match && match.index < spoken; match = mark.exec(text)) {
    const start = match.index
    const end = endOf(text, match[0], start)
    if (end > start) {
      found.push({start, end})
      mark.lastIndex = end
    }
  }
  if (spoken < text.length) found.push({start: spoken, end: text.length})
  return found
}

/** A verb of speech, or a thing that is read, and a colon. */
const speech = String.raw`said|says|saying|wrote|writes|writing|added|adds|replied|replies|answered|answers|asked|asks|declared|declares|stated|states|announced|announces|reads|reading|tweeted|tweets|posted|continued|continues|explained|explains|insisted|insists|recalled|recalls|concluded|concludes|warned|warns|shouted|cried|sang|sings|chanted|chanting|quoted|told \p{L}+|as follows|following|in (?:his|her|their) (?:own )?words|slogan|motto|placard|banner|inscription|headline|caption`
/** The words are looked for first, since what stands before them would else be asked at each letter. */
const spokenBefore = new RegExp(
  String.raw`(?=${speech})(?<!\p{L})(?:${speech})(?: \p{L}+){0,3}:\s+(?=[\p{Lu}"“„«‘'])`,
  'gu',
)
/** A speaker at the beginning of a line: "Q:", "President Sahakyan:". */
const speaker =
  /^\s*(?:Q|A|Question|Answer|Interviewer|Host|Moderator|(?:(?:Mr|Mrs|Ms|Dr|Prof|President|Minister|Prime Minister|Foreign Minister|General|Ambassador)\.? )\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?):\s+/u

/** Where speech without marks begins; the end of the text where there is none. */
function spokenFrom(text: string): number {
  const label = speaker.exec(text)
  if (label) return label[0].length
  spokenBefore.lastIndex = 0
  for (let match = spokenBefore.exec(text); match; match = spokenBefore.exec(text)) {
    const at = match.index + match[0].length
    // Marks say themselves how far it goes.
    if (!/["“„«‘']/.test(text.charAt(at))) return at
  }
  return text.length
}

function endOf(text: string, opening: string, start: number): number {
  const before = start === 0 ? ' ' : text.charAt(start - 1)
  const after = text.charAt(start + opening.length)
  if (opening === "'" || opening === '‘' || opening === '‚') return endOfSingle(text, opening, start, before, after)
  if (opening === '``' || opening === "''") {
    if (opening === "''" && (!opensAfter.test(before) || after === '' || /\s/.test(after))) return start
    const close = text.slice(0, start + longestSingle).indexOf("''", start + 2)
    return close < 0 ? start : close + 2
  }
  if (opening === '"') return endOfStraight(text, start, before, after)
  // »German« turns the marks round; a » after a word closes something that is not open.
  if ((opening === '»' || opening === '›') && (!opensAfter.test(before) || /\s|^$/.test(after))) return start
  const closers = pairs[opening]!
  let depth = 1
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === opening && opensAfter.test(text.charAt(at - 1)) && /\p{L}/u.test(text.charAt(at + 1))) depth++
    else if (closers.includes(character) && --depth === 0) return at + 1
  }
  return text.length
}

function endOfStraight(text: string, start: number, before: string, after: string): number {
  if (!opensAfter.test(before) || after === '' || /\s/.test(after)) return start
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    const isInch =
      /\d/.test(text.charAt(at - 1)) && text.indexOf('"', at + 1) >= 0 && /\s\w/.test(text.slice(at + 1, at + 3))
    if (!isInch && !/\s/.test(text.charAt(at - 1))) return at + 1
  }
  return text.length
}

/** Longest quotation in single marks, and the most apostrophes in it. */
const longestSingle = 600
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
  const limit = Math.min(text.length, start + longestSingle)
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

/** Most paragraphs that a quotation runs through without a mark at their beginning. */
const longestRun = 12
const opener = /^\s*["“„«»]/

/**
 * Find the paragraphs that a quotation goes through whose marks stand in others: it opens in one, is not opened anew, and
 * closes in a later one.
 *
 * @param paragraphs in order; undefined for a block that is none, which ends what is open.
 * @returns for each paragraph up to where it belongs to a quotation that began before it.
 */
export function carriedQuotations(paragraphs: readonly (string | undefined)[]): number[] {
  const carried = paragraphs.map(() => 0)
  let from: number | undefined
  for (const [index, text] of paragraphs.entries()) {
    if (text === undefined || opener.test(text) || (from !== undefined && index - from > longestRun)) from = undefined
    else if (from !== undefined) {
      const {close, opens} = looseEnds(text)
      if (close > 0) {
        for (let between = from + 1; between < index; between++) carried[between] = paragraphs[between]!.length
        carried[index] = close
        from = undefined
      } else if (opens) from = undefined
    }
    if (text !== undefined && from === undefined && isLeftOpen(text)) from = index
  }
  return carried
}

/** Up to where the first mark closes what this paragraph did not open, and whether it opens a quotation. */
function looseEnds(text: string): {close: number; opens: boolean} {
  const found = /["”“„«»]/.exec(text)
  if (!found) return {close: 0, opens: false}
  const {index} = found
  const before = text.charAt(index - 1)
  const after = text.charAt(index + 1)
  const closes = /[”"»]/.test(found[0]) && /[^\s\d([]/.test(before) && (after === '' || closesBefore.test(after))
  return closes ? {close: index + 1, opens: false} : {close: 0, opens: true}
}

/** Whether the last quotation of a paragraph runs to its end and has no mark there. */
function isLeftOpen(text: string): boolean {
  if (!/["“„«]/.test(text) || dialogue.test(text)) return false
  const last = findQuotations(text).at(-1)
  return (
    last !== undefined && last.end === text.length && /["“„«]/.test(text.charAt(last.start)) && !/["”“»]\s*$/.test(text)
  )
}
