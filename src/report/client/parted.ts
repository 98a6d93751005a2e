/**
 * Part changes that lie side by side: what several rules took from one place is one change of the text, but each took a part of it, and
 * each part is marked as what it was.
 */
import {type Cause, type Change, type Comparison, compareStages} from '../../inspect/changes.js'
import {traceForward} from '../../inspect/trace.js'
import type {ReplayedStage} from '../../provenance/read.js'

/** What stages changed together, each change as far as may be that of one rule. */
export function partedComparison(stages: readonly ReplayedStage[]): Comparison {
  const comparison = compareStages(stages)
  const {before, after, changes} = comparison
  if (stages.length < 2) return comparison
  const {parts} = traceForward(stages, {start: 0, end: before.length})
  const parted: Change[] = []
  let next = 0
  let shift = 0
  for (const change of changes) {
    const {start, end, replacement} = change
    const toEnd = start + shift + replacement.length
    let cursor = start + shift
    shift = toEnd - end
    const others = new Set<Cause['edit']>(change.causes.map(({edit}) => edit))
    const own: Change[] = []
    const add = (from: number, to: number, until: number, causes: readonly Cause[]): void => {
      own.push({start: from, end: to, replacement: after.slice(cursor, until), causes})
      cursor = Math.max(cursor, until)
    }
    while (next < parts.length && parts[next]!.origin.end <= start) next++
    for (; next < parts.length && parts[next]!.origin.start < end; next++) {
      const {origin, causes, to} = parts[next]!
      for (const {edit} of causes) others.delete(edit)
      const from = Math.max(start, origin.start)
      // What was put in before it.
      if (to.start > cursor && to.start <= toEnd) add(from, from, to.start, [])
      add(from, Math.min(end, origin.end), Math.max(cursor, Math.min(to.end, toEnd)), causes)
      if (origin.end > end) break
    }
    if (cursor < toEnd) add(end, end, toEnd, [])
    const rest = change.causes.filter(({edit}) => others.has(edit))
    // The parts are the change once more, or the change stays whole.
    const isWhole = own[0]?.start === start && own.at(-1)?.end === end && cursor === toEnd
    if (!isWhole) parted.push(change)
    else
      for (const part of own)
        parted.push(part.causes.length > 0 ? part : {...part, causes: rest.length > 0 ? rest : change.causes})
  }
  return {before, after, changes: parted}
}
