/**
 * Say for each mention of a name whether it is running text, or stands where a name is not the author's own choice.
 *
 * Three verdicts: `free`, the profile decides; `own`, the spelling is brought to the form of its own tradition but
 * nothing is renamed; `kept`, the text stays as it is. In doubt the text stays.
 */
import {type Range, upperBound} from '../../src/document/range.js'
import {isAddress} from './address.js'
import * as about from './cues/naming.js'
import * as organisation from './cues/organisations.js'
import * as person from './cues/persons.js'
import * as place from './cues/places.js'
import * as work from './cues/works.js'
import {isLatin} from './gazetteer/script.js'
import {isEnglish} from './language.js'
import {linkOf, longestLink} from './pairs.js'
import {findQuotations} from './quotations.js'
import {isTitleCase, sentenceStarts, titleCased} from './sentences.js'
import type {Unit} from './units.js'
import {type Mention, mayChange, type Spelling} from './vocabulary.js'

export interface Verdict {
  readonly use: 'free' | 'own' | 'kept'
  readonly reason?: string
}

/** A mention with its place in the text of its unit. */
export interface Placed extends Range {
  readonly mention: Mention
}

/** What the rest of the document says of names that are also something else: a name has one sense in a text. */
export interface Setting {
  /** Entries that are somewhere certainly a place. */
  readonly places: ReadonlySet<string>
  /** Forms that are somewhere certainly a person's. */
  readonly persons: ReadonlySet<string>
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
  {reason: 'title or foreign words', use: 'kept', holds: ({before}) => work.titleBefore.test(before)},
  {reason: 'ambiguous', use: 'kept', holds: (here) => here.spelling.needs !== undefined && !isPlace(here)},
  {reason: 'another script', use: 'kept', holds: isGloss},
  {reason: 'pair of names', use: useInPair, holds: (here) => pairOf(here) !== undefined},
  {reason: 'part of a name', use: useInName, holds: isNamePart},
]

const free: Verdict = {use: 'free'}

/** Judge the mentions of one unit. */
export function verdictsOf(unit: UnitContext, setting: Setting): Verdict[] {
  return unit.mentions.map((placed, index) => {
    const here = new Here(unit, placed, index, setting)
    const {kind, needs} = here.spelling
    if (!mayChange(here.spelling) && !needs) return free
    const isSlip = kind === 'correction' || kind === 'diacritics'
    const found = [...outsideOfProse, ...(isSlip ? [] : reasons)].find(({holds}) => holds(here))
    if (!found) return free
    return {use: typeof found.use === 'function' ? found.use(here) : found.use, reason: found.reason}
  })
}

/**
 * What the units of a document say of names that are also something else.
 *
 * A place that is certain makes those beside it certain, and these others: it is looked for until no more is found, so
 * that a text in which they have been renamed says the same.
 */
export function settingOf(units: readonly UnitContext[]): Setting {
  const places = new Set<string>()
  const persons = new Set<string>()
  const setting: Setting = {places, persons}
  const open: Here[] = []
  for (const unit of units) {
    for (const [index, placed] of unit.mentions.entries()) {
      const {spelling, shape} = placed.mention
      const {needs, form} = spelling
      if (shape === 'lower' || (!needs && !mayChange(spelling))) continue
      const here = new Here(unit, placed, index, setting)
      if (needs === 'place') {
        if (isPersonHere(here)) persons.add(form)
        else if (!isElsewhere(here)) open.push(here)
      } else if (!needs && person.bearerBefore.test(here.before)) persons.add(form)
    }
  }
  for (let found = -1; found < places.size; ) {
    found = places.size
    for (const here of open) if (!places.has(here.spelling.entry) && isPlace(here)) places.add(here.spelling.entry)
  }
  return setting
}

/** A paragraph, heading or cell, and what is found out about it once for all names in it, when it is asked for. */
export class UnitContext {
  readonly unit: Unit
  readonly text: string
  /** In order. */
  readonly mentions: readonly Placed[]
  /** Whether a place is named that can be nothing else; kept by who asks for it. */
  hasCertainPlace: boolean | undefined
  #quotations: readonly Range[] | undefined
  #sentences: readonly number[] | undefined
  #isTitleCase: boolean | undefined
  #isCitation: boolean | undefined
  #ambiguous: ReadonlyMap<string, string> | undefined
  readonly #aboutNames: Map<number, boolean> = new Map()
  readonly #foreign: Map<number, boolean> = new Map()

