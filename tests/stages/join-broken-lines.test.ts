/** Lines that a screen broke are joined; lines that an author broke are not. What is joined loses its hyphen or keeps it. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {joinBrokenLines} from '../../pipeline/join-broken-lines/index.js'
import {Document} from '../../src/document/document.js'
import {BlockParser} from '../../src/document/tree.js'

const join = (text: string): string => {
  const document = new Document({id: 'x', text, mediaType: 'text/markdown'})
  return document.apply(joinBrokenLines.run(document, {}).edits).document.text
}

test('verse keeps its lines', () => {
  const verse =
    'Slowly the rain goes over the hill,\nslowly the light comes down,\nand who will open the garden gate\nthat stands at the end of the town?'
  expect(join(verse)).toBe(verse)
})

test('prose of a narrow column is joined, and a word cut in it', () => {
  expect(join('The commission that was sent to the valley in the\nspring came back with nothing but a list.')).toBe(
    'The commission that was sent to the valley in the spring came back with nothing but a list.',
  )
  expect(join('The talks of the negoti-\nators had failed.')).toBe('The talks of the negotiators had failed.')
})

test('a sentence cut before its noun goes on in the next paragraph', () => {
  const whole = 'Whether lorries from both of the towns will ever meet there is another'
  expect(join(`${whole}\n\nmatter. The drivers say that they would.`)).toBe(
    `${whole} matter. The drivers say that they would.`,
  )
})

test('a list, a quote or a note that is taken as plain text keeps its lines', () => {
  const line = 'The commission that was sent to the valley in the spring'
  for (const text of [
    `- ${line}\n\n  came back\n- ${line}\n  with a list`,
    `> ${line}\n>\n> came back`,
    `[^1]: ${line}\n\n    back`,
  ]) {
    const document = new Document({id: 'x', text, mediaType: 'text/markdown', parser: new BlockParser(true)})
    expect([...joinBrokenLines.run(document, {}).edits]).toEqual([])
  }
})

test('what is joined once stays as it is, and long input takes linear time', () => {
  const once = join('The commission that was sent to the valley in the\nspring came back.\n\nAnd so on.')
  expect(join(once)).toBe(once)
  for (const text of ['a-\n', 'word-\n\n', 'Label: x\n', 'abcdefgh', 'und-\nund ', '-\u00ad\n']) {
    expect(join(text.repeat(20_000)).length).toBeGreaterThan(0)
  }
})

/** Sentences that say what language they are in, with a place for what is cut. */
const sentences = {
  en: ['The people who came to the town that morning said that', 'was what they had waited for all these years.'],
  de: ['Die Leute, die am Morgen in die Stadt gekommen waren, sagten über', 'noch lange nicht alles, was sie wussten.'],
  fr: [
    'Les gens qui étaient venus ce matin dans la ville disaient que',
    'était ce que tout le monde attendait depuis.',
  ],
  es: [
    'La gente que había llegado a la ciudad aquella mañana decía que',
    'era lo que todos esperaban desde hacía años.',
  ],
  ru: ['Люди, которые в то утро приехали в город, говорили, что', 'было именно тем, чего все давно ожидали.'],
  pl: ['Ludzie, którzy tego ranka przyjechali do miasta, mówili, że', 'było tym, na co wszyscy od dawna czekali.'],
  tr: [
    'O sabah şehre gelen insanlar, yıllardır herkesin beklediği',
    'konusunda söylenecek çok şey olduğunu anlattılar.',
  ],
  hy: ['Այն առավոտ քաղաք եկած մարդիկ ասում էին, որ', 'հենց այն է, ինչին բոլորը վաղուց սպասում էին։'],
  az: ['Həmin səhər şəhərə gələn adamlar hamının illərdir gözlədiyi', 'barədə deyiləcək çox söz olduğunu bildirdilər.'],
  ka: ['იმ დილით ქალაქში ჩასული ადამიანები ამბობდნენ, რომ', 'სწორედ ის იყო, რასაც ყველა დიდი ხნის განმავლობაში ელოდა.'],
  fa: ['مردمی که آن روز صبح به شهر آمده بودند می‌گفتند که', 'همان چیزی بود که همه سال‌ها در انتظارش بودند.'],
  ar: ['قال الناس الذين وصلوا إلى المدينة في ذلك الصباح إن', 'هو ما كان الجميع ينتظرونه منذ سنوات طويلة.'],
  he: ['האנשים שהגיעו לעיר באותו בוקר אמרו כי', 'הוא בדיוק מה שכולם חיכו לו במשך שנים רבות.'],
  hi: ['उस सुबह शहर में आए लोगों ने कहा कि', 'ही वह बात थी जिसकी सब बरसों से प्रतीक्षा कर रहे थे।'],
} as const

