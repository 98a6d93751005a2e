/**
 * What is written beside the clean text: the provenance file of a document and the manifest of a run.
 *
 * The schemas are the published contract (`palimpsest schema provenance|manifest`); field descriptions are part of it.
 * Terms follow W3C PROV: a raw and a clean text are entities, what a stage did is an activity, the stage its agent.
 * All offsets are Unicode code points, half-open, as in the W3C Web Annotation TextPositionSelector.
 */
import {z} from 'zod'
import type {ManifestDocument, ManifestLine, ManifestRun, Provenance} from './model.js'

const range = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .describe('half-open range [start, end) in Unicode code points')
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)
const mediaType = z.enum(['text/plain', 'text/markdown', 'text/html'])
const value = z.union([z.string(), z.array(z.string())])

const rawEntity = z.strictObject({
  path: z
    .string()
    .describe('path below the raw folder, `/` between folders; of one of many raws, that of their container'),
  sha256: digest.describe(
    'of the raw alone: of the file, of the payload of an archive, or of the text of a JSON line as UTF-8',
  ),
  bytes: z.int().nonnegative(),
  given: z
    .strictObject({
      mediaType: z.enum(['text/html', 'text/plain']).optional(),
      charset: z.string().optional().describe('as a server declared it'),
      doubt: z
        .string()
        .optional()
        .describe('why its bytes may not be those that were put into the container; one of `reasons` then'),
      fields: z.record(z.string(), value).optional().describe('metadata by front matter field'),
    })
    .optional()
    .describe('what its container says of it: fields of a JSON line, headers of an archive'),
})

const listedRaw = rawEntity.extend({
  record: z
    .int()
    .positive()
    .optional()
    .describe('line, or record of the archive, counting from 1; missing for a raw that is a file'),
  field: z.string().optional().describe('of a JSON line, the field that the raw stands in'),
})

const outputEntity = z.strictObject({
  path: z.string().describe('path below the output folder'),
  sha256: digest.describe('of a record of a shard: of the clean text, or of the line of provenance without its end'),
  bytes: z.int().nonnegative(),
  record: z.int().positive().optional().describe('number in the shard, counting from 1; missing for a file'),
})

const shardFile = outputEntity.omit({record: true}).extend({
  sha256: digest.describe('of JSON lines before they are gzipped; of Parquet of the file'),
})

const words = z.strictObject({
  raw: z
    .int()
    .nonnegative()
    .describe('words a reader of the raw would see: those of the text before the first stage that was given markdown'),
  clean: z.int().nonnegative().describe('words of the clean body, without front matter'),
})

const editSchema = z.strictObject({
  rule: z.string(),
  at: range.describe('the range in the text that the stage was given'),
  raw: range.describe('the range of the raw text behind it'),
  before: z.string(),
  after: z.string(),
  evidence: z.string().optional().describe('what convinced the rule'),
  copyOf: z.strictObject({at: range, raw: range}).optional().describe('for a removed copy: where the text stays'),
})

const recognised = {
  rule: z.string().optional().describe('the rule that changed it'),
  text: z.string().describe('how it stood in the text that the stage was given; a longer one ends in an ellipsis'),
  value: z.string().describe('what it is: the id of the place that a name means, the address that a link has'),
  after: z.string().optional().describe('what it became, `""` for what is gone; missing for what stayed'),
  reason: z.string().optional().describe('why it stayed, or became what it is'),
  details: z.record(z.string(), z.string()).optional().describe('what else is known of it, by its kind'),
}

const activitySchema = z.strictObject({
  stage: z.string(),
  version: z.int(),
  options: digest.describe('digest of the options the stage ran under'),
  mediaType: mediaType.describe('what the stage was given: text/markdown from conversion on'),
  verdict: z
    .unknown()
    .optional()
    .describe(
      'what was decided upon the document among all others, in the form of the stage; missing where nothing was',
    ),
  classes: z
    .record(z.string(), z.string())
    .describe('class of each rule that made an edit here, found a fact, made a remark or an annotation'),
  edits: z
    .array(editSchema)
    .describe('in order of `at`; together they turn the text before the stage into the one after'),
})

