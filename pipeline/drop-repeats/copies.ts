/**
 * Drop units and runs of them that stand twice with the same words, and runs of which a few have changed.
 *
 * Each unit is looked up by its words, and compared with what stands behind its like. A run that is no copy is walked
 * once: what is left of it when its first unit is passed over is none either.
 */
import {type Drops, originalOf} from './drops.js'
import {isNear, isSame, proseWords, type Unit} from './units.js'

/** Words that a run of repeated blocks must have together. */
const runWords = 20
/** Words that a run with changes must have in paragraphs of prose that did not change. */
const certainWords = 40

interface Pair {
  readonly copy: Unit
  readonly original: Unit
}

/** Drop the copies among units, giving those that stay. */
export function dropCopies(units: readonly Unit[], words: number, drops: Drops): Unit[] {
  const kept: Unit[] = []
  const earlierAt = new Map<string, number>()
  /** Up to where a run with changes was looked for in vain. */
  let walked = 0
  for (let index = 0; index < units.length; ) {
    const unit = units[index]!
    const earlier = unit.key === '' ? undefined : earlierAt.get(unit.key)
    if (earlier === undefined) {
      keep(unit)
      index++
      continue
    }
    if (index >= walked) {
      const {pairs, end} = changedRun(kept, earlier, units, index)
      if (isCertain(pairs)) {
        const head = nearHead(earlier)
        for (const pair of head ? [head, ...pairs] : pairs) dropPair(pair)
        const copies = new Set(pairs.map(({copy}) => copy))
        for (const aside of units.slice(index, end)) if (!copies.has(aside)) keep(aside)
        index = end
        continue
      }
      walked = end
    }
    const length = runLength(kept, earlier, units, index)
    const rule = ruleFor(units.slice(index, index + length), earlier + 1 === kept.length, words)
    if (rule) {
      for (let offset = 0; offset < length; offset++) {
        const original = kept[earlier + offset]!
        drop(units[index + offset]!, original, rule)
      }
    } else {
      // Of a run that stays only its last unit may be a copy by itself.
      for (const passed of units.slice(index, index + length - 1)) keep(passed)
      const last = units[index + length - 1]!
      const single = length > 1 && ruleFor([last], earlier + length === kept.length, words)
      if (single) drop(last, kept[earlier + length - 1]!, single)
      else keep(last)
    }
    index += length
  }
  return kept

  function keep(unit: Unit): void {
    // The nearest of short ones, the first of long ones: a label repeats, and its like is the one above.
    if (unit.key !== '' && (unit.words.length < words || !earlierAt.has(unit.key))) earlierAt.set(unit.key, kept.length)
    kept.push(unit)
  }

  function drop(copy: Unit, original: Unit, rule: string): void {
    const evidence = `${copy.words.length} words, the same as in line ${original.block.line}`
    drops.add(copy, rule, evidence, originalOf(original))
  }

  function dropPair({copy, original}: Pair): void {
    if (isSame(copy, original)) drop(copy, original, 'repeated-run')
    else {
      const evidence = `${copy.words.length} words, nearly the same as in line ${original.block.line}, in a run of copies`
      drops.add(copy, 'changed-run', evidence, originalOf(original))
    }
  }

  /** Take back the last unit that was kept where it is nearly the one before the run's original. */
  function nearHead(earlier: number): Pair | undefined {
    const original = kept[earlier - 1]
    const copy = kept.at(-1)!
    if (!original || copy === original || !isNear(copy, original)) return undefined
    kept.pop()
    if (earlierAt.get(copy.key) === kept.length) earlierAt.delete(copy.key)
    return {copy, original}
  }
}

/** Count how many units from `index` on are the same as the kept ones from `earlier` on. */
function runLength(kept: readonly Unit[], earlier: number, units: readonly Unit[], index: number): number {
  let length = 0
  while (earlier + length < kept.length && index + length < units.length) {
    if (!isSame(units[index + length]!, kept[earlier + length]!)) break
    length++
  }
  return length
}

/** Pair units from `index` on with the kept ones from `earlier` on, the same or nearly so, over a label on either side. */
function changedRun(
  kept: readonly Unit[],
  earlier: number,
  units: readonly Unit[],
  index: number,
): {pairs: Pair[]; end: number} {
  const pairs: Pair[] = []
  let at = earlier
  let end = index
  for (let next = index; at < kept.length && next < units.length; ) {
    const original = kept[at]!
    const copy = units[next]!
    if (isSame(copy, original) || isNear(copy, original)) {
      pairs.push({copy, original})
      at++
      end = ++next
    } else if (isLabel(copy) && next + 1 < units.length && isSame(units[next + 1]!, original)) next++
    else if (isLabel(original) && at + 1 < kept.length && isSame(copy, kept[at + 1]!)) at++
    else break
  }
  return {pairs, end}
}

function isLabel({words}: Unit): boolean {
  return words.length < proseWords
}

/**
 * Tell whether a run with changes is a copy: the most of it is prose that did not change. Sections that are written after
 * one pattern (a chronicle, a comparison, clauses) have the like of each other, but not the same.
 */
function isCertain(pairs: readonly Pair[]): boolean {
  let near = 0
  let same = 0
  let paragraphs = 0
  for (const {copy, original} of pairs) {
    if (!isSame(copy, original)) near += copy.words.length
    else if (copy.words.length >= proseWords) {
      same += copy.words.length
      paragraphs++
    }
  }
  return near > 0 && paragraphs > 1 && same >= certainWords && same >= 2 * near
}

function ruleFor(run: readonly Unit[], isNeighbour: boolean, words: number): string | undefined {
  const total = run.reduce((sum, unit) => sum + unit.words.length, 0)
  const prose = run.filter((unit) => unit.words.length >= proseWords).length
  if (run.length > 1 && prose > 1 && total >= runWords) return 'repeated-run'
  if (run.length === 1 && total >= words) return 'repeated-paragraph'
  if (run.length === 1 && isNeighbour && total >= 4 && !isSaid(run[0]!)) return 'repeated-neighbour'
  return undefined
}

/** Whether a line is said, as a refrain is, rather than set as a caption or a heading is: it ends in a sign. */
function isSaid({source}: Unit): boolean {
  return /[.,;:!?…։।。！？؟۔،]["”»’'*_)\]]{0,4}$/u.test(source.trimEnd())
}
