/**
 * Say for each mention of a name whether it is running text, or stands where a name is not the author's own choice.
 *
 * Three verdicts: `free`, the profile decides; `own`, the spelling is brought to the form of its own tradition but
 * nothing is renamed; `kept`, the text stays as it is. In doubt the text stays.
 */
import {type Range, upperBound} from '../../src/document/range.js'
import * as cue from './cues.js'
import {isEnglish} from './language.js'
import {findQuotations} from './quotations.js'
import type {Unit} from './units.js'
import type {Mention, Spelling} from './vocabulary.js'

export interface Verdict {
  readonly use: 'free' | 'own' | 'kept'
  readonly reason?: string
}

/** A mention with its place in the text of its unit. */
export interface Placed extends Range {
  readonly mention: Mention
}

const free: Verdict = {use: 'free'}
const kept = (reason: string): Verdict => ({use: 'kept', reason})
const own = (reason: string): Verdict => ({use: 'own', reason})
/** How far around a mention its neighbours are read. */
const reach = 64

/** Judge the mentions of one unit, given in order. */
export function judge(unit: Unit, mentions: readonly Placed[]): Verdict[] {
  const context = new UnitContext(unit, mentions)
  const verdicts = mentions.map((placed, index) => context.verdictOf(placed, index))
  return verdicts
}

class UnitContext {
  readonly #unit: Unit
  readonly #mentions: readonly Placed[]
  readonly #quotations: readonly Range[]
  readonly #sentences: readonly number[]
  readonly #aboutSpelling: Map<number, boolean> = new Map()
  readonly #foreign: Map<number, boolean> = new Map()
  readonly #isTitleCase: boolean
  readonly #isCitation: boolean
  readonly #hasPlaces: boolean
  readonly #persons: ReadonlySet<string>

