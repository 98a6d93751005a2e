/**
 * Tell a surname or a first name by its neighbours: "Anna Karabach", "J. Sewan", "Benon Sewan denied it".
 *
 * A first name that no table has is told from the words that may begin a sentence (Yesterday Sewan froze over) and from
 * those that have a capital beside a place (Lake Sewan, Soviet Erevan): what is left is a name.
 */
import {givenNames} from '../lift-metadata/given-names.js'
import * as organisation from './cues/organisations.js'
import * as person from './cues/persons.js'
import {asked, type Here} from './here.js'
import {isEnglishWord} from './language.js'

/** Whether a first name of the table, or an initial, stands before it, and no noun of an organisation behind: not "Anna Karabach Museum". */
export const hasGivenName: (here: Here) => boolean = asked(({before, after, lastWord, isTitleCase, shape}) => {
  if (isTitleCase || shape !== 'capitalised') return false
  const given = /(?<![\p{L}-])\p{Lu}\p{Ll}+$/u.exec(lastWord)?.[0].toLowerCase()
  const isName = given === undefined ? person.initialBefore.test(before) : givenNames.has(given) && !months.test(given)
  return isName && !organisation.organisationAfter.test(after)
})

/** Whether the word before it can hardly be anything but a first name that is in no table. */
export const hasStrangeName: (here: Here) => boolean = asked((here) => {
  const {unit, placed, index, before, after, lastWord, isTitleCase, shape} = here
  if (isTitleCase || shape !== 'capitalised') return false
  const given = /(?<![\p{L}\p{N}’'.-])\p{Lu}\p{Ll}{2,}$/u.exec(lastWord)?.[0]
  if (given === undefined || isOrdinary(given) || organisation.organisationAfter.test(after)) return false
  if (organisation.organisationBefore.test(before) || organisation.namedOf.test(before)) return false
  const last = unit.mentions[index - 1]
  if (last && placed.start - last.end < 2) return false
  const at = placed.start - given.length - 1
  if (!unit.startsSentence(at))
    return !/(?<!\p{L})(?:From|In|At|Near|To|Outside) $/u.test(unit.text.slice(Math.max(0, at - 9), at))
  return person.sayingAfter.test(after) || person.bearerAfter.test(after) || person.personAfter.test(after)
})

/** Whether the word behind it is a surname, and no place must stand here: "Sewan Petrosyan". */
export function hasSurname(here: Here): boolean {
  const {after, shape, isTitleCase} = here
  return !isTitleCase && shape === 'capitalised' && person.surnameAfter.test(after) && !here.isAtPlace
}

/** First names that are months as well: "in August Shushi fell". */
const months = /^(?:april|may|june|august|january)$/

/** Adjectives by their endings, of peoples and of weather. */
const adjective =
  /(?:[ie]an|ish|ese|ern|ful|ous|less|ic|ed|ing|ly|ist|al|est|ive|ent|ant|ary|[ai]ble|built|burnt|fallen|frozen|taken|broken|bound|torn|held)$/

/** Words that may open a sentence or have a capital in front of a place, and are no first names. */
function isOrdinary(word: string): boolean {
  const lower = word.toLowerCase()
  if (givenNames.has(lower)) return false
  return isEnglishWord(lower) || person.openers.has(lower) || adjective.test(lower) || isNeighbour(word)
}

function isNeighbour(word: string): boolean {
  return (
    organisation.looseNeighbour.test(word) ||
    organisation.officeNeighbour.test(word) ||
    organisation.genericNeighbour.test(word)
  )
}
