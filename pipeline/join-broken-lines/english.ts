/**
 * What a hyphen at the end of a line is in English, where compounds are as common as cut words.
 */
import {englishWords} from './english-words.js'
import type {Cut, Decision} from './languages.js'
import type {Vocabulary} from './vocabulary.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that the list of common words leaves out: names, and words that only stand in compounds. */
const names = set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday england scotland ireland britain france germany netherlands belgium switzerland austria hungary poland romania bulgaria ukraine russia turkey armenia azerbaijan georgia iran iraq israel palestine lebanon syria egypt jordan kuwait pakistan afghanistan india bangladesh china japan korea vietnam indonesia malaysia australia america canada mexico brazil argentina colombia washington london moscow berlin paris yerevan baku tbilisi ankara istanbul tehran brussels vienna budapest warsaw jerusalem damascus baghdad beijing karabakh european american russian armenian turkish german british english french iranian israeli palestinian georgian caucasus christian christmas orthodox catholic islamic muslim',
)
/** Second halves that make a compound of whatever word stands before them. */
const seconds = set(
  'held backed led based made run owned born wide long term old rich cold hot warm powered fed free style like brokered controlled mediated launched supported supplied speaking majority minded range scale level known called proclaimed proof armed funded sponsored imposed occupied populated friendly related oriented driven torn ridden stricken bound built grown paid lit shaped sized coloured colored haired eyed faced handed legged headed footed hearted tempered blooded skinned winged sided edged wing year month week day hour minute mile metre meter foot inch acre storey story page point seat time century generation fire roof owner holder maker making breaking taking seeking saving sharing building keeping giving eating drinking loving looking sounding running working leading growing changing facing winning selling packed filled laden soaked covered lined clad starved hungry worthy ready heavy light only specific wise effective efficient resistant tight dry deep high low tech grade class rate quality end side door air sea law chief general elect designate in up off out down by on away back over to one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth half quarter thirds fifths grandfather grandmother aged sensitive dependent conscious oriented centred centered ranking ranked trained educated written spoken registered flagged appointed elected designed inspired influenced affected infected damaged bombed ravaged weary savvy blue red green white black brown grey gray yellow gold',
)
/** Second halves of that kind that are as often the end of a word: the first half must be one. */
const likeEndings = set(
  'in on by to up off out down over back away term rate tight old led run red end ten one air sea law day light side line like fed hot lit rich long ready low wing wise time able age ant ate king sing son ton ring men man ward wards port form den dent let less ness ship hood some land way room house work book paper stone wood yard board berry fish bird ball mate hand head shot word mark field ground sent sign tent test tend act ally rage sage per ration table stance age tin ting mission position tract press sure tore main rise tie meter',
)
/** First halves that make a compound of any word that follows. */
const firsts = set(
  'self non ex pro anti well ill so semi quasi neo post pre cross half all co mid vice long short high low far near full part great mother father brother sister son daughter once much ever never better best less least newly still often then now north south east west twenty thirty forty fifty sixty seventy eighty ninety one two three four five six seven eight nine ten eleven twelve first second third double single multi ultra hard soft light dark deep bright pale red blue green white black brown grey gray yellow ice open close old new big small large fast slow free same left right top bottom front three ready decision policy peace state government year day year century would wannabe has had off on by in up and of the in to at',
)
/** Beginnings that English writes solid, and that are no words or not before what they begin. */
const solidFirsts =
  /^(?:inter|intra|intro|over|under|sub|super|trans|counter|contra|fore|mis|dis|un|im|ir|il|en|em|de|re|be|com|con|col|cor|per|ac|ad|af|al|ap|ar|as|at|ob|oc|op|ab|ex|in|pro|pre|tele|micro|photo|hydro|electro|geo|bio|auto|aero|astro|macro|mono|poly|retro|socio|psycho|thermo|hyper|infra|circum|dia|syn|sym|bene|mal|mag|uni|bi|tri|a|out|up|car|man|par|for|can|mar|ten|tar|pat|par|ban|bar|pen|pan|hand|cap|sat|tem|pos|pub|sen|sup|cul|dan|des|dif|dis|fan|fin|fun|gen|his|hos|ill|imp|ind|jus|lan|mas|mes|mod|mon|mor|mut|nor|num|off|ord|org|ped|pol|pop|port|pres|prin|prob|pur|rad|rec|ref|rel|rep|res|rev|sec|sep|ser|sig|sim|sit|spec|stan|sta|stu|sus|sur|tal|tech|val|var|vic|vil|vis|vol)$/
/** Ends of words that are no words themselves: with what stands before them they make one. */
const ending =
  /^(?:[bcdfghjklmnprstvz]{0,2}(?:[aeiou]?tions?|[st]?sions?|c?ians?|tional(?:ly|ism|ists?)?|ments?|mental|ings?|ingly|ities|ity|ness|nesses|ences?|ances?|ency|ancy|encies|ents?|ants?|ently|antly|ously|ous|ious|ives?|ively|ism|isms|ists?|istic|ists|ize[ds]?|ise[ds]?|izing|ising|ization|isation|ably|ibly|ables?|ibles?|tures?|tural|tured|turing|sures?|sured|als?|ally|ials?|ially|ical(?:ly)?|ics?|ates?|ated|ating|ators?|ation|ers?|ors?|est|ed|ful|fully|less|ward|lies|ly|ry|ty|cy|gy|phy|ble|bles|bled|bly|ple|ples|tle|tles|dle|gle|cle|cles|ary|ery|ory|aries|ories|ories|arily|ern|ish|ished|ishing|ify|ified|ifies|fied|fying|tive|sive|tial|cial|cious|tious|dom|hood|ship|ships|some|tude|tary|nary|dor|tor|tors|ter|ters|tern|der|ders|ber|bers|ner|ners|mer|per|pers|ger|gers|ver|vers|ver|ler|lers|nal|val|tal|cal|ral|dent|dents|gence|ture))$/
