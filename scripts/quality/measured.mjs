/**
 * Keep what was measured of each rule in a data file beside the rules, and tell when a rule's harm rises above it.
 *
 * The file has counts alone: no text, no page. It is a module whose object is JSON, so that `palimpsest rules` can show it
 * and this script can read it as it stands, built or not.
 */
import {readFileSync, writeFileSync} from 'node:fs'

/** A rule's harm has risen when both its share and its number of wrong hits did, by at least this much. */
const margin = {share: 0.01, hits: 3}
/** A rule that was not measured before may have so much harm; with fewer hits nothing can be said. */
const newcomer = {share: 0.05, hits: 20}

const head = `/**
 * How often each rule hit on labelled pages, and how often what it took stood in the body. Written by scripts/quality.mjs; see
 * docs/quality.md.
 */
import type {Measured} from '../../src/document/stage.js'

export const measured: Readonly<Record<string, Measured>> = `

/** Read a file of measures: by rule `hits` and `inGold`; `{}` where there is none. */
export function readMeasured(path) {
  let text
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return {}
    throw error
  }
  return JSON.parse(text.slice(text.indexOf('= {') + 2))
}

/** Write a file of measures, rules in order of their names. */
export function writeMeasured(path, rows) {
  writeFileSync(path, measuredText(rows))
}

export function measuredText(rows) {
  const lines = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, {hits, inGold}]) => `  ${JSON.stringify(rule)}: {"hits": ${hits}, "inGold": ${inGold}}`)
  return `${head}{\n${lines.join(',\n')}\n}\n`
}

const shareOf = ({hits, inGold}) => (hits === 0 ? 0 : inGold / hits)

/**
 * Rules whose harm has risen, as sentences that name the rule, what was and what is.
 *
 * @param was measures by rule, as `readMeasured` gives them
 * @param rows a map of rows, as `makeHarm` gives them
 */
export function harmRisen(was, rows) {
  const risen = []
  for (const [rule, now] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const before = was[rule]
    if (before) {
      if (now.inGold - before.inGold < margin.hits || shareOf(now) - shareOf(before) <= margin.share) continue
      risen.push(`${rule}: ${told(before)} before, ${told(now)} now`)
    } else if (now.hits >= newcomer.hits && shareOf(now) > newcomer.share) {
      risen.push(`${rule}: not measured before, ${told(now)} now`)
    }
  }
  return risen
}

function told(row) {
  return `${row.inGold} of ${row.hits} hits in the body (${(100 * shareOf(row)).toFixed(1)} %)`
}
