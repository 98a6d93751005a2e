/** What is found out about one document, as it is collected: the first statement about a field stands. */
import type {Document, Message, MetadataFact} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import type {Range} from '../../src/document/range.js'
import type {RuleClass} from '../../src/document/stage.js'
import type {Statement} from './head-lines.js'
import type {Unit} from './units.js'

export class Findings {
  readonly edits: Edit[] = []
  readonly messages: Message[] = []
  readonly #document: Document
  readonly #keep: readonly RuleClass[]
  readonly #facts = new Map<string, MetadataFact>()
  /** What is decided already: units that go, and the title. */
  readonly #taken = new Set<Unit>()

  /** @param keep classes of lines that stay in the text although they are recorded. */
  constructor(document: Document, keep: readonly RuleClass[]) {
    this.#document = document
    this.#keep = keep
  }

  get facts(): MetadataFact[] {
    return [...this.#facts.values()]
  }

  get(field: string): MetadataFact | undefined {
    return this.#facts.get(field)
  }

  has(field: string): boolean {
    return this.#facts.has(field)
  }

  put(fact: MetadataFact): void {
    if (!this.#facts.has(fact.field)) this.#facts.set(fact.field, fact)
  }

  /** Put a fact in the place of what is known of its field. */
  replace(fact: MetadataFact): void {
    this.#facts.set(fact.field, fact)
  }

  keeps(ruleClass: RuleClass): boolean {
    return this.#keep.includes(ruleClass)
  }

  /** Keep a unit in the text, whatever else it is taken for: it is the title. */
  hold(unit: Unit): void {
    this.#taken.add(unit)
  }

  isTaken(unit: Unit): boolean {
    return this.#taken.has(unit)
  }

  /** Record what a unit says. */
  state(statements: readonly Statement[], {block: {start, end}}: Unit, rule: string): void {
    for (const {field, value} of statements) this.put({field, value, rule, at: {start, end}})
  }

  /** Take a unit out of the text, unless its class is kept. */
  take(unit: Unit, rule: string, ruleClass: RuleClass, evidence?: string, copyOf?: Range): void {
    if (this.#taken.has(unit) || this.keeps(ruleClass)) return
    this.#taken.add(unit)
    this.edits.push({
      ...this.#document.withGap(unit.block),
      replacement: '',
      rule,
      ...(evidence && {evidence}),
      ...(copyOf && {copyOf}),
    })
  }
}
