/**
 * Read what a text says about itself in blocks that say nothing else: where it appeared first, whose it is, who wrote it. A
 * block with one sentence more is left alone.
 */
import {visibleText} from '../../src/document/visible-text.js'
import type {Findings} from './findings.js'
import {readHeadLine, type Statement} from './head-lines.js'
import {goesOnAboutAuthor, type Note, readNote, readRights, sentencesOf} from './lines.js'
import type {Unit} from './units.js'

/** Longest block, in words, that can be a note. */
const noteWords = 110

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

/** Read the blocks that are nothing but notes about the document. */
export function liftNotes(text: string, units: readonly Unit[], findings: Findings): void {
  const author = findings.get('author')?.value
  const authors = author === undefined ? [] : [author].flat()
  for (const [index, unit] of units.entries()) {
    if (unit.words === 0 || unit.words > noteWords || findings.isTaken(unit)) continue
    if (unit.block.type !== 'paragraph') continue
    recordUpdate(unit, findings)
    const notes = notesOf(text, units, index, authors)
    if (!notes) {
      recordRights(unit, findings)
      continue
    }
    const bio = notes.find((note) => note.kind === 'bio')
    if (bio) findings.state([{field: 'author_bio', value: unit.text}], unit, 'author-note')
    for (const note of notes) findings.state(completed(text, units, note, index, findings), unit, noteRules[note.kind])
    const kind = notes.find((note) => note.kind !== 'ornament' && note.kind !== 'disclaimer')?.kind
    if (!kind) continue
    const ruleClass = kind === 'bio' ? 'bio' : 'rights'
    findings.take(
      unit,
      noteRules[kind],
      ruleClass,
      `says only: ${[...new Set(notes.map((note) => note.kind))].join(', ')}`,
    )
  }
}

/** Record when the page was changed, wherever it says so; the line is debris, not this stage's. */
function recordUpdate(unit: Unit, findings: Findings): void {
  if (unit.words > 10 || findings.has('modified')) return
  const statements = readHeadLine(unit.text)?.statements ?? []
  if (statements.length === 1 && statements[0]!.field === 'modified' && /^(?:page|site|last)\s/i.test(unit.text)) {
    findings.state(statements, unit, 'date-line')
  }
}

/** Record who holds the rights where other notices follow in the same block; the block is debris, not this stage's. */
function recordRights(unit: Unit, findings: Findings): void {
  if (unit.isProse || unit.words > 50) return
  const [first] = sentencesOf(unit.text)
  const holder = first === undefined ? undefined : readRights(first)
  if (holder) findings.state([{field: 'rights', value: holder}], unit, 'rights-note')
}

function notesOf(text: string, units: readonly Unit[], index: number, authors: readonly string[]): Note[] | undefined {
  const unit = units[index]!
  const source = text.slice(unit.block.start, unit.block.end)
  const lines = source.includes('\n') ? source.split('\n') : [source]
  const notes: Note[] = []
  for (const line of lines) {
    for (const sentence of sentencesOf(visibleText(line))) {
      const isBoxed = authorHeading.test(units[index - 1]?.text ?? '')
      const goesOn = notes.at(-1)?.kind === 'bio' && goesOnAboutAuthor(sentence)
      const note: Note | undefined = goesOn ? {kind: 'bio', statements: []} : readNote(sentence, authors, isBoxed)
      if (!note) return undefined
      notes.push(note)
    }
  }
  return notes
}

/** Add to a note of first publication the address it links to, and the outlet's name in full where it stands below. */
function completed(
  text: string,
  units: readonly Unit[],
  note: Note,
  index: number,
  findings: Findings,
): readonly Statement[] {
  if (note.kind !== 'first-publication') return note.statements
  const unit = units[index]!
  const source = text.slice(unit.block.start, unit.block.end)
  const url = /\]\(<?(https?:\/\/[^\s()<>]+)>?\)/.exec(source)?.[1]
  const [{value}] = note.statements as [Statement]
  const next = units[index + 1]
  const initials = next && next.words <= 6 ? (next.text.match(/\p{Lu}/gu) ?? []).join('') : ''
  let name = value
  if (next && initials.length > 1 && new RegExp(`^${initials}(?:\\s+(?:website|site|blog))?$`).test(String(value))) {
    name = next.text
    findings.take(next, 'first-publication', 'rights', `the name of ${initials} in full`)
  }
  return [{field: 'first_published', value: name}, ...(url ? [{field: 'first_published_url', value: url}] : [])]
}
