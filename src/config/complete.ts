/**
 * Make the configuration of the program out of what was written: check it, work the short-hands into the options of their
 * stages, complete the options, freeze all of it.
 *
 * What one short-hand and one option of a stage both say is joined when it is a list, and refused when it is one value:
 * whichever won, the other would have been written for nothing.
 */
import {availableParallelism} from 'node:os'
import {isAbsolute, relative, resolve} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {z} from 'zod'
import {nearest} from '../document/nearest.js'
import type {RuleClass, Stage} from '../document/stage.js'
import {UsageError} from '../errors.js'
import type {Config, ConfigInput, CustomStage, CustomStageInput, OptionFile} from './config.js'
import {decisionsName, type RuledStages, readDecisions} from './decisions.js'
import {defaultJsonlFields} from './defaults.js'
import {emptyJsonLines, readJsonLines} from './json-lines.js'
import {check, nameOf, type Problem, valueAt} from './problems.js'
import {
  configSchema,
  keepableClasses,
  optionSchemas,
  rulesOfUser,
  rulesSkipped,
  type ShortHand,
  shortHands,
} from './schema.js'
import {notAMapping, readSource, remember, type Source, type Unreadable} from './source.js'
import {parseDuration, parseSize} from './units.js'
import {quote} from './wording.js'

export interface Place {
  /** Folder that the program runs in. */
  readonly cwd: string
  /** Folder against which the paths of the configuration resolve. */
  readonly folder: string
  /** Short-hands (`links.records`) whose file need not be there yet; it is then an empty one. */
  readonly mayLack?: readonly string[]
  /** Whether the file of decisions is looked for where none is named. */
  readonly hasDecisions?: boolean
}

type Options = Readonly<Record<string, unknown>>

/**
 * Check and complete a configuration.
 *
 * @throws UsageError that names every problem and its place.
 */
export function completeConfig(source: Source, place: Place, stages: readonly Stage[]): Config {
  const written = withoutNothing(source.value ?? {})
  if (!isMapping(written)) throw source.error([notAMapping(source.value)])
  const {value: input, problems} = check(configSchema(stages), written)
  if (problems) throw source.error(problems)
  const found: Problem[] = []
  const files: OptionFile[] = []
  const options = completeOptions(stages, {source, written, place, files, found})
  const decisions = completeDecisions(input.decisions, {stages, options}, {source, place, found})
  const customStages = (input.customStages ?? []).map((stage, index) => completeCustom(stage, index, place, found))
  if (found.length > 0) throw errorOf(found, source)
  const limits = input.limits!
  remember(customStages, source)
  return freeze({
    raw: placed(input.raw!, place),
    out: placed(input.out!, place),
    stages: options,
    files,
    customStages,
    decisions,
    keep: [...new Set(input.keep)],
    concurrency: typeof input.concurrency === 'number' ? input.concurrency : Math.min(256, availableParallelism()),
    format: input.format!,
    shards: {size: bytesOf(input.shards!.size!), gzip: input.shards!.gzip!},
    jsonl: completeJsonl(input.jsonl!),
    limits: {
      deadline: parseDuration(limits.deadline!),
      memory: Math.floor(parseSize(limits.memory!) / 1024 ** 2),
      bytes: bytesOf(limits.bytes!),
    },
  })
}

function completeDecisions(
  named: string | undefined,
  ruled: RuledStages,
  {source, place, found}: Pick<Work, 'source' | 'place' | 'found'>,
): Config['decisions'] {
  const path = ['decisions']
  const written = named ?? decisionsName
  const file = placed(written, place)
  if (named === undefined && !place.hasDecisions) return {file, items: []}
  const unreadable: Unreadable | undefined =
    named === undefined
      ? undefined
      : (why, cause) => {
          const error = source.error([{path, text: `decisions names ${file}: ${why}`}])
          error.cause = cause
          return error
        }
  const items = readDecisions(resolve(place.folder, written), file, ruled, unreadable)
  if (!items && named !== undefined && !place.mayLack?.includes('decisions')) {
    found.push({path, text: `Unexpected ${quote(named)} for decisions, expected a file; there is none at ${file}`})
  }
  return {file, items: items ?? []}
}

function bytesOf(size: string | number): number {
  return typeof size === 'number' ? size : parseSize(size)
}

