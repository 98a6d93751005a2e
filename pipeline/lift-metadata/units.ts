/** The blocks of a document as lift-metadata looks at them: their visible words and whether they are prose. */
import type {Block} from '../../src/document/blocks.js'
import type {Document} from '../../src/document/document.js'
import {foldText, visibleText} from '../../src/document/visible-text.js'
import {isUnspaced, wordCount} from '../strip-debris/word-count.js'

export interface Unit {
  readonly block: Block
  /** What a reader sees; cut off where a statement about the document would long have ended. */
  readonly text: string
  /** The text as it is compared. */
  readonly fold: string
  readonly words: number
  /** Whether it is a paragraph of running text. */
  readonly isProse: boolean
  /** The address of a heading that is a link and nothing else. */
  readonly address: string | undefined
}

const linkAlone = /^#{1,6}\s+\[[^\]\n]*\]\(([^)\n]*)\)\s*$/

/** Longest source of a block that is looked at whole. */
const reach = 3000

function countSpaces(text: string): number {
  let count = 0
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count++
  return count
}

const sentenceEnds = '.!?…։。؟।'
const closers = '"”»’)*]'

/** Tell a text whose last sentence is closed, inside of quotation marks and brackets or not. */
function endsSentence(text: string): boolean {
  let last = text.length - 1
  while (last >= 0 && closers.includes(text[last]!)) last--
  return last >= 0 && sentenceEnds.includes(text[last]!)
}

/** Look at all blocks but front matter. */
export function unitsOf(document: Document): Unit[] {
  const units: Unit[] = []
  for (const block of document.blocks) {
    if (block.type === 'frontMatter') continue
    const source = document.text.slice(block.start, Math.min(block.end, block.start + reach))
    const text = visibleText(source)
    const fold = foldText(text)
    const spaced = fold === '' ? 0 : countSpaces(fold) + 1
    const words = isUnspaced(fold) ? Math.max(spaced, wordCount(fold)) : spaced
    const isRunning = block.type === 'paragraph' && (words > 60 || endsSentence(text))
    const address = block.type === 'heading' ? linkAlone.exec(source)?.[1] : undefined
    units.push({block, text, fold, words, isProse: isRunning && (words >= 20 || text.length >= 120), address})
  }
  return units
}
