/** Options of strip-debris: classes that stay, rules of the user's own, rules switched off. */
import {z} from 'zod'
import {type RuleClass, ruleClasses} from '../../src/document/stage.js'
import {fold} from './fold.js'
import type {DebrisRule} from './rules/model.js'

/** A rule of the user's own: whole lines that go, and why. */
export interface UserRule {
  readonly id: string
  readonly class: RuleClass
  readonly reason: string
  /** Phrases that are a whole line, or regular expressions as `/…/i`. */
  readonly patterns: readonly string[]
}

export interface StripDebrisOptions {
  readonly keep: readonly RuleClass[]
  readonly rules: readonly UserRule[]
  /** Ids of built-in rules. */
  readonly skip: readonly string[]
}

const classNames = Object.keys(ruleClasses) as [RuleClass, ...RuleClass[]]

const pattern: z.ZodType<string> = z
  .string()
  .min(1)
  .refine((text) => compiled(text) !== undefined, 'expected a phrase, or a regular expression written /like this/i')

const userRule: z.ZodType<UserRule> = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens')
    .describe('Name of the rule, as it stands in the provenance.'),
  class: z.enum(classNames).default('custom').describe('Kind of text that the rule takes out.'),
  reason: z.string().min(1).describe('One sentence: why this goes.'),
  patterns: z
    .array(pattern)
    .min(1)
    .describe('Phrases that are a whole line, or regular expressions as /…/i on the visible text of a line.'),
})

export const stripDebrisOptions: z.ZodType<StripDebrisOptions> = z.strictObject({
  keep: z.array(z.enum(classNames)).default([]).describe('Classes of debris that stay in the text.'),
  rules: z.array(userRule).default([]).describe('Rules of your own, in the form of the built-in tables.'),
  skip: z.array(z.string()).default([]).describe('Ids of built-in rules that are switched off.'),
})

/** Turn the rules of the user into rules of the tables: certain, anywhere, whole units. */
export function userRules(rules: readonly UserRule[]): DebrisRule[] {
  return rules.map(({id, class: kind, reason, patterns}) => {
    const expressions = patterns.filter((text) => text.startsWith('/')).map((text) => compiled(text)!)
    const phrases = patterns.filter((text) => !text.startsWith('/')).map(fold)
    return {
      id,
      class: kind,
      reason,
      languages: [],
      where: 'anywhere' as const,
      whole: phrases,
      ...(expressions.length > 0 && {onPlain: expressions}),
      maximum: Number.POSITIVE_INFINITY,
      examples: [],
    }
  })
}

function compiled(text: string): RegExp | undefined {
  const parts = /^\/(.+)\/([imsu]*)$/s.exec(text)
  if (!parts) return text.startsWith('/') ? undefined : /(?:)/
  try {
    return new RegExp(parts[1]!, parts[2])
  } catch {
    // Not a regular expression: the schema says so to the user.
    return undefined
  }
}
