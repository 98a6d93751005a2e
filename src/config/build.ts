/**
 * Build the pipeline that a configuration asks for: the built-in stages that are on, the user's own at their places, each
 * with its validated options.
 */
import {basename, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {z} from 'zod'
import {type RuleClass, ruleClasses, type Stage} from '../document/stage.js'
import {UsageError} from '../errors.js'
import {sha256} from '../provenance/outputs.js'
import {readRegularFile} from '../regular-file.js'
import {makePipeline, type Pipeline, type PipelineStage} from '../run/pipeline.js'
import {describe} from '../run/system-errors.js'
import {describeThrown} from '../run/thrown.js'
import type {Config, OptionFile} from './config.js'
import {importModule} from './import-module.js'
import {check, type Problem} from './problems.js'
import {rulesOfUser} from './schema.js'
import {sourceOf} from './source.js'
import {builtInStages, foundationStages} from './stages.js'
import {oneOf, quote} from './wording.js'

/** Which of the stages run. */
export interface Selection {
  /** Run these alone, and the foundation without which they would not see markdown: decode and conversion. */
  readonly only?: readonly string[] | undefined
  /** Leave these out. */
  readonly skip?: readonly string[] | undefined
  /** What the two are called in errors; the flags of the command line when missing. */
  readonly names?: {readonly only: string; readonly skip: string} | undefined
  /** The built-in stages, when they are not those of this program. */
  readonly stages?: readonly Stage[] | undefined
}

/** A stage of the user's own with its place, after its module was loaded. */
export interface PlacedStage {
  readonly stage: Stage
  /** What the stage is called in errors. */
  readonly name: string
  readonly before?: string | undefined
  readonly after?: string | undefined
  readonly options: unknown
  /** Digest of its module. */
  readonly module?: string | undefined
  /** File name of its module; where it has none, it is called by its name. */
  readonly file?: string | undefined
  /** Makes the error of what is wrong with it, at a path below its entry; one that begins with its name when missing. */
  readonly fault?: Fault | undefined
}

type Fault = (problems: readonly Problem[]) => UsageError

/**
 * Build the pipeline of a configuration, importing the modules of the user's own stages.
 *
 * @throws UsageError for a module that cannot be loaded or is no stage, and for ids of stages that do not exist.
 */
export async function buildPipeline(config: Config, selection: Selection = {}): Promise<Pipeline> {
  const custom: PlacedStage[] = []
  for (const [index, {module, before, after, options}] of config.customStages.entries()) {
    const name = `customStages[${index}] ${nameOfModule(module)}`
    const source = sourceOf(config.customStages)
    const fault: Fault = (problems) => {
      const named = problems.map(({path, text, ...rest}) => {
        return {...rest, path: ['customStages', index, ...path], text: `${name}: ${text}`}
      })
      return source ? source.error(named) : new UsageError(named.map(({text}) => text).join('\n'))
    }
    const file = basename(fileURLToPath(module))
    custom.push({...(await importStage(module, fault)), name, file, before, after, options, fault})
  }
  return assemblePipeline(config, custom, selection)
}

/** Put built-in stages and the user's own in their order; see `buildPipeline`. */
export function assemblePipeline(config: Config, custom: readonly PlacedStage[], selection: Selection = {}): Pipeline {
  const order: PipelineStage[] = []
  const off = new Set<string>()
  for (const stage of selection.stages ?? builtInStages) {
    const options = config.stages[stage.id] ?? {}
    if (!options) off.add(stage.id)
    // A stage that is off has no options in the configuration; asked for by name it runs with its defaults.
    const recorded = options ? recordedOf(stage.id, options, config.files) : undefined
    order.push(withRulesOfUser({stage, options: options || stage.options.parse({}), recorded}))
  }
  for (const placed of custom) place(order, placed)
  // One stage may run twice; it has one name.
  const ids = [...new Set(order.map(({stage}) => stage.id))]
  const names = selection.names ?? {only: '--only-stage', skip: '--skip-stage'}
  const only = known(selection.only ?? [], ids, names.only)
  const skip = known(selection.skip ?? [], ids, names.skip)
  const selected = order.filter(({stage: {id}}) => {
    if (skip.has(id)) return false
    // Who asks for a stage by name wants to see it, on or off.
    if (only.size > 0) return only.has(id) || (foundationStages.includes(id) && !off.has(id))
    return !off.has(id)
  })
  return makePipeline(selected, config.decisions.items)
}

function withRulesOfUser({stage, ...item}: PipelineStage): PipelineStage {
  const own = rulesOfUser(stage, item.options)
  return {...item, stage: own.length > 0 ? {...stage, rules: [...stage.rules, ...own]} : stage}
}

/** Put the digest of a file in the place of the items that it gave; undefined where no option came from a file. */
function recordedOf(
  stage: string,
  options: Readonly<Record<string, unknown>>,
  files: readonly OptionFile[],
): object | undefined {
  const own = files.filter((file) => file.stage === stage)
  if (own.length === 0) return undefined
  const recorded = {...options}
  for (const {option, sha256: digest, items} of own) {
    const list = recorded[option] as readonly unknown[]
    const written = list.slice(0, list.length - items)
    const given = {sha256: digest, items}
    recorded[option] = written.length > 0 ? [...written, given] : given
  }
  return recorded
}

/** Put one stage before or after the one it names; of two with the same anchor the one listed first runs first. */
function place(
  order: PipelineStage[],
  {stage, name, before, after, options, module, file = name, fault: given}: PlacedStage,
): void {
  const fault = given ?? faultOf(name)
  const ids = order.map((item) => item.stage.id)
  if (ids.includes(stage.id)) {
    const text = `Unexpected id ${quote(stage.id)}, expected one that no other stage has; rename it`
    throw fault([{path: ['module'], text}])
  }
  if ((before === undefined) === (after === undefined)) {
    throw fault([{path: [], text: 'expected exactly one of the keys before and after'}])
  }
  const anchor = before ?? after ?? ''
  // Of a stage that runs twice, before the first time or after the last.
  const at = before === undefined ? ids.lastIndexOf(anchor) : ids.indexOf(anchor)
  if (at < 0) {
    const key = before === undefined ? 'after' : 'before'
    throw fault([
      {path: [key], text: `Unexpected stage ${quote(anchor)} for ${key}, ${oneOf([...new Set(ids)], anchor)}`},
    ])
  }
  const {value, problems} = check(stage.options as z.ZodType<object>, options, (path) => ({path: ['options', ...path]}))
  if (problems) throw fault(problems)
  let index = before === undefined ? at + 1 : at
  if (before === undefined) while (placedAfter.get(order[index] ?? none) === anchor) index++
  // What is recorded of a run names no folder of this machine.
  const item: PipelineStage = {stage, options: value, module, from: file}
  if (before === undefined) placedAfter.set(item, anchor)
  order.splice(index, 0, item)
}

/** The stages that were put right behind another, so that the next one of the same anchor goes behind them. */
const placedAfter = new WeakMap<PipelineStage, string>()
const none: PipelineStage = {stage: {} as Stage, options: {}}

function known(ids: readonly string[], all: readonly string[], name: string): ReadonlySet<string> {
  for (const id of ids) {
    if (!all.includes(id)) throw new UsageError(`${name}: Unexpected stage ${quote(id)}, ${oneOf(all, id)}`)
  }
  return new Set(ids)
}

/** Import a stage. The digest of its file tells an edited module from the one of the last run, whatever its version says. */
async function importStage(url: string, fault: Fault): Promise<{stage: Stage; module: string}> {
  let bytes: Uint8Array
  try {
    bytes = await readRegularFile(fileURLToPath(url))
  } catch (error) {
    throw withCause(fault([{path: ['module'], text: faultOfModule(error)}]), error)
  }
  let module: {readonly default?: unknown}
  try {
    module = await importModule(url)
  } catch (error) {
    const {message} = describeThrown(error)
    throw withCause(fault([{path: ['module'], text: `the module cannot be loaded: ${message}`}]), error)
  }
  return {stage: checkStage(module.default, fault), module: sha256(bytes)}
}

function faultOfModule(error: unknown): string {
  const {code} = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  const isMissing = code === 'ENOENT' || code === 'ENOTDIR'
  const fault = isMissing ? 'no such module' : `the module cannot be read: ${describe(error)}`
  return `${fault}, expected a file that can be read; check its path`
}

/** Errors that begin with a name, where there is no file to point into. */
function faultOf(name: string): Fault {
  return (problems) => new UsageError(problems.map(({text}) => `${name}: ${text}`).join('\n'))
}

function withCause(error: UsageError, cause: unknown): UsageError {
  error.cause = cause
  return error
}

const word = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const anId = 'expected a kebab-case id such as my-stage'
const kebabCase = z.string(anId).regex(word, anId)
const aSentence = 'expected a sentence'
const sentence = z.string(aSentence).min(1, aSentence)
const aVersion = 'expected a whole number, 1 or more'

const stageSchema = z.object({
  id: kebabCase,
  version: z.int(aVersion).min(1, aVersion),
  description: sentence,
  rules: z
    .array(
      z.object({
        id: kebabCase,
        class: z.enum(Object.keys(ruleClasses) as [RuleClass, ...RuleClass[]]),
        reason: sentence,
        examples: z.array(z.object({text: z.string(), becomes: z.string().optional()})).optional(),
      }),
    )
    .refine(
      (rules) => new Set(rules.map(({id}) => id)).size === rules.length,
      'expected every rule to have an id of its own',
    ),
  options: z
    .custom<Stage['options']>(
      (value) => typeof (value as Stage['options'] | undefined)?.safeParse === 'function',
      'expected a zod schema',
    )
    .optional(),
  run: z.custom<Stage['run']>((value) => typeof value === 'function', 'expected a function'),
})

/**
 * Check that a value from outside is a stage. One without `options` takes none.
 *
 * @param where what the stage is called in errors, or how they are made.
 * @throws UsageError that names the field.
 */
export function checkStage(value: unknown, where: string | Fault): Stage {
  const fault = typeof where === 'string' ? faultOf(where) : where
  if (typeof value !== 'object' || value === null) {
    throw fault([{path: ['module'], text: 'Unexpected default export, expected a stage; see defineStage'}])
  }
  const {problems} = check(stageSchema, value)
  // What is wrong stands in the module, which is what the configuration can point at.
  if (problems) throw fault(problems.map(({text}) => ({path: ['module'], text})))
  const stage = value as Stage
  if (stage.options) return stage
  const {id, version, description, rules} = stage
  return {
    id,
    version,
    description,
    rules,
    options: z.strictObject({}),
    run: (document, options) => stage.run(document, options),
  }
}

function nameOfModule(url: string): string {
  const path = fileURLToPath(url)
  const near = relative(process.cwd(), path)
  return near.startsWith('..') ? path : near
}
