/**
 * Make the table of spellings that a text is searched for, and search a text for them in one walk.
 *
 * The walk cuts words out and looks each up by its folded form; names of several words are followed word by word
 * in a tree, and the longest is taken. Its cost grows with the text, and not with the number of names, however alike they begin.
 */
import type {AliasKind, Correction, NameEntry, Needs, PersonalName, Profile, Tradition} from './entry.js'
import {resolveSpellings} from './gazetteer/resolve.js'

/** One spelling, and what becomes of it under the profile. */
export interface Spelling {
  readonly form: string
  /** Id of the entry; of a correction or a person, the right form. */
  readonly entry: string
  readonly tradition: Tradition
  readonly kind: AliasKind | 'canonical' | 'correction' | 'diacritics'
  readonly language?: string
  readonly needs?: Needs
  /** Words of a paragraph that say that something else is meant. */
  readonly elsewhere?: RegExp
  /** Whether it is of the built-in gazetteer, all of whose places are in one region: in another country it is another place. */
  readonly isRegional?: boolean
  /** The form of its own tradition. */
  readonly own: string
  /** The form that the profile writes. */
  readonly target: string
}

/** The spellings that end at a word, and the words that may follow it in longer ones. */
interface Node {
  readonly spellings: Spelling[]
  next?: Map<string, Node>
}

function childOf(nodes: Map<string, Node>, word: string): Node {
  let node = nodes.get(word)
  if (!node) nodes.set(word, (node = {spellings: []}))
  return node
}

/** The spellings by their first word, and which words are worth looking up, by their first four letters and their length. */
export interface Vocabulary {
  readonly table: ReadonlyMap<string, Node>
  readonly beginnings: Uint8Array
}

/** A spelling found in a text. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly spelling: Spelling
  readonly shape: 'capitalised' | 'capitals' | 'lower'
  readonly isPlural: boolean
}

const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

/** Fold a word for comparison: composed, without invisible characters, in lower case. */
export function fold(word: string): string {
  const plain = /[^\u0021-\u007e]/.test(word) ? word.normalize('NFC').replace(invisible, '').replaceAll('İ', 'i') : word
  return plain.toLowerCase()
}

/** What a vocabulary is made of. */
export interface VocabularySource {
  readonly profile: string
  readonly profiles: Readonly<Record<string, Profile>>
  readonly entries: readonly NameEntry[]
  /** Ids of the entries whose region is known. */
  readonly regional?: ReadonlySet<string>
  readonly corrections: readonly Correction[]
  readonly persons: readonly PersonalName[]
  readonly diacritics: 'keep' | 'plain' | 'restore'
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

/** Whether a name begins at one of the words of a phrase. */
function holdsName(phrase: string, table: Vocabulary['table']): boolean {
  for (const {0: word, index} of phrase.matchAll(/[^\s\u2010-\u2015-]+/g)) {
    const node = table.get(fold(word))
    if (node && longestOf(node, phrase, index, index + word.length)) return true
  }
  return false
}

/** Make one pattern of each list of beginnings of words, however many spellings have it. */
function patternsOfWords(): (words: readonly string[]) => RegExp {
  const known = new Map<string, RegExp>()
  return (words) => {
    const branches = words.map(escaped).join('|')
    const pattern = known.get(branches) ?? new RegExp(`(?<!\\p{L})(?:${branches})`, 'iu')
    known.set(branches, pattern)
    return pattern
  }
}

/** Compile the spellings of a gazetteer for one profile. */
export function compileVocabulary(source: VocabularySource): Vocabulary {
  const {profile, profiles, entries, regional, corrections, persons, diacritics} = source
  const table = new Map<string, Node>()
  const add = (spelling: Spelling): void => {
    const [first = '', ...rest] = spelling.form.split(/[\s\u2010-\u2015-]+/).map(fold)
    let node = childOf(table, first)
    for (const word of rest) {
      node.next ??= new Map()
      node = childOf(node.next, word)
    }
    if (!node.spellings.some(({form}) => form === spelling.form)) node.spellings.push(spelling)
  }
  for (const {wrong, right} of corrections) {
    add({form: wrong, entry: right, tradition: 'shared', kind: 'correction', own: right, target: right})
  }
  const patternOf = patternsOfWords()
  const dashed: Spelling[] = []
  for (const entry of entries) {
    for (const {elsewhere = [], ...resolved} of resolveSpellings(entry, profile, profiles)) {
      const spelling = {
        ...resolved,
        ...(elsewhere.length > 0 && {elsewhere: patternOf(elsewhere)}),
        isRegional: regional?.has(entry.id) === true,
      }
      const isDashed = entry.stays && spelling.language === undefined && spelling.form.includes('-')
      if (isDashed && profile !== 'annotate') dashed.push(spelling)
      else add(spelling)
    }
  }
  // In a phrase that stays a name may be written with another dash (2016 Nagorno–Karabakh conflict), which is to be repaired:
  // the name is found, not the phrase. In one of another language no name is made English.
  for (const spelling of dashed.filter(({form}) => !holdsName(form, table))) add(spelling)
  if (diacritics !== 'keep') {
    for (const {full, plain} of persons) {
      const [from, to] = diacritics === 'plain' ? [full, plain] : [plain, full]
      add({form: from, entry: plain, tradition: 'shared', kind: 'diacritics', own: to, target: to})
    }
  }
  // Headings in capitals are often set without the dotless i, so that its capital is an ordinary I.
  for (const [word, {spellings}] of [...table]) {
    const dotted = word.replaceAll('ı', 'i')
    if (dotted !== word && spellings.length > 0 && !table.has(dotted)) table.set(dotted, {spellings: [...spellings]})
  }
  const beginnings = new Uint8Array(sieve)
  for (const key of table.keys()) {
    let hash = 0
    for (let at = 0; at < Math.min(key.length, 4); at++) hash = mixed(hash, key.charCodeAt(at))
    // The plural is a letter longer.
    for (const length of [key.length, key.length + 1]) beginnings[mixed(hash, length) & (sieve - 1)] = 1
  }
  return {table, beginnings}
}

/** Places in the sieve of beginnings; a power of two, many times the number of names. */
const sieve = 1 << 18

function mixed(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code * 7919) | 0
}