  constructor(unit: Unit, mentions: readonly Placed[]) {
    this.unit = unit
    this.text = unit.text
    this.mentions = mentions
  }

  get quotations(): readonly Range[] {
    this.#quotations ??= findQuotations(this.text)
    return this.#quotations
  }

  /** Offsets at which sentences begin. */
  get sentences(): readonly number[] {
    this.#sentences ??= sentenceStarts(this.text)
    return this.#sentences
  }

  get isTitleCase(): boolean {
    this.#isTitleCase ??= isTitleCase(this.unit)
    return this.#isTitleCase
  }

  get isCitation(): boolean {
    this.#isCitation ??= this.text.length < 600 && work.citation.test(this.text)
    return this.#isCitation
  }

  /** Forms that are also something else, with their entries. */
  get ambiguous(): ReadonlyMap<string, string> {
    this.#ambiguous ??= new Map(
      this.mentions.flatMap(({mention: {spelling, shape}}) =>
        spelling.needs === 'place' && shape !== 'lower' ? [[spelling.form, spelling.entry]] : [],
      ),
    )
    return this.#ambiguous
  }

  sentenceOf({start}: Range): Range {
    const index = upperBound(this.sentences, start, (offset) => offset) - 1
    return {start: this.sentences[index] ?? 0, end: this.sentences[index + 1] ?? this.text.length}
  }

  /** Whether the sentence is about names. */
  isAboutNames(placed: Range): boolean {
    return this.#ofSentence(placed, this.#aboutNames, (sentence) => about.aboutNames.test(sentence))
  }

  /** Whether the sentence is in another language than its paragraph. */
  isForeign(placed: Range): boolean {
    if (this.sentences.length < 2) return false
    return this.#ofSentence(placed, this.#foreign, (sentence) => isEnglish(sentence) === false)
  }

  #ofSentence(placed: Range, known: Map<number, boolean>, decide: (sentence: string) => boolean): boolean {
    const {start, end} = this.sentenceOf(placed)
    let answer = known.get(start)
    if (answer === undefined) {
      answer = decide(this.text.slice(start, end))
      known.set(start, answer)
    }
    return answer
  }

  /** Whether a word begins a sentence, and has its capital from there. */
  startsSentence(at: number): boolean {
    const {start} = this.sentenceOf({start: at, end: at})
    return (
      !/[\p{L}\p{N}]/u.test(this.text.slice(start, at)) ||
      /["“‘'«„(:;—–|]\s*$/.test(this.text.slice(Math.max(0, at - 3), at))
    )
  }
}

/** How far around a mention its neighbours are read. */
const reach = 64

/** One mention and what stands around it. */
class Here {
  readonly unit: UnitContext
  readonly placed: Placed
  readonly index: number
  readonly setting: Setting
  readonly spelling: Spelling
  readonly shape: Mention['shape']
  /** What stands before and behind; where all is in capitals, as a title would have it. */
  readonly before: string
  readonly after: string
  readonly #isShouted: boolean

  constructor(unit: UnitContext, placed: Placed, index: number, setting: Setting) {
    this.unit = unit
    this.placed = placed
    this.index = index
    this.setting = setting
    this.spelling = placed.mention.spelling
    this.shape = placed.mention.shape
    const before = visible(unit.text.slice(Math.max(0, placed.start - reach), placed.start))
    const after = visible(unit.text.slice(placed.end, placed.end + reach))
    this.#isShouted = this.shape === 'capitals' && !/\p{Ll}/u.test(before + after)
    this.before = this.#isShouted ? titleCased(before) : before
    this.after = this.#isShouted ? titleCased(after) : after
  }

  /** Whether capitals say nothing here. */
  get isTitleCase(): boolean {
    return this.#isShouted || this.unit.isTitleCase
  }
}

