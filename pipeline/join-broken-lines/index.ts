/**
 * join-broken-lines: make whole again what a page break or a hard wrap cut.
 *
 * Joins the wrapped lines of a paragraph, paragraphs that break off in the middle of a sentence, and words cut by a
 * hyphen. Leaves alone: lists, tables, code, quotes, headings and verse, and every pair that could as well be two
 * things.
 */
import {z} from 'zod'
import type {Block} from '../../src/document/blocks.js'
import type {Document} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import {defineStage, type Stage} from '../../src/document/stage.js'
import {detectLanguage} from '../lift-metadata/language.js'
import {decideCut, isSuspension} from './cut-word.js'
import {endsOpen} from './open-endings.js'
import {Vocabulary} from './vocabulary.js'

export const joinBrokenLines: Stage = defineStage({
  id: 'join-broken-lines',
  version: 2,
  description: 'Join lines and paragraphs that a hard wrap or a page break cut, and words cut by a hyphen.',
  rules: [
    {
      id: 'wrapped-line',
      class: 'layout',
      reason: 'A line break inside a paragraph of prose is the width of some screen, not the author.',
      examples: [
        {
          text: 'The talks lasted until the early hours of the\nmorning, and nobody had slept.',
          becomes: 'The talks lasted until the early hours of the morning, and nobody had slept.',
        },
        {
          text: 'The talks lasted until the early hours of the\nmorning, they said.\n> A quote that is\n> left as it stands.',
          becomes:
            'The talks lasted until the early hours of the morning, they said.\n> A quote that is\n> left as it stands.',
        },
        {text: 'The line ends hard\\\nand is kept.'},
        {text: 'first line  \nsecond line'},
        {text: '(no subject)\nDate: Wednesday, 3 March 2004, at four in the afternoon'},
      ],
    },
    {
      id: 'broken-paragraph',
      class: 'layout',
      reason: 'A paragraph that stops in the middle of a sentence goes on in the next one: a page ended between them.',
      examples: [
        {
          text: 'On Monday the two ministers met for the third time in the capital, and the\n\nnegotiations went on until dawn.',
          becomes:
            'On Monday the two ministers met for the third time in the capital, and the negotiations went on until dawn.',
        },
        {
          text: 'It was announced that the delegation will be making a working visit to Tbilisi on\n\nMarch 3. Nothing more was said.',
          becomes:
            'It was announced that the delegation will be making a working visit to Tbilisi on March 3. Nothing more was said.',
        },
        {text: 'A heading of some words\n\nand a paragraph that begins small.'},
        {
          text: 'On Monday the two ministers met for the third time in the capital, and the\n\nriver ran on\npast the town',
        },
        {
          text: 'The agreement says, among other things, the following about the corridor and its use:\n\nno troops may enter.',
        },
      ],
    },
    {
      id: 'broken-word',
      class: 'layout',
      reason: 'A word cut at the end of a line is one word; the hyphen goes, unless it belongs to a compound.',
      examples: [
        {
          text: 'The commission wrote that the negoti-\nations had failed, and that nobody was to blame.',
          becomes: 'The commission wrote that the negotiations had failed, and that nobody was to blame.',
        },
        {
          text: 'Of the ten-\nyear-old boys of the inter-\nnational school, seventy-\nfive had been there.',
          becomes: 'Of the ten-year-old boys of the international school, seventy-five had been there.',
        },
        {
          text: 'Of all that was written pre- and\npost-war, or first-\nand second-hand, little is left.',
          becomes: 'Of all that was written pre- and post-war, or first- and second-hand, little is left.',
        },
        {
          text: 'The strike hit the village at night, and of what stood there nothing was left but a half-\n\nThe next morning brought rain.',
        },
        {
          text: 'The strike hit a village in the rebel-\n\nheld north of the country, witnesses said.',
          becomes: 'The strike hit a village in the rebel-held north of the country, witnesses said.',
        },
      ],
    },
  ],
  options: z.strictObject({}),
  run(document) {
    const edits: Edit[] = []
    const context = new Context(document)
    let chain: Chain | undefined
    for (const [index, block] of document.blocks.entries()) {
      if (block.type !== 'paragraph') continue
      joinLines(context, block, edits)
      chain = extendChain(chain, document.text, block)
      const next = document.blocks[index + 1]
      if (next?.type !== 'paragraph' || !joinParagraphs(context, block, next, chain, edits)) chain = undefined
    }
    return {edits}
  },
})

