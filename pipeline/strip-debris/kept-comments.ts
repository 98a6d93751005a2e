/**
 * Say what of a thread stays where comments are to be kept: what readers wrote, who they are and when, under its heading.
 *
 * Forms to write one more go, and so do buttons; and so does a heading with nothing under it. Looks only at what the
 * rules take for comments or their form.
 */
import type {RuleClass} from '../../src/document/stage.js'
import {gluedStamp, isStamp} from './body.js'
import type {Removal} from './decide.js'
import type {Match} from './match.js'
import type {Unit} from './units.js'

export interface Thread {
  readonly units: readonly Unit[]
  readonly matches: readonly (Match | undefined)[]
  /** What the rules decide of each unit; the class of a removal is that of its rule. */
  readonly decided: readonly (Removal | undefined)[]
  readonly classOf: (removal: Removal) => RuleClass | undefined
  /** Whether forms are to be kept, too. */
  readonly keepsForms: boolean
}

/** What of a frame says who wrote: these are no buttons. */
const attribution = /\d|says|said|wrote|anonymous|guest|moderator|administrator|newbie|member|unknown/iu
/** Units of a form between two that phrases tell. */
const formGap = 3

/**
 * Decide anew for the units of threads, given what goes of all units; in the order of units.
 *
 * @returns the removals, and the first unit of a thread that stays, -1 where none does.
 */
export function keepComments(
  thread: Thread,
  removals: readonly (Removal | undefined)[],
): {removals: (Removal | undefined)[]; first: number} {
  const {units, matches} = thread
  const result = [...removals]
  const forms = thread.keepsForms ? new Set<number>() : formsOf(thread)
  let first = -1
  // From behind, so that a heading knows what is left under it.
  let isEmpty = true
  for (let index = units.length - 1; index >= 0; index--) {
    const removal = thread.decided[index]
    const kind = removal && thread.classOf(removal)
    if (kind !== 'comments' && kind !== 'comment-form') {
      if (!result[index]) isEmpty = units[index]!.type === 'heading'
      continue
    }
    const match = matches[index]
    const isButton = match?.rule.id === 'thread-furniture' && !attribution.test(units[index]!.folded)
    const isOpener = match?.rule.opens === 'rest' && !isSign(units[index]!)
    if (forms.has(index)) {
      result[index] = {rule: 'comment-form', evidence: 'a form beside comments that stay', isFrame: true}
    } else if (isButton || (isOpener && isEmpty)) result[index] = removal
    else {
      result[index] = undefined
      if (!isOpener) isEmpty = false
      first = index
    }
  }
  return {removals: result, first}
}

/** The units of forms: from the first phrase of one behind the last comment on, and what phrases tell before it. */
function formsOf({units, matches, decided, classOf}: Thread): ReadonlySet<number> {
  const forms = new Set<number>()
  const kindOf = (index: number): RuleClass | undefined => decided[index] && classOf(decided[index])
  const isForm = (index: number): boolean => matches[index]?.rule.class === 'comment-form'
  let lastSign = -1
  for (const [index, unit] of units.entries()) if (isSign(unit)) lastSign = index
  let last = Number.NEGATIVE_INFINITY
  let isTail = false
  for (let index = 0; index < units.length; index++) {
    const kind = kindOf(index)
    if (kind !== 'comments' && kind !== 'comment-form') {
      isTail = false
      last = Number.NEGATIVE_INFINITY
      continue
    }
    if (isForm(index)) {
      isTail ||= index > lastSign
      if (index - last <= formGap) for (let between = last + 1; between < index; between++) forms.add(between)
      last = index
    }
    if (isTail || isForm(index)) forms.add(index)
  }
  return forms
}

/** Tell a line that says when somebody wrote, or that somebody did. */
function isSign({folded, words}: Unit): boolean {
  return (isStamp(folded) && words <= 14) || gluedStamp.test(folded) || (words <= 8 && /\bsa(?:ys|id):?$/u.test(folded))
}
