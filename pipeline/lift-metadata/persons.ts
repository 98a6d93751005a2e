/**
 * Tell people from papers, places and desks by their names alone. What cannot be told is neither: a wrong author is worse
 * than none.
 */
import {givenNames} from './given-names.js'

const particle = `(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|af|av|zu|zum|ter|ten|y|e|i|ve)`
const nameWord = String.raw`(?:\p{Lu}[\p{L}\p{M}'’ʼ-]+|\p{Lu}\.(?:-?\p{Lu}\.)?|(?:al|el|ad|ar|as)-\p{Lu}[\p{L}\p{M}'’-]+)`
/** A name in a script without capitals stands only where a word announces it. */
const caselessWord = String.raw`[\u0590-\u07ff\u0900-\u0963\u10d0-\u10ff\ufb50-\ufdff\ufe70-\ufeff]{2,}`
/** A name in a script without spaces, or one that is transcribed in it. */
const unspacedName = String.raw`\p{Script=Han}{2,4}(?:[ \u3000]\p{Script=Han}{1,3})?|[\p{Script=Katakana}ー]{2,12}[・＝ ][\p{Script=Katakana}ー]{2,12}`
const name = String.raw`(?:${nameWord}(?:\s+(?:${particle}\s+)?${nameWord}){1,4}|${caselessWord}(?:\s+${caselessWord}){1,3}|${unspacedName})`
const separator = String.raw`(?:\s*[,;&、،]\s*(?:(?:and|und|et|и)\s+)?|\s+(?:and|und|et|y|ve|i|и|և|və)\s+)`

/** Source of a pattern of one or more names. */
export const namesSource: string = `${name}(?:${separator}${name}){0,5}`
const strictName = new RegExp(`^${name}$`, 'u')
const splitNames = new RegExp(separator, 'u')
const degree = /^(?:prof(?:essor)?|dr|mag|dipl|ing|sir|dame|rev|проф|д-р)\b\.?\s*(?=\S)/iu

/** Words in the names of papers, offices and places, in lower case; none of them is a family name worth the risk. */
const outletWord =
  /(?:^|[\s-])(?:the|post|times|news|newspaper|daily|weekly|monthly|magazine|review|journal|gazette|herald|tribune|chronicle|observer|guardian|press|agency|media|radio|tv|television|channel|online|blog|report|reports|reporter|bulletin|courier|mail|telegraph|mirror|standard|star|sun|mercury|echo|monitor|digest|wire|reuters|afp|dpa|getty|images|institute|centre|center|university|college|school|foundation|society|association|council|committee|commission|ministry|office|department|group|team|staff|desk|editors?|editorial|redaktion|redacción|redakcja|rédaction|редакция|haber|merkezi|gazetesi|postası|zeitung|zeitschrift|tageblatt|tagblatt|blatt|bote|rundfunk|verlag|le monde|figaro|diario|periódico|gazeta|газета|вестник|листок|журнал|новости|агентство|kurier|dziennik|house|books|international|national|europe|asia|africa|america|caucasus|street|city|county|north|south|east|west|new|los|san|santa|saint|world|business|politics|culture|science|sports?|opinion|analysis|research|studies|affairs|policy|voice|forum|watch|today|library|museum|company|inc|ltd|gmbh|llc|corp|service|services|project|network|party|union)(?=$|[\s-])/iu
const noName =
  /^(?:admin\p{L}*|administrator|editor|redaktion|staff|user|super user|webmaster|publisher|author|guest|anonymous|root)$/iu

