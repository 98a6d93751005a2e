/** Read the file of decisions, `decisions.jsonl` beside the configuration, and write into it. */
import {z} from 'zod'
import {type Decision, idOfDecision, isFixedStage} from '../document/decision.js'
import type {Stage} from '../document/stage.js'
import {readJsonLines} from './json-lines.js'
import {check, type Problem} from './problems.js'
import {rulesOfUser} from './schema.js'
import type {Unreadable} from './source.js'
import {oneOf, quote} from './wording.js'

/** What the file is called where the configuration says nothing. */
export const decisionsName = 'decisions.jsonl'

const text = z
  .strictObject({
    sha256: z.string().regex(/^[\da-f]{64}$/),
    words: z.int().positive(),
    begins: z.string().min(1),
  })
  .describe('a text by its words: their digest, how many they are, the first of them')
const scope = {
  document: z.string().min(1).optional().describe('id of the one document for which it holds'),
  site: z.string().min(1).optional().describe('host, or folder, of the documents for which it holds'),
}
const remarks = {
  note: z.string().optional().describe('why, for whoever reads it'),
  author: z.string().optional().describe('who decided'),
}

/** A line of the file. */
export const decisionSchema: z.ZodType<Decision> = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('keep'),
    text,
    rule: z.string().optional().describe('the rule that had taken it, as `stage/rule`'),
    ...scope,
    ...remarks,
  }),
  z.strictObject({decision: z.literal('drop'), text, ...scope, ...remarks}),
  z.strictObject({decision: z.literal('never'), rule: z.string().describe('`stage/rule`'), ...scope, ...remarks}),
  z.strictObject({decision: z.literal('name'), name: z.string().min(1), ...scope, ...remarks}),
]) as z.ZodType<Decision>

/** The stages of a configuration, and the options that it gives them. */
export interface RuledStages {
  readonly stages: readonly Stage[]
  readonly options: Readonly<Record<string, object | false>>
}

/** Tells what is wrong with the rule of a decision; nothing where it may be left out. */
export function faultOfRule(rule: string, {stages, options}: RuledStages): string | undefined {
  const [id = '', name = ''] = rule.split(/\/(.*)/s)
  if (id === '' || name === '') return `Unexpected rule ${quote(rule)}, expected STAGE/RULE`
  if (isFixedStage(id))
    return `Unexpected rule ${quote(rule)}: ${id} cannot do without any of its rules; its options may help`
  const stage = stages.find((one) => one.id === id)
  // Of a stage of the user's own the rules are not known before it is loaded.
  if (!stage) return undefined
  const ids = [...stage.rules, ...rulesOfUser(stage, options[id] || {})].map((one) => one.id)
  return ids.includes(name) ? undefined : `Unexpected rule ${quote(name)} of ${id}, ${oneOf(ids, name)}`
}

/**
 * Read the decisions of a file.
 *
 * @param name what the file is called in errors.
 * @returns undefined when there is no such file.
 * @throws UsageError for what cannot be read, and for lines that are no decisions; it names each.
 */
export function readDecisions(
  file: string,
  name: string,
  ruled: RuledStages,
  unreadable?: Unreadable,
): readonly Decision[] | undefined {
  const source = readJsonLines(file, name, unreadable)
  if (!source) return undefined
  const {value, problems} = check(z.array(decisionSchema), source.value)
  if (problems) throw source.error(problems)
  const found: Problem[] = []
  const seen = new Map<string, number>()
  for (const [index, decision] of value!.entries()) {
    const fault = (problem: string): void => void found.push({path: [index], text: problem})
    if (decision.document !== undefined && decision.site !== undefined)
      fault('Unexpected site beside document, expected one of the two, or none for everywhere')
    if (decision.decision === 'never') {
      const wrong = faultOfRule(decision.rule!, ruled)
      if (wrong !== undefined) fault(wrong)
    }
    const id = idOfDecision(decision)
    if (seen.has(id)) fault('the same is decided twice; take one of the lines out')
    seen.set(id, index)
  }
  if (found.length > 0) throw source.error(found)
  return value
}
