/**
 * What the commands that inspect results have in common: where results are, and how they are printed.
 */
import type {Command} from 'commander'
import {loadSettings} from '../config/load.js'
import {nearest} from '../document/nearest.js'
import type {Stage} from '../document/stage.js'
import {UsageError} from '../errors.js'
import {type Chosen, isChosen} from '../inspect/chosen.js'
import type {Folders} from '../inspect/record.js'
import {visible} from '../inspect/visible.js'
import {addConfigOption} from './flags.js'

export interface FolderOptions {
  readonly out?: string
  readonly raw?: string
  readonly config?: string
}

/** Add the flags that say where raw scrapes and results are. */
export function addFolderOptions(command: Command): Command {
  return addConfigOption(
    command
      .option('--out <folder>', 'folder of results (default: as configured, or out)')
      .option('--raw <folder>', 'folder of raw scrapes (default: as configured, or raw)'),
  )
}

/** The folders that flags and configuration name; the configuration is read only where a flag is missing. */
export async function foldersOf({out, raw, config}: FolderOptions, cwd: string = process.cwd()): Promise<Folders> {
  if (out !== undefined && raw !== undefined) return {out, raw}
  const configured = await loadSettings({cwd, file: config})
  return {out: out ?? configured.out, raw: raw ?? configured.raw}
}

/** A value as indented JSON, ended by a newline. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** An object as indented JSON whose last list comes item by item; the members behind it are known once it has ended. */
export async function* streamJson(
  head: object,
  list: string,
  items: AsyncIterable<unknown>,
  tail: () => object = () => ({}),
): AsyncGenerator<string> {
  const members = (object: object): string => JSON.stringify(object, null, 2).slice(1, -1).trimEnd()
  const before = members(head)
  yield `{${before}${before && ','}\n  ${JSON.stringify(list)}: [`
  let separator = ''
  for await (const item of items) {
    yield `${separator}\n    ${JSON.stringify(item, null, 2).replaceAll('\n', '\n    ')}`
    separator = ','
  }
  const after = members(tail())
  yield `${separator && '\n  '}]${after && ','}${after}\n}\n`
}

/** The stages that there are, those of the configuration among them; those of the program alone where it cannot be read, which is told. */
export async function knownStages({config: file}: FolderOptions): Promise<readonly Stage[]> {
  const {builtInStages} = await import('../config/stages.js')
  try {
    const {loadConfig} = await import('../config/load.js')
    const {stagesOf} = await import('./stages.js')
    const stages = (await stagesOf(await loadConfig({cwd: process.cwd(), file}))).map(({stage}) => stage)
    return stages.filter(({id}, index) => stages.findIndex((other) => other.id === id) === index)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`palimpsest: note: rules of your own are not known here: ${visible(error.message)}\n`)
    return builtInStages
  }
}

/** The rules of stages, as inspection asks for them. */
export function rulesOfStages(stages: readonly Stage[]): KnownRule[] {
  return stages.flatMap(({id, rules}) => rules.map((rule) => ({stage: id, rule: rule.id, class: rule.class})))
}

/** A rule that there is, whether it had a hit or not. */
export interface KnownRule {
  readonly stage: string
  readonly rule: string
  readonly class: string
}

/** What a command asks of who knows the rules, where one had no hit. */
export type KnownRules = () => Promise<readonly KnownRule[]>

/**
 * Tell a rule that had no hit from one that is none.
 *
 * @param here rules that are known beside those that there are: results may be older.
 * @throws UsageError for the latter.
 */
export async function checkRule({rule, stage}: Chosen, known: KnownRules, here: readonly KnownRule[]): Promise<void> {
  if (rule === undefined) return
  const all = [...here, ...(await known())]
  if (all.some((item) => isChosen({rule}, item.stage, item.rule, item.class))) return
  const ofStage = all.filter((item) => stage === undefined || item.stage === stage)
  const names = ofStage.map((item) => (rule.includes('/') ? `${item.stage}/${item.rule}` : item.rule))
  const near = nearest(rule, names)
  const hint = near === undefined ? '' : `\n(Did you mean ${near}?)`
  throw new UsageError(`Unexpected rule ${rule}; \`palimpsest rules\` lists them${hint}`)
}
