/** The words that introduce the title of a work, and the forms of bibliographic references. */
import {anyOf, before, type Cue} from './words.js'

const works = anyOf(`
  novel novella film movie documentary song ballad poem play opera operetta ballet symphony painting album book memoir memoirs exhibition magazine journal
  newspaper weekly monthly daily bulletin blog podcast series anthology collection pamphlet brochure sonata suite oratorio musical drama
  comedy thriller biography autobiography essay report article thesis dissertation trilogy poster comic webcomic single story website
  portal channel programme show photobook zine EP LP manga musical cartoon sitcom miniseries webtoon sequel prequel`)
const smallWords = anyOf('of the a an to from in and for on at with by without before after between &')

/** The word for a work, and as much of its title as stands before the name: "the novel", "his memoir, The Road to". */
export const titleBefore: Cue = before(
  `(?:${works})(?:,? (?:called|named|entitled|titled))?(?:[:,]?\\s+\\p{Lu}[\\p{L}’'-]*(?:\\s+(?:\\p{Lu}[\\p{L}’'-]*|${smallWords})){0,6}|[:,])?|(?:entitled|titled)`,
)

/** A reference: author and year, or page and volume. */
export const citation: RegExp =
  /^\s*(?:(?:See|Cf\.?|Compare)(?: also)? \p{Lu}[\p{L}'’-]+(?: (?:and|&) \p{Lu}[\p{L}'’-]+| et al\.)?,? \(?(?:1[5-9]|20)\d\d|\p{Lu}[\p{L}'’-]+, (?:\p{Lu}\. ?){1,3}.*(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\p{Lu}[\p{L}'’ -]{1,30}, \p{Lu}[\p{L}. ]{1,30}[.:] .*(?<!\d)(?:1[5-9]|20)\d\d(?!\d)[).]*\s*$|.*(?<!\d)(?:1[5-9]|20)\d\d(?!\d).*(?<!\p{L})(?:pp?\. ?\d|vol\. ?\d|ISBN|doi:|ed\. by|edited by))/su
