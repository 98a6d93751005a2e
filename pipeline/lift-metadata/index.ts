/**
 * lift-metadata: move what a scrape says about itself out of the text and into the front matter.
 *
 * Reads, in order of trust, the front matter the document came with, what its container says of it, what the head of a page declares, and what stands
 * in the text: title, byline, date line, notes of first publication, author's note, rights. A line is taken out only if
 * it is such a statement as a whole and stands where such statements are made; the title stays, once, as the heading.
 */
import {z} from 'zod'
import type {Document, Message, MetadataFact} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import {defineStage, type RuleClass, ruleClasses, type Stage} from '../../src/document/stage.js'
import {foldText} from '../../src/document/visible-text.js'
import {findAuthorship} from './authorship.js'
import {makeDayOrder} from './day-order.js'
import {declaredFacts, siteInTitle} from './declared.js'
import {Findings} from './findings.js'
import {type FieldNames, metadataOf, readFrontMatter, renderFrontMatter} from './front-matter.js'
import {isGenericTitle} from './generic-titles.js'
import {givenFacts} from './given.js'
import {liftHead} from './head.js'
import {readLabelledHead} from './labelled-head.js'
import {languageOf} from './language.js'
import {readMessageHeader} from './message-header.js'
import {liftNotes} from './notes.js'
import {pageLines} from './page-lines.js'
import {dateInState} from './page-state.js'
import {findPublication, unitsBeside} from './publication.js'
import {rules} from './rules.js'
import {findTitle} from './title.js'
import {betterThanHeading} from './title-element.js'
import {type Unit, unitsOf} from './units.js'

interface LiftOptions {
  /** Classes of lines that stay in the text although they are recorded. */
  keep: RuleClass[]
  /** Names that fields have in front matter. */
  fields: FieldNames
}

/** Fewest words of a main heading that is believed against the title element. */
const leastHeading = 4

export const liftMetadata: Stage = defineStage<LiftOptions>({
  id: 'lift-metadata',
  version: 5,
  description: 'Move title, author, date, site, language, source, first publication and rights into the front matter.',
  rules,
  options: z.strictObject({
    keep: z
      .array(z.enum(Object.keys(ruleClasses) as [RuleClass, ...RuleClass[]]))
      .default([])
      .describe('classes of lines that stay in the text although they are recorded, such as `bio` or `rights`'),
    fields: z
      .record(z.string(), z.union([z.string().min(1), z.literal(false)]))
      .default({})
      .describe(
        'names under which front matter has fields, as `write-front-matter` is told to write them: what this program wrote is read again by them',
      ),
  }),
  run: (document, options) => new Lift(document, options).run(),
})

/** One document, from its front matter to its language. */
class Lift {
  readonly #document: Document
  readonly #findings: Findings
  readonly #names: FieldNames
  #units: readonly Unit[]
  /** What stands at the head: what somebody wrote, or what this pipeline wrote. */
  #frontMatter: 'none' | 'foreign' | 'own' = 'none'
  #hasMessageHeader = false

  constructor(document: Document, {keep, fields}: LiftOptions) {
    this.#document = document
    this.#names = fields
    this.#findings = new Findings(document, keep)
    this.#units = unitsOf(document)
  }

