/**
 * Bring what a page declares into the form of its field, and tell what only fills a form: the placeholders of templates, accounts,
 * addresses where a name belongs, names of sites where one of a person does.
 */
import {foldText} from '../../src/document/visible-text.js'
import {decodeReference} from '../convert-text/escape.js'
import {inCase, isJobTitle, isNobody, isOutlet, isPerson} from './persons.js'

/** Longest value of a field, in UTF-16 code units. */
const longest = 2000

/** What templates write where nothing was filled in. */
const placeholder =
  /^(?:null|undefined|none|nan|n\/?a|unknown|unbekannt|default|test|true|false|empty|\[object object\]|\{.*\}|%.*%|\$.*\$|[-–—.…]+)$/i

/** Tags of phrases, which some programs leave in what they declare. */
const tag =
  /<\/?(?:a|abbr|b|br|cite|div|em|font|h[1-6]|i|img|li|mark|ol|p|q|small|span|strong|sub|sup|u|ul)(?:\s[^<>]{0,500})?\s*\/?>/gi

/** Any space, or what counts as one, but a single one between two words. */
const unevenSpace = /[\0-\x1f\x7f]|[^\S ]| \s/

/** A value as its reader would see it; undefined for none. Values are often escaped once more than they should be. */
export function plainText(value: string): string | undefined {
  let text = value
  if (text.includes('&')) {
    text = text
      .replace(/&(?:amp|#0*38);/g, '&')
      .replace(/&[#\w]{2,31};/g, (reference) => decodeReference(reference)?.text ?? reference)
  }
  if (text.includes('<')) text = text.replace(tag, '')
  // JSON may escape half a character, which no file can hold.
  text = text.replace(/\p{Surrogate}/gu, '\ufffd')
  if (unevenSpace.test(text)) text = text.replace(/[\s\0-\x1f\x7f]+/g, ' ')
  text = text.trim()
  return text === '' || text.length > longest || placeholder.test(text) ? undefined : text
}

/** What links to a person's texts say round the name. */
const announced =
  /^(?:(?:view|see|show|read|zeige|ver|voir) )?(?:(?:all|more|alle|weitere|todos?|tous?) )?(?:(?:the |os |les |los )?(?:posts?|articles?|stories|beiträge|artikel|entradas|artículos) )?(?:(?:written|posted|published|updated|reviewed|verfasst|geschrieben|escrito|publicado) )?(?:by|von|por|par):? +(?=\S)/i
const labelled = /^(?:authors?|autor(?:in|en)?|auteure?|автор|words|text|bio)\s*[:/|-]\s*/iu
/** An address, an account or a link behind a name. */
const contact = /\s*(?:[-–|,(<]\s*)?(?:https?:\/\/\S*|\S+@\S+|(?<=\s)@\w+)[)>]?\s*$/i
const domain = /^(?:www\.)?[\p{L}\d_-]+(?:\.[\p{L}\d_-]+)*\.[a-z]{2,8}$/u
const account = /^[a-z\d]*[_-]?admin(?:n|istrator|\d+)?$|^admin|^[a-z\d]+[._][a-z\d._]+$/
/** What only companies and societies have in their names. */
const legalForm =
  /(?:^|[\s.,])(?:gmbh|ag|kg|se|e\.?\s?v\.?|ltd|limited|inc|llc|llp|plc|corp|co|s\.?a\.?s?|s\.?r\.?l|sp\.? z o\.?o\.?|b\.?v|oy|ab|a\/s|ооо|зао|оао)\.?$/iu

/**
 * Cut a declared author into the names that it holds; none for what names nobody.
 *
 * @param isInverted whether the source may put the family name first, behind which a comma stands.
 */
export function authorNames(value: string, isInverted = false): string[] {
  const text = plainText(value)
  if (text === undefined || text.length > 300) return []
  const lists = [/\s*[;|]\s*/, /\s*,\s*(?:(?:and|und|et|y|e|и|i) )?|\s+(?:and|und|et|y|e|и|&)\s+/u, /\s+\/\s+/]
  const bare = ownName(text)
  const [family, given, ...rest] = isInverted ? bare.split(/,\s*/) : []
  if (family && given && rest.length === 0 && !isPerson(family) && !isHouse(given))
    return authorNames(`${given} ${family}`)
  for (const separator of lists) {
    const parts = bare.split(separator).map(ownName).filter(Boolean)
    if (parts.length < 2) continue
    if (parts.every(isPerson)) return parts.map(inCase)
    // The paper or the office behind a name is no second author.
    const [first, ...others] = parts as [string, ...string[]]
    if (isPerson(first) && others.every((part) => isJobTitle(part) || isOutlet(part))) return [inCase(first)]
  }
  return isName(bare) ? [inCase(bare)] : []
}

function ownName(text: string): string {
  const name = text.replace(contact, '').replace(labelled, '')
  // "Von" begins names as well.
  const rest = name.replace(announced, '')
  const isGiven = /^von\s/i.test(name) && !rest.includes(' ')
  return (isGiven ? name : rest).replace(/^[\s|,:•·-]+|[\s|,:•·-]+$/g, '')
}

function isName(text: string): boolean {
  if (text.length < 2 || text.length >= 100 || !/\p{L}/u.test(text)) return false
  if (/https?:|www\.|facebook\.com|@|[<>{}[\]=]/i.test(text)) return false
  return !domain.test(text) && !account.test(text) && !isNobody(text) && !placeholder.test(text)
}

/** Tell a company, a paper or an office, which may well be the author, from a person. */
export function isHouse(name: string): boolean {
  return !isPerson(name) && (isOutlet(name) || legalForm.test(name) || domain.test(name))
}

/** Tell an office of a house: `Valley Post Team`. */
export function isTeam(name: string): boolean {
  return /(?:^|\s)(?:team|staff|redaktion|editors|newsroom|news ?desk|editorial (?:team|staff|board))$/iu.test(name)
}

/** Tell the name of an account, in which names are written as one word: `QuillaOxbowPost`. */
export function isAccount(name: string): boolean {
  return /^\p{Lu}\p{Ll}+\p{Lu}\p{L}*\p{Ll}\p{Lu}\p{Ll}+$/u.test(name)
}

const agency =
  /^(?:(?:thomson )?reuters|(?:the )?associated press|ap|agence france[- ]presse|afp|dpa|epd|kna|apa|sda|efe|ansa|pti|ani|ians|xinhua|bloomberg|tass|тасс|interfax|интерфакс|pap|belga|anp|ritzau|ntb|mti|ukrinform|armenpress|anadolu agency|aa|upi|canadian press|press association|pa media)$/iu

/** Tell a news agency, which is the author of what papers take from it. */
export function isAgency(name: string): boolean {
  return agency.test(name)
}

/** Names of no site, but of its first page or of what its software is. */
const noSite =
  /^(?:blog|home(?:page)?|startseite|start|inicio|accueil|news|website|site|index|main|blogger|wordpress|my (?:blog|site|website)|facebook|twitter|youtube)$/iu

/** The name of a site; undefined for what any site may be called. */
export function siteName(value: string): string | undefined {
  const text = plainText(value)
  return text === undefined || text.length > 100 || noSite.test(text) || /^https?:|^\d+$/.test(text) ? undefined : text
}

/** Tell the address of a site, or what stands in one, where its name should. */
export function isAddressLike(text: string): boolean {
  return domain.test(text.toLowerCase()) || /^[a-z\d]+(?:[-_][a-z\d]+)+$/.test(text)
}

/** Tell a company as it is registered. */
export function hasLegalForm(text: string): boolean {
  return legalForm.test(text)
}

/** Sections that every blog has and no editor chose. */
const noSection =
  /^(?:uncategori[sz]ed|allgemein(?:es)?|general|non classé|sin categoría|sem categoria|без рубрики|bez kategorii|genel|geen categorie|home(?:page)?|startseite|start|inicio|início|accueil|all|alle|articles?|artikel|posts?|(?:our )?blogs?|details?|\d+)$/iu

/** The name of a section; undefined for what is none. */
export function sectionName(value: string): string | undefined {
  const [first = '', ...others] = plainText(value)?.split(/\s*,\s*/) ?? []
  // Many sections are categories of a blog, the chief one first; two may be one of two words.
  const text = others.length > 1 || /,\S/.test(value) ? first : [first, ...others].join(', ')
  return text === '' || text.length > 80 || noSection.test(text) || /^https?:|^\//.test(text) ? undefined : text
}

/** An address of the web, with what it is relative to; undefined for any other. */
export function webAddress(value: string, base: string | undefined): string | undefined {
  const text = value.replace(/&amp;/g, '&').trim()
  if (/[\s<>"]/.test(text) || text.length > longest) return undefined
  if (/^https?:\/\/[^/?#]+/i.test(text)) return text
  // What is no address at all is often a word: only what looks like a path is one.
  if (base === undefined || !/^\/|^\.\.?\//.test(text)) return undefined
  try {
    return new URL(text, base).href
  } catch {
    return undefined
  }
}

/** Images that stand for no article: pixels that count, logos, the silhouettes of plugins. */
const noImage =
  /(?:^|[/_.-])(?:pixel|spacer|blank|transparent|1x1|favicon|placeholder|(?:site[-_]?)?logos?|default[-_](?:user[-_])?(?:image|share|og|social)|gravatar)(?:[-_.@\d]|$)/i

/** The address of an image that may show what an article is about. */
export function imageAddress(value: string, base: string | undefined): string | undefined {
  const address = webAddress(value, base)
  const path = address?.replace(/[?#].*$/, '')
  return path === undefined || noImage.test(path.slice(path.lastIndexOf('/'))) || /\.ico$/i.test(path)
    ? undefined
    : address
}

/** Who holds the rights, or under which licence; undefined for an address that says neither. */
export function rightsNotice(value: string): string | undefined {
  const text = plainText(value)
  if (text === undefined || text.length > 500 || domain.test(text)) return undefined
  const licence = /^(?:https?:)?(\/\/(?:www\.)?creativecommons\.org\/\S+)$/i.exec(text)
  if (licence) return text.startsWith('//') ? `https:${text}` : text
  if (!text.includes(' ') && text.includes('/')) return undefined
  return /\p{L}{2}/u.test(text) && !/^copyright(?:\s*(?:©|\(c\)))?\s*\d{0,4}$/i.test(text) ? text : undefined
}

/** A title without the name of the site that stands before or behind it, as it is known or as its host has it. */
export function withoutSite(title: string, sites: readonly string[], hosts: readonly string[] = []): string {
  const folds = new Set(sites.map(foldText))
  const parts = title.split(/(\s+[|–—·•»«-]\s+|\s+\|\||\s*::\s*)/u)
  let [start, end] = [0, parts.length]
  const isSite = (part: string, mostWords: number): boolean =>
    folds.has(foldText(part)) || isOfHost(part, hosts, mostWords)
  if (end - start > 2 && isSite(parts[end - 1]!, 4)) end -= 2
  // Before the title a word of the address may as well be of the title.
  if (end - start > 2 && isSite(parts[start]!, 0)) start += 2
  return parts.slice(start, end).join('').trim()
}

/** Tell what a host is named for, or a few words with that among them: `The Valley Post`, of `valleypost.org`. */
function isOfHost(part: string, hosts: readonly string[], mostWords: number): boolean {
  const words = foldText(part).split(' ')
  const letters = words.join('')
  return hosts.some((host) => letters === host || (words.length <= mostWords && letters.includes(host)))
}
