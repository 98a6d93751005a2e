/**
 * Play the edits of a document, backwards and forwards, holding every one against the text where it should stand.
 *
 * A text is asked for no more than it says: a stage whose edits do not fit ends the play, for all that lies behind it
 * would be guesswork. Of all the texts between the stages, two are in memory at a time.
 */
import type {ProvenanceActivity, ProvenanceEdit} from '../model.js'
import {CodePointText, countCodePoints, lineAndColumn, quote} from './text.js'

/** Why a record cannot be played. */
export interface Misfit {
  /** Index of the activity and, where one is to blame, of the edit. */
  readonly activity: number
  readonly edit?: number
  readonly message: string
}

/** Look for edits that are out of order, overlap, or change nothing: what can be told without any text. */
export function misfitsOf(edits: readonly ProvenanceEdit[]): {edit: number; message: string}[] {
  const misfits: {edit: number; message: string}[] = []
  let last: ProvenanceEdit | undefined
  for (const [edit, current] of edits.entries()) {
    const {at, before, after, rule} = current
    const name = `rule ${rule} at [${at.join(', ')})`
    const length = countCodePoints(before)
    if (at[1] < at[0]) misfits.push({edit, message: `${name} ends before it begins`})
    else if (at[1] - at[0] !== length) misfits.push({edit, message: `${name} took ${length} characters from there`})
    if (before === after) misfits.push({edit, message: `${name} changes nothing`})
    if (last && (at[0] < last.at[1] || (at[0] === last.at[0] && at[1] === last.at[1]))) {
      misfits.push({edit, message: `${name} lies over rule ${last.rule} at [${last.at.join(', ')})`})
    }
    last = current
  }
  return misfits
}

/** What came of a play: the text at its end, or the first misfit. */
export type Played = {readonly text: CodePointText} | Misfit

/** Told, in the order of the stages, of the text that a stage was given. */
export type Watch = (activity: number, input: CodePointText) => void

/** Take the edits back, stage by stage, from the clean text to the raw. */
export function playBackwards(activities: readonly ProvenanceActivity[], clean: CodePointText): Played {
  let text = clean
  for (let activity = activities.length - 1; activity >= 0; activity--) {
    const played = play(text, stepsBack(activities[activity]!.edits))
    if (!('text' in played)) return {activity, ...played}
    text = played.text
  }
  return {text}
}

/** Make the edits, stage by stage, from the raw text to the clean. */
export function playForwards(activities: readonly ProvenanceActivity[], raw: CodePointText, watch?: Watch): Played {
  let text = raw
  for (const [activity, {edits}] of activities.entries()) {
    watch?.(activity, text)
    const played = play(text, stepsForth(edits))
    if (!('text' in played)) return {activity, ...played}
    text = played.text
  }
  return {text}
}

interface Step {
  /** Code point offset. */
  readonly start: number
  /** What has to stand there. */
  readonly expected: string
  readonly replacement: string
}

function* stepsBack(edits: readonly ProvenanceEdit[]): Generator<Step> {
  let shift = 0
  for (const {at, before, after} of edits) {
    yield {start: at[0] + shift, expected: after, replacement: before}
    shift += countCodePoints(after) - (at[1] - at[0])
  }
}

function* stepsForth(edits: readonly ProvenanceEdit[]): Generator<Step> {
  for (const {at, before, after} of edits) yield {start: at[0], expected: before, replacement: after}
}

/** Pieces of text that are joined at once; each costs as much as a short text of its own until it is. */
const mostParts = 4096

function play(text: CodePointText, steps: Iterable<Step>): {text: CodePointText} | Omit<Misfit, 'activity'> {
  const whole: string[] = []
  let parts: string[] = []
  let offset = 0
  let edit = 0
  for (const {start, expected, replacement} of steps) {
    const unit = text.unit(start)
    if (unit < offset || !text.text.startsWith(expected, unit)) {
      const found = unit < offset ? 'that is no free place' : `${quote(text.text.slice(unit, unit + 60))} stands there`
      const place = lineAndColumn(text.text, Math.max(0, unit))
      return {edit, message: `expected ${quote(expected)} at character ${start}, ${place} of the text, but ${found}`}
    }
    parts.push(text.text.slice(offset, unit), replacement)
    offset = unit + expected.length
    edit++
    if (parts.length < mostParts) continue
    whole.push(parts.join(''))
    parts = []
  }
  if (edit === 0) return {text}
  whole.push(...parts, text.text.slice(offset))
  return {text: new CodePointText(whole.join(''))}
}