function completeJsonl({text, html, id, metadata}: NonNullable<ConfigInput['jsonl']>): Config['jsonl'] {
  const names = (value: string | readonly string[] = []): string[] => [value].flat()
  const own = Object.entries(metadata ?? {}).map(([field, value]) => [field, names(value)])
  return {
    text: names(text),
    html: names(html),
    id: names(id),
    metadata: {...defaultJsonlFields.metadata, ...Object.fromEntries(own)},
  }
}

/** Make one error of the problems of all files, those of the configuration first. */
function errorOf(found: readonly Problem[], source: Source): UsageError {
  const files = new Set([source, ...found.map((problem) => problem.source ?? source)])
  const messages = [...files].flatMap((file) => {
    const own = found.filter((problem) => (problem.source ?? source) === file)
    return own.length > 0 ? [file.error(own).message] : []
  })
  return new UsageError(messages.join('\n'))
}

/** Drop keys behind which nothing stands (`stages:` with all its lines commented out), two levels deep. */
function withoutNothing(value: unknown, depth = 2): unknown {
  if (!isMapping(value) || depth === 0) return value
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined)
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNothing(item, depth - 1)]))
}

/** What was written, checked; the options of stages as they were written, for their schemas complete them at the end. */
interface Written {
  readonly stages?: Readonly<Record<string, boolean | Options | undefined>>
  readonly keep?: readonly RuleClass[]
  readonly [key: string]: unknown
}

interface Work {
  /** The configuration, for what has to be told at once. */
  readonly source: Source
  readonly written: Written
  readonly place: Place
  /** Files that were read. */
  readonly files: OptionFile[]
  readonly found: Problem[]
}

function completeOptions(stages: readonly Stage[], work: Work): Record<string, Options | false> {
  const complete: Record<string, Options | false> = {}
  for (const stage of stages) {
    // A stage that runs twice has one set of options.
    if (Object.hasOwn(complete, stage.id)) continue
    const given = work.written.stages?.[stage.id] ?? true
    complete[stage.id] = given === false ? false : completeStage(stage, given === true ? {} : given, work)
  }
  return complete
}

function completeStage(stage: Stage, given: Options, work: Work): Options {
  const {written, found} = work
  const merged: {keep?: unknown; [option: string]: unknown} = {...given}
  const keepable = keepableClasses(stage)
  const keep = (written.keep ?? []).filter((name) => keepable.includes(name))
  if (keep.length > 0) merged.keep = [...new Set([...(Array.isArray(merged.keep) ? merged.keep : []), ...keep])]
  const known = optionSchemas(stage)
  const sources = new Map<PropertyKey, ShortHandSource[]>()
  // What files gave stands behind what is written here, so that it is one piece of its list.
  const namesFile = ({path, file}: ShortHand): boolean =>
    file !== undefined && typeof valueAt(written, path) === 'string'
  const own = shortHands.filter(({stage: id}) => id === stage.id)
  for (const shortHand of [...own.filter((item) => !namesFile(item)), ...own.filter(namesFile)]) {
    const {path, option} = shortHand
    const schema = known[option]
    const asWritten = valueAt(written, path)
    if (!schema || asWritten === undefined) continue
    const file = namesFile(shortHand) ? readFileValue(asWritten as string, shortHand, schema, work) : undefined
    // Whatever else is wrong with the stage may be so for want of the file.
    if (file === 'missing') return {}
    const value = file ? file.value : asWritten
    const other = merged[option]
    if (Array.isArray(value) && Array.isArray(other)) {
      merged[option] = [...other, ...value]
      sources.set(option, [...(sources.get(option) ?? []), {path, from: other.length, file}])
    } else if (other === undefined) {
      merged[option] = value
      sources.set(option, [{path, from: 0, file}])
    } else if (other !== value) {
      const text = `Unexpected ${nameOf(path)} beside stages.${stage.id}.${option}, expected one of the two; remove one`
      found.push({path, text})
    }
  }
  const {value, problems} = check(stage.options as z.ZodType<object>, merged, (path) => located(stage, sources, path))
  if (problems) found.push(...problems)
  const options = plain(value ?? {}) as Options
  const taken = new Set(stage.rules.map(({id}) => id))
  for (const [index, {id}] of rulesOfUser(stage, options).entries()) {
    const {path} = located(stage, sources, ['rules', index, 'id'])
    const text = `Unexpected ${quote(id)} for ${nameOf(path)}, expected an id that no other rule of ${stage.id} has; rename it`
    if (taken.has(id)) found.push({path, text})
    taken.add(id)
  }
  for (const [index, id] of rulesSkipped(stage, options).entries()) {
    if (taken.has(id)) continue
    const {path} = located(stage, sources, ['skip', index])
    const hint = nearest(id, [...taken])
    const meant = hint === undefined ? '' : `; did you mean ${quote(hint)}?`
    const list = `\`palimpsest rules --stage ${stage.id}\` lists them`
    found.push({
      path,
      text: `Unexpected ${quote(id)} for ${nameOf(path)}, expected a rule of ${stage.id}${meant || `; ${list}`}`,
    })
  }
  return options
}

