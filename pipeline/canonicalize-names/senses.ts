/** Tell of a name that is also something else which it is: a place, another place, a person. */
import * as organisation from './cues/organisations.js'
import * as person from './cues/persons.js'
import * as place from './cues/places.js'
import * as thing from './cues/things.js'
import {asked, type Here, type Setting} from './here.js'
import {hasNameBefore} from './name-part.js'
import {hasGivenName, hasStrangeName, hasSurname} from './person-name.js'
import type {UnitContext} from './unit-context.js'
import {mayChange} from './vocabulary.js'

/**
 * What the units of a document say of names that are also something else.
 *
 * A place that is certain makes those beside it certain, and these others: it is looked for until no more is found, so
 * that a text in which they have been renamed says the same.
 */
export function settingOf(units: readonly UnitContext[]): Setting {
  const places = new Set<string>()
  const persons = new Set<string>()
  const setting: Setting = {places, persons}
  const open: Here[] = []
  for (const unit of units) {
    for (const [index, {mention}] of unit.mentions.entries()) {
      const {spelling, shape} = mention
      const {needs, form} = spelling
      if (shape === 'lower' || (!needs && !mayChange(spelling))) continue
      const here = unit.hereAt(index, setting)
      if (needs === 'place') {
        if (isPersonHere(here)) persons.add(form)
        else if (!isElsewhere(here)) open.push(here)
      } else if (!needs && isPersonFor(here)) persons.add(form)
    }
  }
  for (let found = -1; found < places.size; ) {
    found = places.size
    for (const here of open) if (!places.has(here.spelling.entry) && isPlace(here)) places.add(here.spelling.entry)
  }
  return setting
}

/** Whether something else of this name is meant: it says so beside the name, or the paragraph speaks of other things. */
export const isElsewhere: (here: Here) => boolean = asked(({unit, spelling, before, after}) => {
  if (place.riverAfter.test(after)) return true
  if (spelling.isRegional) {
    if (place.elsewhereAfter.test(after) || place.elsewhereBefore.test(before)) return true
    if (place.countryAfter.test(after) && !place.abroadBefore.test(before)) return true
  }
  return spelling.elsewhere !== undefined && unit.speaksOf(spelling.elsewhere)
})

/** Whether a title or a kinsman's word stands before it. */
const isTitled = asked(({before}) => person.bearerBefore.test(before) || person.titledBefore.test(before))

/** "A boy from Shushi who whistled": what is said behind a place is said of whoever is there. */
export function isBearer(here: Here): boolean {
  const {placed, spelling, setting, before, after} = here
  if (isTitled(here) || person.certainBefore.test(before)) return true
  if (hasGivenName(here) || person.bodyAfter.test(after)) return true
  const isFamily = placed.mention.isPlural ? /^[Tt]he$/.test(here.lastWord) : person.familyAfter.test(after)
  if (isFamily && person.familyBefore.test(before)) return true
  if (!spelling.needs && hasStrangeName(here)) return true
  if (isPlaceBeside(here)) return false
  if (person.bearerAfter.test(after) || hasSurname(here)) return true
  return !spelling.needs && setting.persons.has(spelling.form)
}

/** Whether a name is so plainly a person's that it is one in the rest of the document. */
function isPersonFor(here: Here): boolean {
  return isTitled(here) || hasGivenName(here) || hasStrangeName(here)
}

/** Whether a thing is meant that has the name for its own: a band, a drink, a firm, a club. */
export function isThing(here: Here): boolean {
  const {before, after, shape, isTitleCase} = here
  if (shape === 'lower') return false
  if (thing.thingAfter.test(after) || thing.firmAfter.test(after) || thing.firmBefore.test(before)) return true
  if (after.startsWith(',') && thing.thingApposed.test(before)) return true
  if (shape === 'capitals' && !isTitleCase && /^\p{Lu}{3,}$/u.test(here.lastWord)) return true
  return thing.thingBefore.test(before) && !thing.goodsAfter.test(after) && !thing.stuffAfter.test(after)
}

/** Whether a name that is also something else is a person's here. */
const isPersonHere = asked((here) => {
  const {before, after, isTitleCase} = here
  if (person.personBefore.test(before) || person.bodyAfter.test(after)) return true
  if (person.personAfter.test(after) && (person.owns.test(after) || !here.isAtPlace)) return true
  if (here.isAtPlace) return false
  // "Muhammad Fuzuli": a first name stands before it.
  if (!isTitleCase && /\p{Lu}\p{Ll}+$/u.test(here.lastWord) && hasNameBefore(here)) return true
  const next = /^ (\p{Lu}\p{Ll}+)/u.exec(after)?.[1]
  if (next === undefined || organisation.organisationAfter.test(after)) return false
  return !organisation.looseNeighbour.test(next)
})

/** Whether the words beside a name are those of a place, and not of a person. */
const isPlaceBeside = asked((here) => {
  const {before, after, shape} = here
  if (person.personBefore.test(before) || person.bodyAfter.test(after)) return false
  const isPerson = person.personAfter.test(after)
  if (isPerson && person.owns.test(after)) return false
  const behind = shape === 'capitals' ? after.toLowerCase() : after
  return here.isAtPlace || (!isPerson && place.placeAfter.test(behind))
})

/** Whether a name that is also something else is a place here. */
export function isPlace(here: Here): boolean {
  const {unit, spelling, shape, setting, before, after} = here
  if (spelling.needs === 'never') return true
  if (spelling.needs === 'settlement') {
    return shape === 'capitalised' && place.settlementBefore.test(before) && place.settlementAfter.test(after)
  }
  if (isPlaceBeside(here)) return true
  if (isPersonHere(here)) return false
  if (isListed(here)) return true
  return !setting.persons.has(spelling.form) && (setting.places.has(spelling.entry) || hasPlaces(unit, setting))
}

/** Whether a paragraph names a place that can be nothing else, by what stands beside it or in the rest of the document. */
function hasPlaces(unit: UnitContext, setting: Setting): boolean {
  unit.hasCertainPlace ??= unit.mentions.some((_, index) => isCertain(unit.hereAt(index, setting)))
  if (unit.hasCertainPlace) return true
  for (const [form, entry] of unit.ambiguous) {
    if (setting.places.has(entry) && !setting.persons.has(form)) return true
  }
  return false
}

/** Whether a mention is a place by itself, whatever else the document says. */
function isCertain(here: Here): boolean {
  const {needs, kind, tradition, form} = here.spelling
  if (here.shape === 'lower' || kind === 'correction' || kind === 'diacritics') return false
  // Countries and their capitals are in texts of any kind; a name that one side alone uses is in texts about its places.
  if (!needs) return tradition !== 'shared'
  if (needs !== 'place' || here.setting.persons.has(form) || isElsewhere(here)) return false
  return isPlaceBeside(here) || (isListed(here) && !isPersonHere(here))
}

/** Whether a name stands in one list with another that is certainly a place: "Hadrut, Fizuli and Chartar". */
function isListed({unit, placed, index}: Here): boolean {
  return [-1, 1].some((step) => {
    const other = unit.mentions[index + step]
    if (!other || other.mention.spelling.needs || other.mention.spelling.kind === 'correction') return false
    const [first, second] = step < 0 ? [other, placed] : [placed, other]
    return /^(?:,| and| or| nor|, and)[ \u0000*_]+$/.test(unit.text.slice(first.end, second.start).slice(0, 9))
  })
}
