/** Sum up a corpus document by document: classes, stages, sites, rules. Memory grows with these, not with the documents. */
import {groupOf, nameOfGroup} from '../document/site.js'
import {ruleClasses} from '../document/stage.js'
import type {ManifestEntry, ManifestFailure, ManifestRun} from '../provenance/model.js'
import type {IndexRow, ReportHead, RuleSum} from './model.js'
import {verdicts} from './model.js'

/** So many sites are told of one by one. */
const mostSites = 100

/** What is known of rules beside what manifests say. */
export type ReasonOf = (stage: string, rule: string) => string | undefined

interface Site {
  documents: number
  raw: number
  clean: number
  readonly classes: Map<number, number>
}

export class CorpusSums {
  readonly #reasonOf: ReasonOf
  readonly #classes = new Map<string, {edits: number; words: number}>()
  readonly #classNumbers = new Map<string, number>()
  readonly #stages = new Map<string, {edits: number; words: number}>()
  readonly #sites = new Map<string, Site>()
  readonly #rules = new Map<string, RuleSum>()
  readonly #ruleNumbers = new Map<string, number>()
  readonly #documents = {clean: 0, suspect: 0, failed: 0}
  readonly #words = {raw: 0, clean: 0}

  constructor({pipeline}: ManifestRun, reasonOf: ReasonOf) {
    this.#reasonOf = reasonOf
    for (const name of Object.keys(ruleClasses)) this.#class(name)
    for (const {id} of pipeline.stages) this.#stages.set(id, {edits: 0, words: 0})
  }

  /** Add a document. */
  add(entry: ManifestEntry | ManifestFailure): IndexRow {
    this.#documents[entry.verdict]++
    const verdict = verdicts.indexOf(entry.verdict)
    const name = siteOf(entry)
    if (entry.verdict === 'failed') return [entry.id, '', verdict, entry.reasons, 0, 0, name, []]
    const {id, reasons, words, classes, metadata} = entry
    const site = this.#site(name)
    site.documents++
    site.raw += words.raw
    site.clean += words.clean
    this.#words.raw += words.raw
    this.#words.clean += words.clean
    const counts = Object.entries(classes).map(([className, {edits, words: gone}]): IndexRow[7][number] => {
      const number = this.#class(className)
      add(this.#classes.get(className)!, edits, gone)
      site.classes.set(number, (site.classes.get(number) ?? 0) + gone)
      return [number, gone, edits]
    })
    for (const [rule, {edits, words: gone}] of Object.entries(entry.rules)) {
      const stage = rule.slice(0, rule.indexOf('/'))
      const sum = this.#stages.get(stage)
      if (sum) add(sum, edits, gone)
    }
    const {title} = metadata
    return [
      id,
      typeof title === 'string' ? title : (title?.[0] ?? ''),
      verdict,
      reasons,
      words.raw,
      words.clean,
      name,
      counts,
    ]
  }

  /** Add what the edits of a rule did in a document; the manifest does not count those that were made before the text was markdown. */
  addRule(stage: string, rule: string, className: string, edits: number, words: number): void {
    const sum = this.#rule(stage, rule, className)
    add(sum, edits, words)
    sum.documents++
  }

  /** Count a hit; gives the number of its rule, and its own among those that are as suspect. */
  countHit(stage: string, rule: string, className: string, suspicion: number): {rule: number; hit: number} {
    const sum = this.#rule(stage, rule, className)
    return {rule: this.#ruleNumbers.get(`${stage}/${rule}`)!, hit: sum.hits[suspicion]!++}
  }

  /** What is known when all documents were added. */
  head({tool, digest}: ManifestRun, isPartial: boolean): ReportHead {
    const sites = [...this.#sites].sort(([a, one], [b, other]) => other.raw - one.raw || (a < b ? -1 : 1))
    const meanings: Readonly<Record<string, string>> = ruleClasses
    return {
      tool: `${tool.name} ${tool.version}`,
      manifest: digest,
      isPartial,
      documents: this.#documents,
      words: this.#words,
      classes: [...this.#classes].map(([name, sum]) => ({
        name,
        meaning: Object.hasOwn(meanings, name) ? meanings[name]! : '',
        ...sum,
      })),
      stages: [...this.#stages].map(([id, sum]) => ({id, ...sum})),
      sites: sites.slice(0, mostSites).map(([name, {classes, ...sums}]) => ({
        name,
        ...sums,
        classes: [...classes].sort(([a], [b]) => a - b),
      })),
      siteCount: sites.length,
      rules: [...this.#rules.values()],
    }
  }

  #class(name: string): number {
    let number = this.#classNumbers.get(name)
    if (number === undefined) {
      number = this.#classNumbers.size
      this.#classNumbers.set(name, number)
      this.#classes.set(name, {edits: 0, words: 0})
    }
    return number
  }

  #site(name: string): Site {
    let site = this.#sites.get(name)
    if (!site) {
      site = {documents: 0, raw: 0, clean: 0, classes: new Map()}
      this.#sites.set(name, site)
    }
    return site
  }

  #rule(stage: string, rule: string, className: string): RuleSum {
    const key = `${stage}/${rule}`
    let sum = this.#rules.get(key)
    if (!sum) {
      const reason = this.#reasonOf(stage, rule)
      const rest = {edits: 0, words: 0, documents: 0, hits: [0, 0, 0, 0, 0] as RuleSum['hits']}
      sum = {stage, rule, class: this.#class(className), ...(reason !== undefined && {reason}), ...rest}
      this.#ruleNumbers.set(key, this.#rules.size)
      this.#rules.set(key, sum)
    }
    return sum
  }
}

/** The site of a document by what was found out about it, as decisions and the stage for repeats of a site see it. */
function siteOf(entry: ManifestEntry | ManifestFailure): string {
  const metadata = entry.verdict === 'failed' ? {} : entry.metadata
  const facts = Object.entries(metadata).map(([field, value]) => ({field, value}))
  return nameOfGroup(groupOf({id: entry.id, facts}))
}

function add(sum: {edits: number; words: number}, edits: number, words: number): void {
  sum.edits += edits
  sum.words += words
}