/** Lower case is a name only where a place must stand; in careless text, where none has a capital, any sign of one will do. */
function isCareless({unit, placed, spelling, before, after}: Here): boolean {
  if (spelling.needs || spelling.form.length < 5) return false
  const around = unit.text.slice(Math.max(0, placed.start - 1), placed.end + 1)
  if (/^[-‐‑.]|[-‐‑]$|\.\w/.test(around)) return false
  if (!/\p{Lu}/u.test(unit.text.slice(0, 2000).replace(/(?<!\p{L})I(?!\p{L})/gu, '')))
    return place.placeBefore.test(before) || place.placeAfter.test(after)
  return /(?<!\p{L})(?:in|to|from|near|at|towards?|outside|around|via) $/u.test(before)
}

function isAboutName({unit, placed, before, after}: Here): boolean {
  if (about.aboutBefore.test(before) || about.aboutAfter.test(after)) return true
  return (about.sayingBefore.test(before) && about.sayingAfter.test(after)) || unit.isAboutNames(placed)
}

/** Whether something else of this name is meant: it says so beside the name, or the paragraph speaks of other things. */
function isElsewhere({unit, spelling, before, after}: Here): boolean {
  if (place.elsewhereAfter.test(after) || place.elsewhereBefore.test(before)) return true
  return spelling.elsewhere?.test(unit.text.slice(0, 4000)) === true
}

/** "A boy from Shushi who whistled": what is said behind a place is said of whoever is there. */
function isBearer(here: Here): boolean {
  const {spelling, setting, before, after} = here
  if (person.bearerBefore.test(before)) return true
  if (isPlaceBeside(here)) return false
  return person.bearerAfter.test(after) || (!spelling.needs && setting.persons.has(spelling.form))
}

/** Whether a name that is also something else is a person's here. */
function isPersonHere(here: Here): boolean {
  const {before, after, isTitleCase} = here
  if (person.personBefore.test(before)) return true
  if (person.personAfter.test(after) && (person.owns.test(after) || !place.placeBefore.test(before))) return true
  if (place.placeBefore.test(before)) return false
  // "Muhammad Fuzuli": a first name stands before it.
  if (!isTitleCase && /\p{Lu}\p{Ll}+ $/u.test(before) && hasNameBefore(here)) return true
  const next = /^ (\p{Lu}\p{Ll}+)/u.exec(after)?.[1]
  if (next === undefined || organisation.organisationAfter.test(after)) return false
  return !organisation.looseNeighbour.test(next)
}

/** Whether the words beside a name are those of a place, and not of a person. */
function isPlaceBeside({before, after}: Here): boolean {
  if (person.personBefore.test(before)) return false
  const isPerson = person.personAfter.test(after)
  if (isPerson && person.owns.test(after)) return false
  return place.placeBefore.test(before) || (!isPerson && place.placeAfter.test(after))
}

/** Whether a name that is also something else is a place here. */
function isPlace(here: Here): boolean {
  const {unit, spelling, shape, setting, before, after} = here
  if (spelling.needs === 'never') return true
  if (spelling.needs === 'settlement') {
    return shape === 'capitalised' && place.settlementBefore.test(before) && place.settlementAfter.test(after)
  }
  if (isPlaceBeside(here)) return true
  if (isPersonHere(here)) return false
  if (isListed(here)) return true
  return !setting.persons.has(spelling.form) && (setting.places.has(spelling.entry) || hasPlaces(unit, setting))
}

/** Whether a paragraph names a place that can be nothing else, by what stands beside it or in the rest of the document. */
function hasPlaces(unit: UnitContext, setting: Setting): boolean {
  unit.hasCertainPlace ??= unit.mentions.some((placed, index) => isCertain(new Here(unit, placed, index, setting)))
  if (unit.hasCertainPlace) return true
  for (const [form, entry] of unit.ambiguous) {
    if (setting.places.has(entry) && !setting.persons.has(form)) return true
  }
  return false
}

/** Whether a mention is a place by itself, whatever else the document says. */
function isCertain(here: Here): boolean {
  const {needs, kind, tradition, form} = here.spelling
  if (here.shape === 'lower' || kind === 'correction' || kind === 'diacritics') return false
  // Countries are in texts of any kind; a name that one side alone uses is in texts about its places.
  if (!needs) return tradition !== 'shared'
  if (needs !== 'place' || here.setting.persons.has(form) || isElsewhere(here)) return false
  return isPlaceBeside(here) || (isListed(here) && !isPersonHere(here))
}

