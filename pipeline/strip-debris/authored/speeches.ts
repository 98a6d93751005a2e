/**
 * Find the speeches of a transcript or a play, "MILLER: Goodbye.", and the directions between them and behind the last,
 * "[MUSIC]".
 *
 * Fields ("Author: …") and inserted links ("READ MORE: …") have a word and a colon, too. Fields stand once each, and what
 * leads away is known by its phrase or does not end as sentences do.
 */
import {type FindAuthored, isLine, isSaid} from './shapes.js'

/** Fewest speeches, fewest of one speaker that make him one, fewest speakers; the share of speeches that are sentences. */
const leastSpeeches = 4
const leastOfSpeaker = 2
const leastSpeakers = 2
const leastOfNamed = 3
/** Share of speeches that another speaker's follows. */
const turnShare = 0.4
const saidShare = 0.6
/** How far apart two speeches may stand. */
const farthest = 6

const colon = /[:։՝]\s/
const speech = /^([\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]{0,24}(?: [\p{L}\p{M}\p{N}.'’-]{1,24}){0,3}) ?[:։՝]\s+\S/u
const direction = /^[[(][\p{Lu}\p{Lo}][^[\]()]{1,60}[\])]$/u

export const findSpeeches: FindAuthored = (units, matches) => {
  const speakers = new Map<string, number[]>()
  for (const [index, unit] of units.entries()) {
    if (matches[index] || !colon.test(unit.plain) || !isLine(unit)) continue
    const name = speech.exec(unit.plain)?.[1]
    if (name === undefined) continue
    const list = speakers.get(name)
    if (list) list.push(index)
    else speakers.set(name, [index])
  }
  // A name in small letters is a speaker only where the two of them take turns.
  for (const [name, list] of speakers) if (/\p{Ll}/u.test(name) && list.length < leastOfNamed) speakers.delete(name)
  const several = [...speakers.values()].filter((list) => list.length >= leastOfSpeaker)
  const speeches = several.flat().sort((first, second) => first - second)
  if (several.length < leastSpeakers || speeches.length < leastSpeeches) return []
  const nameOf = new Map([...speakers].flatMap(([name, list]) => list.map((index) => [index, name] as const)))
  const turns = speeches.filter((index, place) => place > 0 && nameOf.get(index) !== nameOf.get(speeches[place - 1]!))
  if (turns.length / speeches.length < turnShare) return []
  if (speeches.filter((index) => isSaid(units[index]!)).length / speeches.length < saidShare) return []
  const found = [...speeches]
  for (const [place, index] of speeches.entries()) {
    const next = speeches[place + 1]
    const isBetween = next !== undefined && next - index <= farthest
    for (let beside = index + 1; beside < units.length && beside < (isBetween ? next : index + farthest); beside++) {
      const unit = units[beside]!
      if (!isLine(unit)) break
      const isDirection = direction.test(unit.plain)
      // One who speaks but once: an introduction, a caller, the voice that closes.
      const isSpeech = !matches[beside] && speech.test(unit.plain) && isSaid(unit)
      if (isDirection || isSpeech) found.push(beside)
      else if (!isBetween) break
    }
  }
  return found
}
