/**
 * Measure what the model judges a unit by: its own shape, its neighbours, its place in the document, what the rules say, and,
 * where the document was a page, the elements it stood in. Everything is a count or a share of what any site might have;
 * no word, site or passage is a feature.
 */
import type {HtmlFacts} from '../../../src/document/html-facts.js'
import type {RuleClass} from '../../../src/document/stage.js'
import {type Body, findBody, isStamp} from '../body.js'
import type {Removal} from '../decide.js'
import type {Match} from '../match.js'
import type {Unit} from '../units.js'
import {elementFeatures, measureElements} from './elements.js'

/** What is known of a document's units when the model is asked. */
export interface Evidence {
  readonly units: readonly Unit[]
  readonly matches: readonly (Match | undefined)[]
  /** What the rules decided. */
  readonly removals: readonly (Removal | undefined)[]
  /** The title in the front matter, folded; empty where none was found. */
  readonly title: string
  readonly html?: HtmlFacts | undefined
}

/** Measures of one unit; those of its neighbours are features too. */
const own = [
  'words',
  'linked',
  'prose',
  'closed',
  'heading',
  'list',
  'stamp',
  'match',
  'decided',
  'capitals',
  'known',
  'colon',
  'reader',
] as const

const neighbours = [-3, -2, -1, 1, 2, 3] as const
const windows = [3, 8, 20] as const
const summed = ['prose', 'linked', 'matched', 'stamps', 'short', 'decided', 'known', 'reader'] as const

/** Classes of rules that tell kinds of furniture apart. */
const classes: readonly RuleClass[] = [
  'share',
  'comments',
  'comment-form',
  'login',
  'navigation',
  'tags',
  'related',
  'newsletter',
  'advertisement',
  'legal',
  'rights',
  'paywall',
  'bio',
  'promotion',
  'image',
  'media',
  'counter',
  'furniture',
]

/** Kinds of furniture whose number before and behind a unit tells where on the page it stands. */
const kinds: readonly (readonly [string, readonly RuleClass[]])[] = [
  ['comments', ['comments', 'comment-form', 'login']],
  ['related', ['related']],
  ['legal', ['legal', 'rights', 'newsletter']],
  ['navigation', ['navigation', 'tags', 'furniture']],
]

/** Names of the features, in the order of a row. */
export const featureNames: readonly string[] = [
  ...own,
  'letters',
  'images',
  'depth of heading',
  'quote',
  'table',
  'code',
  'length of words',
  'sentences',
  'commas',
  'upper-case words',
  'digits',
  'begins in lower case',
  'begins with a sign',
  'ends with dots',
  'bars',
  'copyright',
  'address',
  'quotation marks',
  'questions',
  'emphasis',
  'match is certain',
  'decided by phrase',
  'decided by element',
  'title words',
  'words of title',
  'relative length',
  'price',
  'is title',
  'behind title',
  'copies',
  'alike nearby',
  'size of block',
  'links of block',
  'words of block',
  'place in block',
  ...classes.map((name) => `class ${name}`),
  ...neighbours.flatMap((step) => own.map((name) => `${name} at ${step}`)),
  ...windows.flatMap((size) => summed.flatMap((name) => [`${name} in ${size} before`, `${name} in ${size} behind`])),
  'place',
  'units before',
  'units behind',
  'share of prose before',
  'share of prose behind',
  'words of prose',
  'units of document',
  'share of matches',
  'share of links',
  'inside body',
  'from start of body',
  'from end of body',
  'prose of body',
  'prose since body',
  'matches since body',
  'matches before body',
  ...kinds.flatMap(([name]) => [`${name} since body`, `${name} behind`]),
  'to prose before',
  'to prose behind',
  'to long prose before',
  'to long prose behind',
  'to heading',
  'heading matched',
  'to opener',
  'opener is teasers',
  'opener is rest',
  'to stamp before',
  'to stamp behind',
  ...elementFeatures,
]

const width = featureNames.length

