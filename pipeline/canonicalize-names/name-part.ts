/** Tell which names are part of a longer one: of an organisation, an event, a person, a unit. */
import * as organisation from './cues/organisations.js'
import type {Here} from './here.js'

export function isNamePart(here: Here): boolean {
  const {shape, before, after, isTitleCase} = here
  if (shape === 'lower') return false
  if (organisation.eventAfter.test(after) || organisation.eventOf.test(before)) return true
  if (organisation.organisationAfter.test(after) || organisation.organisationBefore.test(before)) return true
  if (organisation.stateOf.test(before)) return true
  const isOffice = organisation.officeOf.test(before)
  if (!isOffice && organisation.namedOf.test(before)) return true
  if (isTitleCase) return false
  return (!isOffice && hasNameBehind(here)) || (!isOffice && hasNameBefore(here))
}

function hasNameBehind(here: Here): boolean {
  const {placed, before, after} = here
  const name = /^[ \u00a0](?:& )?(\p{Lu}[\p{L}'’-]*)/u.exec(after)?.[1]
  if (name === undefined || organisation.looseNeighbour.test(name)) return false
  if (organisation.officeNeighbour.test(name) && here.isAtPlace) return false
  // "In Shushi Pashinyan met …": the place stands first, then the sentence begins.
  return !(/^(?:In|At|From|Near|Outside|Around|After|Before|Beyond) $/.test(before) && placed.start === before.length)
}

/** Read backwards from the end, as the cues are. */
const nameBefore = /(?<=(\p{Lu}[\p{L}'’.-]*)((?: of)?(?: the)? ))/uy

/** Whether a word with a capital of its own stands before it. */
export function hasNameBefore({unit, placed, before}: Here): boolean {
  nameBefore.lastIndex = before.length
  const [, name, rest = ''] = nameBefore.exec(before) ?? []
  if (name === undefined) return false
  // "He met Pashinyan. Shushi fell."
  if (name.endsWith('.') && unit.startsSentence(placed.start)) return false
  if (organisation.looseNeighbour.test(name) || organisation.officeNeighbour.test(name)) return false
  return !unit.startsSentence(placed.start - name.length - rest.length)
}
