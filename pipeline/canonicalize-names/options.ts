/** The options of the stage, and the form in which a user adds names of their own. */
import {z} from 'zod'
import {nearest} from '../../src/document/nearest.js'
import type {Correction, NameEntry} from './entry.js'

const tradition = z.enum(['armenian', 'azerbaijani', 'shared'])
const alias = z
  .strictObject({
    form: z.string().min(1).describe('the spelling, as it is written in running text'),
    tradition: tradition.default('shared').describe('who spells it so'),
    kind: z
      .enum(['spelling', 'transliteration', 'misspelling', 'exonym', 'former'])
      .default('spelling')
      .describe('what sort of variant it is; the rule that its edits are recorded under'),
    language: z.string().optional().describe('language in which this form is right (BCP 47)'),
    years: z.string().optional().describe('years of use of a former name'),
    needs: z
      .enum(['place', 'settlement', 'never'])
      .optional()
      .describe('what must stand around the form before it counts, for forms that are also something else'),
  })
  .describe('a variant spelling')
const example = z.strictObject({text: z.string(), becomes: z.string().optional()})
const entry = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      .describe('kebab-case; the id of a built-in entry extends that entry'),
    iso: z.string().optional().describe('ISO 3166-2 code'),
    wikidata: z
      .string()
      .regex(/^Q\d+$/)
      .optional()
      .describe('Wikidata id'),
    forms: z.partialRecord(tradition, z.string()).default({}).describe('the form of each tradition'),
    profiles: z.record(z.string(), z.string()).default({}).describe('the form that each profile writes'),
    aliases: z.array(alias).default([]).describe('variant spellings'),
    ambiguous: z.array(z.string()).optional().describe('canonical forms that are also something else'),
    elsewhere: z
      .array(z.string().min(3))
      .optional()
      .describe('words of a paragraph that say that another thing of the same name is meant'),
    hazards: z.array(z.string()).optional().describe('why care is needed'),
    examples: z.array(example).optional().describe('texts that must change, and texts that must not'),
  })
  .describe('a named thing')

/** Profiles that need no definition. */
export const builtInProfiles = ['international', 'armenian', 'azerbaijani', 'same-tradition', 'annotate'] as const

export interface NameOptions {
  /** Which form of a name is written. */
  readonly profile: string
  /** Entries of the user's own; one with the id of a built-in entry extends it. */
  readonly entries: readonly NameEntry[]
  readonly corrections: readonly Correction[]
  readonly diacritics: 'keep' | 'plain' | 'restore'
  /** Whether titles and descriptions in the front matter follow the body. */
  readonly metadata: boolean
}

/** Schema of the options of canonicalize-names. */
export const nameOptions: z.ZodType<NameOptions> = z
  .strictObject({
    profile: z
      .string()
      .default('international')
      .describe(
        'which form of a name is written: international, armenian, azerbaijani, same-tradition (spellings are repaired, nothing is renamed), annotate (the text stays), or a profile that `entries` define',
      ),
    entries: z
      .array(entry)
      .default([])
      .describe('names of your own, in the form of the built-in gazetteer') as unknown as z.ZodType<
      readonly NameEntry[]
    >,
    corrections: z
      .array(z.strictObject({wrong: z.string().min(1), right: z.string().min(1)}))
      .default([])
      .describe('slips of your own corpus, corrected wherever they stand'),
    diacritics: z
      .enum(['keep', 'plain', 'restore'])
      .default('keep')
      .describe('names of people such as Erdoğan: keep as written, write plain (Erdogan), or restore (Erdoğan)'),
    metadata: z.boolean().default(true).describe('whether titles and descriptions in the front matter follow the body'),
  })
  .superRefine(({profile, entries}, context) => {
    const known = new Set<string>(builtInProfiles)
    for (const {profiles} of entries) for (const name of Object.keys(profiles)) known.add(name)
    if (!known.has(profile)) {
      const meant = nearest(profile, [...known])
      const hint = meant === undefined ? '' : `; did you mean ${JSON.stringify(meant)}?`
      context.addIssue({
        code: 'custom',
        path: ['profile'],
        message: `Unexpected profile ${JSON.stringify(profile)}, expected one of ${[...known].join(', ')}${hint}`,
      })
    }
  })