/** Whether a name stands in one list with another that is certainly a place: "Hadrut, Fizuli and Chartar". */
function isListed({unit, placed, index}: Here): boolean {
  return [-1, 1].some((step) => {
    const other = unit.mentions[index + step]
    if (!other || other.mention.spelling.needs || other.mention.spelling.kind === 'correction') return false
    const [first, second] = step < 0 ? [other, placed] : [placed, other]
    return /^(?:,| and| or| nor|, and)[ \u0000*_]+$/.test(unit.text.slice(first.end, second.start).slice(0, 9))
  })
}

/** In another script a name explains one in Latin letters, unless it stands where a place must. */
function isGloss({spelling, before, after}: Here): boolean {
  if (isLatin(spelling.form)) return false
  return /[([/]\s*$/.test(before) || /^\s*[)\]/]/.test(after) || !place.placeBefore.test(before)
}

/** The mention that a name is set beside, in either direction: another name of its place, or of another. */
function pairOf({unit, placed, index, spelling}: Here): Placed | undefined {
  for (const direction of [-1, 1]) {
    for (let other = unit.mentions[index + direction], step = direction; other; ) {
      const [first, second] = direction < 0 ? [other, placed] : [placed, other]
      const between = unit.text.slice(first.end, second.start)
      if (between.length > longestLink) break
      const {entry, form, own} = other.mention.spelling
      if (entry === spelling.entry) {
        const link = form === spelling.form ? 'none' : linkOf(visible(between))
        if (link === 'gloss' || (link === 'plain' && own !== spelling.own)) return other
        break
      }
      // Two names with a slash or a bracket, though each may be a thing of its own: "Kashatagh (Lachin)".
      if (/^ ?(?:\/|[([]) ?$/.test(between)) return other
      step += direction
      other = unit.mentions[index + step]
    }
  }
  return undefined
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

/** Part of a longer name: of an organisation, an event, a person, a unit. */
function isNamePart(here: Here): boolean {
  const {shape, before, after, isTitleCase} = here
  if (shape === 'lower') return false
  if (organisation.eventAfter.test(after) || organisation.eventOf.test(before)) return true
  if (organisation.organisationAfter.test(after) || organisation.organisationBefore.test(before)) return true
  const isOffice = organisation.officeOf.test(before)
  if (!isOffice && organisation.namedOf.test(before)) return true
  if (isTitleCase) return false
  return (!isOffice && hasNameBehind(here)) || (!isOffice && hasNameBefore(here))
}

function hasNameBehind({placed, before, after}: Here): boolean {
  const name = /^[ \u00a0](?:& )?(\p{Lu}[\p{L}'’-]*)/u.exec(after)?.[1]
  if (name === undefined || organisation.looseNeighbour.test(name)) return false
  if (organisation.officeNeighbour.test(name) && place.placeBefore.test(before)) return false
  // "In Shushi Pashinyan met …": the place stands first, then the sentence begins.
  return !(/^(?:In|At|From|Near|Outside|Around|After|Before|Beyond) $/.test(before) && placed.start === before.length)
}

function hasNameBefore({unit, placed, before}: Here): boolean {
  const previous = /(\p{Lu}[\p{L}'’.-]*)(?: of)?(?: the)? $/u.exec(before)
  if (!previous) return false
  if (organisation.looseNeighbour.test(previous[1]!) || organisation.officeNeighbour.test(previous[1]!)) return false
  return !unit.startsSentence(placed.start - previous[0].length)
}

function visible(text: string): string {
  return text.includes('\u0000') ? text.replaceAll('\u0000', '') : text
}

/** Whether one of the ranges, which are in order and may nest a little, holds the whole of another. */
function isIn({start, end}: Range, ranges: readonly Range[]): boolean {
  const last = upperBound(ranges, start, (range) => range.start) - 1
  for (let index = last; index >= 0 && index > last - 4; index--) {
    if (end <= ranges[index]!.end) return true
  }
  return false
}