const consonantsOnly = /^[bcdfghjklmnpqrstvwxz]+$/
/** Beginnings of syllables that no English word has. */
const noBeginning =
  /^(?:[bdfghkmnpqrtvz]{2}(?<!br|dr|fr|gr|kr|pr|tr|gh|kn|ph|th|rh)|bl?[^aeiouylr]|c[^aeiouhlry]|l[^aeiouy]|m[^aeiouy]|n[^aeiouy]|r[^aeiouyh]|[dt][^aeiouhrwy]|x|[jqvz][^aeiouy])/

/** Decide about a cut in English. */
export function decideEnglish({left, right, isChain, isName}: Cut, vocabulary: Vocabulary): Decision {
  const whole = left + right
  if (!isChain && isWord(whole, vocabulary)) return {hyphen: 'goes', evidence: 'the halves make a common word'}
  const isLeft = isWord(left, vocabulary)
  const isRight = isWord(right, vocabulary)
  const isSolid = solidFirsts.test(left)
  if (isChain && isRight) return compound
  if (seconds.has(right) && (isLeft ? !isSolid || firsts.has(left) : !likeEndings.has(right) && !isSolid))
    return compound
  // Two equal vowels would meet: re-elect, co-operate, de-escalate, anti-inflation, pre-empt.
  if (/^(?:re|de|pre|co|anti|semi)$/.test(left) && right[0] === left.at(-1) && right.length > 3) return compound
  if (firsts.has(left) && isRight && (right.length > 3 || !likeEndings.has(right))) return compound
  if (!isRight && ending.test(right)) return cutWord('what follows is the end of a word')
  if (!isLeft || isSolid) {
    if (isSolid) return cutWord('what stands before begins a word')
    if (!isRight) return cutWord('neither half is a word')
    // A name before a word is a compound, unless the name goes on: Mos-cow would have been known.
    if (isName && right.length > 3) return compound
    if (noEnd.test(left)) return cutWord('what stands before is no word')
    if (likeEndings.has(right)) return cutWord('what follows is the end of a word')
    return doubtful
  }
  if (isRight)
    return likeEndings.has(right) && !seconds.has(right) ? cutWord('what follows is the end of a word') : compound
  if (right.length < 4 || consonantsOnly.test(right) || noBeginning.test(right))
    return cutWord('what follows is no word')
  return isName ? cutWord('what follows is no word') : doubtful
}

/** What English words hardly end in. */
const noEnd =
  /(?:[aiou]|[^aeiouy][bcdgjkmpvz](?<!ck|rk|sk|lk|nk|ld|nd|rd|rm|lm|lp|mp|rp|sp|ng|rb|mb|rg|rc|lf)|[jqv]|^.)$/

const compound: Decision = {hyphen: 'stays', evidence: 'the hyphen belongs to a compound'}
const doubtful: Decision = {hyphen: 'stays', evidence: 'nothing tells the hyphen from that of a compound'}

function cutWord(evidence: string): Decision {
  return {hyphen: 'goes', evidence}
}

/** Tell a word, in lower case, or a form of one. */
function isWord(word: string, vocabulary: Vocabulary): boolean {
  if (word.length < 3) return /^(?:am|an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we)$/.test(word)
  return isListed(word, vocabulary) || stems(word).some((stem) => stem.length > 2 && isListed(stem, vocabulary))
}

function isListed(word: string, vocabulary: Vocabulary): boolean {
  return englishWords.has(word) || names.has(word) || vocabulary.has(word)
}

/** What a word may be a form of. */
function stems(word: string): string[] {
  const found: string[] = []
  for (const [end, ...replacements] of endings) {
    if (!word.endsWith(end)) continue
    const stem = word.slice(0, -end.length)
    for (const replacement of replacements) found.push(stem + replacement)
    // Doubled before an ending: stopped, planning.
    if (/^[aeiy]/.test(end) && /([^aeiou])\1$/.test(stem)) found.push(stem.slice(0, -1))
  }
  return found
}

/** Endings, and what stands in place of each in the word itself. */
const endings: readonly (readonly [end: string, ...replacements: readonly string[]])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['ed', '', 'e'],
  ['ied', 'y'],
  ['ing', '', 'e'],
  ['ly', '', 'le'],
  ['ally', ''],
  ['ily', 'y'],
  ['er', '', 'e'],
  ['ers', '', 'e'],
  ['ier', 'y'],
  ['est', '', 'e'],
  ['iest', 'y'],
  ['or', '', 'e'],
  ['ors', '', 'e'],
  ['ness', ''],
  ['iness', 'y'],
  ['ment', ''],
  ['ments', ''],
  ['ion', '', 'e'],
  ['ions', '', 'e'],
  ['ation', '', 'e'],
  ['ations', '', 'e'],
  ['able', '', 'e'],
  ['ity', '', 'e'],
  ['al', '', 'e'],
  ['ally', '', 'al'],
  ['ful', ''],
  ['less', ''],
  ['ship', ''],
  ['ian', '', 'y'],
  ['ist', '', 'y'],
]
