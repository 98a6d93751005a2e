/**
 * The schema of the configuration: what may be written, its defaults and what it means. It is made from the stages, so
 * that each stage's options are part of it; `palimpsest schema config` prints it as JSON Schema.
 */
import {z} from 'zod'
import {type Rule, type RuleClass, ruleClasses, type Stage} from '../document/stage.js'
import type {ConfigInput} from './config.js'
import {defaultFolders, defaultJsonlFields, defaultLimits, defaultShardSize} from './defaults.js'
import {durationPattern, formatDuration, formatSize, parseDuration, parseSize, sizePattern} from './units.js'

/** A key of the configuration that stands for an option of one stage. */
export interface ShortHand {
  readonly path: readonly [string] | readonly [string, string]
  readonly stage: string
  readonly option: string
  readonly description: string
  /** How a file is written that may be named in place of the value; missing where none may. */
  readonly file?: 'yaml' | 'jsonl'
}

/** Short-hands. One exists when its stage is there and has the option. */
export const shortHands: readonly ShortHand[] = [
  {
    path: ['names', 'profile'],
    stage: 'canonicalize-names',
    option: 'profile',
    description: 'which spelling of a place is the canonical one',
  },
  {
    path: ['names', 'gazetteer'],
    stage: 'canonicalize-names',
    option: 'entries',
    description:
      "names of the user's own beside the built-in gazetteer, in its form: a YAML or JSON file, or the list itself",
    file: 'yaml',
  },
  {
    path: ['names', 'entries'],
    stage: 'canonicalize-names',
    option: 'entries',
    description: 'the same, for a few names that are written here',
  },
  {
    path: ['names', 'profiles'],
    stage: 'canonicalize-names',
    option: 'profiles',
    description: "profiles of the user's own, by name, and what is to be otherwise in a built-in one",
  },
  {
    path: ['names', 'diacritics'],
    stage: 'canonicalize-names',
    option: 'diacritics',
    description: 'letters of names of people such as Erdoğan: kept, left out, or restored',
  },
  {
    path: ['names', 'persons'],
    stage: 'canonicalize-names',
    option: 'persons',
    description: "names of people of the user's own corpus, for `diacritics`",
  },
  {
    path: ['names', 'corrections'],
    stage: 'canonicalize-names',
    option: 'corrections',
    description: 'slips of the keys that are corrected wherever they stand',
  },
  {
    path: ['frontMatter', 'fields'],
    stage: 'lift-metadata',
    option: 'fields',
    description: 'names under which front matter that this program wrote is read again',
  },
  {
    path: ['frontMatter', 'fields'],
    stage: 'write-front-matter',
    option: 'fields',
    description: 'new names of front matter fields; `false` leaves a field out',
  },
  {
    path: ['rules'],
    stage: 'strip-debris',
    option: 'rules',
    description: "debris rules of the user's own, in the form of the built-in tables, beside them",
  },
  {
    path: ['links', 'records'],
    stage: 'repair-links',
    option: 'records',
    description:
      'what `palimpsest links check` found out about the links: its file of records, a JSON object a line, or the list itself',
    file: 'jsonl',
  },
]

/** What the mappings are about that hold several short-hands. */
const groupDescriptions: Readonly<Record<string, string>> = {
  names: 'names of places: short-hand for options of the stage that knows them',
  links: 'links: short-hand for options of the stage that mends them',
  frontMatter: 'the front matter that is written: short-hand for options of the stages that read and write it',
}

/** The options of a stage by name, without their defaults. */
export function optionSchemas(stage: Stage): Readonly<Record<string, z.ZodType>> {
  if (!(stage.options instanceof z.ZodObject)) return {}
  const shape: Readonly<Record<string, z.ZodType>> = stage.options.shape
  return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, withoutDefault(schema)]))
}

function withoutDefault(schema: z.ZodType): z.ZodType {
  let inner = schema
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault || inner instanceof z.ZodOptional) {
    inner = inner.unwrap() as z.ZodType
  }
  return inner
}

