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
import type {Document, Message, MetadataFact} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import {defineStage, type Stage} from '../../src/document/stage.js'
import {canonicalizeUnit, mayChange, type Outcome} from './canonicalize.js'
import {withExamples} from './examples.js'
import {corrections, gazetteer, persons} from './gazetteer/index.js'
import {mergeEntries} from './gazetteer/merge.js'
import {isEnglish} from './language.js'
import {type NameOptions, nameOptions} from './options.js'
import {rules} from './rules.js'
import {plainUnit, unitsOf} from './units.js'
import {compileVocabulary, findMentions, inShape, type Mention, type Vocabulary} from './vocabulary.js'

export type {NameOptions} from './options.js'

export const canonicalizeNames: Stage<NameOptions> = defineStage({
  id: 'canonicalize-names',
  version: 2,
  description: 'Write each place in one spelling, from a gazetteer, by profile.',
  rules,
  options: withExamples(nameOptions, (document, options) => canonicalizeNames.run(document, options)),
  run(document, options) {
    const outcomes = outcomesOf(document, options)
    if (options.profile === 'annotate') return {edits: [], messages: annotations(outcomes)}
    return {
      edits: outcomes.flatMap((outcome) => editOf(outcome, options.profile)),
      facts: options.metadata ? canonicalFacts(document, options) : [],
      messages: protections(outcomes, document.text),
    }
  },
})

/** The fields that are written in words of the page, and so must agree with its body. */
const wordedFields = ['title', 'subtitle', 'description'] as const

/** State anew what the metadata say with another spelling than the body now has. */
function canonicalFacts(document: Document, options: NameOptions): MetadataFact[] {
  const language = languageOf(document)
  return wordedFields.flatMap((field) => {
    const fact = document.facts.findLast((item) => item.field === field)
    if (typeof fact?.value !== 'string') return []
    const outcomes = outcomesOfText(fact.value, options, language)
    const first = outcomes.find(({replacement}) => replacement !== undefined)
    if (!first) return []
    const value = replaced(fact.value, outcomes)
    return [{field, value, rule: ruleOf(first), ...(fact.raw && {raw: fact.raw})}]
  })
}

/**
 * Canonicalize a text without markup, such as a title, as the stage does a heading of the body.
 *
 * @param language of the document, where it is known.
 */
export function canonicalizeText(value: string, options: NameOptions, language?: string): string {
  return replaced(value, outcomesOfText(value, options, language))
}

function outcomesOfText(value: string, options: NameOptions, language: string | undefined): Outcome[] {
  if (options.profile === 'annotate') return []
  const mentions = findMentions(value, vocabularyOf(options))
  if (!mentions.some(({spelling}) => mayChange(spelling))) return []
  return canonicalizeUnit(plainUnit(value, true), value, mentions, language)
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

function outcomesOf(document: Document, options: NameOptions): Outcome[] {
  const mentions = findMentions(document.text, vocabularyOf(options))
  if (!mentions.some(({spelling}) => mayChange(spelling)) && options.profile !== 'annotate') return []
  const language = languageOf(document)
  const outcomes: Outcome[] = []
  let next = 0
  for (const block of document.blocks) {
    const inBlock: Mention[] = []
    while (next < mentions.length && mentions[next]!.start < block.start) next++
    while (next < mentions.length && mentions[next]!.end <= block.end) inBlock.push(mentions[next++]!)
    if (inBlock.length === 0 || block.type === 'frontMatter' || block.type === 'code') continue
    if (!inBlock.some(({spelling}) => mayChange(spelling)) && options.profile !== 'annotate') continue
    let first = 0
    for (const unit of unitsOf(document.node(block), document.text, block.start)) {
      const inUnit: Mention[] = []
      while (first < inBlock.length && inBlock[first]!.start < unit.start) first++
      while (first < inBlock.length && inBlock[first]!.end <= unit.end) inUnit.push(inBlock[first++]!)
      if (inUnit.length === 0) continue
      outcomes.push(...canonicalizeUnit(unit, document.text, inUnit, language))
    }
  }
  return outcomes
}

/** The language that the metadata name, or what the beginning of the text reads like. */
function languageOf({facts, text}: Document): string | undefined {
  const named = facts.find(({field}) => field === 'language')?.value
  if (typeof named === 'string') return named
  return isEnglish(text.slice(0, 20_000)) === false ? 'und' : undefined
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

/** One message for each form and reason, at its first place, so that a long text does not drown in them. */
function protections(outcomes: readonly Outcome[], text: string): Message[] {
  const groups = new Map<string, {first: Outcome; form: string; reason: string; count: number}>()
  for (const outcome of outcomes) {
    if (outcome.reason === undefined || outcome.replacement !== undefined || isCommonWord(outcome)) continue
    const form = text.slice(outcome.start, outcome.end)
    const key = `${form}\n${outcome.reason}`
    const group = groups.get(key)
    if (group) group.count++
    else groups.set(key, {first: outcome, form, reason: outcome.reason, count: 1})
  }
  return [...groups.values()].map(({first, form, reason, count}) => ({
    level: 'info',
    text: `kept ${form} (${first.mention.spelling.entry}): ${reason}${count > 1 ? `, ${count} times` : ''}`,
    at: {start: first.start, end: first.end},
  }))
}

/** A word such as sushi, which looks like a slip of a name, is not worth a remark each time somebody eats. */
function isCommonWord({mention, reason}: Outcome): boolean {
  return reason === 'common word' || (reason === 'ambiguous' && mention.spelling.needs === 'settlement')
}

/** What each name of the text is, where the text is to stay. */
function annotations(outcomes: readonly Outcome[]): Message[] {
  const groups = new Map<string, {first: Outcome; count: number}>()
  for (const outcome of outcomes) {
    const key = `${outcome.mention.spelling.form}\n${outcome.mention.spelling.entry}`
    const group = groups.get(key)
    if (group) group.count++
    else groups.set(key, {first: outcome, count: 1})
  }
  return [...groups.values()].map(({first, count}) => ({
    level: 'info',
    text: `${first.mention.spelling.form} is ${first.mention.spelling.entry}${count > 1 ? `, ${count} times` : ''}`,
    at: {start: first.start, end: first.end},
  }))
}