/** Width below which no prose is wrapped. */
const narrowest = 44

/** What is asked of a document beside its text, found out when first asked for. */
class Context {
  readonly document: Document
  readonly vocabulary: Vocabulary
  #last: {readonly block: Block; readonly language: string | undefined} | undefined
  #language: {readonly code: string | undefined} | undefined

  constructor(document: Document) {
    this.document = document
    this.vocabulary = new Vocabulary(document.text)
  }

  /** ISO 639-1 code of the language of a block: its own, or that of the document where it is too short to tell. */
  languageOf(block: Block): string | undefined {
    if (this.#last?.block !== block) {
      const own = detectLanguage([this.document.text.slice(block.start, Math.min(block.end, block.start + 400))])
      this.#last = {block, language: own ?? this.#ofDocument()}
    }
    return this.#last.language
  }

  #ofDocument(): string | undefined {
    if (!this.#language) {
      const {facts, text, blocks} = this.document
      const fact = facts.find(({field}) => field === 'language')?.value
      const paragraphs = blocks.filter(({type}) => type === 'paragraph').slice(0, 40)
      this.#language = {
        code:
          typeof fact === 'string'
            ? fact
            : detectLanguage(paragraphs.map(({start, end}) => text.slice(start, Math.min(end, start + 400)))),
      }
    }
    return this.#language.code
  }
}

function joinLines(context: Context, block: Block, edits: Edit[]): void {
  const {document} = context
  const {text} = document
  const first = text.indexOf('\n', block.start)
  if (first < 0 || first >= block.end) return
  // A quote or a list may follow in the same block, and blank space behind it.
  const [paragraph] = document.node(block).children
  if (paragraph?.type !== 'paragraph') return
  const stop = block.start + (paragraph.position?.end.offset ?? 0)
  if (staysInLines(text.slice(block.start, stop))) return
  // Breaks inside code are the code's; a hard break is the author's.
  const fixed = paragraph.children.filter(({type}) => type === 'inlineCode' || type === 'html' || type === 'break')
  let at = 0
  for (let newline = first; newline >= 0 && newline < stop; newline = text.indexOf('\n', newline + 1)) {
    const offset = newline - block.start
    while (at < fixed.length && (fixed[at]!.position?.end.offset ?? 0) <= offset) at++
    if ((fixed[at]?.position?.start.offset ?? Number.POSITIVE_INFINITY) <= offset) continue
    if (/(?: {2}|\\)$/.test(text.slice(newline - 2, newline))) continue
    const end = newline + 1 + /^[ \t]*/.exec(text.slice(newline + 1, newline + 200))![0].length
    // Joined, what began a line must not join into a link or a mark with what ended the one before.
    joinAt(context, newline, end, 'wrapped-line', block, edits)
  }
}

/** Tell lines that no screen is narrow enough to have wrapped (verse, an address), and entries: a log, a mail's head. */
function staysInLines(source: string): boolean {
  const [first = '', ...others] = source.split('\n')
  if (others.length === 0) return false
  const isShort = (line: string): boolean => line.length < narrowest && !cutBehind.test(line.trimEnd())
  if (isShort(first) && others.every(isShort)) return true
  const entries = others.filter((line) => entryStart.test(line)).length
  return entries * 2 >= others.length && (isShort(first) || entryStart.test(first))
}