/** Measure all units of a document: a row of `featureNames.length` numbers each. */
export function measureFeatures({units, matches, removals, title, html}: Evidence): Float32Array {
  const count = units.length
  const rows = new Float32Array(count * width)
  if (count === 0) return rows
  const body = findBody(units, matches, count)
  const topics = units.map(({plain}) => longWords(plain))
  const vocabulary = vocabularyOf(topics, body)
  const titleWords = new Set(longWords(title))
  const titlePlace = titleOf(units, title, body)
  const counts = new Map<string, number>()
  for (const {folded} of units) if (folded !== '') counts.set(folded, (counts.get(folded) ?? 0) + 1)

  // The measures that neighbours see, one row a unit.
  const step = own.length
  const table = new Float32Array(count * step)
  const sums = new Float64Array((count + 1) * summed.length)
  for (let index = 0; index < count; index++) {
    const unit = units[index]!
    const at = index * step
    const match = matches[index]
    const hasStamp = unit.words <= 20 && isStamp(unit.folded)
    const share = knownShare(topics[index]!, vocabulary, index >= body.start && index < body.end)
    table[at] = Math.log1p(unit.words)
    table[at + 1] = unit.linked
    table[at + 2] = Number(unit.isProse)
    table[at + 3] = Number(unit.isClosed)
    table[at + 4] = Number(unit.type === 'heading')
    table[at + 5] = Number(unit.type === 'list')
    table[at + 6] = Number(hasStamp)
    table[at + 7] = Number(match !== undefined)
    table[at + 8] = Number(removals[index] !== undefined)
    table[at + 9] = capitalShare(unit)
    table[at + 10] = share
    table[at + 11] = Number(/[:：՝][*_]*$/.test(unit.plain))
    table[at + 12] = readerShare(unit)
    const from = index * summed.length
    const to = from + summed.length
    const values = [
      unit.isProse ? unit.words : 0,
      unit.words * unit.linked,
      Number(match !== undefined),
      Number(hasStamp),
      Number(unit.words <= 6),
      Number(removals[index] !== undefined),
      unit.isProse ? unit.words * Math.max(0, share) : 0,
      unit.words * table[at + 12]!,
    ]
    for (let place = 0; place < summed.length; place++) sums[to + place] = sums[from + place]! + values[place]!
  }
  const total = (place: number, start: number, end: number): number =>
    sums[Math.min(count, end) * summed.length + place]! - sums[Math.max(0, start) * summed.length + place]!

  const blocks = blocksOf(units)
  const shapes = units.map((unit, index) => shapeOf(unit, matches[index], table[index * step + 6]! > 0))
  const distances = distancesOf(units, matches, table, step)
  const elements = html && measureElements(units, matches, html)
  const allProse = total(0, 0, count)
  const allWords = units.reduce((sum, unit) => sum + unit.words, 0)
  const allLinked = total(1, 0, count)
  const proseUnits = units.reduce((sum, {isProse}) => sum + Number(isProse), 0)
  const classSums = sumClasses(matches)
  const allMatches = total(2, 0, count)

  for (let index = 0; index < count; index++) {
    const unit = units[index]!
    const match = matches[index]
    const removal = removals[index]
    let at = index * width
    for (let place = 0; place < step; place++) rows[at++] = table[index * step + place]!
    at = measureShape(unit, rows, at)
    rows[at++] = match ? (match.rule.where === 'anywhere' ? 2 : 1) : 0
    rows[at++] = Number(removal?.evidence.startsWith('matched') ?? false)
    rows[at++] = Number(removal?.evidence.startsWith('inside') ?? false)
    const [ofTitle, ofUnit] = sharesOf(topics[index]!, titleWords)
    rows[at++] = ofTitle
    rows[at++] = ofUnit
    rows[at++] = proseUnits === 0 ? 0 : unit.words / (allProse / proseUnits)
    rows[at++] = Number(/[$€£¥₽₺₴]\s?\d|\d\s?[€₽₺₴]/.test(unit.plain.slice(0, 200)))
    rows[at++] = Number(index === titlePlace)
    rows[at++] = titlePlace < 0 ? 0 : signedLog(index - titlePlace)
    rows[at++] = unit.folded === '' ? 1 : counts.get(unit.folded)!
    let alike = 0
    for (let near = Math.max(0, index - 8); near < Math.min(count, index + 9); near++)
      if (near !== index && shapes[near] === shapes[index]) alike++
    rows[at++] = alike
    const block = blocks[index]!
    rows[at++] = Math.log1p(block.size)
    rows[at++] = block.linked
    rows[at++] = Math.log1p(block.words)
    rows[at++] = block.place
    for (const name of classes) rows[at++] = Number(match?.rule.class === name)
    for (const offset of neighbours) {
      const near = index + offset
      for (let place = 0; place < step; place++)
        rows[at++] = near < 0 || near >= count ? -1 : table[near * step + place]!
    }
    for (const size of windows) {
      for (let place = 0; place < summed.length; place++) {
        rows[at++] = total(place, index - size, index)
        rows[at++] = total(place, index + 1, index + 1 + size)
      }
    }
    rows[at++] = index / count
    rows[at++] = Math.log1p(index)
    rows[at++] = Math.log1p(count - 1 - index)
    rows[at++] = allProse === 0 ? 0 : total(0, 0, index) / allProse
    rows[at++] = allProse === 0 ? 0 : total(0, index + 1, count) / allProse
    rows[at++] = Math.log1p(allProse)
    rows[at++] = Math.log1p(count)
    rows[at++] = allMatches / count
    rows[at++] = allWords === 0 ? 0 : allLinked / allWords
    rows[at++] = Number(index >= body.start && index < body.end)
    rows[at++] = signedLog(index - body.start)
    rows[at++] = signedLog(index - body.end + 1)
    rows[at++] = Math.log1p(body.words)
    rows[at++] = Math.log1p(
      index >= body.end ? total(0, body.end, index) : index < body.start ? total(0, index + 1, body.start) : 0,
    )
    rows[at++] = Math.log1p(
      index >= body.end ? total(2, body.end, index) : index < body.start ? total(2, index + 1, body.start) : 0,
    )
    rows[at++] = Math.log1p(total(2, 0, Math.min(index, body.start)))
    for (const kind of classSums) {
      rows[at++] = Math.min(20, index >= body.start ? kind[index]! - kind[body.start]! : 0)
      rows[at++] = Math.min(20, kind[count]! - kind[index + 1]!)
    }
    for (const distance of distances) rows[at++] = distance[index]!
    if (elements) elements.write(index, rows, at)
    else for (let place = 0; place < elementFeatures.length; place++) rows[at++] = -1
  }
  return rows
}

