/**
 * lift-metadata: move what a scrape says about itself out of the text and into the front matter.
 *
 * Reads, in order of trust, the front matter the document came with, what the head of a page declares, and what stands
 * in the text: title, byline, date line, notes of first publication, author's note, rights. A line is taken out only if
 * it is such a statement as a whole and stands where such statements are made; the title stays, once, as the heading.
 */
import {z} from 'zod'
import type {Document, Message, MetadataFact} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import type {Range} from '../../src/document/range.js'
import {defineStage, type RuleClass, ruleClasses, type Stage} from '../../src/document/stage.js'
import {foldText, visibleText} from '../../src/document/visible-text.js'
import {metadataOf} from '../write-front-matter.js'
import {declaredFacts, siteInTitle} from './declared.js'
import {readFrontMatter, renderFrontMatter} from './front-matter.js'
import {readHeadLine, type Statement} from './head-lines.js'
import {languageOf} from './language.js'
import {goesOnAboutAuthor, type Note, readNote, readRights, sentencesOf} from './lines.js'
import {readMessageHeader} from './message-header.js'
import {isPerson, withoutDegree} from './persons.js'
import {rules} from './rules.js'
import {findTitle} from './title.js'
import {type Unit, unitsOf} from './units.js'

interface LiftOptions {
  /** Classes of lines that stay in the text although they are recorded. */
  keep: RuleClass[]
}

/** Fewest words of a main heading that is believed against the title element. */
const leastHeading = 4
/** Longest block, in words, that can be a note. */
const noteWords = 110

/** A link to a page about a person. */
const authorLink =
  /\[([^\]\n]{2,60})\]\([^)\s]{0,300}\/(?:authors?|people|person|profiles?|contributors?|writers?|columnists?|experts?|reporters?|autor(?:en|es)?|auteurs?|journalists?)\/[^)\s]{1,300}\)/gi
