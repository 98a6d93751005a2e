/**
 * Strip debris: what stands on the page beside the article. Whole units go, never a part of a sentence; each removal names
 * its rule and its evidence. What an author may have written (headings, short paragraphs, lists, verses, quotes, tables)
 * stays inside the body whatever it looks like, because a rule that eats prose is worse than one that leaves debris.
 */
import type {Document} from '../../src/document/document.js'
import {defineStage, type Rule, type Stage} from '../../src/document/stage.js'
import {findAuthored} from './authored/index.js'
import {type Context, decide, type Removal} from './decide.js'
import {fold} from './fold.js'
import {spareNotes} from './footnotes.js'
import {keepComments} from './kept-comments.js'
import {spareLongTexts} from './long-texts.js'
import {type Matcher, makeMatcher} from './match.js'
import {measured} from './measured.js'
import {forgetTexts} from './memory.js'
import type {Evidence} from './model/feature.js'
import {judge} from './model/judge.js'
import {type StripDebrisOptions, stripDebrisOptions, userRules} from './options.js'
import {removalEdits} from './removal.js'
import {debrisRules} from './rules/index.js'
import type {DebrisRule} from './rules/model.js'
import {judged, structural} from './structural-rules.js'
import {scanUnits, type Unit} from './units.js'
import {spareUnrecorded} from './unrecorded.js'

const rules: readonly Rule[] = [
  ...debrisRules.map(({id, class: kind, reason, examples}) => ({id, class: kind, reason, examples})),
  ...structural,
].map((rule) => ({...rule, ...(measured[rule.id] && {measured: measured[rule.id]})}))

/** Matches units with the phrases of all rules. */
export const debrisMatcher: Matcher = makeMatcher(debrisRules)

/** Matchers of other tables than the built-in ones, by the options that ask for them: to make one takes as long as a page. */
const matchers = new WeakMap<StripDebrisOptions, Matcher>()

function matcherOf(options: StripDebrisOptions, own: readonly DebrisRule[]): Matcher {
  if (own.length === 0 && options.skip.length === 0) return debrisMatcher
  const skipped = new Set(options.skip)
  const matcher = matchers.get(options) ?? makeMatcher([...own, ...debrisRules.filter(({id}) => !skipped.has(id))])
  matchers.set(options, matcher)
  return matcher
}

/** Gather what is known of a document's units: what phrases matched, what the rules decide. */
export function gatherEvidence(
  document: Document,
  units: readonly Unit[] = scanUnits(document.text, document.blocks),
  matcher: Matcher = debrisMatcher,
): Evidence & {readonly authored: ReadonlySet<Unit>} {
  const matched = units.map((unit) => matcher.match(unit))
  const title = titleOf(document)
  const authored = findAuthored(units, matched, {
    isTitled: title !== '' || document.html !== undefined,
    isSigned: document.facts.some(({rule}) => rule === 'byline' || rule === 'date-line'),
  })
  const matches = matched.map((match, index) => (authored.has(units[index]!) ? undefined : match))
  const context = contextOf(document, authored)
  const removals = decide(units, matches, context)
  return {units, matches, removals, title, html: document.html, authored}
}

/** The title in the front matter, folded; empty where none was found. */
function titleOf({facts}: Document): string {
  return fold(String(facts.findLast(({field}) => field === 'title')?.value ?? ''))
}

function contextOf(document: Document, authored: ReadonlySet<Unit>): Context {
  const {facts, html, blocks} = document
  return {
    authored,
    html,
    title: titleOf(document),
    names: new Set(
      facts
        .filter(({field}) => field === 'author' || field === 'site' || field === 'section')
        .flatMap(({value}) => value)
        .map(fold),
    ),
    hasNote: facts.some(({field}) => field === 'author_bio'),
    // Front matter says that the text was told from its page already.
    hasZones: blocks[0]?.type !== 'frontMatter',
  }
}