/** A short-hand that an option came from, wholly or from one index of its list on. */
interface ShortHandSource {
  readonly path: readonly string[]
  readonly from: number
  /** The file that gave it. */
  readonly file: Source | undefined
}

/** Find what was written for a path of the merged options. */
function located(
  stage: Stage,
  sources: ReadonlyMap<PropertyKey, readonly ShortHandSource[]>,
  path: readonly PropertyKey[],
): Pick<Problem, 'path' | 'source'> {
  const [option = '', index, ...rest] = path
  const isItem = typeof index === 'number'
  const found = sources.get(option)?.findLast(({from}) => from <= (isItem ? index : 0))
  if (!found) return {path: ['stages', stage.id, ...path]}
  const below = isItem ? [index - found.from, ...rest] : path.slice(1)
  return found.file ? {path: below, source: found.file} : {path: [...found.path, ...below]}
}

/** Read the file that a short-hand names; what is wrong in it is told with its place there. */
function readFileValue(
  file: string,
  {path, stage, option, file: kind}: ShortHand,
  schema: z.ZodType,
  {source: configuration, place, files, found}: Work,
): Source | 'missing' {
  const name = placed(file, place)
  const where = resolve(place.folder, file)
  const unreadable: Unreadable = (why, cause) => {
    const error = configuration.error([{path, text: `${nameOf(path)} names ${name}: ${why}`}])
    error.cause = cause
    return error
  }
  const read = (kind === 'jsonl' ? readJsonLines : readSource)(where, name, unreadable)
  const source = read ?? (place.mayLack?.includes(path.join('.')) ? emptyJsonLines(name) : undefined)
  if (!source) {
    found.push({path, text: `Unexpected ${quote(file)} for ${nameOf(path)}, expected a file; there is none at ${name}`})
    return 'missing'
  }
  const {problems} = check(schema, source.value)
  if (problems) throw source.error(problems)
  if (Array.isArray(source.value) && source.sha256 !== undefined) {
    files.push({stage, option, path, file: name, sha256: source.sha256, items: source.value.length})
  }
  return source
}

function completeCustom(stage: CustomStageInput, index: number, {folder}: Place, found: Problem[]): CustomStage {
  const path = ['customStages', index, 'module']
  let url = ''
  try {
    url = /^file:/i.test(stage.module)
      ? pathToFileURL(fileURLToPath(stage.module)).href
      : pathToFileURL(resolve(folder, stage.module)).href
    if (/^(?:https?|data|node|npm):/i.test(stage.module)) throw new TypeError('not a path')
  } catch {
    found.push({
      path,
      text: `Unexpected ${quote(stage.module)} for ${nameOf(path)}, expected the path of an ES module, such as ./my-stage.mjs`,
    })
  }
  return {
    module: url,
    ...(stage.before !== undefined && {before: stage.before}),
    ...(stage.after !== undefined && {after: stage.after}),
    options: plain(stage.options ?? {}) as Options,
  }
}

/** A path of the configuration, seen from where the program runs. */
function placed(path: string, {cwd, folder}: Place): string {
  if (isAbsolute(path) || resolve(folder) === resolve(cwd)) return path
  return relative(cwd, resolve(folder, path)) || '.'
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Leave out what is undefined, so that what is sent, printed and digested is one and the same. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!isMapping(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, plain(item)]])),
  )
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const item of Object.values(value)) freeze(item)
  }
  return value
}