/** A character of a word: letters, digits, marks and the invisible ones that may stand inside; `_` belongs to identifiers. */
const wordCharacter =
  /[\w\u00ad\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0377\u0386\u0388-\u0559\u0560-\u0588\u0591-\u05bd\u05d0-\u05f2\u0620-\u0669\u066e-\u06d3\u0900-\u1fff\u200b-\u200d\u2060\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff]/

/**
 * For each code unit that was met: 0 outside of words, its folded code unit inside, 1 for a character that needs a closer look.
 * A text has a hundred different characters, and folding all there are would take longer than reading it.
 */
const unmet = 2
const units: Uint16Array = new Uint16Array(1 << 16).fill(unmet)

function unitAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const unit = units[code]!
  return unit === unmet ? meet(code) : unit
}

function meet(code: number): number {
  const character = String.fromCharCode(code)
  let unit = 0
  if (wordCharacter.test(character)) {
    const lower = fold(character)
    unit = lower.length === 1 && !/[\u0300-\u036f]/.test(character) ? lower.charCodeAt(0) : 1
  }
  units[code] = unit
  return unit
}

/** What may stand between the words of one name: a space, a no-break space, any dash, a dash with spaces. */
const separator = /^(?:[ \u00a0\u202f]?[\u2010-\u2015\u2212-][ \u00a0\u202f]?|[ \u00a0\u202f]{1,2})/

/**
 * Find every spelling of a vocabulary in a text, in order. Linear in the text.
 *
 * Most words of a text begin like no name at all; they are passed over without being cut out.
 */
export function findMentions(text: string, vocabulary: Vocabulary): Mention[] {
  const mentions: Mention[] = []
  const {beginnings} = vocabulary
  const {length} = text
  let at = 0
  while (at < length) {
    let unit = unitAt(text, at)
    if (unit === 0) {
      at++
      continue
    }
    const start = at
    let hash = 0
    let count = 0
    let isOdd = false
    for (; unit !== 0; unit = at < length ? unitAt(text, at) : 0) {
      if (unit === 1) isOdd = true
      else if (count < 4) {
        hash = mixed(hash, unit)
        count++
      }
      at++
    }
    if (!isOdd && beginnings[mixed(hash, at - start) & (sieve - 1)] === 0) continue
    const mention = mentionAt(text, text.slice(start, at), start, at, vocabulary.table)
    if (mention) {
      mentions.push(mention)
      at = mention.end
    }
  }
  return mentions
}

function mentionAt(
  text: string,
  token: string,
  start: number,
  end: number,
  vocabulary: Vocabulary['table'],
): Mention | undefined {
  if (token.length > 60) return undefined
  const key = fold(token)
  const node = vocabulary.get(key)
  if (node) {
    const found = longestOf(node, text, start, end)
    if (found)
      return {
        start,
        end: found.end,
        spelling: found.spelling,
        shape: shapeOf(text.slice(start, found.end)),
        isPlural: false,
      }
  }
  if (key.length > 4 && (token.endsWith('s') || token.endsWith('S'))) {
    const spelling = vocabulary.get(key.slice(0, -1))?.spellings.find(({needs}) => !needs)
    if (spelling && shapeOf(token) !== 'lower') {
      return {start, end, spelling, shape: shapeOf(token.slice(0, -1)), isPlural: true}
    }
  }
  return undefined
}

/** The longest name that begins at a word: one look-up for each of its words, however many names begin alike. */
function longestOf(
  first: Node,
  text: string,
  start: number,
  end: number,
): {spelling: Spelling; end: number} | undefined {
  let best: {spelling: Spelling; end: number} | undefined
  let node: Node | undefined = first
  for (let at = end; node; ) {
    const [any] = node.spellings
    if (any) {
      // Of two spellings that fold alike (Qubadlı, Qubadli) the one that is written so is meant.
      const written = text.slice(start, at)
      best = {spelling: node.spellings.find(({form}) => form === written) ?? any, end: at}
    }
    if (!node.next) break
    const gap = separator.exec(text.slice(at, at + 3))?.[0]
    const word = gap === undefined ? undefined : wordAt(text, at + gap.length)
    if (gap === undefined || word === undefined) break
    node = node.next.get(fold(word))
    at += gap.length + word.length
  }
  return best
}

function wordAt(text: string, offset: number): string | undefined {
  const found = /^[^\s!-,./:-@[-^`{-~\u2010-\u201f\u2026]{1,40}/.exec(text.slice(offset, offset + 41))?.[0]
  return found?.replace(/-.*$/, '')
}

function shapeOf(form: string): Mention['shape'] {
  const letters = form.replace(invisible, '')
  if (letters === letters.toUpperCase()) return 'capitals'
  const [first = ''] = letters
  return first === first.toLowerCase() && first !== first.toUpperCase() ? 'lower' : 'capitalised'
}

/** Whether anything else could become of a spelling, anywhere. */
export function mayChange({form, target, own}: Spelling): boolean {
  return form !== target || form !== own
}

/** Write a form in the shape of the mention that it replaces. */
export function inShape(form: string, {shape, isPlural}: Mention): string {
  const plural = isPlural ? 's' : ''
  if (shape === 'capitals') return (form + plural).toUpperCase()
  return (shape === 'lower' ? form.toLowerCase() : form) + plural
}