  run(): {edits: Edit[]; facts: MetadataFact[]; messages: Message[]} {
    this.#readFrontMatter()
    for (const fact of givenFacts(this.#document.given)) this.#findings.put(fact)
    // What this pipeline wrote was lifted before debris went; with nothing between them, other lines would look like statements.
    if (this.#frontMatter === 'own') return this.#result()
    if (this.#frontMatter === 'none' && !this.#document.html) this.#liftMessageHeader()
    const declared = this.#document.html ? declaredFacts(this.#document.html) : []
    const title = this.#liftTitle(declared)
    for (const fact of declared) if (fact.field !== 'subtitle' || this.#isShown(fact, title)) this.#findings.put(fact)
    const heading = this.#units[title]
    const site = this.#document.html && heading ? siteInTitle(this.#document.html, heading.fold) : undefined
    if (site) this.#findings.put(site)
    const dayOrder = makeDayOrder(this.#document.html, this.#units, () => languageOf(this.#units))
    const isDated = this.#findings.has('date') && this.#findings.has('modified')
    const lines = pageLines(this.#document, this.#units, title, isDated && this.#findings.has('author'))
    const name = heading?.text ?? ''
    // What the page declares is not looked for among its lines.
    if (!this.#findings.has('author')) {
      const author = findAuthorship(this.#document, lines, name, dayOrder)
      if (author) this.#findings.put(author)
    }
    if (!isDated) {
      const inState = (): MetadataFact | undefined =>
        this.#findings.has('date') ? undefined : this.#dateInState(heading)
      for (const fact of findPublication(this.#document, lines, name, dayOrder, inState)) this.#findings.put(fact)
    }
    for (const unit of unitsBeside(lines, name)) if (unit !== heading) this.#findings.hold(unit)
    liftHead(this.#document.text, this.#units, title, this.#findings, dayOrder)
    liftNotes(this.#document.text, this.#units, this.#findings)
    this.#findLanguage()
    return this.#result()
  }

  #result(): {edits: Edit[]; facts: MetadataFact[]; messages: Message[]} {
    return {edits: this.#findings.edits, facts: this.#findings.facts, messages: this.#findings.messages}
  }

  /** Whether the page shows near its title what it declares: an alternative headline is a subtitle only then, else a title for machines. */
  #isShown({value}: MetadataFact, title: number): boolean {
    const fold = foldText(String(value))
    return this.#units.slice(0, title + 8).some((unit, index) => index !== title && unit.fold === fold)
  }

  #readFrontMatter(): void {
    const [block] = this.#document.blocks
    if (block?.type !== 'frontMatter') return
    const at = {start: block.start, end: block.end}
    const source = this.#document.text.slice(block.start, block.end)
    const read = readFrontMatter(source, at, this.#names)
    if (!read) {
      this.#findings.messages.push({
        level: 'warning',
        rule: 'front-matter',
        at,
        text: 'The front matter is no YAML mapping, or one beyond all use, and was not read.',
      })
      this.#fence(source)
      return
    }
    for (const fact of read.facts) this.#findings.put(fact)
    // Many write as this pipeline does; but where a language can be told, it always has.
    const isOwn =
      renderFrontMatter(metadataOf(read.facts), this.#names) === source &&
      (this.#names['language'] === false || this.#findings.has('language') || languageOf(this.#units) === undefined)
    this.#frontMatter = isOwn ? 'own' : 'foreign'
    if (read.ignored.length > 0) {
      const most = 20
      const names = read.ignored.slice(0, most).join(', ')
      const more = read.ignored.length > most ? ` and ${read.ignored.length - most} more` : ''
      const text = `Front matter fields that are neither text nor a list of text, are no date or language where one belongs, stand twice, or have a name that readers trip over, were left out: ${names}${more}.`
      this.#findings.messages.push({level: 'warning', rule: 'front-matter', at, text})
    }
  }

  /** Make code of a front matter that cannot be read, so that it stays as it is and nothing takes it for text. */
  #fence(source: string): void {
    let longest = 2
    for (const [, marks] of source.matchAll(/^ {0,3}(`{3,})/gm)) longest = Math.max(longest, marks!.length)
    const fence = '`'.repeat(longest + 1)
    const opening = source.indexOf('\n')
    const closing = source.lastIndexOf('\n') + 1
    const rule = 'unread-front-matter'
    this.#findings.edits.push(
      {start: 0, end: opening, replacement: `${fence}yaml`, rule},
      {start: closing, end: source.length, replacement: fence, rule},
    )
  }

  /** Read the header of a saved message, or the lines that a scraper put at the head, which convert-text has left as they were, and take them out. */
  #liftMessageHeader(): void {
    const {text} = this.#document
    const message = readMessageHeader(text)
    const header = message ?? readLabelledHead(text)
    if (!header) return
    const {start, end, statements} = header
    const rule = message ? 'message-header' : 'labelled-head'
    this.#hasMessageHeader = true
    for (const {field, value} of statements) this.#findings.put({field, value, rule, at: {start, end}})
    this.#units = this.#units.filter(({block}) => block.start >= end)
    if (!this.#findings.keeps('metadata')) {
      const evidence = `says ${statements.map(({field}) => field).join(', ')}`
      this.#findings.edits.push({start, end, replacement: '', rule, evidence})
      return
    }
    // Lines that stay are lines: below front matter nothing would tell them from a paragraph that was wrapped.
    for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      if (!/[ \t]/.test(text[at + 1]!)) this.#findings.edits.push({start: at, end: at, replacement: '\n', rule})
    }
  }

  /** Find the title, make it the one heading of its words, and drop its copies above the body. */
  #liftTitle(declared: readonly MetadataFact[]): number {
    const known = this.#findings.get('title') ?? declared.find(({field}) => field === 'title')
    // What every first page is called is no name of this one, unless a person wrote it.
    const isGeneric = known?.rule.startsWith('declared-') && isGenericTitle(String(known.value))
    const stated = typeof known?.value === 'string' && !isGeneric ? known.value : undefined
    const index = findTitle(
      this.#document.text,
      this.#units,
      stated,
      this.#frontMatter !== 'none' || this.#hasMessageHeader,
    )
    const unit = this.#units[index]
    if (!unit) return -1
    const {block, text, fold} = unit
    const agrees = stated !== undefined && (foldText(stated) === fold || foldText(stated).includes(fold))
    // The name of a tab ("Home | The Gazette") is no title where the page has a main heading that says another thing.
    const isOfSite = stated !== undefined && !agrees && this.#isSite(foldText(stated), index)
    const isOfTab =
      known?.rule === 'declared-title' && !agrees && (isOfSite || (block.depth === 1 && unit.words >= leastHeading))
    // One that agrees with the heading in most of its words is what the page is called.
    const better =
      stated !== undefined && known?.rule === 'declared-title' && block.depth === 1
        ? betterThanHeading(String(known.value), text, (name) => this.#isSite(name, index))
        : undefined
    if (better !== undefined && known) this.#findings.put({...known, value: better})
    const knownTitle = isOfTab && better === undefined ? undefined : stated
    if (knownTitle === undefined || (agrees && this.#findings.get('title') === undefined)) {
      this.#findings.put({field: 'title', value: text, rule: 'title', at: {start: block.start, end: block.end}})
    }
    const source = this.#document.text.slice(block.start, block.end)
    if (block.type === 'paragraph' && !source.includes('\n') && (knownTitle === undefined || agrees)) {
      const marker = /^\\?#/.test(source) ? undefined : '# '
      if (marker) {
        this.#findings.hold(unit)
        this.#findings.edits.push({
          start: block.start,
          end: block.start,
          replacement: marker,
          rule: 'title',
          evidence: 'stands above the body as a title does',
        })
      }
    }
    const stop = this.#units.findIndex((other, at) => at > index && other.isProse)
    for (const [at, other] of this.#units.entries()) {
      if (at >= (stop < 0 ? this.#units.length : stop)) break
      const isLine = other.block.type === 'paragraph' || other.block.type === 'heading'
      // An image beside the words makes a block more than a copy of the title.
      const hasImage = this.#document.text.slice(other.block.start, other.block.end).includes('![')
      if (at !== index && other.fold === fold && isLine && !hasImage) {
        this.#findings.take(other, 'repeated-title', 'metadata', 'the same words as the title', {
          start: block.start,
          end: block.end,
        })
      }
    }
    return index
  }

  /** Whether a name is that of the site: declared so, or shown above the title. */
  #isSite(fold: string, title: number): boolean {
    const declared = this.#document.html?.declarations.find(({name}) => name === 'og:site_name')?.value
    return foldText(declared ?? '') === fold || this.#units.slice(0, title).some((unit) => unit.fold === fold)
  }

  /** What the scripts of the page say of its publication. */
  #dateInState(heading: Unit | undefined): MetadataFact | undefined {
    const {html} = this.#document
    if (!html) return undefined
    const value = (field: string): string | undefined => {
      const found = this.#findings.get(field)?.value
      return typeof found === 'string' ? found : undefined
    }
    const element = html.declarations.find(({kind}) => kind === 'title')?.value
    const titles = [value('title'), element, heading?.text].filter((title) => title !== undefined)
    return dateInState(html.declarations, {titles, address: value('source'), language: value('language')})
  }

  #findLanguage(): void {
    const language = languageOf(this.#units)
    // What a page declares is often what its template was made for: the text itself knows better.
    if (language && this.#findings.get('language')?.rule !== 'front-matter') {
      this.#findings.replace({field: 'language', value: language, rule: 'language'})
    }
  }
}