/**
 * Decide which units go: what the rules are certain of and what the model takes for debris; then what the rules find in
 * the rest, so that a second run finds nothing.
 *
 * The model is not asked about a document that came with front matter: it has been told from its page already. Nor is it
 * believed about the inside of a text that is longer than any page it has seen.
 */
function decideAll(
  document: Document,
  evidence: ReturnType<typeof gatherEvidence>,
  hasModel: boolean,
  isSpared: (removal: Removal) => boolean,
): readonly (Removal | undefined)[] {
  const {units, matches, removals, authored} = evidence
  const isCertain = (removal: Removal | undefined): boolean =>
    removal !== undefined && (isSpared(removal) || !zones.has(removal.rule))
  const isSettled = (index: number): boolean => isCertain(removals[index])
  const isJudged = hasModel && units[0]?.type !== 'frontMatter'
  const judged = isJudged ? spareLongTexts(evidence, judge(evidence, isSettled), isSettled) : []
  const gone = removals.map((removal, index) => {
    if (!isCertain(removal)) return authored.has(units[index]!) ? undefined : judged[index]
    return removal && !isSpared(removal) ? removal : undefined
  })
  const context = {...contextOf(document, authored), html: undefined, hasZones: false}
  const found = decide(units, matches, context, gone).map((removal, index) =>
    (removal && isSpared(removal)) || (removals[index] && isSpared(removals[index])) ? undefined : removal,
  )
  return spareUnrecorded(units, spareNotes(units, found), context.title, document.facts)
}

/** Rules that go by where a unit lies: evidence for the model, which is not asked about what any other took. */
export const zones: ReadonlySet<string> = new Set(judged.map(({id}) => id))

const classOf = (rule: Pick<Rule, 'id' | 'class'>): [id: string, kind: Rule['class']] => [rule.id, rule.class]
const builtInClasses = new Map(rules.map(classOf))

function stripDebrisBy(hasModel: boolean): Stage<StripDebrisOptions>['run'] {
  return (document, options) => {
    const {text, blocks} = document
    const skipped = new Set(options.skip)
    const own = userRules(options.rules)
    const matcher = matcherOf(options, own)
    const kept = new Set<string>(options.keep)
    const classes = own.length === 0 ? builtInClasses : new Map([...builtInClasses, ...own.map(classOf)])
    const units = scanUnits(text, blocks)
    const evidence = gatherEvidence(document, units, matcher)
    const {removals: decided} = evidence
    const removals = decideAll(
      document,
      evidence,
      hasModel,
      ({rule}) => skipped.has(rule) || kept.has(classes.get(rule) ?? 'custom'),
    )
    if (!kept.has('comments')) return {edits: removalEdits(text, blocks, units, removals)}
    const thread = keepComments(
      {
        units,
        matches: evidence.matches,
        decided,
        classOf: ({rule}) => classes.get(rule),
        keepsForms: kept.has('comment-form'),
      },
      removals,
    )
    const edits = removalEdits(text, blocks, units, thread.removals)
    const unit = units[thread.first]
    const hasHeading = units.some(({type, folded}) => type === 'heading' && folded === 'comments')
    if (unit && !hasHeading && unit.type !== 'heading' && blocks[unit.block]!.start === unit.start) {
      edits.push({
        start: unit.start,
        end: unit.start,
        replacement: '## Comments\n\n',
        rule: 'comments',
        evidence: 'comments that stay get a heading',
      })
    }
    return {edits}
  }
}

export const stripDebris: Stage<StripDebrisOptions> = defineStage({
  id: 'strip-debris',
  version: 5,
  description: 'Take out what stands on the page beside the article: menus, share bars, comments, teasers, notices.',
  rules,
  options: stripDebrisOptions,
  run: stripDebrisBy(true),
})

/** The same once more, by rules alone: the model judges a document but once, with all its page about it. */
export const stripDebrisAgain: Stage<StripDebrisOptions> = {
  ...stripDebris,
  run(document, options) {
    const result = stripDebrisBy(false)(document, options)
    forgetTexts()
    return result
  },
}
