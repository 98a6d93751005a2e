/**
 * Tell where two names of one place are set side by side: the author says that there are two, and both must stand.
 *
 * What is between them decides: a slash, a bracket, or nothing but the words with which names are explained.
 */

import {type Here, visible} from './here.js'
import type {Placed} from './unit-context.js'

/** Longest stretch between the names of a pair. */
const longestLink = 80

/** Words with which one name is explained by another; a list, since their order is free. */
const glossWords = new Set(
  `a an the or and also aka alias as by for in into of on to its it their is was are were be been being known called call calls calling named name names
  renamed renames became becomes become used spelled spelt written write writes say says said pronounced referred refer better formerly previously originally otherwise
  officially locally historically now then today today's today’s modern present present-day current old new former or later earlier i.e that what which
  who some both either neither whether versus vs not than rather instead over armenian armenians azerbaijani azerbaijanis azeri azeris russian russians
  soviet turkish turks persian english local locals people others other side town city village place settlement form spelling transliterated
  respectively we they you`.split(/\s+/),
)
/** Words that say that a name is given; beside one of them, a few words may be of any kind. */
const namingWord =
  /^(?:known|call(?:s|ed|ing)?|names?|named|renamed|aka|alias|spel(?:led|t)|written|formerly|officially)$/
/** Words that may join two things as well as two names of one. */
const plainLink = /^[\s,]*(?:and|,)[\s,]*$/i
const abbreviations = /(?<!\p{L})(?:a\.k\.a|i\.e|arm|az|azerb|russ?|hy|engl?)\.?(?!\p{L})/giu

/** What stands between the two. */
type Link = 'none' | 'gloss' | 'plain'

/**
 * Whether the text between two names of one place makes them a pair.
 *
 * @returns `plain` for what may stand between any two names: it makes a pair of names of different traditions only.
 */
function linkOf(between: string): Link {
  if (between.length > longestLink) return 'none'
  if (/^["”’'*_]?\s*[/|=]\s*["“‘'*_]?$/.test(between)) return 'gloss'
  if (plainLink.test(between) || /^ ?[-‐‑] ?$/.test(between)) return 'plain'
  // In a bracket that opens behind the first name, or closes before the second, anything is an explanation.
  if (/^[^()[\].!?;]{0,30}[([][^()[\]]*$/.test(between)) return 'gloss'
  if (/^[^()[\]]*[)\]],? (?:or|and|to|vs\.?|versus) $/.test(between)) return 'plain'
  // "Shusha on one map and Shushi on the next": the name differs, not the place.
  if (
    /^ (?:in|on|by|for|to|with|at) (?:one|some|the first|half|many|most)(?: \p{L}+){0,3},? (?:and|but|yet) $/u.test(
      between,
    )
  )
    return 'plain'
  const rest = between.replace(abbreviations, ' as ')
  if (/[.!?]\s/.test(rest)) return 'none'
  const words = rest.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []
  // From one to the other one travels.
  if (words.length === 1 && words[0] === 'to') return 'none'
  if (words.length === 0) return /[—–:;=-]/.test(rest) ? 'gloss' : 'plain'
  const strange = words.filter((word) => !glossWords.has(word)).length
  const isNamed = words.some((word) => namingWord.test(word))
  if (strange > (isNamed ? 3 : 0)) return 'none'
  return isNamed || words.some((word) => /^(?:or|also|now|today|i\.e|versus|vs)$/.test(word)) ? 'gloss' : 'plain'
}

/** The mention that a name is set beside, in either direction: another name of its place, or of another. */
export function pairOf({unit, placed, index, spelling}: Here): Placed | undefined {
  for (const direction of [-1, 1]) {
    for (let other = unit.mentions[index + direction], step = direction; other; ) {
      const [first, second] = direction < 0 ? [other, placed] : [placed, other]
      const between = unit.text.slice(first.end, second.start)
      if (between.length > longestLink) break
      const {entry, form, own} = other.mention.spelling
      if (entry === spelling.entry) {
        const link = form === spelling.form ? 'none' : linkOf(visible(between))
        if (link === 'gloss' || (link === 'plain' && own !== spelling.own)) return other
        break
      }
      // Two names with a slash or a bracket, though each may be a thing of its own: "Kashatagh (Lachin)".
      if (/^ ?(?:\/|[([]) ?$/.test(between)) return other
      step += direction
      other = unit.mentions[index + step]
    }
  }
  return undefined
}
