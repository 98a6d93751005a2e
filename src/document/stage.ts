/**
 * The contract of a stage. A stage is data about itself and one pure function: no I/O, clock, randomness or mutation.
 */
import type {z} from 'zod'
import type {Annotation} from './annotation.js'
import type {Document, DocumentChange, MediaType, Message} from './document.js'
import type {Edit} from './edit.js'

/** What kind of text a rule takes out or changes; the unit in which results are counted and removals can be kept. */
export const ruleClasses = {
  encoding: 'damage of bytes and characters',
  markup: 'tags, scripts and styles of the page',
  hidden: 'elements that a reader does not see',
  layout: 'line breaks, spaces and markers',
  metadata: 'what moved into the front matter',
  'front-matter': 'the front matter as it is written',
  share: 'share buttons and invitations to share',
  comments: 'comments of readers',
  'comment-form': 'forms to leave a comment',
  login: 'log-in and registration rows',
  navigation: 'menus, breadcrumbs, language switchers, back-to-top',
  tags: 'tag, topic, region and category rows',
  related: 'related, recommended and read-also teasers',
  newsletter: 'newsletter and follow invitations',
  advertisement: 'advertisements',
  legal: 'cookie, rights and legal notices',
  rights: 'who holds the rights, and where it was first published',
  paywall: 'paywall and subscription notices',
  bio: 'about the author',
  promotion: 'promotion of the author or the site',
  image: 'image chrome and credits',
  media: 'players, galleries and embeds',
  counter: 'counters of views, reads and comments',
  furniture: 'page furniture: running heads, page numbers, footers',
  repeat: 'text that stands twice',
  duplicate: 'the text of a document that stands in another one as well',
  link: 'links that were mended, unwrapped or cut of trackers',
  name: 'spellings of names',
  decision: 'what a person decided to drop',
  custom: 'rules of the user',
} as const

export type RuleClass = keyof typeof ruleClasses

/** A case that a rule must or must not hit. It is documentation and test at once. */
export interface RuleExample {
  readonly text: string
  /** What the text is; markdown where nothing is said. */
  readonly mediaType?: MediaType
  /** What earlier stages found out about the document. */
  readonly metadata?: Readonly<Record<string, string | readonly string[]>>
  /** Options that the stage runs under; its defaults where nothing is said. */
  readonly options?: Readonly<Record<string, unknown>>
  /** What was decided upon the document among others, for a corpus stage. */
  readonly verdict?: unknown
  /** What a person decided of the document: whole lines that stay or go. */
  readonly decisions?: readonly {readonly decision: 'keep' | 'drop'; readonly text: string}[]
  /** The text after; missing for a text that the rule leaves alone. */
  readonly becomes?: string
  /** Whether the rule leaves the text alone although other rules of its stage change it. */
  readonly isSpared?: boolean
}

/** What a rule did on pages whose body was marked by hand. */
export interface Measured {
  /** How many texts it took. */
  readonly hits: number
  /** How many of them stand in the body and are missing from the result. */
  readonly inGold: number
}

/** A named reason for edits. */
export interface Rule {
  /** Kebab-case, unique in its stage, stable for ever. */
  readonly id: string
  readonly class: RuleClass
  /** One sentence: what goes or changes, and why that is right. */
  readonly reason: string
  readonly examples?: readonly RuleExample[]
  /** Whether the rule makes no edits but only states metadata; it needs no examples. */
  readonly isFact?: boolean
  /** Missing for a rule that hit nothing on such pages. */
  readonly measured?: Measured
}

export interface StageResult extends DocumentChange {
  readonly edits: Iterable<Edit>
  readonly messages?: readonly Message[]
  /** What the stage recognised, in any order; it is recorded in the order in which it stands in the text. */
  readonly annotations?: readonly Annotation[]
}

/** A stage is at fault: it threw, or gave what is no result of a stage. */
export class StageError extends Error {
  override name = 'StageError'
  /** Whether the stage is one of the user's own. */
  readonly isOfUser: boolean

  constructor(message: string, {isOfUser = false, ...options}: ErrorOptions & {readonly isOfUser?: boolean} = {}) {
    super(message, options)
    this.isOfUser = isOfUser
  }
}

/** A step of the pipeline. */
export interface Stage<Options extends object = object> {
  /** Kebab-case, stable for ever. */
  readonly id: string
  /** Rises whenever the same input and options may give another result. */
  readonly version: number
  /** One sentence for the list of stages. */
  readonly description: string
  readonly rules: readonly Rule[]
  /** Strict schema of the stage's options, every one with a default and a description. */
  readonly options: z.ZodType<Options>
  /**
   * Propose edits of `document.text`.
   *
   * @param verdict what was decided upon the document among all others, for a stage that asks: see `corpus-stage.ts`.
   */
  run(document: Document, options: Options, verdict?: unknown): StageResult
}

/** Help the compiler infer the options of a stage from its schema. */
export function defineStage<Options extends object>(stage: Stage<Options>): Stage<Options> {
  return Object.freeze(stage)
}
