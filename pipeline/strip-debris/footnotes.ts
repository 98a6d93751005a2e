/** Keep the notes whose marks stay: a mark without its note means nothing, and a note is no prose by which it could be told from debris. */
import type {Removal} from './decide.js'
import type {Unit} from './units.js'

const note = /^ {0,3}\[\^([^\]\s]{1,80})\]:/
const mark = /\[\^([^\]\s]{1,80})\]/g

/** Take back what was decided of the notes that units which stay refer to, and of those that such notes refer to in turn. */
export function spareNotes(
  units: readonly Unit[],
  removals: readonly (Removal | undefined)[],
): readonly (Removal | undefined)[] {
  /** The notes that are to go, by their labels. */
  const going = new Map<string, number[]>()
  for (const [index, unit] of units.entries()) {
    const label = removals[index] && labelOf(unit)
    if (label === undefined) continue
    const indices = going.get(label)
    if (indices) indices.push(index)
    else going.set(label, [index])
  }
  if (going.size === 0) return removals
  const spared = [...removals]
  const staying = [...units.keys()].filter((index) => !removals[index])
  for (let index = staying.pop(); index !== undefined; index = staying.pop()) {
    for (const label of marksOf(units[index]!)) {
      for (const found of going.get(label) ?? []) {
        spared[found] = undefined
        staying.push(found)
      }
      going.delete(label)
    }
  }
  return spared
}

/** The label of a unit that is a note; undefined for any other. */
function labelOf({type, source}: Unit): string | undefined {
  const label = type === 'definition' ? note.exec(source)?.[1] : undefined
  return label === undefined ? undefined : fold(label)
}

/** The labels of the marks in a unit; that at the head of a note is no mark. */
function marksOf({type, source}: Unit): string[] {
  const text = type === 'definition' ? source.replace(note, '') : source
  return Array.from(text.matchAll(mark), ([, label]) => fold(label!))
}

/** Labels that differ by case alone are one, as markdown reads them. */
function fold(label: string): string {
  return label.toLowerCase().toUpperCase()
}
