/** Made-up stages for the tests of the configuration: the built-in list may change without changing what is tested here. */
import {z} from 'zod'
import {defineStage, type Stage} from '../../src/document/stage.js'

function stage(id: string, options: z.ZodType<object> = z.strictObject({})): Stage {
  return defineStage({
    id,
    version: 1,
    description: `The stage ${id}.`,
    rules: [{id: 'rule', class: 'custom', reason: 'It is only a test.'}],
    options,
    run: () => ({edits: []}),
  })
}

export const testStages: readonly Stage[] = [
  stage('decode'),
  stage('convert-text'),
  stage('lift-metadata', z.strictObject({keep: z.array(z.enum(['bio', 'rights'])).default([])})),
  stage(
    'strip-debris',
    z.strictObject({
      keep: z.array(z.enum(['comments', 'bio'])).default([]),
      rules: z.array(z.strictObject({id: z.string(), starts: z.array(z.string()).optional()})).default([]),
      minimum: z.int().min(2).max(9).default(3),
      ratio: z.number().default(0.5),
    }),
  ),
  stage(
    'canonicalize-names',
    z
      .strictObject({
        profile: z.enum(['neutral', 'local']).default('neutral'),
        entries: z.array(z.strictObject({id: z.string(), forms: z.record(z.string(), z.string())})).default([]),
      })
      .superRefine(({profile, entries}, context) => {
        for (const [index, {id}] of entries.entries()) {
          const message = `Unexpected id ${id} beside the profile of that name, expected another`
          if (id === profile) context.addIssue({code: 'custom', path: ['entries', index, 'id'], message})
        }
      }),
  ),
  stage('collapse-whitespace'),
]
