/** The options of the stage, and the form in which a user adds names of their own. */
import {z} from 'zod'
import {nearest} from '../../src/document/nearest.js'
import type {Correction, NameEntry, PersonalName, Profile} from './entry.js'
import {entryFaults, type Fault, profileFaults} from './gazetteer/claims.js'
import {gazetteer} from './gazetteer/index.js'
import {mergeEntries} from './gazetteer/merge.js'

const aWord = 'expected a word such as ukrainian'
const word = z.string(aWord).regex(/^\p{L}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)*$/u, aWord)
const aForm = 'expected a spelling, with nothing before and behind it and no control characters in it'
const form = z.string(aForm).regex(/^(?!.*[\p{Cc}\p{Cs}])\S(?:.*\S)?$/su, aForm)
const needs = z.enum(['place', 'settlement', 'never'])
const alias = z
  .strictObject({
    form: form.describe('the spelling, as it is written in running text'),
    tradition: word.default('shared').describe('who spells it so, any word; `shared` is all'),
    kind: z
      .enum(['spelling', 'transliteration', 'misspelling', 'exonym', 'former'])
      .default('spelling')
      .describe('what sort of variant it is; the rule that its edits are recorded under'),
    language: z.string().optional().describe('language in which this form is right (BCP 47)'),
    script: z
      .string()
      .optional()
      .describe('script of the form (ISO 15924); what is not Latin changes only where a place must stand'),
    years: z.string().optional().describe('years of use of a former name'),
    needs: needs
      .optional()
      .describe(
        'what must stand around the form before it counts, where it is also something else: any sign of a place, "town of" and the like, or `never`: it is recorded and stays',
      ),
    elsewhere: z
      .array(z.string().min(3))
      .optional()
      .describe('beginnings of words in a paragraph that say that another thing of this form is meant'),
  })
  .describe('a variant spelling')
const example = z.strictObject({
  text: z.string().describe('a paragraph without markup'),
  becomes: z.string().optional().describe('what it becomes; missing for a text that stays'),
  profile: z.string().optional().describe('profile under which it holds; `international` when missing'),
})
const entry = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected a kebab-case id such as kyiv')
      .describe('kebab-case; the id of a built-in entry extends that entry'),
    off: z.boolean().optional().describe('takes a built-in entry out, with all its spellings'),
    iso: z.string().optional().describe('ISO 3166-1 or 3166-2 code'),
    wikidata: z
      .string()
      .regex(/^Q\d+$/, 'expected a Wikidata id such as Q64')
      .optional()
      .describe('Wikidata id'),
    forms: z.record(word, form).default({}).describe('the form of each tradition, to which its spellings are brought'),
    profiles: z
      .record(z.string(), form)
      .default({})
      .describe('the form that a profile writes, where it is not that of the tradition of its name'),
    aliases: z.array(alias).default([]).describe('variant spellings'),
    needs: z.record(z.string(), needs).optional().describe('what `forms` need that are also something else'),
    stays: z.boolean().optional().describe('whether every mention stays as it is and is only recorded'),
    elsewhere: z
      .array(z.string().min(3))
      .optional()
      .describe('beginnings of words in a paragraph that say that another thing of the same name is meant'),
    hazards: z.array(z.string()).optional().describe('why care is needed'),
    examples: z
      .array(example)
      .optional()
      .describe('texts that must change, and texts that must not; they are tried when the configuration is loaded'),
  })
  .describe('a named thing')
const profile = z.strictObject({
  prefer: z
    .array(z.string())
    .optional()
    .describe('profiles and traditions whose form is taken where the profile has none, the first that an entry has'),
  forms: z.record(z.string(), form).optional().describe('the form to write, by id of entry'),
})

/** Profiles that need no definition. */
export const builtInProfiles = ['international', 'armenian', 'azerbaijani', 'same-tradition', 'annotate'] as const

export interface NameOptions {
  /** Which form of a name is written. */
  readonly profile: string
  /** Profiles of the user's own, and what is to be otherwise in the built-in ones. */
  readonly profiles: Readonly<Record<string, Profile>>
  /** Entries of the user's own; one with the id of a built-in entry extends it. */
  readonly entries: readonly NameEntry[]
  readonly corrections: readonly Correction[]
  /** People of the user's own whose names are written with and without the letters of their language. */
  readonly persons: readonly PersonalName[]
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
        'which form of a name is written: international, armenian, azerbaijani, same-tradition (spellings are repaired, nothing is renamed), annotate (the text stays), or a profile or tradition of `profiles` and `entries`',
      ),
    profiles: z
      .record(word, profile)
      .default({})
      .describe('profiles of your own, by name, and what is to be otherwise in a built-in one') as unknown as z.ZodType<
      Readonly<Record<string, Profile>>
    >,
    entries: z
      .array(entry)
      .superRefine((entries, context) => {
        for (const fault of entryFaults(entries as readonly NameEntry[], gazetteer)) context.addIssue(issueOf(fault))
      })
      .default([])
      .describe('names of your own, in the form of the built-in gazetteer') as unknown as z.ZodType<
      readonly NameEntry[]
    >,
    corrections: z
      .array(z.strictObject({wrong: z.string().min(1), right: z.string().min(1)}))
      .default([])
      .describe('slips of your own corpus, corrected wherever they stand'),
    persons: z
      .array(
        z.strictObject({
          full: form.describe('with the letters of its language, such as Þóra'),
          plain: form.describe('without them, such as Thora'),
        }),
      )
      .default([])
      .describe('names of people of your own corpus, for `diacritics`'),
    diacritics: z
      .enum(['keep', 'plain', 'restore'])
      .default('keep')
      .describe('names of people such as Erdoğan: keep as written, write plain (Erdogan), or restore (Erdoğan)'),
    metadata: z.boolean().default(true).describe('whether titles and descriptions in the front matter follow the body'),
  })
  .superRefine(({profile: chosen, profiles, entries}, context) => {
    const merged = mergeEntries(gazetteer, entries)
    const names = namesOfProfiles(merged)
    const faults = profileFaults(profiles, merged, names)
    for (const {path, message} of faults) context.addIssue(issueOf({path: ['profiles', ...path], message}))
    const all = [...new Set([...names, ...Object.keys(profiles)])]
    if (!all.includes(chosen)) {
      const hint = nearest(chosen, all)
      const message = `expected one of ${all.join(', ')}${hint === undefined ? '' : `; did you mean ${JSON.stringify(hint)}?`}`
      context.addIssue(issueOf({path: ['profile'], message}))
    }
  })

function issueOf({path, message}: Fault): {code: 'custom'; path: (string | number)[]; message: string} {
  return {code: 'custom', path: [...path], message}
}

/** The profiles that options may name: the built-in ones, those that some entry has a form for, its traditions, and those of the user's own. */
export function knownProfiles({entries, profiles}: Pick<NameOptions, 'entries' | 'profiles'>): string[] {
  return [...new Set([...namesOfProfiles(mergeEntries(gazetteer, entries)), ...Object.keys(profiles)])]
}

function namesOfProfiles(entries: readonly NameEntry[]): string[] {
  const known = new Set<string>(builtInProfiles)
  for (const {forms, profiles} of entries) {
    for (const name of Object.keys(profiles ?? {})) known.add(name)
    for (const tradition of Object.keys(forms)) if (tradition !== 'shared') known.add(tradition)
  }
  return [...known]
}
