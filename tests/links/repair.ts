/** Run repair-links alone over a text, as the tests of its parts do. */
import {type LinkOptions, repairLinks} from '../../pipeline/repair-links/index.js'
import type {Annotation} from '../../src/document/annotation.js'
import {Document, type MetadataFact} from '../../src/document/document.js'
import type {HtmlDeclaration, HtmlFacts} from '../../src/document/html-facts.js'

/** What is known of a text beside its letters. */
export interface Setting {
  readonly options?: object
  readonly facts?: readonly MetadataFact[]
  readonly html?: HtmlFacts
  readonly id?: string
}

/** What the stage makes of a text, by which rules, and what it says of its links. */
export function repaired(
  text: string,
  {options = {}, id = 'x', ...rest}: Setting = {},
): {readonly text: string; readonly annotations: readonly Annotation[]; readonly rules: readonly string[]} {
  const document = new Document({id, text, mediaType: 'text/markdown', ...rest})
  const result = repairLinks.run(document, repairLinks.options.parse(options) as LinkOptions)
  const applied = document.apply(result.edits, result)
  const rules = applied.edits.map(({rule}) => rule)
  return {text: applied.document.text, annotations: result.annotations ?? [], rules}
}

/** What the stage makes of a text. */
export const repair = (text: string, setting?: Setting): string => repaired(text, setting).text

/** What a page says of itself. */
export const declared = (
  ...declarations: [kind: HtmlDeclaration['kind'], name: string, value: string][]
): HtmlFacts => ({
  elements: [],
  blocks: [],
  declarations: declarations.map(([kind, name, value]) => ({kind, name, value, raw: {start: 0, end: 0}})),
})

/** A document from an address. */
export const from = (value: string): Setting => ({facts: [{field: 'source', value, rule: 'x'}]})
