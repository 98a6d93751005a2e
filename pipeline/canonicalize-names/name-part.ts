/** Tell which names are part of a longer one: of an organisation, an event, a person, a unit. */
import * as organisation from './cues/organisations.js'
import {isPlaceBefore} from './cues/places.js'
import type {Here} from './here.js'

export function isNamePart(here: Here): boolean {
  const {shape, before, after, isTitleCase} = here
  if (shape === 'lower') return false
  if (organisation.eventAfter.test(after) || organisation.eventOf.test(before)) return true
  if (organisation.organisationAfter.test(after) || organisation.organisationBefore.test(before)) return true
  const isOffice = organisation.officeOf.test(before)
  if (!isOffice && organisation.namedOf.test(before)) return true
  if (isTitleCase) return false
  return (!isOffice && hasNameBehind(here)) || (!isOffice && hasNameBefore(here))
}

function hasNameBehind({placed, before, after}: Here): boolean {
  const name = /^[ \u00a0](?:& )?(\p{Lu}[\p{L}'’-]*)/u.exec(after)?.[1]
  if (name === undefined || organisation.looseNeighbour.test(name)) return false
  if (organisation.officeNeighbour.test(name) && isPlaceBefore(before)) return false
  // "In Shushi Pashinyan met …": the place stands first, then the sentence begins.
  return !(/^(?:In|At|From|Near|Outside|Around|After|Before|Beyond) $/.test(before) && placed.start === before.length)
}

/** Whether a word with a capital of its own stands before it. */
export function hasNameBefore({unit, placed, before}: Here): boolean {
  const previous = /(\p{Lu}[\p{L}'’.-]*)(?: of)?(?: the)? $/u.exec(before)
  if (!previous) return false
  if (organisation.looseNeighbour.test(previous[1]!) || organisation.officeNeighbour.test(previous[1]!)) return false
  return !unit.startsSentence(placed.start - previous[0].length)
}