/** Where a line ends in a word, written `|`; the hyphen of a compound stands before it, that of a cut word is not written. */
const cuts: Readonly<Record<keyof typeof sentences, string>> = {
  en: `govern|ment inter|national nego|tiations re|member quick|ly impor|tance Septem|ber Yere|van
    seventy-|five ice-|cold ten-|year-old ten-year-|old well-|known state-of-|the-art rebel-|held UN-|brokered
    Saakashvili-|led anti-|inflation re-|elect self-|determination pre-|war built-|in e-|mail long-|term wind-|powered
    Nagorno-|Karabakh Armenian-|Turkish post-|Soviet 1992-|1994 1992–|1994 50-|year COVID-|19`,
  de: `Regie|rung Verhand|lungen Außen|minister deutsch-|französische Berg-|Karabach schwarz-|weiße Ex-|Präsident`,
  fr: `gouverne|ment négo|ciations franco-|allemande peut-|être Bourgogne-|Franche-Comté celui-|ci`,
  es: `gobier|no nego|ciaciones franco-|alemana Castilla-|León`,
  ru: `прави|тельство пере|говоры кто-|то по-|русски Нагорно-|Карабахская военно-|морской`,
  pl: `rzą|du nego|cjacje polsko-|niemieckie społeczno-|polityczne Bielsko-|Biała`,
  tr: `hükü|met görüş|meler sosyal-|ekonomik`,
  hy: `կառավա|րություն բանակ|ցություններ հայ-|ադրբեջանական Լեռնային-|Ղարաբաղ սոցիալ-|տնտեսական հարավ-|արևելյան երկու-|երեք
    հայ֊|թուրքական`,
  az: `hökumə|tinin danışıq|lar sosial-|iqtisadi elmi-|tədqiqat Dağlıq-|Qarabağ 1998-|ci alış-|veriş`,
  ka: `მთავრო|ბა მოლაპა|რაკება სოციალურ-|ეკონომიკური რუსეთ-|საქართველოს`,
  fa: `ایران-|عراق گفت-|وگو`,
  ar: `العربي-|الإسرائيلي`,
  he: `בית־|ספר ישראלי-|פלסטיני`,
  hi: `माता-|पिता बार-|बार`,
}

describe.each(Object.entries(sentences))('words at the end of a line: %s', (language, [before, behind]) => {
  for (const cut of cuts[language as keyof typeof cuts].trim().split(/\s+/)) {
    const whole = cut.replaceAll('|', '')
    const broken = cut.replace(/(?<![-–֊־])\|/, '-|').replace('|', '\n')
    test(cut, () => {
      const joined = `${before} ${whole} ${behind}`
      expect(join(`${before} ${broken} ${behind}`)).toBe(joined)
      expect(join(joined)).toBe(joined)
    })
  }
})

test.each(['-', '\u00ad', '‐', '¬', '- ', '¬ '])('a word cut with any mark is one word: %j', (mark) => {
  expect(join(`The talks of the negoti${mark}\nators had failed, and nobody was to blame for it.`)).toBe(
    'The talks of the negotiators had failed, and nobody was to blame for it.',
  )
})

