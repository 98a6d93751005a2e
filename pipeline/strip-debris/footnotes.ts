/** Keep the notes whose marks stay: a mark without its note means nothing, and a note is no prose by which it could be told from debris. */
import type {Removal} from './decide.js'
import type {Unit} from './units.js'

const note = /^ {0,3}\[\^([^\]\s]{1,80})\]:/
const mark = /\[\^([^\]\s]{1,80})\](?!:)/g

/** Take back what was decided of the notes that units which stay refer to. */
export function spareNotes(
  units: readonly Unit[],
  removals: readonly (Removal | undefined)[],
): readonly (Removal | undefined)[] {
  if (!units.some(({type, source}) => type === 'definition' && note.test(source))) return removals
  const wanted = new Set<string>()
  for (const [index, {source}] of units.entries()) {
    if (removals[index]) continue
    for (const [, label] of source.matchAll(mark)) wanted.add(label!)
  }
  return removals.map((removal, index) => {
    const {type, source} = units[index]!
    const label = removal && type === 'definition' ? note.exec(source)?.[1] : undefined
    return label !== undefined && wanted.has(label) ? undefined : removal
  })
}
