/** Try the examples of a user's entries, so that an entry that does not do what it says is told before a scrape is read. */
import type {z} from 'zod'
import {Document} from '../../src/document/document.js'
import type {StageResult} from '../../src/document/stage.js'
import {knownProfiles, type NameOptions} from './options.js'

/** Make a schema of options try the examples of the entries in them, with the stage's own `run`. */
export function withExamples(
  schema: z.ZodType<NameOptions>,
  run: (document: Document, options: NameOptions) => StageResult,
): z.ZodType<NameOptions> {
  return schema.superRefine((options, context) => {
    if (!options.entries.some(({examples = []}) => examples.length > 0)) return
    const known = knownProfiles(options)
    const byProfile = new Map<string, NameOptions>()
    const tried = new Set<string>()
    for (const [index, {id, examples, off}] of options.entries.entries()) {
      // Of two entries of one id the examples of the first hold.
      if (off || !examples || tried.has(id)) continue
      tried.add(id)
      for (const [at, {text, becomes = text, profile = 'international'}] of examples.entries()) {
        const path = ['entries', index, 'examples', at]
        if (!known.includes(profile)) {
          context.addIssue({
            code: 'custom',
            path: [...path, 'profile'],
            message: `expected one of ${known.join(', ')}`,
          })
          continue
        }
        const under = byProfile.get(profile) ?? {...options, profile, diacritics: 'keep'}
        byProfile.set(profile, under)
        const document = new Document({id: 'example', text, mediaType: 'text/markdown', facts: []})
        const result = document.apply(run(document, under).edits, {}).document.text
        if (result === becomes) continue
        const wanted = becomes === text ? 'stays' : `becomes ${JSON.stringify(becomes)}`
        const found = result === text ? 'it stays' : `it becomes ${JSON.stringify(result)}`
        context.addIssue({
          code: 'custom',
          path: [...path, 'text'],
          message: `expected a text that ${wanted}, and under ${profile} ${found}; correct the entry or the example`,
        })
      }
    }
  })
}
