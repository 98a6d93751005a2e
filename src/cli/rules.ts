/**
 * `palimpsest rules`: the rules by stage, or all about one: its reason, its patterns, its examples.
 */
import type {Command} from 'commander'
import {loadConfig} from '../config/load.js'
import {ruleClasses} from '../document/stage.js'
import {UsageError} from '../errors.js'
import {
  findRules,
  patternsOf,
  type RuleEntry,
  ruleList,
  ruleText,
  type StageEntry,
  selectRules,
} from '../inspect/catalogue.js'
import {type Palette, paletteFor} from '../inspect/palette.js'
import {addConfigOption} from './flags.js'
import {json} from './inspection.js'
import {stagesOf} from './stages.js'

export interface RuleFlags {
  readonly class?: string
  readonly stage?: string
  readonly json?: boolean
}

const help = `
ID is a rule's own id, or stage/rule as provenance files have it. Every example of a built-in rule is a test: "-" is what the
rule is given, "+" what it makes of it.

Exit codes: 0 fine; 2 a wrong call or configuration, or no such rule.

Examples:
  palimpsest rules --stage strip-debris          the rules of one stage, with class and reason
  palimpsest rules strip-debris/comment-form     all about one rule, with examples before and after`

/** Add the command to the program. */
export function registerRules(program: Command): void {
  const command = program
    .command('rules')
    .description('List the rules by stage with class and reason; with an ID, all about one rule.')
    .argument('[ID]', 'rule or stage/rule')
    .option('--class <class>', 'rules of one class alone')
    .option('--stage <id>', 'rules of one stage alone')
    .option('--json', 'as JSON')
  addConfigOption(command)
    .addHelpText('after', help)
    .action(async (id: string | undefined, flags: RuleFlags & {readonly config?: string}) => {
      const config = await loadConfig({cwd: process.cwd(), file: flags.config})
      process.stdout.write(listRules(once(await stagesOf(config)), id, flags, paletteFor()))
    })
}

/**
 * The output of the command.
 *
 * @throws UsageError for unknown rules, stages and classes.
 */
export function listRules(
  stages: readonly StageEntry[],
  id: string | undefined,
  flags: RuleFlags,
  palette: Palette,
): string {
  if (id !== undefined && (flags.class !== undefined || flags.stage !== undefined)) {
    throw new UsageError(`Unexpected --${flags.class === undefined ? 'stage' : 'class'} beside a rule; leave one out`)
  }
  const rules = id === undefined ? selectRules(stages, flags) : findRules(stages, id)
  if (flags.json) return json(rules.map(toJson))
  if (id === undefined) return ruleList(rules, palette)
  return rules.map((entry) => ruleText(entry, ruleClasses[entry.rule.class], palette)).join('\n')
}

/** A stage that runs twice has its rules once. */
function once(stages: readonly StageEntry[]): StageEntry[] {
  return stages.filter(({stage}, index) => stages.findIndex((other) => other.stage.id === stage.id) === index)
}

function toJson({stage, rule}: RuleEntry): object {
  const patterns = patternsOf(rule)
  return {
    stage: stage.id,
    rule: rule.id,
    class: rule.class,
    reason: rule.reason,
    ...(rule.measured && {measured: rule.measured}),
    ...(patterns.length > 0 && {patterns}),
    examples: rule.examples ?? [],
  }
}
