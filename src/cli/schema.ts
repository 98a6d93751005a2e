/** `palimpsest schema`: the published form of what is written and of what can be configured, as JSON Schema. */
import {Argument, type Command} from 'commander'
import type {z} from 'zod'

/** What there is a schema of. */
const subjects = {
  manifest: 'a line of manifest.jsonl: the run first, then the documents',
  provenance: 'a provenance file, provenance/<id>.json',
  config: 'the configuration, palimpsest.config.yaml',
} as const

const help = `
Exit codes: 0 fine; 2 a wrong call.`

type Subject = keyof typeof subjects

/** Add `palimpsest schema` to the program. */
export function registerSchema(program: Command): void {
  program
    .command('schema')
    .description('Print the JSON Schema (draft 2020-12) of a file that is written or read.')
    .addArgument(new Argument('<FILE>', 'which file').choices(Object.keys(subjects)))
    .addHelpText('after', help)
    .action(async (subject: Subject) => {
      process.stdout.write(`${JSON.stringify(await jsonSchemaOf(subject), null, 2)}\n`)
    })
}

/** Make the JSON Schema of a kind of file. */
export async function jsonSchemaOf(subject: Subject): Promise<Record<string, unknown>> {
  // Loaded here, as all schemas are: the help of the program need not wait for them.
  const {z} = await import('zod')
  const {$schema, ...schema} = z.toJSONSchema(await schemaOf(subject), {
    target: 'draft-2020-12',
    // A configuration is written by people: what has a default may be left out.
    io: subject === 'config' ? 'input' : 'output',
    unrepresentable: 'any',
  })
  const {description, ...rest} = schema
  return {
    $schema,
    $id: `urn:palimpsest:schema:${subject}:1`,
    title: `Palimpsest: ${subjects[subject]}`,
    ...(description !== undefined && {description}),
    ...rest,
  }
}

async function schemaOf(subject: Subject): Promise<z.ZodType> {
  const {manifestSchema, provenanceSchema} = await import('../provenance/schema.js')
  if (subject === 'manifest') return manifestSchema
  if (subject === 'provenance') return provenanceSchema
  // The stages are many and slow to load; only this schema speaks of them.
  const [{configSchema}, {builtInStages}] = await Promise.all([
    import('../config/schema.js'),
    import('../config/stages.js'),
  ])
  return configSchema(builtInStages)
}
