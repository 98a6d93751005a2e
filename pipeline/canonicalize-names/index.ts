/**
 * Write each name in one spelling, from a gazetteer, by profile.
 *
 * Spellings of one tradition are brought to that tradition's form; a profile other than `same-tradition` also brings
 * the traditions to one form. Renaming stops at what is not the author's own choice of words: quotations, titles of
 * works, names of organisations, events and people, pairs of names, sentences about a name, addresses and code. Forms
 * of another language are right in text of that language and stay there.
 *
 * Leaves the front matter of the text alone, for it is written anew from the metadata: where a title or a description has
 * another spelling than the body would, it states the field again.
 */
import type {Annotation} from '../../src/document/annotation.js'
import type {Document, MetadataFact} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import {defineStage, type Stage} from '../../src/document/stage.js'
import {canonicalizeBody, canonicalizeHeading, type Outcome, type Surroundings} from './canonicalize.js'
import {withExamples} from './examples.js'
import {corrections, gazetteer, persons} from './gazetteer/index.js'
import {mergeEntries} from './gazetteer/merge.js'
import {type NameOptions, nameOptions} from './options.js'
import {rules} from './rules.js'
import {compileVocabulary, inShape, type Vocabulary} from './vocabulary.js'

export type {NameOptions} from './options.js'

export const canonicalizeNames: Stage<NameOptions> = defineStage({
  id: 'canonicalize-names',
  version: 3,
  description: 'Write each place in one spelling, from a gazetteer, by profile.',
  rules,
  options: withExamples(nameOptions, (document, options) => canonicalizeNames.run(document, options)),
  run(document, options) {
    const vocabulary = vocabularyOf(options)
    const {outcomes, surroundings} = canonicalizeBody(document, vocabulary)
    const annotations = outcomes.flatMap((outcome) => annotationOf(outcome, options.profile))
    if (options.profile === 'annotate') return {edits: [], annotations}
    return {
      edits: outcomes.flatMap((outcome) => editOf(outcome, options.profile)),
      facts: options.metadata ? canonicalFacts(document, vocabulary, surroundings) : [],
      annotations,
    }
  },
})

/** The fields that are written in words of the page, and so must agree with its body. */
const wordedFields = ['title', 'subtitle', 'description'] as const

/** State anew what the metadata say with another spelling than the body now has. */
function canonicalFacts(document: Document, vocabulary: Vocabulary, surroundings: Surroundings): MetadataFact[] {
  return wordedFields.flatMap((field) => {
    const fact = document.facts.findLast((item) => item.field === field)
    if (typeof fact?.value !== 'string') return []
    const outcomes = canonicalizeHeading(fact.value, vocabulary, surroundings)
    const first = outcomes.find(({replacement}) => replacement !== undefined)
    if (!first) return []
    const value = replaced(fact.value, outcomes)
    return [{field, value, rule: ruleOf(first), ...(fact.raw && {raw: fact.raw})}]
  })
}

function replaced(value: string, outcomes: readonly Outcome[]): string {
  let text = ''
  let offset = 0
  for (const {start, end, replacement} of [...outcomes].sort((a, b) => a.start - b.start)) {
    if (replacement === undefined) continue
    text += value.slice(offset, start) + replacement
    offset = end
  }
  return text + value.slice(offset)
}

/** The profile's vocabulary is made once and used for every document. */
const vocabularies = new WeakMap<NameOptions, Vocabulary>()

function vocabularyOf(options: NameOptions): Vocabulary {
  let vocabulary = vocabularies.get(options)
  if (!vocabulary) {
    vocabulary = compileVocabulary({
      profile: options.profile,
      profiles: options.profiles,
      entries: mergeEntries(gazetteer, options.entries, options.profiles),
      regional: new Set(gazetteer.map(({id}) => id)),
      corrections: [...options.corrections, ...corrections],
      persons: [...options.persons, ...persons].filter(
        ({isTransliterated = false}) => options.diacritics === 'plain' || !isTransliterated,
      ),
      diacritics: options.diacritics,
    })
    vocabularies.set(options, vocabulary)
  }
  return vocabulary
}

function editOf(outcome: Outcome, profile: string): Edit[] {
  const {start, end, replacement, mention} = outcome
  if (replacement === undefined) return []
  const evidence = `${mention.spelling.entry}, ${mention.spelling.form}, profile ${profile}`
  return [{start, end, replacement, rule: ruleOf(outcome), evidence}]
}

function ruleOf(outcome: Outcome): string {
  const {spelling} = outcome.mention
  if (spelling.kind === 'correction') return 'correction'
  if (spelling.kind === 'diacritics') return 'spelling'
  const isRepair = outcome.replacement === inShape(spelling.own, outcome.mention)
  if (!isRepair || spelling.kind === 'canonical' || spelling.kind === 'exonym' || spelling.kind === 'former') {
    return 'cross-tradition'
  }
  return spelling.kind
}

/** Reasons that say that something else is named. */
const otherThings: ReadonlySet<string> = new Set([
  'common word',
  'ambiguous',
  'another place',
  'person',
  'another thing',
])

/**
 * What a mention is: the place, and what became of its name.
 *
 * A word such as sushi, which only looks like a slip of a name, is nothing to remark on each time somebody eats.
 */
function annotationOf(outcome: Outcome, profile: string): Annotation[] {
  const {start, end, mention, replacement, reason, isProtected} = outcome
  const {spelling} = mention
  const isOther = reason !== undefined && otherThings.has(reason)
  const isCommonWord = reason === 'common word' || (reason === 'ambiguous' && spelling.needs === 'settlement')
  if (isOther && (isCommonWord || !isProtected)) return []
  // A word of an address names nothing in the text; only what was kept from changing is worth a word.
  if (reason === 'address' && !isProtected) return []
  const annotation = {
    kind: 'name',
    at: {start, end},
    value: spelling.entry,
    details: {form: spelling.form, profile},
  }
  if (profile === 'annotate') return [annotation]
  if (replacement !== undefined)
    return [{...annotation, after: replacement, rule: ruleOf(outcome), ...(reason && {reason})}]
  return [{...annotation, ...(isProtected && reason && {reason})}]
}
