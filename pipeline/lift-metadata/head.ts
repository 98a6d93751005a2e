/** Read the lines between title and body: who wrote the text and when. A name alone counts only right under the title. */
import {linkedNames} from './authorship.js'
import type {DayOrder} from './dates.js'
import type {Findings} from './findings.js'
import {isBylineCue, readHeadLine} from './head-lines.js'
import {readNote} from './lines.js'
import {headOf} from './page-lines.js'
import {isPerson, withoutDegree} from './persons.js'
import {isRecorded} from './recorded.js'
import type {Unit} from './units.js'

/**
 * Read the lines between title and body, a standfirst between them included. Where the body begins is told by its
 * prose and not by a count of lines, so that debris between them changes nothing.
 */
export function liftHead(
  text: string,
  units: readonly Unit[],
  title: number,
  findings: Findings,
  dayOrder: () => DayOrder,
): void {
  if (title < 0 && !units.some((unit) => unit.isProse)) return
  const {begin, end} = headOf(units, title)
  for (let index = title + 1; index < end; index++) {
    const unit = units[index]!
    if (unit.words === 0 || unit.words > 25 || unit.isProse || unit.block.type === 'heading') continue
    if (findings.isTaken(unit) || readNote(unit.text, [])) continue
    const below = units[index + 1]
    if (below && isBylineCue(unit.text) && knownAuthor(text, below, findings)(below.text)) {
      findings.take(unit, 'byline', 'metadata', 'announces the author, who is named below')
      continue
    }
    const isAuthor = knownAuthor(text, unit, findings)
    const line = readHeadLine(unit.text, isAuthor, dayOrder)
    if (line) {
      findings.state(line.statements, unit, line.kind)
      // What is recorded nowhere stays to be read: a date that cannot be told, another name than the one that is believed.
      if (line.isUncertain || !isRecorded(line.statements, (field) => findings.get(field)?.value)) continue
      const evidence = line.kind === 'byline' ? 'a byline above the body' : 'a date line above the body'
      findings.take(unit, line.kind, 'metadata', evidence)
    } else if (title >= 0 && index < begin && unit.words <= 6 && (isPerson(unit.text) || isAuthor(unit.text))) {
      // A name alone is a byline only right under the title, and not where the title has it: then it is below a picture.
      const name = withoutDegree(unit.text)
      if (units[title]!.text.includes(name)) continue
      const author = findings.get('author')?.value
      if (author !== undefined && ![author].flat().includes(name)) continue
      findings.state([{field: 'author', value: name}], unit, 'byline')
      findings.take(unit, 'byline', 'metadata', 'a name alone between title and body')
    }
  }
}

/** Names that stand elsewhere as the author's: declared by the page, or linked to a page about a person. */
function knownAuthor(text: string, unit: Unit, findings: Findings): (name: string) => boolean {
  const author = findings.get('author')?.value
  const known = new Set(author === undefined ? [] : [author].flat())
  for (const name of linkedNames(text.slice(unit.block.start, unit.block.end), true)) known.add(name)
  return (name) => known.has(name)
}