export const provenanceSchema: z.ZodType<Provenance> = z.strictObject({
  format: z.literal('palimpsest-provenance'),
  formatVersion: z.literal(1),
  id: z.string(),
  raw: rawEntity.extend({
    characters: z.int().nonnegative().describe('length of the decoded text in code points'),
    mediaType,
    encoding: z.string().describe('WHATWG name of the encoding the bytes were read in'),
    bom: z.boolean().describe('whether the text starts with a byte order mark; it counts as a character'),
    newline: z.enum(['none', 'lf', 'crlf', 'cr', 'mixed']),
    undecodable: z
      .array(z.strictObject({at: range, base64: z.string()}))
      .optional()
      .describe('places whose bytes the encoding cannot give back, and those bytes'),
  }),
  clean: z.strictObject({
    path: z.string().optional().describe('path below the output folder; missing for what stands in a shard'),
    sha256: digest,
    bytes: z.int().nonnegative(),
    characters: z.int().nonnegative(),
  }),
  verdict: z.enum(['clean', 'suspect']),
  reasons: z.array(z.string()),
  words,
  plain: z
    .boolean()
    .describe(
      'whether markdown was taken as plain text: parsed, the document went over its deadline or its memory, or was nested too deeply, or since that was asked for; `reasons` says which',
    ),
  metadata: z.array(
    z.strictObject({
      field: z.string(),
      value,
      stage: z.string(),
      rule: z.string(),
      raw: range.optional().describe('where the raw says so; missing for what follows from the whole text'),
    }),
  ),
  messages: z.array(
    z.strictObject({
      level: z.enum(['info', 'warning']),
      stage: z.string(),
      rule: z.string().optional(),
      raw: range.optional(),
      text: z.string(),
    }),
  ),
  annotations: z
    .array(z.strictObject({kind: z.string(), stage: z.string(), raw: range, ...recognised}))
    .describe(
      'what the stages recognised, changed or not, such as names and links; in the order of stages, then of the text',
    ),
  activities: z.array(activitySchema).describe('what the stages did, in the order in which they ran'),
})

const counts = z.strictObject({edits: z.int(), words: z.int().describe('words that went, less those that came')})

export const manifestRunSchema: z.ZodType<ManifestRun> = z.strictObject({
  format: z.literal('palimpsest-manifest'),
  formatVersion: z.literal(1),
  digest: digest.describe('of the bytes of this whole file without this member and the comma behind it'),
  tool: z.strictObject({name: z.literal('palimpsest'), version: z.string()}),
  pipeline: z.strictObject({
    digest: digest.describe('changes whenever a stage, its version, its options or its module do'),
    decisions: digest.optional().describe('of what a person decided for more than one document'),
    stages: z.array(
      z.strictObject({
        id: z.string(),
        version: z.int(),
        options: z.record(z.string(), z.unknown()),
        module: digest
          .optional()
          .describe("of the file of a stage of the user's own; files that it imports are not looked at"),
      }),
    ),
  }),
  output: z
    .strictObject({
      format: z.enum(['jsonl', 'parquet']),
      gzip: z.boolean(),
      shards: z
        .array(z.strictObject({documents: z.int().positive(), clean: shardFile, provenance: shardFile}))
        .describe('in order; record n of a clean file and of the provenance file beside it are of one document'),
    })
    .optional()
    .describe('the shards that hold all documents; missing where each has files of its own'),
  documents: z.strictObject({clean: z.int(), suspect: z.int(), failed: z.int()}),
  words: z.strictObject({raw: z.int(), clean: z.int()}),
})

export const manifestDocumentSchema: z.ZodType<ManifestDocument> = z.discriminatedUnion('verdict', [
  z.strictObject({
    id: z.string(),
    verdict: z.enum(['clean', 'suspect']),
    reasons: z.array(z.string()),
    raw: listedRaw,
    clean: outputEntity,
    provenance: outputEntity,
    metadata: z.record(z.string(), value),
    words,
    classes: z
      .record(z.string(), counts)
      .describe('what the stages that were given markdown changed, by class of rule'),
    rules: z.record(z.string(), counts).describe('the same by `stage/rule`'),
    annotations: z
      .record(z.string(), z.array(z.strictObject({...recognised, count: z.int().positive()})))
      .describe('what was recognised, by kind; what differs by its place alone stands once, with its count'),
    decided: z
      .record(z.string(), digest)
      .optional()
      .describe('by stage, the digest of what was decided upon the document among all others'),
    decisions: z
      .record(z.string(), z.enum(['applied', 'agreed', 'lost']))
      .optional()
      .describe(
        'what decisions of a person did, by their ids: changed what came out, changed nothing, or found their text no more; of those for more than one document only what was applied',
      ),
  }),
  z.strictObject({
    id: z.string(),
    verdict: z.literal('failed'),
    reasons: z.array(z.string()),
    raw: listedRaw.partial().extend({path: z.string()}),
  }),
])

/** A line of `manifest.jsonl`: the run first, then a document a line in the order of ids. */
export const manifestSchema: z.ZodType<ManifestLine> = z.union([manifestRunSchema, manifestDocumentSchema])