  constructor(unit: Unit, mentions: readonly Placed[]) {
    this.#unit = unit
    this.#mentions = mentions
    this.#quotations = findQuotations(unit.text)
    this.#sentences = sentenceStarts(unit.text)
    this.#isTitleCase = isTitleCase(unit)
    this.#isCitation = unit.text.length < 600 && cue.citation.test(unit.text)
    this.#hasPlaces = mentions.some(
      ({mention: {spelling, shape}}) =>
        !spelling.needs && shape !== 'lower' && spelling.kind !== 'correction' && spelling.kind !== 'diacritics',
    )
    // Whoever is once called a person is one for the rest of the paragraph.
    this.#persons = new Set(
      mentions.filter((placed) => this.#isPerson(placed)).map(({mention}) => mention.spelling.form),
    )
  }

  verdictOf(placed: Placed, index: number): Verdict {
    const {mention} = placed
    const {spelling} = mention
    if (spelling.form === spelling.target && spelling.form === spelling.own && mention.shape === 'capitalised')
      return free
    if (this.#isAddress(placed)) return kept('address')
    const isSlip = spelling.kind === 'correction' || spelling.kind === 'diacritics'
    if (isIn(placed, this.#unit.emphasis)) return kept('title or foreign words')
    if (this.#isCitation) return kept('citation')
    if (isSlip) return free
    if (this.#unit.isBlockQuote || isIn(placed, this.#quotations)) return kept('quotation')
    if (this.#isForeign(placed)) return kept('text in another language')
    if (mention.shape === 'lower' && !this.#isCareless(placed)) return kept('common word')
    if (this.#isAbout(placed)) return kept('about the name')
    const before = this.#before(placed)
    const after = this.#after(placed)
    if (cue.elsewhereAfter.test(after) || this.#isElsewhere(spelling)) return kept('another place')
    if (cue.bearerBefore.test(before) || cue.bearerAfter.test(after)) return kept('person')
    if (cue.titleBefore.test(before)) return kept('title or foreign words')
    if (spelling.needs && !this.#isPlace(placed, before, after)) return kept('ambiguous')
    const pair = this.#pairOf(placed, index)
    if (pair) return pair
    if (this.#isNamePart(placed, before, after)) {
      if (spelling.needs || (spelling.language && /[^a-z]/i.test(spelling.form))) return kept('part of a name')
      return own('part of a name')
    }
    return free
  }

  #before({start}: Range): string {
    return visible(this.#unit.text.slice(Math.max(0, start - reach), start))
  }

  #after({end}: Range): string {
    return visible(this.#unit.text.slice(end, end + reach))
  }

  /** Whether the paragraph says that something else of this name is meant. */
  #isElsewhere({elsewhere}: Spelling): boolean {
    return elsewhere?.test(this.#unit.text.slice(0, 4000)) === true
  }

  /** Part of an address, a handle, a file name or an identifier that markdown does not know as one. */
  #isAddress({start, end}: Range): boolean {
    const {text} = this.#unit
    const before = text.charAt(start - 1)
    const after = text.charAt(end)
    if (/[#@_=&\\~]/.test(before) || /[@_=\\]/.test(after)) return true
    if (!/[/.:%-]/.test(before) && !/[/.:%-]/.test(after)) return false
    const from = Math.max(0, start - 200)
    const head = /[^\s()[\]<>"“”‘’]*$/.exec(text.slice(from, start))![0]
    const tail = /^[^\s()[\]<>"“”‘’]*/.exec(text.slice(end, end + 200))![0]
    const token = head + text.slice(start, end) + tail
    return (
      /:\/\/|^www\.|@|^\.{0,2}[/\\]|^~|[=&?]\w/.test(token) ||
      /\.(?:com|org|net|info|gov|edu|am|az|ru|tr|ge|fr|de|pl|uk|eu|io|html?|php|aspx?|xml|json|csv|txt|pdf|jpe?g|png|gif|tiff?|docx?|md|zip|mp[34]|example|me|co|tv|cat|wiki)(?![\p{L}])/iu.test(
        token,
      ) ||
      (token.match(/\//g)?.length ?? 0) > 2 ||
      /^[a-z\d_-]+\/|\/[a-z\d_-]+\/?$/.test(token)
    )
  }

  /** Lower case is a name only in careless text, or where a place must follow. */
  #isCareless(placed: Placed): boolean {
    if (placed.mention.spelling.needs || placed.mention.spelling.form.length < 5) return false
    const around = this.#unit.text.slice(Math.max(0, placed.start - 1), placed.end + 1)
    if (/^[-‐‑.]|[-‐‑]$|\.\w/.test(around)) return false
    if (!/\p{Lu}/u.test(this.#unit.text.slice(0, 2000).replace(/(?<!\p{L})I(?!\p{L})/gu, ''))) return true
    return /(?<!\p{L})(?:in|to|from|near|at|towards?|outside|around|via) $/u.test(this.#before(placed))
  }

  #isAbout(placed: Placed): boolean {
    const before = this.#before(placed)
    if (cue.aboutBefore.test(before) || cue.aboutAfter.test(this.#after(placed))) return true
    const sentence = this.#sentenceOf(placed)
    let isAbout = this.#aboutSpelling.get(sentence.start)
    if (isAbout === undefined) {
      isAbout = cue.aboutSpelling.test(this.#unit.text.slice(sentence.start, sentence.end))
      this.#aboutSpelling.set(sentence.start, isAbout)
    }
    return isAbout
  }

  #sentenceOf({start}: Range): Range {
    const index = upperBound(this.#sentences, start, (offset) => offset) - 1
    return {start: this.#sentences[index] ?? 0, end: this.#sentences[index + 1] ?? this.#unit.text.length}
  }

  /** Whether the sentence is in another language than its paragraph. */
  #isForeign(placed: Placed): boolean {
    if (this.#sentences.length < 2) return false
    const {start, end} = this.#sentenceOf(placed)
    let isForeign = this.#foreign.get(start)
    if (isForeign === undefined) {
      isForeign = isEnglish(this.#unit.text.slice(start, end)) === false
      this.#foreign.set(start, isForeign)
    }
    return isForeign
  }

  #isPerson(placed: Placed): boolean {
    if (!placed.mention.spelling.needs) return false
    if (cue.personBefore.test(this.#before(placed)) || cue.personAfter.test(this.#after(placed))) return true
    const next = /^ (\p{Lu}\p{Ll}+)/u.exec(this.#after(placed))?.[1]
    return next !== undefined && !cue.looseNeighbour.test(next) && !cue.organisationAfter.test(this.#after(placed))
  }

  /** Whether a form that is also something else is a place here. */
  #isPlace(placed: Placed, before: string, after: string): boolean {
    const {needs, form} = placed.mention.spelling
    if (needs === 'never') return true
    if (cue.personBefore.test(before) || cue.personAfter.test(after)) return false
    if (needs === 'settlement') return cue.settlementBefore.test(before) && placed.mention.shape === 'capitalised'
    if (cue.placeBefore.test(before) || cue.placeAfter.test(after)) return true
    return this.#hasPlaces && !this.#persons.has(form)
  }

  /** Both names of one place, joined: the author says that there are two. */
  #pairOf(placed: Placed, index: number): Verdict | undefined {
    const {spelling} = placed.mention
    for (const other of [this.#mentions[index - 1], this.#mentions[index + 1]]) {
      if (!other) continue
      const between =
        other.start < placed.start
          ? this.#unit.text.slice(other.end, placed.start)
          : this.#unit.text.slice(placed.end, other.start)
      if (between.length > 60) continue
      const isSame = other.mention.spelling.entry === spelling.entry
      if (isSame && other.mention.spelling.form !== spelling.form) {
        const isJoined =
          cue.pairLink.test(visible(between)) ||
          (cue.pairOnly.test(visible(between)) && other.mention.spelling.own !== spelling.own)
        if (!isJoined) continue
        const isForeign = (form: string): boolean => /[^ -~]/.test(form)
        if (other.mention.spelling.own === spelling.own || isForeign(spelling.form)) return kept('pair of names')
        return own('pair of names')
      }
      // Two names with a slash or a bracket, though each may be a thing of its own: "Kashatagh (Lachin)".
      if (!isSame && /^ ?(?:\/|[([]) ?$/.test(between)) return own('pair of names')
    }
    return undefined
  }

  /** Part of a longer name: of an organisation, an event, a person, a unit. */
  #isNamePart(placed: Placed, before: string, after: string): boolean {
    const {shape} = placed.mention
    if (shape === 'lower') return false
    if (cue.eventAfter.test(after)) return true
    if (shape === 'capitals') return cue.organisationAfterCapitals.test(after)
    if (cue.organisationAfter.test(after) || cue.organisationBefore.test(before)) return true
    if (cue.namedOf.test(before) && !cue.officeOf.test(before)) return true
    if (this.#isTitleCase) return false
    const next = /^[ \u00a0](?:(?:&|and) )?(\p{Lu}[\p{L}'’-]*)/u.exec(after)
    if (next && !next[0].includes('and ')) {
      const [, name = ''] = next
      const isLoose =
        cue.looseNeighbour.test(name) ||
        (cue.officeNeighbour.test(name) && cue.placeBefore.test(before)) ||
        // "In Shushi Pashinyan met …": the place stands first, then the sentence begins.
        (/^(?:In|At|From|Near|Outside|Around|After|Before|Beyond) $/.test(before) && placed.start === before.length)
      if (!isLoose) return true
    }
    const previous = /(\p{Lu}[\p{L}'’.-]*)(?: of)?(?: the)? $/u.exec(before)
    if (!previous || cue.officeOf.test(before)) return false
    const at = placed.start - previous[0].length
    if (cue.looseNeighbour.test(previous[1]!) || cue.officeNeighbour.test(previous[1]!)) return false
    // The first word of a sentence has its capital from there.
    return !this.#startsSentence(at)
  }

  #startsSentence(at: number): boolean {
    const start = this.#sentences[upperBound(this.#sentences, at, (offset) => offset) - 1] ?? 0
    return (
      !/[\p{L}\p{N}]/u.test(this.#unit.text.slice(start, at)) ||
      /["“‘'«„(:;—–|]\s*$/.test(this.#unit.text.slice(Math.max(0, at - 3), at))
    )
  }
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

const sentenceEnd = /[.!?…][)\]"”’»*_]*\s+(?=["“‘'«„([*_]*[\p{Lu}\p{N}])/gu
const abbreviation =
  /(?:(?<!\p{L})(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Capt|Lt|Sgt|No|Vol|vs|etc|e\.g|i\.e|cf|Jr|Sr|p|pp|\p{Lu}))\.\s+$/u

/** Where the sentences of a paragraph begin. */
function sentenceStarts(text: string): number[] {
  const starts = [0]
  sentenceEnd.lastIndex = 0
  for (let match = sentenceEnd.exec(text); match; match = sentenceEnd.exec(text)) {
    const at = match.index + match[0].length
    if (!abbreviation.test(text.slice(Math.max(0, at - 12), at))) starts.push(at)
  }
  return starts
}

/** Whether capitals say nothing here: a heading, or a line like one, in title case. */
function isTitleCase({text, isHeading}: Unit): boolean {
  if (text.length > 300) return false
  if (!isHeading && /[.!?:;]["”’»)]?\s*$/.test(text)) return false
  const words = text.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? []
  if (words.length < 3) return false
  return words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length >= 0.7
}
