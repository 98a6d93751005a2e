/**
 * Say for each mention of a name whether it is running text, or stands where a name is not the author's own choice.
 *
 * Three verdicts: `free`, the profile decides; `own`, the spelling is brought to the form of its own tradition but
 * nothing is renamed; `kept`, the text stays as it is. In doubt the text stays.
 */
import {type Range, upperBound} from '../../src/document/range.js'
import {isAddress} from './address.js'
import * as about from './cues/naming.js'
import * as place from './cues/places.js'
import {goodsAfter} from './cues/things.js'
import {titleBefore} from './cues/works.js'
import {isLatin} from './gazetteer/script.js'
import type {Here, Setting} from './here.js'
import {isNamePart} from './name-part.js'
import {pairOf} from './pairs.js'
import {isBearer, isElsewhere, isPlace, isThing} from './senses.js'
import type {UnitContext} from './unit-context.js'
import {mayChange} from './vocabulary.js'

export interface Verdict {
  readonly use: 'free' | 'own' | 'kept'
  readonly reason?: string
}

interface Reason {
  readonly reason: string
  readonly use: 'own' | 'kept' | ((here: Here) => 'own' | 'kept')
  readonly holds: (here: Here) => boolean
}

/** Where no text is the author's own prose: nothing at all changes there. */
const outsideOfProse: readonly Reason[] = [
  {reason: 'address', use: 'kept', holds: ({unit, placed}) => isAddress(unit.text, placed)},
  {reason: 'title or foreign words', use: 'kept', holds: ({unit, placed}) => isIn(placed, unit.unit.emphasis)},
  {reason: 'citation', use: 'kept', holds: ({unit}) => unit.isCitation},
]

/** Why a name stays, in the order in which they are asked: whose words they are, what is named, what belongs to a name. */
const reasons: readonly Reason[] = [
  {
    reason: 'quotation',
    use: 'kept',
    holds: ({unit, placed}) => unit.unit.isBlockQuote || isIn(placed, unit.quotations),
  },
  {reason: 'text in another language', use: 'kept', holds: ({unit, placed}) => unit.isForeign(placed)},
  {reason: 'common word', use: 'kept', holds: (here) => here.shape === 'lower' && !isCareless(here)},
  {reason: 'about the name', use: 'kept', holds: isAboutName},
  {reason: 'another place', use: 'kept', holds: isElsewhere},
  {reason: 'person', use: 'kept', holds: isBearer},
  {reason: 'another thing', use: 'kept', holds: isThing},
  {reason: 'title or foreign words', use: 'kept', holds: ({before}) => titleBefore.test(before)},
  {reason: 'ambiguous', use: 'kept', holds: (here) => here.spelling.needs !== undefined && !isPlace(here)},
  {reason: 'another script', use: 'kept', holds: isGloss},
  {reason: 'pair of names', use: useInPair, holds: (here) => pairOf(here) !== undefined},
  {reason: 'part of a name', use: useInName, holds: isNamePart},
  {reason: 'name of goods', use: 'own', holds: ({shape, after}) => shape !== 'lower' && goodsAfter.test(after)},
]

const allReasons: readonly Reason[] = [...outsideOfProse, ...reasons]

const free: Verdict = {use: 'free'}

/** Judge the mentions of one unit. */
export function verdictsOf(unit: UnitContext, setting: Setting): Verdict[] {
  return unit.mentions.map(({mention: {spelling}}, index) => {
    const {kind, needs} = spelling
    if (!mayChange(spelling) && !needs) return free
    const here = unit.hereAt(index, setting)
    const isSlip = kind === 'correction' || kind === 'diacritics'
    const found = (isSlip ? outsideOfProse : allReasons).find(({holds}) => holds(here))
    if (!found) return free
    return {use: typeof found.use === 'function' ? found.use(here) : found.use, reason: found.reason}
  })
}

/** Lower case is a name only where a place must stand; in careless text, where none has a capital, any sign of one will do. */
function isCareless(here: Here): boolean {
  const {unit, placed, spelling, before, after} = here
  if (spelling.needs || spelling.form.length < 5) return false
  const around = unit.text.slice(Math.max(0, placed.start - 1), placed.end + 1)
  if (/^[-‐‑.]|[-‐‑]$|\.\w/.test(around)) return false
  if (!/\p{Lu}/u.test(unit.text.slice(0, 2000).replace(/(?<!\p{L})I(?!\p{L})/gu, '')))
    return here.isAtPlace || place.placeAfter.test(after)
  return /(?<!\p{L})(?:in|to|from|near|at|towards?|outside|around|via) $/u.test(before)
}

function isAboutName({unit, placed, before, after}: Here): boolean {
  if ((about.aboutBefore.test(before) && !about.onBehalfBefore.test(before)) || about.aboutAfter.test(after))
    return true
  return (about.sayingBefore.test(before) && about.sayingAfter.test(after)) || unit.isAboutNames(placed)
}

/** In another script a name explains one in Latin letters, unless it stands where a place must. */
function isGloss(here: Here): boolean {
  const {spelling, before, after} = here
  if (isLatin(spelling.form)) return false
  return /[([/]\s*$/.test(before) || /^\s*[)\]/]/.test(after) || !here.isAtPlace
}

/** Spellings of one tradition beside each other are told apart on purpose; of two traditions, each keeps its own. */
function useInPair(here: Here): 'own' | 'kept' {
  const {entry, own} = pairOf(here)!.mention.spelling
  const {spelling} = here
  return entry === spelling.entry && (own === spelling.own || /[^ -~]/.test(spelling.form)) ? 'kept' : 'own'
}

/** A club writes itself with the letters that it likes. */
function useInName({spelling}: Here): 'own' | 'kept' {
  return spelling.needs || (spelling.language && /[^a-z]/i.test(spelling.form)) ? 'kept' : 'own'
}

/** Whether one of the ranges, which are in order and may nest a little, holds the whole of another. */
function isIn({start, end}: Range, ranges: readonly Range[]): boolean {
  const last = upperBound(ranges, start, (range) => range.start) - 1
  for (let index = last; index >= 0 && index > last - 4; index--) {
    if (end <= ranges[index]!.end) return true
  }
  return false
}
