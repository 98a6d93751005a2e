/** Made-up stages for the tests of the configuration: the built-in list may change without changing what is tested here. */
import {z} from 'zod'
import {defineStage, type RuleClass, ruleClasses, type Stage} from '../../src/document/stage.js'

function stage(
  id: string,
  options: z.ZodType<object> = z.strictObject({}),
  classes: readonly RuleClass[] = ['layout'],
): Stage {
  return defineStage({
    id,
    version: 1,
    description: `The stage ${id}.`,
    rules: classes.map((name) => ({id: `rule-${name}`, class: name, reason: 'It is only a test.'})),
    options,
    run: () => ({edits: []}),
  })
}

export const testStages: readonly Stage[] = [
  stage('decode'),
  stage('convert-text'),
  // Its option takes classes of which it has no rule; to keep them would be without effect.
  stage(
    'lift-metadata',
    z.strictObject({keep: z.array(z.enum(Object.keys(ruleClasses) as [RuleClass, ...RuleClass[]])).default([])}),
    ['metadata', 'bio', 'rights'],
  ),
  stage(
    'strip-debris',
    z.strictObject({
      keep: z.array(z.enum(['comments', 'bio', 'layout'])).default([]),
      rules: z.array(z.strictObject({id: z.string(), starts: z.array(z.string()).optional()})).default([]),
      minimum: z.int().min(2).max(9).default(3),
      ratio: z.number().default(0.5),
    }),
    ['comments', 'bio', 'share'],
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
