/**
 * Find entries, each with its time: live blogs, minutes, chronologies. The clock or year stands over the entry or before its
 * first word, and the times go one way.
 *
 * Tickers of headlines have clocks, too, and threads have them over each comment. Headlines are no sentences, and between
 * two clocks of a thread stands a name.
 */
import type {Unit} from '../units.js'
import {type FindAuthored, isLine, isSaid} from './shapes.js'

/** Fewest entries, the share of them that are sentences, and the most units of one. */
const leastEntries = 3
const saidShare = 0.7
const longestEntry = 8

const clock =
  /^[^\p{L}\p{N}]{0,3}([012]?\d)(?:[:.]| ?h ?)([0-5]\d)(?: ?([ap])\.?m\.?)?(?: ?(?:uhr|h|hrs|gmt|bst|utc|cet|e[sd]?t))?(?![\p{L}\p{N}%])/iu
/** The minute of a match: "45+2'". */
const minute = /^(\d{1,3})(?:\+\d{1,2})? ?['’′](?![\p{L}\p{N}])/u
const year = /^[^\p{L}\p{N}]{0,3}(1\d{3}|20\d\d)(?:[–—/-]\d{2,4})?(?![\p{L}\p{N}%.,]\d|[\p{L}\p{N}%])/u

interface Time {
  readonly index: number
  readonly value: number
  readonly isClock: boolean
  /** Whether nothing else stands in the unit. */
  readonly isAlone: boolean
}

export const findEntries: FindAuthored = (units) => {
  const times = units.flatMap((unit, index) => timeOf(unit, index) ?? [])
  const found: number[] = []
  for (let first = 0; first < times.length; ) {
    let last = first
    let direction = 0
    while (last + 1 < times.length && follows(units, times[last]!, times[last + 1]!)) {
      const step = Math.sign(times[last + 1]!.value - times[last]!.value)
      if (step !== 0 && direction !== 0 && step !== direction) break
      direction ||= step
      last++
    }
    const run = times.slice(first, last + 1)
    const ends = run.map((time, place) => endOf(units, time, run[place + 1]))
    const said = run.filter(
      (time, place) => ends[place]! > time.index - (time.isAlone ? 0 : 1) && isSaid(units[ends[place]!]!),
    )
    if (run.length >= leastEntries && direction !== 0 && said.length / run.length >= saidShare)
      for (let index = run[0]!.index; index <= ends.at(-1)!; index++) found.push(index)
    first = last + 1
  }
  return found
}

function timeOf(unit: Unit, index: number): Time | undefined {
  if (!isLine(unit)) return undefined
  const {plain} = unit
  const time = clock.exec(plain)
  const match = time ?? minute.exec(plain) ?? year.exec(plain)
  if (!match) return undefined
  const rest = plain.slice(match[0].length)
  const isAlone = !/[\p{L}\p{N}]/u.test(rest)
  // "1911 saw the end of it" is prose; "1911 School." or "1911: the school burns" is an entry.
  if (!isAlone && !isSaid(unit)) return undefined
  const value = time ? clockValue(time) : Number(match[1])
  return {index, value, isClock: time !== null, isAlone}
}

function clockValue([, hours, minutes, half]: RegExpExecArray): number {
  const hour = Number(hours) % (half ? 12 : 24)
  return (hour + (half?.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(minutes)
}

/** Tell whether the next time is that of the next entry: of the same kind, with no more than one entry between. */
function follows(units: readonly Unit[], time: Time, next: Time): boolean {
  if (time.isClock !== next.isClock || time.isAlone !== next.isAlone) return false
  const distance = next.index - time.index
  if (distance > longestEntry || (time.isAlone && distance < 2)) return false
  for (let index = time.index + 1; index < next.index; index++) if (units[index]!.linked >= 0.6) return false
  return true
}

/** The last unit of an entry: the one before the next time, or the first sentence of the last entry. */
function endOf(units: readonly Unit[], {index, isAlone}: Time, next: Time | undefined): number {
  if (next) return next.index - 1
  const last = isAlone ? index + 1 : index
  return units[last] && isSaid(units[last]!) ? last : index
}
