/**
 * Strip debris: what stands on the page beside the article. Whole units go, never a part of a sentence; each removal names
 * its rule and its evidence. What an author may have written (headings, short paragraphs, lists, verses, quotes, tables)
 * stays inside the body whatever it looks like, because a rule that eats prose is worse than one that leaves debris.
 */
import type {Document} from '../../src/document/document.js'
import {defineStage, type Rule, type Stage} from '../../src/document/stage.js'
import {findAuthored} from './authored/index.js'
import {type Context, decide, type Removal} from './decide.js'
import {spareNotes} from './footnotes.js'
import {keepComments} from './kept-comments.js'
import {type Matcher, makeMatcher} from './match.js'
import {measured} from './measured.js'
import type {Evidence} from './model/feature.js'
import {judge} from './model/judge.js'
import {type StripDebrisOptions, stripDebrisOptions, userRules} from './options.js'
import {removalEdits} from './removal.js'
import {debrisRules} from './rules/index.js'
import type {DebrisRule} from './rules/model.js'
import {fold, scanUnits, type Unit} from './units.js'

const page =
  'The mill by the river was sold last week to a family that intends to live in it, and the council, which had hoped for a museum, was told of it by the newspaper a day after everybody else in the valley had heard the news from the miller himself'

const article = [
  'The mill by the river was sold last week to a family that intends to live in it, the council said on Monday, after two years in which nobody had wanted it.',
  'Its wheel has not turned for thirty years, and nobody in the valley expects it to turn again, for the weir above it was broken by the flood of 1987 and never mended.',
  'The new owners, who come from the city, say that they will leave the wheel alone. “We bought a house,” said the wife of the buyer, “and the wheel came with it.”',
  'The council had hoped for a museum. It heard of the sale from the newspaper, a day after everybody else in the valley had heard of it from the miller himself.',
]
const title = '# The mill is sold'
const blocks = (...parts: readonly (string | readonly string[])[]): string => `${parts.flat().join('\n\n')}\n`

/** What the model decides. */
const judged: readonly Rule[] = [
  {
    id: 'before-body',
    class: 'navigation',
    reason: 'What stands before the body and looks like the menus and labels of a page is such.',
    examples: [
      {
        text: blocks('Skip to content', 'The Valley', 'Mills', 'Floods', 'Search', 'Log in', title, article),
        becomes: blocks(title, article),
      },
      {text: blocks(title, 'By the river', article)},
    ],
  },
  {
    id: 'behind-body',
    class: 'furniture',
    reason: 'What stands behind the body and looks like the foot of a page is such.',
    examples: [
      {
        text: blocks(title, article, 'Share this article', 'The Valley Press', 'Privacy Policy'),
        becomes: blocks(title, article),
      },
      {text: blocks(title, article, 'A. M.')},
      {text: blocks(title, article, 'Written at the mill.')},
    ],
  },
  {
    id: 'inside-body',
    class: 'furniture',
    reason: 'What interrupts the body and looks like the furniture of a page is such.',
    examples: [
      {
        text: blocks(
          title,
          article.slice(0, 2),
          'Share',
          'Tweet',
          'Our picks',
          'Valley Press Extra',
          'Print',
          article.slice(2),
        ),
        becomes: blocks(title, article),
      },
      {text: blocks(title, article.slice(0, 2), 'One.', 'Two.', 'Three.', 'Four.', article.slice(2))},
      {text: blocks(title, article.slice(0, 2), '- one wheel\n- two stones\n- a weir', article.slice(2))},
    ],
  },
]