/** A heading that announces the author. */
const authorHeading =
  /^(?:about (?:the )?(?:authors?|writer)|(?:über|zum) (?:den|die|der)? ?autor(?:in|en)?|à propos de l['’]aute?ure?|sobre (?:el|la) autora?|об авторе|o autor(?:ze|ce)|yazar hakkında|müəllif haqqında|հեղինակի մասին)$/iu

const noteRules: Readonly<Record<Note['kind'], string>> = {
  'first-publication': 'first-publication',
  source: 'source-note',
  bio: 'author-note',
  rights: 'rights-note',
  disclaimer: 'first-publication',
  ornament: 'first-publication',
}

export const liftMetadata: Stage = defineStage<LiftOptions>({
  id: 'lift-metadata',
  version: 2,
  description: 'Move title, author, date, site, language, source, first publication and rights into the front matter.',
  rules,
  options: z.strictObject({
    keep: z
      .array(z.enum(Object.keys(ruleClasses) as [RuleClass, ...RuleClass[]]))
      .default([])
      .describe('classes of lines that stay in the text although they are recorded, such as `bio` or `rights`'),
  }),
  run: (document, {keep}) => new Lift(document, keep).run(),
})

/** One document's statements as they are collected: the first of a field stands. */
class Lift {
  readonly #document: Document
  readonly #keep: readonly RuleClass[]
  #units: readonly Unit[]
  readonly #facts = new Map<string, MetadataFact>()
  readonly #edits: Edit[] = []
  readonly #messages: Message[] = []
  readonly #gone = new Set<Unit>()
  /** What stands at the head: what somebody wrote, or what this pipeline wrote. */
  #frontMatter: 'none' | 'foreign' | 'own' = 'none'
  #hasMessageHeader = false

  constructor(document: Document, keep: readonly RuleClass[]) {
    this.#document = document
    this.#keep = keep
    this.#units = unitsOf(document)
  }

  run(): {edits: Edit[]; facts: MetadataFact[]; messages: Message[]} {
    this.#readFrontMatter()
    // What this pipeline wrote was lifted before debris went; with nothing between them, other lines would look like statements.
    if (this.#frontMatter === 'own') return this.#result()
    if (this.#frontMatter === 'none' && !this.#document.html) this.#liftMessageHeader()
    const declared = this.#document.html ? declaredFacts(this.#document.html) : []
    const title = this.#liftTitle(declared)
    for (const fact of declared) this.#put(fact)
    const heading = this.#units[title]
    const site = this.#document.html && heading ? siteInTitle(this.#document.html, heading.fold) : undefined
    if (site) this.#put(site)
    this.#liftHead(title)
    this.#liftNotes()
    this.#findLanguage()
    return this.#result()
  }

  #result(): {edits: Edit[]; facts: MetadataFact[]; messages: Message[]} {
    return {edits: this.#edits, facts: [...this.#facts.values()], messages: this.#messages}
  }

  #put(fact: MetadataFact): void {
    if (!this.#facts.has(fact.field)) this.#facts.set(fact.field, fact)
  }

  #state(statements: readonly Statement[], unit: Unit, rule: string): void {
    const {start, end} = unit.block
    for (const {field, value} of statements) this.#put({field, value, rule, at: {start, end}})
  }

  #take(unit: Unit, rule: string, ruleClass: RuleClass, evidence?: string, copyOf?: Range): void {
    if (this.#gone.has(unit) || this.#keep.includes(ruleClass)) return
    this.#gone.add(unit)
    this.#edits.push({
      ...this.#document.withGap(unit.block),
      replacement: '',
      rule,
      ...(evidence && {evidence}),
      ...(copyOf && {copyOf}),
    })
  }

  #readFrontMatter(): void {
    const [block] = this.#document.blocks
    if (block?.type !== 'frontMatter') return
    const at = {start: block.start, end: block.end}
    const source = this.#document.text.slice(block.start, block.end)
    const read = readFrontMatter(source, at)
    if (!read) {
      this.#messages.push({
        level: 'warning',
        rule: 'front-matter',
        at,
        text: 'The front matter is no YAML mapping, or one beyond all use, and was not read.',
      })
      this.#fence(source)
      return
    }
    for (const fact of read.facts) this.#put(fact)
    // Many write as this pipeline does; but where a language can be told, it always has.
    const isOwn =
      renderFrontMatter(metadataOf(read)) === source &&
      (this.#facts.has('language') || languageOf(this.#units) === undefined)
    this.#frontMatter = isOwn ? 'own' : 'foreign'
    if (read.ignored.length > 0) {
      const most = 20
      const names = read.ignored.slice(0, most).join(', ')
      const more = read.ignored.length > most ? ` and ${read.ignored.length - most} more` : ''
      const text = `Front matter fields that are neither text nor a list of text, are no date or language where one belongs, or stand twice, were left out: ${names}${more}.`
      this.#messages.push({level: 'warning', rule: 'front-matter', at, text})
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
    this.#edits.push(
      {start: 0, end: opening, replacement: `${fence}yaml`, rule},
      {start: closing, end: source.length, replacement: fence, rule},
    )
  }

  /** Read the header of a saved message, which convert-text has left as it was, and take it out. */
  #liftMessageHeader(): void {
    const {text} = this.#document
    const header = readMessageHeader(text)
    if (!header) return
    const {start, end, statements} = header
    const rule = 'message-header'
    this.#hasMessageHeader = true
    for (const {field, value} of statements) this.#put({field, value, rule, at: {start, end}})
    this.#units = this.#units.filter(({block}) => block.start >= end)
    if (!this.#keep.includes('metadata')) {
      const evidence = `says ${statements.map(({field}) => field).join(', ')}`
      this.#edits.push({start, end, replacement: '', rule, evidence})
      return
    }
    // Lines that stay are lines: below front matter nothing would tell them from a paragraph that was wrapped.
    for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      if (!/[ \t]/.test(text[at + 1]!)) this.#edits.push({start: at, end: at, replacement: '\n', rule})
    }
  }

  /** Find the title, make it the one heading of its words, and drop its copies above the body. */
  #liftTitle(declared: readonly MetadataFact[]): number {
    const known = this.#facts.get('title') ?? declared.find(({field}) => field === 'title')
    const stated = typeof known?.value === 'string' ? known.value : undefined
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
    const isOfTab = known?.rule === 'declared-title' && !agrees && block.depth === 1 && unit.words >= leastHeading
    const knownTitle = isOfTab ? undefined : stated
    if (knownTitle === undefined || (agrees && this.#facts.get('title') === undefined)) {
      this.#put({field: 'title', value: text, rule: 'title', at: {start: block.start, end: block.end}})
    }
    const source = this.#document.text.slice(block.start, block.end)
    if (block.type === 'paragraph' && !source.includes('\n') && (knownTitle === undefined || agrees)) {
      const marker = /^\\?#/.test(source) ? undefined : '# '
      if (marker)
        this.#edits.push({
          start: block.start,
          end: block.start,
          replacement: marker,
          rule: 'title',
          evidence: 'stands above the body as a title does',
        })
    }
    const stop = this.#units.findIndex((other, at) => at > index && other.isProse)
    for (const [at, other] of this.#units.entries()) {
      if (at >= (stop < 0 ? this.#units.length : stop)) break
      const isLine = other.block.type === 'paragraph' || other.block.type === 'heading'
      // An image beside the words makes a block more than a copy of the title.
      const hasImage = this.#document.text.slice(other.block.start, other.block.end).includes('![')
      if (at !== index && other.fold === fold && isLine && !hasImage) {
        this.#take(other, 'repeated-title', 'metadata', 'the same words as the title', {
          start: block.start,
          end: block.end,
        })
      }
    }
    return index
  }

  /**
   * Read the lines between title and body, a standfirst between them included. Where the body begins is told by its
   * prose and not by a count of lines, so that debris between them changes nothing.
   */
  #liftHead(title: number): void {
    let proseSeen = 0
    const mostProse = title < 0 ? 0 : 1
    if (title < 0 && !this.#units.some((unit) => unit.isProse)) return
    for (const unit of this.#units.slice(title + 1)) {
      if (unit.isProse && ++proseSeen > mostProse) break
      if (unit.words === 0 || unit.words > 25 || unit.isProse || unit.block.type === 'heading') continue
      if (this.#gone.has(unit) || readNote(unit.text, [])) continue
      const isAuthor = this.#knownAuthor(unit)
      const line = readHeadLine(unit.text, isAuthor)
      if (line) {
        this.#state(line.statements, unit, line.kind)
        this.#take(
          unit,
          line.kind,
          'metadata',
          line.kind === 'byline'
            ? 'a byline above the body'
            : line.statements.length > 0
              ? 'a date line above the body'
              : 'a date line whose order of day and month is uncertain',
        )
      } else if (title >= 0 && proseSeen === 0 && unit.words <= 6 && (isPerson(unit.text) || isAuthor(unit.text))) {
        // A name alone is a byline only right under the title.
        const name = withoutDegree(unit.text)
        const author = this.#facts.get('author')?.value
        if (author !== undefined && ![author].flat().includes(name)) continue
        this.#state([{field: 'author', value: name}], unit, 'byline')
        this.#take(unit, 'byline', 'metadata', 'a name alone between title and body')
      }
    }
  }

  /** Names that stand elsewhere as the author's: declared by the page, or linked to a page about a person. */
  #knownAuthor(unit: Unit): (name: string) => boolean {
    const author = this.#facts.get('author')?.value
    const known = new Set(author === undefined ? [] : [author].flat())
    const source = this.#document.text.slice(unit.block.start, unit.block.end)
    for (const [, label] of source.matchAll(authorLink)) {
      const name = visibleText(label!).replace(/^by\s+/i, '')
      if (/^\p{L}[\p{L}\p{M} .'’_-]+$/u.test(name)) known.add(name)
    }
    return (name) => known.has(name)
  }

  /** Read the blocks that are nothing but notes about the document. */
  #liftNotes(): void {
    const author = this.#facts.get('author')?.value
    const authors = author === undefined ? [] : [author].flat()
    for (const [index, unit] of this.#units.entries()) {
      if (unit.words === 0 || unit.words > noteWords || this.#gone.has(unit)) continue
      if (unit.block.type !== 'paragraph') continue
      this.#recordUpdate(unit)
      const notes = this.#notesOf(unit, index, authors)
      if (!notes) {
        this.#recordRights(unit)
        continue
      }
      const bio = notes.find((note) => note.kind === 'bio')
      if (bio) this.#state([{field: 'author_bio', value: unit.text}], unit, 'author-note')
      for (const note of notes) this.#state(this.#completed(note, index), unit, noteRules[note.kind])
      const kind = notes.find((note) => note.kind !== 'ornament' && note.kind !== 'disclaimer')?.kind
      if (!kind) continue
      const ruleClass = kind === 'bio' ? 'bio' : 'rights'
      this.#take(
        unit,
        noteRules[kind],
        ruleClass,
        `says only: ${[...new Set(notes.map((note) => note.kind))].join(', ')}`,
      )
    }
  }

  /** Record when the page was changed, wherever it says so; the line is debris, not this stage's. */
  #recordUpdate(unit: Unit): void {
    if (unit.words > 10 || this.#facts.has('modified')) return
    const statements = readHeadLine(unit.text)?.statements ?? []
    if (statements.length === 1 && statements[0]!.field === 'modified' && /^(?:page|site|last)\s/i.test(unit.text)) {
      this.#state(statements, unit, 'date-line')
    }
  }

  /** Record who holds the rights where other notices follow in the same block; the block is debris, not this stage's. */
  #recordRights(unit: Unit): void {
    if (unit.isProse || unit.words > 50) return
    const [first] = sentencesOf(unit.text)
    const holder = first === undefined ? undefined : readRights(first)
    if (holder) this.#state([{field: 'rights', value: holder}], unit, 'rights-note')
  }

  #notesOf(unit: Unit, index: number, authors: readonly string[]): Note[] | undefined {
    const source = this.#document.text.slice(unit.block.start, unit.block.end)
    const lines = source.includes('\n') ? source.split('\n') : [source]
    const notes: Note[] = []
    for (const line of lines) {
      for (const sentence of sentencesOf(visibleText(line))) {
        const isBoxed = authorHeading.test(this.#units[index - 1]?.text ?? '')
        const goesOn = notes.at(-1)?.kind === 'bio' && goesOnAboutAuthor(sentence)
        const note: Note | undefined = goesOn ? {kind: 'bio', statements: []} : readNote(sentence, authors, isBoxed)
        if (!note) return undefined
        notes.push(note)
      }
    }
    return notes
  }

  /** Add to a note of first publication the address it links to, and the outlet's name in full where it stands below. */
  #completed(note: Note, index: number): readonly Statement[] {
    if (note.kind !== 'first-publication') return note.statements
    const unit = this.#units[index]!
    const source = this.#document.text.slice(unit.block.start, unit.block.end)
    const url = /\]\(<?(https?:\/\/[^\s()<>]+)>?\)/.exec(source)?.[1]
    const [{value}] = note.statements as [Statement]
    const next = this.#units[index + 1]
    const initials = next && next.words <= 6 ? (next.text.match(/\p{Lu}/gu) ?? []).join('') : ''
    let name = value
    if (next && initials.length > 1 && new RegExp(`^${initials}(?:\\s+(?:website|site|blog))?$`).test(String(value))) {
      name = next.text
      this.#take(next, 'first-publication', 'rights', `the name of ${initials} in full`)
    }
    return [{field: 'first_published', value: name}, ...(url ? [{field: 'first_published_url', value: url}] : [])]
  }

  #findLanguage(): void {
    const language = languageOf(this.#units)
    // What a page declares is often what its template was made for: the text itself knows better.
    if (language && this.#facts.get('language')?.rule !== 'front-matter') {
      this.#facts.set('language', {field: 'language', value: language, rule: 'language'})
    }
  }
}
