/** Mend words that were cut at the end of a line which is one no more: `inter- national`, and soft hyphens anywhere. */
import type {Nodes} from 'mdast'
import type {Block} from '../../src/document/blocks.js'
import type {Edit} from '../../src/document/edit.js'
import {type Range, upperBound} from '../../src/document/range.js'
import type {Context} from './context.js'
import {decideSpaced} from './cut-word.js'

/** Letters, a hyphen of some kind, a space where there is one, and letters. */
const spaced = /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}[\p{L}\p{M}]+)[-‐֊] (\p{Ll}[\p{L}\p{M}]+)(?![\p{L}\p{M}\p{N}'’-])/gu
const soft = /(?<=[\p{L}\p{M}])\u00ad+ ?(?=\p{L})/gu
const optional = /(?<=\p{L}{2})¬ ?(?=\p{Ll}{2})/gu

/** Propose the edits of the words of a block. */
export function mendWords(context: Context, block: Block, edits: Edit[]): void {
  const {document} = context
  const source = document.text.slice(block.start, block.end)
  const proposed: Edit[] = []
  if (/[-‐֊] /.test(source)) {
    for (const {0: found, 1: left, 2: right, index} of source.matchAll(spaced)) {
      const decision = decideSpaced(
        left!,
        right!,
        source.slice(index + found.length, index + found.length + 20),
        () => context.languageOf(block),
        context.vocabulary,
      )
      if (!decision) continue
      const start = block.start + index + left!.length
      // The hyphen of a compound stays, the space goes.
      const keeps = decision.hyphen === 'stays' ? 1 : 0
      proposed.push({
        start: start + keeps,
        end: start + 2,
        replacement: '',
        rule: 'spaced-hyphen',
        evidence: decision.evidence,
      })
    }
  }
  if (source.includes('\u00ad')) propose(source, soft, block, proposed)
  if (source.includes('¬')) propose(source, optional, block, proposed)
  if (proposed.length === 0) return
  const fixed = /[`<[]|:\/\//.test(source) ? fixedIn(document.node(block)) : []
  for (const edit of proposed) {
    const at = edit.start - block.start
    const before = fixed[upperBound(fixed, at, ({start}) => start) - 1]
    if (!before || at >= before.end) edits.push(edit)
  }
}

/** Where code, markup and addresses stand in a block, in order. */
function fixedIn(root: Nodes): Range[] {
  const ranges: Range[] = []
  const open: Nodes[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    const end = node.position?.end.offset ?? 0
    const start = node.position?.start.offset ?? 0
    if (node.type === 'link') {
      const label = node.children.at(-1)?.position?.end.offset ?? start
      const isBare = node.children[0]?.position?.start.offset === start
      ranges.push({start: isBare ? start : label, end})
    } else if (/^(?:inlineCode|code|html|image|definition)$/.test(node.type)) ranges.push({start, end})
    if ('children' in node) open.push(...node.children)
  }
  return ranges.sort((a, b) => a.start - b.start)
}

function propose(source: string, pattern: RegExp, block: Block, edits: Edit[]): void {
  for (const {0: found, index} of source.matchAll(pattern)) {
    const start = block.start + index
    // What was read in the wrong charset is mended where its bytes stand side by side: they are not to meet now.
    if (/[\u0080-\u00f4]/.test(source[index - 1]!) && /[ƒˆŠŒŽšœžŸªµº]/.test(source[index + found.length]!)) continue
    const rule = found.endsWith(' ') ? 'spaced-hyphen' : 'soft-hyphen'
    edits.push({start, end: start + found.length, replacement: '', rule})
  }
}