/** A text, and what it becomes; where nothing is said it stays. */
test.each<[string, string, string?]>([
  ['a word of the text', 'A flimflam is a flim- flam, they say.', 'A flimflam is a flimflam, they say.'],
  ['a compound of the text', 'A flim-flam is a flim- flam, they say.', 'A flim-flam is a flim-flam, they say.'],
  [
    'a word of the text in Russian',
    'Переговоры шли долго, но пере- говоры ничего не дали.',
    'Переговоры шли долго, но переговоры ничего не дали.',
  ],
  ['a word that is not known', 'Люди говорили, что кол- лективы приехали в город утром того дня.'],
  ['words in common', 'Vor- und Nachteile, Ein- oder Ausgang, pre- and post-war, haupt- sowie nebenberuflich.'],
  ['a dash', 'He went to the store- front doors were shut - and left.'],
  ['a range', 'From 1992- to 1994- and on.'],
  [
    'soft hyphens',
    'Die Kom\u00admis\u00adsion hat die Re\u00adgierung gefragt.',
    'Die Kommission hat die Regierung gefragt.',
  ],
  [
    'soft hyphens in an address',
    'See [the re\u00adport](https://example.org/a\u00adb) and `a\u00adb`.',
    'See [the report](https://example.org/a\u00adb) and `a\u00adb`.',
  ],
  ['a sign of logic', 'p ¬ q, p¬q, and ¬p.'],
  ['a list of halves', '- pre- war\n- post- war'],
])('a hyphen inside a line: %s', (_, text, becomes = text) => {
  expect(join(text)).toBe(becomes)
  expect(join(becomes)).toBe(becomes)
})

test.each<[string, string]>([
  ['言った', 'それは橋だ。'],
  ['报告指出，', '全省的桥梁都没有检查。'],
  ['他说：“', '疏忽的程度令人惊讶。”'],
  ['橋梁は', '412あった。'],
])('no space comes into East Asian text: %s|%s', (before, behind) => {
  const rest = '昨日の朝、町の人々は川のほとりに集まって、長いあいだ待っていたと'
  expect(join(`${rest}${before}\n${behind}`)).toBe(`${rest}${before}${behind}`)
})

test('between East Asian and Latin letters stands what the text has there', () => {
  const rest = '昨天早上，城里的人们聚集在河边，等了很长时间，他们在那里使用'
  expect(join(`${rest}\nLinux 系统。`)).toBe(`${rest} Linux 系统。`)
  expect(join(`${rest}\nLinux系统。`)).toBe(`${rest}Linux系统。`)
})

test.each([
  [
    'Arabic',
    'قالت اللجنة في تقريرها الأول إن الجسور القديمة في المحافظة لم تُفحص منذ سنوات طويلة، وأضافت أن',
    'الوزارة رفضت التعليق على النتائج.',
  ],
  [
    'Persian',
    'کمیسیون در نخستین گزارش خود نوشت پل‌های قدیمی استان سال‌هاست بازرسی نشده‌اند و افزود که',
    'وزارتخانه از اظهار نظر خودداری کرد.',
  ],
  ['Hebrew', 'הוועדה כתבה בדוח הראשון שלה שהגשרים הישנים במחוז לא נבדקו במשך שנים רבות או', 'שהמשרד סירב להגיב על כך.'],
])('a sentence of %s that stops in its middle goes on in the next paragraph', (_, before, behind) => {
  expect(join(`${before}\n\n${behind}`)).toBe(`${before} ${behind}`)
  expect(join(`${before.slice(0, before.lastIndexOf(' '))}\n\n${behind}`)).toContain('\n\n')
})

test.each([
  ['what was written pre- and', 'post-war'],
  ['what was written pre-', 'and post-war'],
  ['what came of the first-', 'and second-degree burns'],
  ['children that were aged 5-', 'to 10'],
])('a hyphen that stands for a word keeps its space: %s|%s', (before, behind) => {
  expect(join(`Nobody in the whole town could tell ${before}\n${behind} in those days.`)).toBe(
    `Nobody in the whole town could tell ${before} ${behind} in those days.`,
  )
})