function measureShape(unit: Unit, rows: Float32Array, from: number): number {
  const {plain, source, words, type} = unit
  let at = from
  const text = plain.length > 4000 ? plain.slice(0, 4000) : plain
  const letters = text.length
  const per = Math.max(1, letters === plain.length ? words : words * (letters / plain.length))
  rows[at++] = Math.log1p(plain.length)
  rows[at++] = unit.images
  rows[at++] = type === 'heading' ? (/^\s*(#{1,6})/.exec(source)?.[1]?.length ?? 2) : 0
  rows[at++] = Number(type === 'quote')
  rows[at++] = Number(type === 'table')
  rows[at++] = Number(type === 'code')
  rows[at++] = letters / per
  let sentences = 0
  let commas = 0
  let digits = 0
  let bars = 0
  let quotes = 0
  let questions = 0
  for (let index = 0; index < letters; index++) {
    const code = text.charCodeAt(index)
    if (code >= 0x30 && code <= 0x39) digits++
    else if (code === 0x2c || code === 0x3b || code === 0x60c || code === 0x3001 || code === 0xff0c || code === 0x55d)
      commas++
    else if (code === 0x2e || code === 0x21 || code === 0x589 || code === 0x3002 || code === 0x6d4) sentences++
    else if (code === 0x3f || code === 0x61f || code === 0xff1f) {
      sentences++
      questions++
    } else if (code === 0x7c || code === 0x2022 || code === 0xb7 || code === 0xbb || code === 0x203a || code === 0x2f)
      bars++
    else if (code === 0x22 || code === 0x201c || code === 0x201d || code === 0xab || code === 0x201e) quotes++
  }
  rows[at++] = sentences / per
  rows[at++] = commas / per
  rows[at++] = (text.match(/\b\p{Lu}{2,}\b/gu)?.length ?? 0) / per
  rows[at++] = letters === 0 ? 0 : digits / letters
  rows[at++] = Number(/^[^\p{L}\p{N}]{0,3}\p{Ll}/u.test(text))
  rows[at++] = Number(/^[^\p{L}\p{N}"'“”„«‘([]/u.test(text))
  rows[at++] = Number(/(?:\.\.\.|…)[\s»"”)\]]{0,4}$/.test(text))
  rows[at++] = bars
  rows[at++] = Number(/[©®™]|\(c\)/i.test(text))
  rows[at++] = Number(/@|https?:|www\./.test(text))
  rows[at++] = Math.min(quotes, 6)
  rows[at++] = Math.min(questions, 4)
  rows[at++] = Number(/^\s*(?:\*\*|__|\*|_)\S/.test(source)) + Number(/(?:\*\*|__|\*|_)\s*$/.test(source))
  return at
}

function signedLog(value: number): number {
  return value < 0 ? -Math.log1p(-value) : Math.log1p(value)
}

function capitalShare({plain, words}: Unit): number {
  if (words === 0) return 0
  const text = plain.length > 400 ? plain.slice(0, 400) : plain
  const capitals = text.match(/(?:^|[\s"“«(/|])\p{Lu}/gu)?.length ?? 0
  const all = text.match(/(?:^|[\s"“«(/|])[\p{L}\p{N}]/gu)?.length ?? 0
  return all === 0 ? 0 : capitals / all
}

/** Words of four letters and more, which say what a text is about; of long units the first. */
function longWords(text: string): string[] {
  return (
    (text.length > 1500 ? text.slice(0, 1500) : text)
      .toLowerCase()
      .match(/[\p{L}\p{M}]{4,}|[\u0E00-\u0EFF\u3040-\u9FFF]{2}/gu) ?? []
  )
}

/** How often each long word stands in the body. */
function vocabularyOf(topics: readonly (readonly string[])[], body: Body): Map<string, number> {
  const known = new Map<string, number>()
  for (let index = body.start; index < body.end; index++) {
    for (const word of new Set(topics[index])) known.set(word, (known.get(word) ?? 0) + 1)
  }
  return known
}

/** Share of a unit's long words that other units of the body have as well. */
function knownShare(list: readonly string[], vocabulary: ReadonlyMap<string, number>, isInside: boolean): number {
  if (list.length === 0) return -1
  let known = 0
  for (const word of list) if ((vocabulary.get(word) ?? 0) > (isInside ? 1 : 0)) known++
  return known / list.length
}

/** Share of the title's words that a unit has, and of the unit's words that the title has. */
function sharesOf(list: readonly string[], title: ReadonlySet<string>): readonly [number, number] {
  if (title.size === 0) return [-1, -1]
  const found = list.filter((word) => title.has(word))
  return [new Set(found).size / title.size, list.length === 0 ? 0 : found.length / list.length]
}

function titleOf(units: readonly Unit[], title: string, body: Body): number {
  let found = -1
  for (let index = 0; index < Math.min(units.length, body.end); index++) {
    const unit = units[index]!
    if (title !== '' && unit.folded === title) return index
    if (found < 0 && unit.type === 'heading' && /^\s*#\s/.test(unit.source)) found = index
  }
  return found
}

/** Running numbers of matches of each kind. */
function sumClasses(matches: readonly (Match | undefined)[]): readonly Int32Array[] {
  return kinds.map(([, list]) => {
    const sums = new Int32Array(matches.length + 1)
    for (const [index, match] of matches.entries())
      sums[index + 1] = sums[index]! + Number(match !== undefined && list.includes(match.rule.class))
    return sums
  })
}

/** Words by which a page speaks to its readers and readers to each other, in the languages of the rules. */
const readerWords: ReadonlySet<string> = new Set(
  `i me my mine you your yours we our us u lol thanks please
  ich du dir dich dein deine sie ihr ihre ihnen wir uns unser unsere bitte danke
  je tu te toi vous votre vos nous notre nos merci
  yo tu te usted ustedes su sus nosotros nuestro nuestra gracias
  ja ty ci ciebie twój twoje wy wasz wam my nas nasz nasza proszę
  я ты тебе вы вас вам ваш ваша ваши мы нас нам наш наша спасибо
  ben sen siz sizin size biz bizim bize bizi
  mən sən siz sizin sizə biz bizim
  ես դու դուք ձեր ձեզ մենք մեր մեզ
  მე შენ თქვენ თქვენი ჩვენ ჩვენი
  من تو شما ما
  أنا أنت أنتم نحن لكم`.split(/\s+/),
)

function readerShare({plain, words}: Unit): number {
  if (words === 0) return 0
  const list = (plain.length > 1500 ? plain.slice(0, 1500) : plain).toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  let found = 0
  for (const word of list) if (readerWords.has(word)) found++
  return list.length === 0 ? 0 : found / list.length
}

interface BlockMeasures {
  readonly size: number
  readonly linked: number
  readonly words: number
}

function blocksOf(units: readonly Unit[]): readonly (BlockMeasures & {place: number})[] {
  const result: (BlockMeasures & {place: number})[] = []
  for (let index = 0; index < units.length; ) {
    let end = index
    let words = 0
    let linked = 0
    while (end < units.length && units[end]!.block === units[index]!.block) {
      words += units[end]!.words
      linked += units[end]!.words * units[end]!.linked
      end++
    }
    const size = end - index
    for (let place = 0; place < size; place++)
      result.push({
        size,
        linked: words === 0 ? 0 : linked / words,
        words: words / size,
        place: size === 1 ? 0 : place / (size - 1),
      })
    index = end
  }
  return result
}

function shapeOf(unit: Unit, match: Match | undefined, hasStamp: boolean): string {
  const size =
    unit.words === 0 ? 0 : unit.words <= 3 ? 1 : unit.words <= 8 ? 2 : unit.words <= 16 ? 3 : unit.words <= 40 ? 4 : 5
  return `${unit.type} ${size} ${Math.round(unit.linked * 2)} ${unit.images > 0} ${hasStamp} ${unit.isClosed} ${match?.rule.class}`
}

/** Distances in units, as logarithms, to what stands before and behind. */
function distancesOf(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  table: Float32Array,
  step: number,
): readonly Float32Array[] {
  const count = units.length
  const fill = (isHit: (index: number) => boolean, isBehind: boolean): Float32Array => {
    const result = new Float32Array(count)
    let last = -1
    for (let turn = 0; turn < count; turn++) {
      const index = isBehind ? count - 1 - turn : turn
      result[index] = last < 0 ? 8 : Math.log1p(Math.abs(index - last))
      if (isHit(index)) last = index
    }
    return result
  }
  const isProse = (index: number): boolean => units[index]!.isProse && !matches[index]
  const isLong = (index: number): boolean => isProse(index) && units[index]!.words >= 35
  const isStamped = (index: number): boolean => table[index * step + 6]! > 0
  const headings = new Float32Array(count)
  const matched = new Float32Array(count)
  const openers = new Float32Array(count)
  const teasers = new Float32Array(count)
  const rest = new Float32Array(count)
  let heading = -1
  let opener = -1
  for (let index = 0; index < count; index++) {
    headings[index] = heading < 0 ? 8 : Math.log1p(index - heading)
    matched[index] = heading >= 0 && matches[heading] ? 1 : 0
    openers[index] = opener < 0 ? 8 : Math.log1p(index - opener)
    teasers[index] = opener >= 0 && matches[opener]!.rule.opens === 'teasers' ? 1 : 0
    rest[index] = opener >= 0 && matches[opener]!.rule.opens === 'rest' ? 1 : 0
    if (units[index]!.type === 'heading') heading = index
    if (matches[index]?.rule.opens) opener = index
  }
  return [
    fill(isProse, false),
    fill(isProse, true),
    fill(isLong, false),
    fill(isLong, true),
    headings,
    matched,
    openers,
    teasers,
    rest,
    fill(isStamped, false),
    fill(isStamped, true),
  ]
}