/** A label before what it says, or a time of day. */
const entryStart = /^(?:\*{0,2}\p{Lu}[\p{L}\p{M}'’-]{0,20}(?: [\p{L}\p{M}]{1,20})? ?:\*{0,2}|[0-2]?\d[:.][0-5]\d\b)\s/u

/** Paragraphs that are joined to one, up to some block: what is asked of a paragraph is asked of all of it. */
interface Chain {
  readonly start: number
  readonly words: number
  readonly hasSentence: boolean
}

function extendChain(chain: Chain | undefined, text: string, block: Block): Chain {
  const source = text.slice(block.start, block.end)
  return {
    start: chain?.start ?? block.start,
    words: (chain?.words ?? 0) + source.trim().split(/\s+/, fewest).length,
    hasSentence: chain?.hasSentence || /[\p{L}\p{N}"”»)][.!?…։。]["”»)]?\s/u.test(source),
  }
}

/** Words that a paragraph has, and not a heading, where no word is cut. */
const fewest = 9

/** Join a paragraph and the next, and tell whether that was right. */
function joinParagraphs(context: Context, block: Block, next: Block, chain: Chain, edits: Edit[]): boolean {
  const {text} = context.document
  const source = text.slice(block.start, block.end).trimEnd()
  const end = block.start + source.length
  const head = source.slice(Math.max(source.lastIndexOf('\n') + 1, source.length - 400))
  const tail = text.slice(next.start, Math.min(next.end, next.start + 200))
  // Lines that stay apart are verse or an address: they neither go on nor break off.
  if (staysInLines(source) || staysInLines(text.slice(next.start, next.end))) return false
  const goesOn = cutBehind.test(head)
    ? wordGoesOn(head, tail, chain)
    : sentenceGoesOn(head, tail, chain, end - chain.start)
  if (goesOn) joinAt(context, end, next.start, 'broken-paragraph', block, edits)
  return goesOn
}

/** A paragraph may be short that ends amid a word: what stood between it and the rest cut it. */
function wordGoesOn(head: string, tail: string, {words}: Chain): boolean {
  if (/^\p{Ll}/u.test(tail)) return true
  // A name goes on in a name: `Nagorno-` and `Karabakh`.
  const isName = /(?:^|[\s(«“"-])\p{Lu}[\p{L}\p{M}]+-$/u.test(head.slice(-60))
  return words >= fewest && isName && /^\p{Lu}/u.test(tail)
}

function sentenceGoesOn(head: string, tail: string, {words, hasSentence}: Chain, length: number): boolean {
  if (words < fewest || /[*_\])]$/.test(head) || /^[!>|[*_#<-]/.test(tail)) return false
  if (/\d[-–]$/.test(head)) return /^\d/.test(tail)
  if (!/[\p{L}\p{N},;]$/u.test(head)) return false
  const isOpen = endsOpen(head)
  // A word or two may be a button, but not where another is cut behind them.
  const rest = tail.trim()
  const isSmall = /^\p{Ll}/u.test(rest) && (rest.split(/\s+/).length >= 3 || cutBehind.test(rest))
  // Prose, no heading or teaser: it is long, and a sentence has ended in it.
  if (isSmall) return isOpen || head.endsWith(',') || (length >= 80 && hasSentence)
  return isOpen && /^(?:\d|\p{Lu}\p{Ll}+ \d)/u.test(tail)
}

/** A letter and the hyphen at which a word was cut. */
const cutBehind = /[\p{L}\p{M}][-\u00ad‐]$/u

/** Join what stands before `start` and behind `end`; a hyphen or a dash at the cut asks for no space. */
function joinAt(context: Context, start: number, end: number, rule: string, block: Block, edits: Edit[]): void {
  const {text} = context.document
  const head = text.slice(Math.max(0, start - 60), start)
  const tail = text.slice(end, end + 60)
  if (!cutBehind.test(head) || !/^\p{L}/u.test(tail)) {
    const isTight = /\S—$|\d–$/.test(head) || (/\S-$/.test(head) && !isSuspension(tail))
    edits.push({start, end, replacement: isTight ? '' : ' ', rule})
    return
  }
  const {hyphen, evidence} = head.endsWith('\u00ad')
    ? softHyphen
    : decideCut(head.slice(0, -1), tail, context.languageOf(block), context.vocabulary)
  edits.push({
    start: hyphen === 'goes' ? start - 1 : start,
    end,
    replacement: hyphen === 'stands' ? ' ' : '',
    rule: 'broken-word',
    evidence,
  })
}

const softHyphen = {hyphen: 'goes', evidence: 'a soft hyphen shows where a word may be cut'} as const