/** Classes of removed text that a stage is able to keep: its option `keep` takes them, and it has rules of them. */
export function keepableClasses(stage: Stage): RuleClass[] {
  const {keep} = optionSchemas(stage)
  if (!keep) return []
  const own = new Set(stage.rules.map((rule) => rule.class))
  return (Object.keys(ruleClasses) as RuleClass[]).filter((name) => own.has(name) && keep.safeParse([name]).success)
}

/**
 * The rules that a user gave a stage in its option `rules`, as the stage's own are described. They count as rules of the
 * stage, so that provenance knows their class and they can be listed.
 */
export function rulesOfUser(stage: Stage, options: object): Rule[] {
  const {rules} = options as {readonly rules?: unknown}
  if (!('rules' in optionSchemas(stage)) || !Array.isArray(rules)) return []
  return (rules as Partial<Rule>[]).flatMap(({id, class: kind = 'custom', reason = 'A rule of the user.', examples}) =>
    id === undefined ? [] : [{id, class: kind, reason, ...(examples && {examples})}],
  )
}

/** The ids of rules that a user has switched off in the option `skip` of a stage. */
export function rulesSkipped(stage: Stage, options: object): readonly string[] {
  const {skip} = options as {readonly skip?: unknown}
  return 'skip' in optionSchemas(stage) && Array.isArray(skip) ? (skip as readonly string[]) : []
}

const pathOf = (what: string): z.ZodString =>
  z.string(`expected the path of ${what}`).min(1, `expected the path of ${what}`)

const aDuration = 'expected a duration such as 30s, 500ms or 2min'
const duration = z
  .string(aDuration)
  .regex(durationPattern, {error: aDuration, abort: true})
  .refine((text) => inRange(parseDuration(text), 100, 86_400_000), 'expected a duration from 100ms to 24h')

const aSize = 'expected a size such as 20MB, 512kB or 1GB'
const size = z.string(aSize).regex(sizePattern, {error: aSize, abort: true})

const inRange = (value: number, least: number, most: number): boolean => value >= least && value <= most

const fieldNames = z.union([z.string().min(1), z.array(z.string().min(1))]).transform((names) => [names].flat())

const fieldsOf = (what: string, names: readonly string[]): z.ZodDefault<typeof fieldNames> =>
  fieldNames.default([...names]).describe(`fields that hold ${what}, the first that holds anything counts`)

const customStage = z
  .strictObject({
    module: pathOf('an ES module').describe(
      'path of an ES module whose default export is a stage, relative to this file',
    ),
    before: z.string().optional().describe('id of the stage before which it runs'),
    after: z.string().optional().describe('id of the stage after which it runs'),
    options: z.record(z.string(), z.unknown()).default({}).describe("options, checked against the stage's own schema"),
  })
  .refine(
    ({before, after}) => (before === undefined) !== (after === undefined),
    'expected exactly one of the keys before and after',
  )

/**
 * Make the schema of the configuration.
 *
 * @param stages the built-in stages.
 */
