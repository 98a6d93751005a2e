/**
 * Keys under which spellings of one name meet, whichever language transliterated it: Szusza, Schuscha, Choucha and Shusha; Xankendi,
 * Chankendi and Khankendi; Stepanagert and Stepanakert.
 *
 * Made for names from Armenian, Azerbaijani, Russian and Turkish as English, French, German and Polish write them. Vowels differ most
 * and are left out; so are the voiced and the voiceless kind of a consonant, which western and eastern Armenian exchange. A letter
 * that two languages read differently (`ch`, `j`, `c`) gives a key for each reading. A key is coarse: who looks things up by it
 * compares the spellings too.
 */

/** What a group of letters may stand for; the longest that fits is taken. */
const readings: ReadonlyMap<string, readonly string[]> = new Map([
  ...groups('X', 'tsch dsch shch tch dzh dsh sch sh zh dj dż dz ş š ż ž ç č ģ sz cz'),
  ...groups('K', 'kh gh ck kk qq k g q x ğ ġ'),
  ...groups('S', 'ts tz ss zz s z ś ź ć'),
  ...groups('T', 'th dh tt dd t d'),
  ...groups('P', 'bb pp p b'),
  ...groups('F', 'ph ff f v w'),
  ...groups('M', 'mm m'),
  ...groups('N', 'nn n ń'),
  ...groups('L', 'll l ł'),
  ...groups('R', 'rr r'),
  // Of French and English one sound, of German and Polish another.
  ['ch', ['X', 'K']],
  ['c', ['X', 'K', 'S']],
  // The English and French sound, or the `y` of German and Polish.
  ['j', ['X', '']],
  // Russian has no such sound and writes g.
  ['h', ['', 'K']],
])
const longestGroup = 4
/** Most keys of one word: a word made of such letters alone is no name. */
const mostKeys = 12

function groups(sound: string, letters: string): [string, readonly string[]][] {
  return letters.split(' ').map((group) => [group, [sound]])
}

/**
 * The keys of a word. Two words that share one may be one name.
 *
 * @param word in any case; characters that are no letters are passed over.
 */
export function soundKeys(word: string): string[] {
  const letters = plainLetters(word)
  let keys = ['']
  for (let at = 0; at < letters.length; ) {
    let length = Math.min(longestGroup, letters.length - at)
    while (length > 1 && !readings.has(letters.slice(at, at + length))) length--
    // Of the vowels the first alone is heard in every language.
    const sounds = readings.get(letters.slice(at, at + length)) ?? [at === 0 ? 'A' : '']
    keys = [...new Set(keys.flatMap((key) => sounds.map((sound) => key + (sound === '' && at === 0 ? 'A' : sound))))]
    keys.length = Math.min(keys.length, mostKeys)
    at += length
  }
  return keys
}

/** Marks that make another letter of one, and so stay. */
const telling = /[şšżžçčğġģśźćńł]/

/** A word in small letters without accents, but for those that stand for a sound of their own. */
export function plainLetters(word: string): string {
  let letters = ''
  for (const character of word.normalize('NFC').toLowerCase()) {
    if (telling.test(character)) letters += character
    else letters += (odd[character] ?? character).normalize('NFD').replace(/[^a-z]/g, '')
  }
  return letters
}

/** A word in the twenty-six small letters alone, as a keyboard without the others writes it. */
export function bareLetters(word: string): string {
  return plainLetters(word)
    .normalize('NFD')
    .replaceAll('ł', 'l')
    .replace(/[^a-z]/g, '')
}

const odd: Readonly<Record<string, string>> = {ə: 'a', ı: 'i', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe'}