const structural: readonly Rule[] = [
  ...judged,
  {
    id: 'under-title',
    class: 'navigation',
    reason:
      'A date, a byline, a number or a lone link between title and body, on a page that shows its frame, is of the frame.',
    examples: [
      {text: blocks('Menu', title, '3 May 2016', article), becomes: blocks(title, article)},
      {text: blocks('Menu', title, '$149+', article), becomes: blocks(title, '$149+', article), isSpared: true},
      {
        text: blocks('Menu', title, 'By the river', article),
        becomes: blocks(title, 'By the river', article),
        isSpared: true,
      },
    ],
  },
  {
    id: 'page-mark',
    class: 'furniture',
    reason: 'Page numbers and running heads of a print stand where a page ended, often in the middle of a sentence.',
    examples: [
      {
        text: `${page} and the rest of the deed\n\n7\n\nMill Papers 3\n\nis lost.\n\n${page}.\n\n8\n\nMill Papers 3\n\n${page}.\n`,
        becomes: `${page} and the rest of the deed\nis lost.\n\n${page}.\n\n${page}.\n`,
      },
      {text: `1\n\n${page}.\n\n2\n\n${page}.\n\n3\n\n${page}.\n`},
    ],
  },
  {
    id: 'teaser-run',
    class: 'related',
    reason: 'Titles of other texts, each with its date, lead away from this one, whether a heading says so or not.',
    examples: [
      {
        text: blocks(
          article,
          ['[Two mills burn](/a)', '3 May 2016', '[A bridge is sold](/b)', '2 May 2016', '[The weir breaks again](/c)'],
          '1 May 2016',
        ),
        becomes: blocks(article),
      },
      {
        text: blocks(article, [
          '3 May 2016',
          'Two mills burn',
          '2 May 2016',
          'A bridge is sold',
          '1 May 2016',
          'The weir',
        ]),
      },
      {
        text: blocks(
          article,
          ['[Two mills burn](/a)', 'It was arson.', '3 May 2016', '[A bridge is sold](/b)', 'Nobody was told.'],
          ['2 May 2016', '[The weir breaks again](/c)', 'It held a day.', '1 May 2016'],
        ),
      },
      {
        text: blocks(
          article.slice(0, 2),
          ['3 May 2016', 'The mill is sold.', '2 May 2016', 'The bid of the museum is refused.', '1 May 2016'],
          article.slice(2),
        ),
      },
    ],
  },
  {
    id: 'picture-caption',
    class: 'image',
    reason: 'A caption whose picture is not in the text interrupts it; the credit at its end tells it from a sentence.',
    examples: [
      ...[
        'The wheel of the mill on Tuesday, 19 November 2019. (Ada Miller/AP)',
        'The wheel has not turned for thirty years (Photo: Getty Images)',
        'Protesters at the mill have worn masks (Image: GETTY )',
        'The miller waters the wheel. Credit: Prism',
        'The mill by the river, from the air. Ada Miller/Reuters',
        'Valley captain Bob Weir III Ada Miller / Associated Press',
        'FILE - In this May 3, 2016 photo the wheel turns.',
        'Das Rad der Mühle am Dienstag. Foto: dpa',
        'Колесо мельницы во вторник. Фото: Ада Мельник',
        'Değirmenin çarkı salı günü döndü. Fotoğraf: Ada Değirmenci',
      ].map((caption) => ({
        text: blocks(title, article.slice(0, 2), caption, article.slice(2)),
        becomes: blocks(title, article),
      })),
      ...[
        'The mill brought 4 % of all flour in 2019 (Source: Office of Mills).',
        'Nobody will turn the wheel before the spring, said the council on Tuesday. (Reuters)',
        'She sent the letter on Monday (in the photo: her father) and left.',
        'Three lectures and an essay are asked for in the first year. Credits: 12',
        'He was a photographer of mills and sold his pictures to Getty Images',
        'File the deed with the council within a month (in person).',
      ].map((sentence) => ({text: blocks(title, article.slice(0, 2), sentence, article.slice(2))})),
      {
        text: blocks(
          title,
          article.slice(0, 2),
          '![The wheel](/wheel.jpg)',
          'The wheel of the mill on Tuesday. (Ada Miller/AP)',
          article.slice(2),
        ),
      },
      {
        text: blocks(
          title,
          'The wheel on Tuesday. (Ada Miller/AP)',
          'The weir on Tuesday. (Ada Miller/AP)',
          'The miller at home. (Ada Miller/AP)',
          article[0]!,
        ),
      },
    ],
  },
  {
    id: 'lonely-rule',
    class: 'layout',
    reason: 'A thematic break parts two things; where one of them is gone, it goes too.',
    examples: [
      {
        text: 'The mill was sold last week to a family that intends to live in it.\n\n---\n\nShare\n',
        becomes: 'The mill was sold last week to a family that intends to live in it.\n',
      },
      {text: blocks(title, article.slice(0, 2), '---', article.slice(2))},
      {text: blocks(title, article, '---', 'A. M.')},
    ],
  },
]

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
 * The model is not asked about a document that came with front matter: it has been told from its page already.
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
  const judged = hasModel && units[0]?.type !== 'frontMatter' ? judge(evidence, isSettled) : []
  const gone = removals.map((removal, index) => {
    if (!isCertain(removal)) return authored.has(units[index]!) ? undefined : judged[index]
    return removal && !isSpared(removal) ? removal : undefined
  })
  const context = {...contextOf(document, authored), html: undefined, hasZones: false}
  const found = decide(units, matches, context, gone).map((removal, index) =>
    (removal && isSpared(removal)) || (removals[index] && isSpared(removals[index])) ? undefined : removal,
  )
  return spareNotes(units, found)
}

/** Rules that go by where a unit lies: evidence for the model, which is not asked about what any other took. */
export const zones: ReadonlySet<string> = new Set(judged.map(({id}) => id))

function stripDebrisBy(hasModel: boolean): Stage<StripDebrisOptions>['run'] {
  return (document, options) => {
    const {text, blocks} = document
    const skipped = new Set(options.skip)
    const own = userRules(options.rules)
    const matcher = matcherOf(options, own)
    const kept = new Set<string>(options.keep)
    const classes = new Map([...rules, ...own].map((rule) => [rule.id, rule.class]))
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
  version: 2,
  description: 'Take out what stands on the page beside the article: menus, share bars, comments, teasers, notices.',
  rules,
  options: stripDebrisOptions,
  run: stripDebrisBy(true),
})

/** The same once more, by rules alone: the model judges a document but once, with all its page about it. */
export const stripDebrisAgain: Stage<StripDebrisOptions> = {...stripDebris, run: stripDebrisBy(false)}
