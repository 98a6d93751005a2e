/**
 * write-front-matter: put what the earlier stages found out about a document at its head, as YAML.
 *
 * The last stage. Only what was found is written, in a fixed order of keys, so that readers of YAML 1.1 and of 1.2 agree
 * on every value. A front matter that the document came with is replaced as a whole: lift-metadata has read it.
 */
import {z} from 'zod'
import {type Document, type MetadataFact, metadataFields} from '../src/document/document.js'
import type {Edit} from '../src/document/edit.js'
import {nearest} from '../src/document/nearest.js'
import type {Range} from '../src/document/range.js'
import {defineStage, type Stage} from '../src/document/stage.js'
import {type FieldNames, metadataOf, readFrontMatter, renderFrontMatter} from './lift-metadata/front-matter.js'
import {languageOf} from './lift-metadata/language.js'
import {unitsOf} from './lift-metadata/units.js'

interface FrontMatterOptions {
  fields: FieldNames
  place: 'head' | 'beside'
}

export const writeFrontMatter: Stage = defineStage<FrontMatterOptions>({
  id: 'write-front-matter',
  version: 4,
  description: 'Write what is known of the document at its head, as YAML front matter.',
  rules: [
    {
      id: 'front-matter',
      class: 'front-matter',
      reason: 'What the scrape says about itself stands in the front matter, where programs find it.',
      examples: [
        {
          text: 'WARSAW – The truce holds.\n',
          metadata: {language: 'en', title: 'No', author: ['A. Author', 'B. Author'], date: '2020-11-10'},
          becomes:
            '---\ntitle: "No"\nauthor:\n  - A. Author\n  - B. Author\ndate: "2020-11-10"\nlanguage: en\n---\n\nWARSAW – The truce holds.\n',
        },
        {text: 'Nothing is known of this one.\n'},
        {
          text: '---\ntitle: The truce\n---\n\nWARSAW – The truce holds.\n',
          metadata: {title: 'The truce'},
          options: {place: 'beside'},
          becomes: 'WARSAW – The truce holds.\n',
        },
      ],
    },
    {
      id: 'language',
      class: 'front-matter',
      reason: 'Debris may have hidden the language; the clean text tells it.',
      isFact: true,
    },
  ],
  options: z.strictObject({
    fields: z
      .record(z.string(), z.union([z.string().min(1), z.literal(false)]))
      .superRefine((fields, {addIssue}) => {
        for (const [field, message] of faultsOf(fields)) addIssue({code: 'custom', path: [field], message})
      })
      .default({})
      .describe(
        'new names of front matter fields, such as `author: authors`; `false` leaves a field out; two fields cannot have one name',
      ),
    place: z
      .enum(['head', 'beside'])
      .default('head')
      .describe(
        'where it is written: at the head of the text, or beside it alone, as in the rows of a shard; front matter that the document came with goes then as well',
      ),
  }),
  run(document, {fields, place}) {
    const [first] = document.blocks
    // Text between two rules at the head of a document looks like front matter; only what was read as such gives way.
    const head =
      first?.type === 'frontMatter' && readFrontMatter(document.text.slice(first.start, first.end), first)
        ? first
        : undefined
    const language = missingLanguage(document)
    const facts = language ? [language] : []
    if (place === 'beside') return {edits: head ? [without(head, document.text)] : [], facts}
    const replacement = renderFrontMatter(metadataOf([...document.facts, ...facts]), fields)
    if (replacement === undefined) return {edits: []}
    if (head) return {edits: [{start: head.start, end: head.end, replacement, rule: 'front-matter'}], facts}
    const gap = document.text === '' ? '\n' : '\n\n'
    return {edits: [{start: 0, end: 0, replacement: replacement + gap, rule: 'front-matter'}], facts}
  },
})

/** Take front matter out of a text, and the empty lines behind it. */
function without({start, end}: Range, text: string): Edit {
  const gap = /\n*/y
  gap.lastIndex = end
  return {start, end: end + gap.exec(text)![0].length, replacement: '', rule: 'front-matter'}
}

/**
 * Say which renamings would write one field over another, and which name a field that is none of ours by a slip of the
 * keys. A scrape may bring fields of its own, so one that is like none of ours is let through.
 */
function* faultsOf(fields: Readonly<Record<string, string | false>>): Generator<[field: string, message: string]> {
  const owners = new Map<string, string>()
  for (const field of metadataFields) if (!Object.hasOwn(fields, field)) owners.set(field, field)
  for (const [field, key] of Object.entries(fields)) {
    const meant = isKnown(field) ? undefined : nearest(field, metadataFields)
    if (meant !== undefined) {
      yield [field, `Unexpected field ${JSON.stringify(field)}; did you mean ${JSON.stringify(meant)}?`]
    }
    if (key === false) continue
    // To older readers of YAML these words are no names; who writes `no` means that the field is to be left out.
    if (/^(?:y|yes|n|no|on|off|true|false|null|~)$/i.test(key)) {
      yield [field, `expected a name, or false to leave the field out; ${JSON.stringify(key)} is a word of YAML`]
    }
    const owner = owners.get(key)
    if (owner === undefined) owners.set(key, field)
    else yield [field, `expected a name that no other field has; ${owner} is written under it`]
  }
}

function isKnown(field: string): boolean {
  return (metadataFields as readonly string[]).includes(field)
}

/**
 * The language of a document, where it is not known yet. So what this pipeline wrote lacks the language only where it cannot be told,
 * which sets it off from what others write; and a second run, to which the language is plain, finds that all was said.
 */
function missingLanguage(document: Document): MetadataFact | undefined {
  if (document.facts.some(({field}) => field === 'language')) return undefined
  const value = languageOf(unitsOf(document))
  return value === undefined ? undefined : {field: 'language', value, rule: 'language'}
}
