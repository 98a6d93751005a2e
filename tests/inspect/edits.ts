/**
 * Make replayed stages of made-up edits, by hand and at random, without running a pipeline.
 */
import fc from 'fast-check'
import {Lineage} from '../../src/document/lineage.js'
import type {ReplayedEdit, ReplayedStage} from '../../src/provenance/read.js'

export interface MadeEdit {
  readonly start: number
  readonly end: number
  readonly after: string
  readonly rule?: string
  readonly evidence?: string
}

/** Play edits forward over a text, a list of edits a stage. Overlapping and void edits are left out. */
export function play(raw: string, stages: readonly (readonly MadeEdit[])[]): ReplayedStage[] {
  let input = raw
  let lineage = Lineage.identity(raw.length)
  return stages.map((list, index) => {
    const edits: ReplayedEdit[] = []
    let output = ''
    let offset = 0
    let isFirst = true
    for (const {start, end, after, rule = 'rule', evidence} of [...list].sort(
      (a, b) => a.start - b.start || a.end - b.end,
    )) {
      if (start > end || end > input.length || start < offset || (!isFirst && start === offset && start === end))
        continue
      if (input.slice(start, end) === after || splitsPair(input, start) || splitsPair(input, end)) continue
      isFirst = false
      output += input.slice(offset, start)
      edits.push({
        rule,
        at: {start, end},
        to: {start: output.length, end: output.length + after.length},
        raw: lineage.originOf({start, end}),
        before: input.slice(start, end),
        after,
        ...(evidence !== undefined && {evidence}),
      })
      output += after
      offset = end
    }
    output += input.slice(offset)
    const classes = Object.fromEntries(edits.map(({rule}) => [rule, 'layout']))
    const stage: ReplayedStage = {
      stage: `stage-${index + 1}`,
      mediaType: 'text/markdown',
      version: 1,
      classes,
      input,
      output,
      edits,
    }
    lineage = lineage.compose(edits.map(({at, after}) => ({...at, inserted: after.length})))
    input = output
    return stage
  })
}

function splitsPair(text: string, offset: number): boolean {
  return /^[\udc00-\udfff]/.test(text.slice(offset)) && /[\ud800-\udbff]$/.test(text.slice(0, offset))
}

/** Replace the one place where `before` stands. */
export function replace(text: string, before: string, after: string, rest: Partial<MadeEdit> = {}): MadeEdit {
  const start = text.indexOf(before)
  if (start < 0 || text.includes(before, start + 1)) throw new RangeError(`Expected ${before} once`)
  return {start, end: start + before.length, after, ...rest}
}

const piece = fc.constantFrom('a', 'b', ' ', '\n', '\n', 'word', '\n\n', '-', '+', '\\', 'é', '𝒳', '@@ ', '--- ')
const someText = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(piece, {maxLength}).map((pieces) => pieces.join(''))

/** Texts full of line ends, and stages that edit them at random. */
export const playedStages: fc.Arbitrary<ReplayedStage[]> = fc
  .tuple(
    someText(60),
    fc.array(
      fc.array(fc.tuple(fc.nat(80), fc.nat(12), someText(4), fc.constantFrom('one', 'two', 'three')), {maxLength: 8}),
      {minLength: 1, maxLength: 4},
    ),
  )
  .map(([raw, stages]) =>
    play(
      raw,
      stages.map((list) => list.map(([start, length, after, rule]) => ({start, end: start + length, after, rule}))),
    ),
  )