/** Tell a name from other capitalised words: by a given name or by initials, and by nothing that only papers have. */
export function isPerson(text: string): boolean {
  const bare = text.replace(degree, '')
  if (bare.length > 60 || !strictName.test(bare) || outletWord.test(bare)) return false
  const words = bare.split(/\s+/)
  const [first] = words as [string]
  if (bare !== text) return true
  if (/^\p{Lu}\.(?:-?\p{Lu}\.)?$/u.test(first) && /^\p{Lu}[\p{L}'’-]+$/u.test(words.at(-1)!)) return true
  return (
    words.length <= 4 && (givenNames.has(first.toLowerCase()) || givenNames.has(first.toLowerCase().split('-')[0]!))
  )
}

/** Tell what may be a name where something else says that there is one: other words look alike, in scripts without capitals most. */
export function mayBeName(text: string): boolean {
  return text.length <= 60 && strictName.test(text) && !outletWord.test(text) && !isNobody(text)
}

/** Words for what somebody does at a paper, by language. */
const job =
  /(?:^|[\s-])(?:editors?|reporters?|writers?|correspondents?|columnists?|journalists?|contributors?|producers?|photographers?|critics?|analysts?|bureau chief|publisher|redakteur(?:in)?|redaktor(?:ka)?|reporter(?:in|ka)?|korrespondent(?:in)?|journalistin?|autor(?:in)?|rédact(?:eur|rice)|journaliste|correspondante?|chroniqueu(?:r|se)|redactora?|periodista|corresponsal|redattore|redattrice|giornalista|corrispondente|inviat[oa]|dziennikar(?:z|ka)|korespondent(?:ka)?|редактор|корреспондент(?:ка)?|журналист(?:ка)?|обозреватель|кореспондент(?:ка)?|оглядач|editörü?|muhabiri?|yazarı?|müxbiri?|redaktoru?|խմբագիր|թղթակից|լրագրող|რედაქტორი|ჟურნალისტი|محرر|مراسل|صحفي|سردبیر|خبرنگار)(?:[\s-](?:in[\s-]chief|at[\s-]large|en chef|jefe|en jefe|capo))?$/iu

/** Tell what somebody does at a paper from the name of one, which may end with the same word behind an article. */
export function isJobTitle(text: string): boolean {
  return (
    text.length < 60 &&
    !/^the\s/i.test(text) &&
    (job.test(text) || /^chef(?:redakteur(?:in)?|reporter(?:in)?)$/iu.test(text))
  )
}

/** Tell the name of a paper, an agency or a site. */
export function isOutlet(text: string): boolean {
  if (isJobTitle(text)) return false
  return outletWord.test(text) || /^\p{Lu}{2,6}$/u.test(text) || /^[\p{L}\d-]+\.[a-z]{2,6}$/iu.test(text)
}

/** Tell what stands where an author's name should, but is an account or an office. */
export function isNobody(text: string): boolean {
  return noName.test(text)
}

/** Cut a list of names into names; academic degrees are no part of them. */
export function splitAuthors(text: string): string[] {
  return unglued(text)
    .split(splitNames)
    .map((author) => inCase(withoutAgency(withoutDegree(author.trim()))))
    .filter(Boolean)
}

/** A name in capitals, two words or more, as it is written elsewhere. */
export function inCase(name: string): string {
  if (!/^\p{Lu}[\p{Lu}'’.-]+(?: \p{Lu}[\p{Lu}'’.-]*)+$/u.test(name)) return name
  return name.replace(/\p{Lu}+/gu, (word) => word[0]! + word.slice(1).toLowerCase())
}

/** The agency that somebody writes for, behind their name without a sign. */
const agencyBehind =
  /(?<=\p{L}[\p{L}.'’-]* \p{L}[\p{L}.'’-]{0,40}) (?:(?:The )?Associated Press|AP|Reuters|AFP|Agence France-Presse|dpa|DPA|EFE|ANSA|TASS|Xinhua|Bloomberg(?: News)?|UPI)$/u

function withoutAgency(name: string): string {
  return name.replace(agencyBehind, '')
}

const office =
  /(?:^|[\s-])(?:editors?|redaktion|redakcja|rédaction|staff|desk|team|newsroom|reporters?|writers?|correspondents?|gardener|director|direktor(?:in)?|(?:\p{L}{0,20})leiter(?:in)?|referent(?:in)?|ltd|inc|newspapers|agency|service)(?=$|[\s-])/iu

/** A name without the office that a flattened page glued to it; undefined for an office or a house alone. */
export function withoutOffice(text: string): string | undefined {
  if (!office.test(text) && text.split(/\s+/).length <= 5) return text
  const start = text.split(/\s+/).slice(0, 2).join(' ')
  return isPerson(start) && !office.test(start) ? start : undefined
}

/** A name without what stands before it. */
export function withoutDegree(text: string): string {
  return text.replace(degree, '')
}

/** Cut off what a flattened page glued to a name: "Anna ExampleStaff Writer". */
function unglued(text: string): string {
  const glue = /(?<=\p{Lu}\p{Ll}{3,})\p{Lu}\p{Ll}{3,}/u.exec(text)
  return glue ? text.slice(0, glue.index) : text
}

/** The address of a page about an author. */
export const authorAddress: RegExp =
  /\/(?:authors?|bylines?|people|person|profiles?|contributors?|writers?|columnists?|experts?|reporters?|staff|autor(?:en|es|in|zy|i|e)?|auteurs?|journalist(?:s|es|en)?|redacteurs?|redakt(?:eure?|ion)|yazar(?:lar)?|avtor[iy]?|muellif)(?:[/=][^/?#]{1,100}\/?(?:[?#].*)?$|\/[^?#]{1,150}\/[^/?#]{1,100}\/?$)|(?:substack|medium)\.com\/@[\w.-]{2,60}\/?(?:\?.*)?$|[?&]author=/i
