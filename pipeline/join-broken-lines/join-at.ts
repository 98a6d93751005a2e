/** Join two halves of a text: with a space, without one, or as a word of which the hyphen goes or stays. */
import type {Block} from '../../src/document/blocks.js'
import type {Edit} from '../../src/document/edit.js'
import {eastern, unspaced} from '../convert-text/columns.js'
import type {Context} from './context.js'
import {decideCut, isSuspension} from './cut-word.js'

/** A letter and the mark at which a word was cut: a hyphen, one of Armenian, a soft one, or how OCR writes that. */
export const cutBehind: RegExp = /[\p{L}\p{M}][-\u00ad‐֊]$|\p{L}{2}¬$/u

/** Join what stands before `start` and behind `end`; a hyphen or a dash at the cut asks for no space. */
export function joinAt(context: Context, start: number, end: number, rule: string, block: Block, edits: Edit[]): void {
  const {text} = context.document
  const from = start - /[ \t]*$/.exec(text.slice(Math.max(0, start - 60), start))![0].length
  const head = text.slice(Math.max(0, from - 60), from)
  const tail = text.slice(end, end + 60)
  if (!cutBehind.test(head) || !/^\p{L}/u.test(tail)) {
    edits.push({start: from, end, replacement: isTight(context, head, tail) ? '' : ' ', rule})
    return
  }
  const {hyphen, evidence} = /[\u00ad¬]$/.test(head)
    ? softHyphen
    : decideCut(head.slice(0, -1), tail, context.languageOf(block), context.vocabulary)
  edits.push({
    start: hyphen === 'goes' ? from - 1 : from,
    end,
    replacement: hyphen === 'stands' ? ' ' : '',
    rule: 'broken-word',
    evidence,
  })
}

const softHyphen = {hyphen: 'goes', evidence: 'a soft hyphen shows where a word may be cut'} as const

/** Tell whether nothing stood between two lines but the break. */
function isTight(context: Context, head: string, tail: string): boolean {
  if (/[\p{L}\p{M}]־$|[\p{L}\p{M}\p{N}”»"]—$|\d–$/u.test(head)) return true
  if (/\S[-֊]$/u.test(head)) return !isSuspension(tail)
  const before = letterAt(head, /([^\p{P}\s])\p{P}*$/u)
  const behind = letterAt(tail, /^\p{P}*([^\p{P}\s])/u)
  const isEastern = eastern.test(before) || wideMark.test(head)
  if (isEastern && (eastern.test(behind) || wideMark.test(tail.slice(0, 1)))) return true
  // Only where it was cut does a figure stand beside a figure.
  if (cutFigure.test(head) && figureRest.test(tail)) return true
  if (isEastern || eastern.test(behind))
    return /[\p{Script=Latin}\p{N}]/u.test(before + behind) && !context.spacesScripts
  if (!unspaced.test(tail.slice(0, 1))) return false
  return /[\p{Ps}\p{Pi}]$/u.test(head) || (/[\p{L}\p{M}]$/u.test(head) && unspaced.test(before))
}

/** A figure at the end of a line of East Asian letters, and its rest, before another. */
const cutFigure = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]\d[\d.,]*$/u
const figureRest = /^[\d.,]*\d[%％]?[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u
/** A mark that brings its own space along. */
const wideMark = /[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]$/

function letterAt(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[1] ?? ''
}
