/** Turn decisions about units into edits that take the blank lines along, so that one blank line stays between blocks. */
import type {Block} from '../../src/document/blocks.js'
import type {Edit} from '../../src/document/edit.js'
import type {Removal} from './decide.js'
import type {Unit} from './units.js'

/** Make the edits; one a unit, or one a block where all its units go for one reason. */
export function removalEdits(
  text: string,
  blocks: readonly Block[],
  units: readonly Unit[],
  removals: readonly (Removal | undefined)[],
): Edit[] {
  const edits: Edit[] = []
  const groups: {first: number; end: number; isGone: boolean}[] = []
  for (let index = 0; index < units.length; ) {
    const {block} = units[index]!
    let end = index
    let isGone = true
    while (end < units.length && units[end]!.block === block) {
      if (!removals[end]) isGone = false
      end++
    }
    groups.push({first: index, end, isGone})
    index = end
  }
  const lastKept = groups.findLastIndex(({isGone}) => !isGone)
  // Whether the other half of a sentence stays: what follows the marks of a page's end and the next one's head.
  const goesOn = (place: number): boolean => {
    let next = place + 1
    while (next <= lastKept && groups[next]!.isGone && removals[groups[next]!.first]!.isCut) next++
    return next <= lastKept && !groups[next]!.isGone
  }
  for (const [place, group] of groups.entries()) {
    if (!group.isGone) {
      edits.push(...unitEdits(units, removals, group))
      continue
    }
    const block = blocks[units[group.first]!.block]!
    const isTrailing = place > lastKept
    const start = isTrailing && place > 0 ? blocks[units[groups[place - 1]!.first]!.block]!.end : block.start
    const end = isTrailing ? block.end : (blocks[units[groups[place + 1]!.first]!.block]?.start ?? block.end)
    const {rule, evidence, isCut} = removals[group.first]!
    const before = groups[place - 1]
    // The halves of a sentence are two lines of a paragraph, not two paragraphs.
    if (isCut && !isTrailing && before && !before.isGone && goesOn(place)) {
      const from = blocks[units[before.first]!.block]!.end
      edits.push({start: from, end, replacement: '\n', rule, evidence})
    } else edits.push({start, end, replacement: '', rule, evidence})
  }
  return separated(text, edits)
}

/** Edits inside a block of which a part stays: whole lines. */
function unitEdits(
  units: readonly Unit[],
  removals: readonly (Removal | undefined)[],
  {first, end}: {first: number; end: number},
): Edit[] {
  const edits: Edit[] = []
  let lastKept = end - 1
  while (removals[lastKept]) lastKept--
  for (let index = first; index < end; index++) {
    const removal = removals[index]
    if (!removal) continue
    const unit = units[index]!
    const isTrailing = index > lastKept
    edits.push({
      start: isTrailing ? units[index - 1]!.end : unit.start,
      end: isTrailing ? unit.end : units[index + 1]!.start,
      replacement: '',
      rule: removal.rule,
      evidence: removal.evidence,
    })
  }
  return edits
}

/** Keep the blocks on both sides of a removal apart where no blank line stood between them and it. */
function separated(text: string, edits: readonly Edit[]): Edit[] {
  const result: Edit[] = []
  for (let index = 0; index < edits.length; ) {
    let last = index
    while (last + 1 < edits.length && edits[last + 1]!.start === edits[last]!.end) last++
    const start = edits[index]!.start
    const end = edits[last]!.end
    for (; index <= last; index++) result.push(edits[index]!)
    const before = text.slice(Math.max(0, start - 1), start)
    const isBlockStart = start > 0 && before === '\n' && text[start - 2] !== '\n' && end < text.length
    const takesBlank = text.slice(start, end).includes('\n\n')
    if (isBlockStart && takesBlank) {
      const edit = result.pop()!
      result.push({...edit, replacement: '\n'})
    }
  }
  return result
}