test('a hyphen that stands for a word keeps its space in German', () => {
  expect(join('Niemand in der ganzen Stadt wusste damals, was mit Haupt-\nund Nebenweg gemeint war.')).toBe(
    'Niemand in der ganzen Stadt wusste damals, was mit Haupt- und Nebenweg gemeint war.',
  )
})

test('a dash asks for a space, unless it stood without one', () => {
  expect(join('Nobody in the whole of the town had been told of it -\nand nobody asked.')).toBe(
    'Nobody in the whole of the town had been told of it - and nobody asked.',
  )
  expect(join('Nobody in the whole of the town had been told of it—\nand nobody asked.')).toBe(
    'Nobody in the whole of the town had been told of it—and nobody asked.',
  )
})

test('the text itself tells what is one word', () => {
  const told = (word: string): string =>
    join(`A ${word} is a ${word}, and those who do not like it, call it flim-\nflam.`)
  expect(told('flimflam')).toContain('call it flimflam.')
  expect(told('flim-flam')).toContain('call it flim-flam.')
})

test('a word cut by the end of a page is one word', () => {
  expect(join('The treaty was the work of the govern-\n\nment of the day, and of nobody else.')).toBe(
    'The treaty was the work of the government of the day, and of nobody else.',
  )
  expect(join('All that the people of the town had heard of Bosnia-\n\nHerzegovina was a name.')).toBe(
    'All that the people of the town had heard of Bosnia-Herzegovina was a name.',
  )
  expect(join('Of those who had lived there in the years of 1992-\n\n1994 nobody was left.')).toBe(
    'Of those who had lived there in the years of 1992-1994 nobody was left.',
  )
})

test.each([
  'Of all those who had lived there in those years, the|last and the|oldest ones were gone.',
  'Of all those who had lived there in those years,|the govern-|ment knew the names.',
])('a paragraph that was cut more than once is joined at once: %s', (cut) => {
  const once = join(cut.replaceAll('|', '\n\n'))
  expect(once).not.toContain('\n')
  expect(join(once)).toBe(once)
})

test.each([
  [
    'the head of a mail',
    'From: The secretary of the commission for the valley\nTo: All who were there\nDate: 3 March 2004',
  ],
  ['a mail without a subject', '(no subject)\nDate: Wednesday, 3 March 2004 at four in the afternoon'],
  ['marked labels', '**From:** The secretary of the commission for the valley\n**To:** All who were there'],
  ['a log', '07:30 Woke up, and looked out of the window for a while.\n08:15 Breakfast with all the others.'],
  ['an address', 'Ministry of Roads\n12 Mill Lane\nNorth Harbour'],
  ['a list', '- The first of the things that were to be done, pre-\n- war and all.'],
  ['an item that is no half of a word', 'What was left was but a half-\n\nThe next morning brought rain.'],
  ['code', 'Nobody in the whole town knew what to make of `in-\nter` at first.'],
])('%s is left alone', (_, text) => {
  expect(join(text)).toBe(text)
})

test('whatever is cut, a second run finds nothing', () => {
  const beginnings = [
    'people who came to the town that morning said that it was so',
    'it',
    'Karabakh was a',
    '1994 came',
  ]
  const others = [
    'He said. And then nothing of it was heard',
    'ment of the day',
    'and then\nthere were',
    'From: me\nTo: you',
  ]
  const ends = ['', ' the', ' and,', ' govern-', ' Nagorno-', ' 1992-', ' in', ' pre-', ' und-', '.']
  const part = fc.tuple(
    fc.constantFrom(...beginnings, ...others),
    fc.constantFrom(...ends),
    fc.constantFrom('\n', '\n\n'),
  )
  fc.assert(
    fc.property(fc.array(part, {maxLength: 8}), (parts) => {
      const once = join(parts.flat().join('').trimEnd())
      expect(join(once)).toBe(once)
    }),
    {numRuns: 500},
  )
})
