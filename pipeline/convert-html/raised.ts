/**
 * Write raised and lowered figures as the characters that Unicode has for them: `x²`, `H₂O`, `10⁻⁶`.
 *
 * Markdown has no mark for either, and without one `10<sup>6</sup>` were another number. Only what is figures and signs as a whole
 * is written so: the letters of an ordinal (`3<sup>rd</sup>`) and a lone sign (`H<sup>+</sup>`) mean the same on the line, and what
 * holds a link, the mark of a note, has its own form.
 */
import {kindOfElement, kinds} from './elements.js'
import {following, nodeTypes, type PageNode} from './page-node.js'

export type Script = 'superscript' | 'subscript'

/** The characters of a script, in the order of `plain`. */
const plain = '0123456789+=()-−n'
const scripts: Readonly<Record<Script, ReadonlyMap<string, string>>> = {
  superscript: mapOf('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁼⁽⁾⁻⁻ⁿ'),
  subscript: mapOf('₀₁₂₃₄₅₆₇₈₉₊₌₍₎₋₋ₙ'),
}
/** Longest text of a script, and most nodes of it. */
const longest = 12
const mostParts = 24
/** Elements that change nothing about what stands in them. */
const transparent: ReadonlySet<number> = new Set([kinds.phrasing, kinds.strong, kinds.emphasis])

/** What stands before a figure that is lowered: a letter (of which the code may be half of a pair), a figure, a bracket. */
const base = /[\p{L}\p{N})\]}\udc00-\udfff]/u

/**
 * What an element that is raised or lowered says, in characters of that script, with a space where one stands at its edges; undefined
 * where there are none for all of it.
 *
 * @param before the character that stands before it.
 */
export function scriptOf(
  element: PageNode,
  script: Script,
  raw: string,
  before: string,
  isShown: (element: PageNode) => boolean,
): string | undefined {
  if (script === 'subscript' && !base.test(before)) return undefined
  const text = textOf(element, raw, isShown)
  if (text === undefined || !/[\dn]/.test(text)) return undefined
  let written = ''
  for (const character of text) {
    // Marks of several notes; behind a figure it were a decimal.
    const isComma = character === ',' && script === 'superscript' && !/\d/.test(before)
    const found = isComma || character === ' ' ? character : scripts[script].get(character)
    if (found === undefined) return undefined
    written += found
  }
  return written
}

function mapOf(characters: string): ReadonlyMap<string, string> {
  return new Map([...characters].map((character, index) => [plain[index]!, character]))
}

/** The text of an element, white space only at its edges; undefined where it is long, or more than text that is shown. */
function textOf(element: PageNode, raw: string, isShown: (element: PageNode) => boolean): string | undefined {
  let text = ''
  let parts = 0
  for (let node = element.first; node; node = following(node, element)) {
    if (++parts > mostParts || text.length > longest * 2) return undefined
    if (node.type === nodeTypes.element) {
      if (!transparent.has(kindOfElement(node)) || !isShown(node)) return undefined
    } else if (node.type === nodeTypes.text)
      text += node.value ?? raw.slice(node.start, Math.min(node.end, node.start + longest * 4))
    else return undefined
  }
  // The parts of a formula stand apart in its source alone.
  const shown = element.isHtml ? text.replace(/[ \t\n\f\r]+/g, ' ') : text.replace(/\s/g, '')
  return shown.length > longest + 2 || shown.trim().includes(' ') ? undefined : shown
}