export function configSchema(stages: readonly Stage[]): z.ZodType<ConfigInput> {
  const keepable = new Set(stages.flatMap(keepableClasses))
  const classes = Object.keys(ruleClasses).filter((name) => keepable.has(name as RuleClass))
  const single: Record<string, z.ZodType> = {}
  const groups: Record<string, Record<string, z.ZodType>> = {}
  for (const {path: keys, stage: id, option, description, file} of shortHands) {
    const stage = stages.find((candidate) => candidate.id === id)
    const schema = stage && optionSchemas(stage)[option]
    if (!schema) continue
    const value = file ? z.union([pathOf('a file'), schema]) : schema
    const described = value.optional().describe(`${description} (option \`${option}\` of stage \`${id}\`)`)
    if (keys.length === 1) single[keys[0]] = described
    else (groups[keys[0]] ??= {})[keys[1]] = described
  }
  const grouped: Record<string, z.ZodType> = {}
  for (const [name, shape] of Object.entries(groups)) {
    grouped[name] = z
      .strictObject(shape)
      .optional()
      .describe(groupDescriptions[name] ?? 'short-hands for options of stages')
  }
  return z
    .strictObject({
      raw: pathOf('a folder').default(defaultFolders.raw).describe('folder of raw scrapes, relative to this file'),
      out: pathOf('a folder').default(defaultFolders.out).describe('folder of results, relative to this file'),
      stages: z
        .strictObject(
          Object.fromEntries(
            stages.map((stage) => [
              stage.id,
              z.union([z.boolean(), stage.options]).default(true).describe(stage.description),
            ]),
          ),
        )
        .prefault({})
        .describe('built-in stages: `false` turns one off, a mapping gives it options'),
      keep: z
        .array(classes.length > 0 ? z.enum(classes) : z.never())
        .default([])
        .describe('classes of removed text that stay in the document'),
      ...grouped,
      ...single,
      customStages: z.array(customStage).default([]).describe("stages of the user's own, in ES modules"),
      decisions: z
        .string()
        .min(1)
        .optional()
        .describe(
          'file of what a person decided against the rules, a JSON object a line, written by `palimpsest overrule`; `decisions.jsonl` beside the configuration where nothing is said',
        ),
      concurrency: z
        .union([z.literal('auto'), z.int().min(1).max(256)])
        .default('auto')
        .describe('documents that are worked on at once; `auto` is one for each processor'),
      format: z
        .enum(['files', 'jsonl', 'parquet'])
        .default('files')
        .describe(
          'how results are written: a clean file and a record of provenance for each document, or shards of many in JSON Lines or Parquet, without front matter',
        ),
      shards: z
        .strictObject({
          size: z
            .union([z.int().min(1), size.refine((text) => parseSize(text) >= 1024, 'expected a size of at least 1kB')])
            .default(formatSize(defaultShardSize))
            .describe('size at which a shard is full, of its texts or its records of provenance, before compression'),
          gzip: z.boolean().default(false).describe('whether JSON lines are gzipped'),
        })
        .prefault({})
        .describe('the shards that `format: jsonl` and `format: parquet` write'),
      jsonl: z
        .strictObject({
          text: fieldsOf('the text', defaultJsonlFields.text),
          html: fieldsOf('the page, which goes before the text', defaultJsonlFields.html),
          id: fieldsOf('the id; the number of the line where there is none', defaultJsonlFields.id),
          metadata: z
            .record(z.string().regex(/^\S(?:.*\S)?$/, 'expected the name of a front matter field'), fieldNames)
            .default({})
            .describe(
              'fields that hold metadata, by front matter field; what is named here is put in the place of the default of its field, and an empty list takes none',
            ),
        })
        .prefault({})
        .describe('raws in JSON Lines: which fields of a line are what; `meta.url` leads into an object'),
      limits: z
        .strictObject({
          deadline: duration
            .default(formatDuration(defaultLimits.deadline))
            .describe(
              'longest time that a document may take; one that takes longer is tried once more with its markdown taken as plain text, and is `suspect` for it: there, and there alone, a result depends on the machine',
            ),
          memory: size
            .refine(
              (text) => inRange(parseSize(text), 64 * 1024 ** 2, 64 * 1024 ** 3),
              'expected a size from 64MB to 64GB',
            )
            .default(formatSize(defaultLimits.memory * 1024 ** 2))
            .describe('largest heap of a worker; a document that needs more is treated as one over its deadline'),
          bytes: z
            .union([z.int().min(1), size.refine((text) => parseSize(text) >= 1, 'expected a size of at least 1B')])
            .default(formatSize(defaultLimits.bytes))
            .describe('largest raw, a whole number being bytes; a larger one is reported and left out'),
        })
        .prefault({})
        .describe('what one document may cost'),
    })
    .describe('Configuration of Palimpsest, palimpsest.config.yaml') as unknown as z.ZodType<ConfigInput>
}
