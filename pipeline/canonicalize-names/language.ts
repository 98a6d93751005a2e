/**
 * Tell English from other languages, paragraph by paragraph, by script, letters and function words.
 *
 * Canonical forms are English forms, so the only question is whether a text is English. A detector of languages costs a
 * hundred times as much and is less sure on one sentence: it is asked only of a few words that nothing else decides.
 */
import {readLanguage} from '../language/detector.js'

/** Function words that English has and its neighbours have not, or in other senses. */
const english = new Set(
  'the of and to is was were are that with for on by from at has had have be been it its this which who not but as an or their his her they he she we after before when where while into over said will would about near than under between out up down there what all in one two no if so some more most other our your i my you did does do can could could may only then still very reached left took went came several people many first last years year also because through against during since until such these those them him how than well even made any each three four five six several hundred called says many another every both being'.split(
    ' ',
  ),
)
/** Function words of the languages around English. */
const others = new Set(
  [
    'der die das und ist nicht mit auf ein eine einen einer eines für über von dem den des zu im am wird wurde werden nach bei sich auch aus wie es noch nur vor zum zur fiel liegt haben sind war hat',
    'le la les du des et est une dans pour que qui sur aux ont été par en au ce cette son sa ses il elle ils nous vous mais avec pas plus sont fait où un l d de se ne',
    'w z i na się nie do jest to że od po przez oraz ale jak który która które był była było były dla za co jego jej ich już tylko przed też może kilka tysięcy osób przy ze samo co czy tym tej tego tam tak tu ten ta te ich nas',
    've bir bu da için ile olarak çok daha yeni en gibi olan sonra kadar ama var şehri açıldı oldu',
    'və bu ilə üçün olan sonra kimi daha çox şəhəri rayonu edib olub edir görə yağdı ki də',
    'el los las una por con para del se su como más pero sus este entre también fue y que es en',
    'il lo gli di che e un per con non sono della nel alla dei delle è anche più',
    'o os uma do da no na em um com não mais foi são ao pelo pela',
    'de het een van en in is op te dat niet met voor zijn aan door ook maar',
    'och att det som en på är av för med till den har inte om ett från efter vid mot hade blev nya många mellan',
    'og at det som en på er av af til ikke har fra ved blev ble mellem mellom',
    'v je na se s z že do to a byl jako po za od',
    'u na za od su iz kod sa koji koja koje što kao ali bio bila nije nakon protiv između oko',
    'ir į iš kad yra buvo už dėl apie nuo kaip prie po tačiau',
    'un uz pie bija nav kas vai pēc',
    'ja ei että oli ovat mutta kun myös oma ning kuid',
    'nga në e dhe të një me për nuk është si ka u i',
    'és a az hogy nem egy volt meg is de',
    'și în de la cu pe un o nu din este care pentru au mai',
  ]
    .join(' ')
    .split(' '),
)
/** Words of English that are words of another language too: they count half for English, and nothing against it. */
const shared = new Set(
  'on as at in no we so she do i an die was war is to u over he my a o me all had has be by for did can are of under want men last'.split(
    ' ',
  ),
)
/** Nouns and verbs of the news that no other language writes so; they tell a headline, which has few function words. */
const news = new Set(
  `mayor quits road roads town towns village villages city cities school schools church churches army forces troops soldiers ceasefire truce talks
  peace fighting attack attacks killed dead hurt wounded says said told fell falls hits burns burned residents people refugees returns return
  returned reopens reopened closed shut snow rain weather history guide travel north south east west spring summer autumn weeks day
  days night morning years month months old new first last news report reports watch read more day border war 
 government court fire power bridge town's buses flights far`.split(/\s+/),
)

/** Words of other languages that English has as nouns, or in names. */
for (const word of 'son plus per ten ale den net pas sort pour tam van hat met far com se si non te ma del con los las san von al'.split(
  ' ',
))
  others.delete(word)

/** Whether a word is one of those that tell English. */
export function isEnglishWord(word: string): boolean {
  return english.has(word) || shared.has(word)
}

/** What stands behind an apostrophe in English. */
const contraction = /^(?:s|t|ll|re|ve|d|m)$/
const words = /(['’]?)([\p{L}\p{M}]+)/gu
const foreignLetters = /[ąćęłńśźżəğışçöüäßéèêàâîôûñãõøåæčřšžěůőűáíóúý]/
/** Characters of a text that are read; of a longer one its beginning, for it goes on as it begins. */
const sample = 2000

/** Words after which a clear lead decides, and how clear. */
const enough = 40
const lead = 8

/** Whether a text reads as English; undefined where it is too short or too mixed to tell. */
export function isEnglish(text: string): boolean | undefined {
  let own = 0
  let foreign = 0
  let latin = 0
  let total = 0
  const head = text.slice(0, sample)
  const isShouted = !/\p{Ll}/u.test(head)
  const hasCapitals = !isShouted && /\p{Lu}/u.test(head)
  words.lastIndex = 0
  for (let match = words.exec(head); match; match = words.exec(head)) {
    const [, apostrophe, token = ''] = match
    total++
    const word = token.toLowerCase()
    if (word.codePointAt(0)! < 0x250) latin++
    if (apostrophe && contraction.test(word)) {
      own += 0.5
      continue
    }
    // Alone and without a capital these are prepositions: Fred i Erevan, Put u Erevan.
    if ((token === 'i' || token === 'u') && hasCapitals && / /.test(head.charAt(words.lastIndex))) {
      foreign++
      continue
    }
    if (english.has(word)) own += shared.has(word) ? 0.5 : 1
    else if (news.has(word)) own += 0.75
    // Words with a capital are names as often as not: "Los Angeles".
    if (shared.has(word) || (token !== word && total > 1 && !isShouted)) continue
    if (others.has(word)) foreign++
    // Letters of these languages, in words that are no names: English borrows names, not participles.
    else if (token === word && foreignLetters.test(word)) foreign++
    if (total >= enough && Math.abs(own - foreign) >= lead) break
  }
  if (total > 0 && latin * 2 < total) return false
  // A single word that other languages share is no evidence.
  if (own > foreign && own > 0.5) return true
  if (foreign > own) return false
  return undefined
}

/** Fewest letters of which the detector is asked, and by how much English must be less likely. */
const thresholds = {
  'in doubt': {letters: 4, margin: 0.1},
  'in English text': {letters: 10, margin: 0.3},
} as const

/** Whether a few words, in which there is no function word, are of another language for all that they look like. */
export function looksForeign(text: string, where: keyof typeof thresholds): boolean {
  const {letters, margin} = thresholds[where]
  if (where === 'in doubt' && /[\u0100-\u024f\u0259]/.test(text.slice(0, sample))) return true
  const head = text.slice(0, sample).toLowerCase()
  if ((head.match(/\p{L}/gu)?.length ?? 0) < letters) return false
  const {language, english, best} = readLanguage(head)
  return language !== 'en' && best - english > margin
}

/** How many stretches of a long document are read for its language. */
const stretches = 5

/** Whether a document reads as English: stretches of it, for a page may begin with a menu in two languages. */
export function readsEnglish(text: string): boolean | undefined {
  const step = Math.max(sample, Math.ceil(text.length / stretches))
  let balance = 0
  for (let at = 0; at < text.length; at += step) {
    const reading = isEnglish(text.slice(at, at + sample))
    if (reading !== undefined) balance += reading ? 1 : -1
  }
  return balance === 0 ? undefined : balance > 0
}
