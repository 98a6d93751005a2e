/** Tell a link to jump to the text of a page, which stands first on it and is no title, from a line that begins like one. */
import {debrisRules} from './rules/index.js'
import {languages} from './rules/languages/index.js'
import {secondSigns} from './rules/sentences.js'
import {fold} from './units.js'

/** Longest link of the kind, in characters. */
const longest = 60

let starts: readonly string[] | undefined
const signs = [secondSigns.get('skip-link')!, ...languages.flatMap(({signs: own}) => own['skip-link'] ?? [])]

export function isSkipLink(line: string): boolean {
  if (line.length > longest) return false
  // Made when first wanted: who reads front matter alone asks for none.
  starts ??= debrisRules.find(({id}) => id === 'skip-link')!.starts!.map(fold)
  const folded = fold(line)
  return starts.some((start) => folded.startsWith(start)) && signs.some((sign) => sign.test(folded))
}
