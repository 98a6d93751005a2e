/**
 * `palimpsest rules`: the rules by stage, or all about one: its reason, its patterns, its examples; and what they did in the results.
 */
import {type Command, Option} from 'commander'
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
import {ruleOrders} from '../inspect/rule-stats.js'
import {parseWhole} from './flags.js'
import {addFolderOptions, type FolderOptions, foldersOf, json} from './inspection.js'
import {showOutput} from './pager.js'
import {ruleStats} from './rules-stats.js'
import {stagesOf} from './stages.js'

export interface RuleFlags {
  readonly class?: string
  readonly stage?: string
  readonly json?: boolean
}

interface Flags extends RuleFlags, FolderOptions {
  readonly stats?: boolean
  readonly rule?: string
  readonly sort?: string
  readonly most?: number
  readonly pager: boolean
}

const help = `
ID is a rule's own id, or stage/rule as provenance files have it. Every example of a built-in rule is a test: "-" is what the
rule is given, "+" what it makes of it.

--stats counts what the rules did in the results of the last run: hits, documents, words that went, the longest hit. A hit
is suspect where a whole paragraph went and prose stayed in front of it and behind it; those are what to look at first. It
need not be wrong: advertisements stand between paragraphs too. To keep one: palimpsest overrule keep PLACE.

Exit codes: 0 fine; 1 when a file of the results is damaged; 2 a wrong call or configuration, no such rule, or no results to
read.

Examples:
  palimpsest rules --stage strip-debris          the rules of one stage, with class and reason
  palimpsest rules strip-debris/comment-form     all about one rule, with examples before and after
  palimpsest rules --stats                       what each rule did, those with the most suspect hits first
  palimpsest rules --stats --class share --sort words
  palimpsest rules --stats --rule comment-form   the hits of one rule with what stands around them`

/** Add the command to the program. */
export function registerRules(program: Command): void {
  const command = program
    .command('rules')
    .description('List the rules by stage with class and reason; with an ID, all about one rule.')
    .argument('[ID]', 'rule or stage/rule')
    .option('--class <class>', 'rules of one class alone')
    .option('--stage <id>', 'rules of one stage alone')
    .option('--stats', 'what the rules did in the results: hits, documents, words')
    .option('--rule <id>', 'with --stats: the hits of one rule, as rule or stage/rule, most suspect first')
    .addOption(new Option('--sort <by>', 'with --stats: order (default: suspect)').choices(Object.keys(ruleOrders)))
    .option('--most <n>', 'with --stats: how many hits to show (default: 100, or 10 suspects)', parseWhole(0, 999_999))
    .option('--json', 'as JSON')
    .option('--no-pager', 'do not use a pager')
  addFolderOptions(command)
    .addHelpText('after', help)
    .action(async (id: string | undefined, flags: Flags) => {
      const config = await loadConfig({cwd: process.cwd(), file: flags.config})
      const stages = once(await stagesOf(config))
      const output = flags.stats ? statsOf(stages, id, flags) : list(stages, id, flags)
      await showOutput(output, {isOff: !flags.pager})
    })
}

async function* statsOf(stages: readonly StageEntry[], id: string | undefined, flags: Flags): AsyncGenerator<string> {
  if (id !== undefined && flags.rule !== undefined) throw new UsageError('Unexpected --rule beside a rule; use one')
  yield* ruleStats(await foldersOf(flags), stages, {...flags, rule: flags.rule ?? id}, paletteFor())
}

async function* list(stages: readonly StageEntry[], id: string | undefined, flags: Flags): AsyncGenerator<string> {
  const unused = (['rule', 'sort', 'most', 'out', 'raw'] as const).find((name) => flags[name] !== undefined)
  if (unused) throw new UsageError(`Unexpected --${unused} without --stats; add it`)
  yield listRules(stages, id, flags, paletteFor())
}

/**
 * The output of the command without --stats.
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
