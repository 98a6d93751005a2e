/** Run the stage on a text, as the tests of the gazetteer do. */
import {canonicalizeNames, type NameOptions} from '../../pipeline/canonicalize-names/index.js'
import {Document} from '../../src/document/document.js'

/** What the options are, checked and complete. */
export const optionsOf = (options: object): NameOptions => canonicalizeNames.options.parse(options)

/** What is wrong with options, as `path: message`. */
export function faultsOf(options: object): string[] {
  const {error} = canonicalizeNames.options.safeParse(options)
  return (error?.issues ?? []).map(({path, message}) => `${path.join('.')}: ${message}`)
}

/** What a text becomes, and the ids of the entries that its names are of. */
export function runNames(text: string, options: NameOptions): {text: string; entries: string[]} {
  const document = new Document({id: 'x', text, mediaType: 'text/markdown', facts: []})
  const result = canonicalizeNames.run(document, options)
  return {
    text: document.apply(result.edits, result).document.text,
    entries: (result.annotations ?? []).map(({value}) => value),
  }
}
