/** Hold what is stated of a document, its facts and the remarks of its stages, against what ran and what the raw says. */
import type {ManifestRun, Provenance} from '../model.js'
import {type CodePointText, quote} from './text.js'

/** What is wrong with a statement. */
export interface FactFault {
  /** Place in the record, as a path of members. */
  readonly place: string
  readonly message: string
}

/** Tell which facts, remarks and annotations name a stage that did not run, or a rule that is not recorded of their stage. */
export function originFaults({metadata, messages, annotations, activities}: Provenance): FactFault[] {
  const rules = new Map<string, Set<string>>()
  for (const {stage, classes} of activities) {
    const known = rules.get(stage) ?? new Set()
    for (const rule of Object.keys(classes)) known.add(rule)
    rules.set(stage, known)
  }
  const faults: FactFault[] = []
  for (const [name, items] of [
    ['metadata', metadata],
    ['messages', messages],
    ['annotations', annotations],
  ] as const) {
    for (const [number, {stage, rule}] of items.entries()) {
      const known = rules.get(stage)
      if (!known) faults.push({place: `${name}.${number}.stage`, message: `no stage ${stage} ran`})
      else if (rule !== undefined && !known.has(rule)) {
        faults.push({place: `${name}.${number}.rule`, message: `${stage} records no rule ${rule}`})
      }
    }
  }
  return faults
}

/**
 * Tell which facts share no word and no number with the raw at their place. What a stage of the user's own states may say
 * with its own words what the raw says, and a name may have been brought to another form: those are believed.
 */
export function placeFaults({metadata, activities}: Provenance, raw: CodePointText, run: ManifestRun): FactFault[] {
  const own = new Set(run.pipeline.stages.filter(({module}) => module !== undefined).map(({id}) => id))
  const faults: FactFault[] = []
  for (const [number, {field, value, stage, rule, raw: range}] of metadata.entries()) {
    if (!range || range[0] > range[1] || range[1] > raw.length || own.has(stage)) continue
    if (activities.some((activity) => activity.stage === stage && activity.classes[rule] === 'name')) continue
    const said = raw.slice(range[0], range[1])
    const values = typeof value === 'string' ? value : value.join(' ')
    // A date may stand without hyphens.
    const words = wordsOf(unescaped(said).replace(/(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/g, '$& $1 $2 $3'))
    const wanted = wordsOf(values)
    if (wanted.size === 0 || [...wanted].some((word) => words.has(word))) continue
    faults.push({
      place: `metadata.${number}.raw`,
      message: `${field} is ${quote(values)}, the raw says ${quote(said)} there`,
    })
  }
  return faults
}

/** Undo the escapes of JSON and HTML that stand for one character by its number. */
function unescaped(text: string): string {
  return text.replace(/\\u([\da-f]{4})|&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (found, json, hex, decimal) => {
    const code = Number.parseInt(json ?? hex ?? decimal, decimal === undefined ? 16 : 10)
    return code <= 0x10ffff ? String.fromCodePoint(code) : found
  })
}

/** Words without accents, numbers without leading zeros; of scripts beyond Latin every character. */
function wordsOf(text: string): Set<string> {
  const shown = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return new Set(shown.match(/[1-9][0-9]*|[a-z]+|(?![0-9])[\p{L}\p{N}]/gu) ?? [])
}
