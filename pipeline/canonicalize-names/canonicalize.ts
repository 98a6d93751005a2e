/** Decide, unit by unit, what each mention of a name becomes. Pure; the stage and the front matter share it. */
import {type Range, upperBound} from '../../src/document/range.js'
import {judge, type Placed} from './context.js'
import {isEnglish} from './language.js'
import type {Unit} from './units.js'
import {inShape, type Mention, type Spelling} from './vocabulary.js'

/** One mention and what becomes of it. Offsets are those of the source. */
export interface Outcome extends Range {
  readonly mention: Mention
  /** The text that it becomes; missing for what stays. */
  readonly replacement?: string
  /** Why it stays although the profile has another form. */
  readonly reason?: string
}

/**
 * Judge the mentions of one unit.
 *
 * @param mentions of the source, in order, those of the unit and no others.
 * @param language of the document, where it is known: decides for units too short to tell.
 */
export function canonicalizeUnit(
  unit: Unit,
  source: string,
  mentions: readonly Mention[],
  language?: string,
): Outcome[] {
  const placed: Placed[] = []
  const outcomes: Outcome[] = []
  for (const mention of mentions) {
    const run = unit.runs[upperBound(unit.runs, mention.start, (item) => item.source) - 1]
    if (run && mention.end <= run.source + run.length) {
      const start = run.at + mention.start - run.source
      placed.push({start, end: start + mention.end - mention.start, mention})
    } else
      outcomes.push({
        start: mention.start,
        end: mention.end,
        mention,
        ...(wouldChange(mention, source.slice(mention.start, mention.end)) ? {reason: 'address'} : {}),
      })
  }
  if (!placed.some(({mention}) => mayChange(mention.spelling))) return outcomes
  const rest = withoutNames(unit.text, placed)
  const reads = isEnglish(rest)
  const isForeign = reads === false || (reads === undefined && language !== undefined && !/^en(?:-|$)/i.test(language))
  const isUnsure = reads === undefined && language === undefined && hasForeignLetters(rest)
  if (isForeign || isUnsure) {
    for (const {mention} of placed) {
      const {start, end} = mention
      const isKept = wouldChange(mention, source.slice(start, end))
      outcomes.push({start, end, mention, ...(isKept ? {reason: 'text in another language'} : {})})
    }
    return outcomes
  }
  const verdicts = judge(unit, placed)
  for (const [index, {mention}] of placed.entries()) {
    const {use, reason} = verdicts[index]!
    const {start, end, spelling} = mention
    const before = source.slice(start, end)
    const form = use === 'free' ? spelling.target : use === 'own' ? spelling.own : undefined
    const replacement = form === undefined ? before : inShape(form, mention)
    // A form that is right but for an invisible character inside is left alone.
    const isChanged = replacement !== before && replacement !== before.replace(/[\u00ad\u200b-\u200d\u2060]/g, '')
    outcomes.push({
      start,
      end,
      mention,
      ...(isChanged ? {replacement} : {}),
      ...(reason !== undefined && !isChanged && wouldChange(mention, before) ? {reason} : {}),
    })
  }
  return outcomes
}

/** Whether the profile has another form for a mention than the one that stands there. */
function wouldChange(mention: Mention, before: string): boolean {
  return inShape(mention.spelling.target, mention) !== before
}

/** Whether a mention could become anything else at all. */
export function mayChange({form, target, own, kind}: Spelling): boolean {
  return form !== target || form !== own || kind === 'correction'
}

function withoutNames(text: string, placed: readonly Placed[]): string {
  const parts: string[] = []
  let offset = 0
  for (const {start, end} of placed) {
    parts.push(text.slice(offset, start))
    offset = end
    // The suffix of an agglutinating language tells it: Şuşa'da.
    if (offset > 4000) break
  }
  parts.push(text.slice(offset, offset + 4000))
  return parts.join(' ')
}

function hasForeignLetters(text: string): boolean {
  return /[\u0100-\u024f\u018f\u0259]/.test(text.slice(0, 2000))
}
