/** The forms that authors write, found by their order alone; what looks like them and is of a page is not found. */
import {describe, expect, test} from 'vitest'
import {findAuthored} from '../../pipeline/strip-debris/authored/index.js'
import {stripDebris} from '../../pipeline/strip-debris/index.js'
import {makeMatcher} from '../../pipeline/strip-debris/match.js'
import {debrisRules} from '../../pipeline/strip-debris/rules/index.js'
import {scanUnits} from '../../pipeline/strip-debris/units.js'
import {Document} from '../../src/document/document.js'

const matcher = makeMatcher(debrisRules)
const noTitle = {isTitled: false, isSigned: false}
const documentOf = (blocks: readonly string[]): Document =>
  new Document({id: 'case', text: `${blocks.join('\n\n')}\n`, mediaType: 'text/markdown'})

const found = (blocks: readonly string[], head = {isTitled: true, isSigned: false}): string[] => {
  const {text, blocks: parts} = documentOf(blocks)
  const units = scanUnits(text, parts)
  const authored = findAuthored(
    units,
    units.map((unit) => matcher.match(unit)),
    head,
  )
  return units.filter((unit) => authored.has(unit)).map(({plain}) => plain)
}

const strip = (blocks: readonly string[]): string[] => {
  const document = documentOf(blocks)
  const result = stripDebris.run(document, stripDebris.options.parse({}))
  return document.apply(result.edits, result).document.text.trimEnd().split('\n\n')
}

const prose = [
  'The mill by the river was sold last week to a family that intends to live in it, the council said on Monday.',
  'Its wheel has not turned for thirty years, and the new owners say that they will leave it alone for good.',
] as const
const menu = ['Skip to content', 'Log in', 'Search']
const foot = ['Share this article', 'Related articles', '[The ferry in the mud](/ferry)', 'Privacy policy']

describe('forms are found, and stay between the menu and the foot of a page', () => {
  test.each<readonly [form: string, lines: readonly string[]]>([
    ['a live blog', ['14:05', 'No trains.', '14:32', 'The rain stops.', '15:10', 'All clear.']],
    ['one that counts down', ['3.10pm', 'All clear.', '2.32pm', 'The rain stops.', '10.05am', 'No trains.']],
    ['a live blog in German', ['06:02 Uhr', 'Hagel.', '06:45 Uhr', 'Der Strom fällt aus.', '7:30 Uhr', 'Entwarnung.']],
    ['a live blog in French', ['8h15', "L'eau monte.", '8h40', 'Le pont est coupé.', '9h05', 'La pluie faiblit.']],
    ['clocks before the entries', ['10.05 He rises.', '10.12 Beer duty is frozen.', '10.40 He sits down.']],
    [
      'a sentence behind the last entry',
      ['9:02', 'All rise.', '9:10', 'Not guilty.', '9:31', 'Recess.', 'That is all.'],
    ],
    ['the minutes of a match', ["1'", 'Kick-off.', "45+2'", 'Half-time.', "90'", 'Full time.']],
    ['a chronology', ['1611', 'Erste Erwähnung.', '1702', 'Brand.', '1848', 'Verkauf an den Müller.']],
    [
      'a transcript',
      [
        'HOST: What is down there?',
        'CAREY: Light.',
        '[MUSIC]',
        'HOST: And when it rains?',
        'CAREY: Goodbye.',
        '[MUSIC]',
      ],
    ],
    [
      'a transcript in Russian',
      ['ВЕДУЩИЙ: Что там видно?', 'КАРЕВА: Свет.', 'ВЕДУЩИЙ: Спасибо.', 'КАРЕВА: До свидания.', '[МУЗЫКА]'],
    ],
    [
      'speakers in small letters',
      ['Ruth: Why?', 'Tom: It rained.', 'Ruth: Where?', 'Tom: There.', 'Ruth: I see.', 'Tom: So do I.'],
    ],
    ['a glossary', ['Bedstone', 'The stone that lies still.', 'Race', 'The channel.', 'Tail', 'Where water leaves.']],
    ['the keys of a program', ['Home', 'Goes to the start.', 'Search', 'Opens the bar.', 'Share', 'Sends the line.']],
    ['questions and answers', ['Fehlt Ihnen der Lärm?', 'Nein.', 'Gar nicht?', 'Nachts.', 'Und jetzt?', 'Schlafen.']],
    [
      'a recipe',
      ['Ingredients', '2 kg plums', 'salt', 'Method', 'Peel.', 'Boil.', 'Storage', 'In the dark.', 'Serves 4'],
    ],
    ['a recipe in Turkish', ['Malzemeler', '6 patates', '1 soğan', 'Yapılışı', 'Soyun.', 'Pişirin.']],
    ['prices', ['Adults 3.50', 'Children 1.00', 'Cows 8.00', 'Cash only.']],
    ['prices in euros', ['Adultes 3 €', 'Vélos 2 €', 'Vaches 8 €']],
    ['verses', ['I let the bucket down', 'and brought up sky', 'and drank it', 'stars and all']],
    ['the end of a letter', ['Sincerely,', 'Ruth Ames', 'Upper Farm']],
    ['the end of a letter in German', ['Mit freundlichen Grüßen', 'Ruth Ames']],
    ['the end of a letter in Russian', ['С уважением,', 'Рита Амес']],
    ['the end of a note', ['Best,', 'Anna']],
  ])('%s', (_, lines) => {
    expect(found([...prose, ...lines])).toEqual(lines)
    expect(strip([...menu, '# The mill is sold', ...prose, ...lines, ...foot])).toEqual([
      '# The mill is sold',
      ...prose,
      ...lines,
    ])
  })

  test('a list that a sentence announces, whatever its items say', () => {
    const list = '- Home\n- News\n- Contact\n- Water\n- Maps'
    const announced = [prose[0], 'There are five of these signs, and they say, from left to right:', list, prose[1]]
    expect(found(announced)).toEqual(['Home', 'News', 'Contact', 'Water', 'Maps'])
    expect(strip([...menu, '# The mill is sold', ...announced, ...foot])).toEqual(['# The mill is sold', ...announced])
  })

  test('a list under a heading between two paragraphs', () => {
    const blocks = [prose[0], '## What they say', '- Home\n- Search\n- Water\n- Contact', prose[1]]
    expect(found(blocks)).toEqual(['Home', 'Search', 'Water', 'Contact'])
    expect(strip([...menu, '# The mill is sold', ...blocks, ...foot])).toEqual(['# The mill is sold', ...blocks])
    expect(found([...prose, '## Our pages', '- Home\n- Search\n- Water'])).toEqual([])
    expect(found([prose[0], '## Our pages', '- [Home](/)\n- [Search](/search)', prose[1]])).toEqual([])
  })

  test('lines that a sentence announces and a paragraph follows', () => {
    const lines = ['Accueil', 'Contact', 'Eaux']
    expect(found([prose[0], 'Il y en a trois, et on y lit encore, de gauche à droite, ces mots :', ...lines])).toEqual(
      [],
    )
    expect(
      found([prose[0], 'Il y en a trois, et on y lit encore, de gauche à droite, ces mots :', ...lines, prose[1]]),
    ).toEqual(lines)
  })

  test('sections of a sentence each, with buttons between them', () => {
    const blocks = [...prose, 'Share', '## Shoes', 'Flat, wide, old.', 'Tweet', '## Gait', 'Like a penguin.']
    expect(found(blocks)).toEqual(['Shoes', 'Flat, wide, old.', 'Gait', 'Like a penguin.'])
    expect(strip([...blocks, ...foot])).toEqual(blocks.filter((block) => block !== 'Share' && block !== 'Tweet'))
  })

  test('the salutation of a letter', () => {
    expect(found(['Dear Sir,', ...prose])).toEqual(['Dear Sir,'])
    expect(found(['Уважаемый господин председатель!', ...prose])).toEqual(['Уважаемый господин председатель!'])
  })

  test.each([
    ['In summer, when everybody was at the river, a calf fell into', 'it.'],
    ['Mit der Post verlor das Dorf die Briefe und jeden\nKontakt.'],
    ['люди виделись там по утрам и узнавали друг от друга все', 'новости.'],
  ])('the last line of a wrapped sentence: %s', (...lines) => {
    expect(found([...prose, ...lines])).toHaveLength(1)
    expect(strip([...prose, ...lines, ...foot])).toEqual([...prose, ...lines])
  })
})

describe('headlines', () => {
  const signed = {isTitled: false, isSigned: true}

  test('are the lines between the menu and a body with a byline', () => {
    expect(found([...menu, 'Who owns the sea?', 'An old question', ...prose], signed)).toEqual(
      ['An old question', 'Who owns the sea?'].reverse(),
    )
    expect(found([...menu, 'Мост, которого ждали', 'Анна Левина', ...prose], signed)).toEqual(['Мост, которого ждали'])
  })

  test('stand over the first entry, too', () => {
    const entries = ['09:00', 'Abren los colegios.', '10:15', 'Colas.', '12:30', 'Vota el alcalde.']
    expect(found([...menu, 'Elecciones en el valle', ...entries], noTitle)).toEqual([
      'Elecciones en el valle',
      ...entries,
    ])
  })

  test('are not looked for where the title is known or nothing tells them from labels', () => {
    expect(found([...menu, 'Who owns the sea?', ...prose], {isTitled: true, isSigned: true})).toEqual([])
    expect(found([...menu, 'Who owns the sea?', ...prose], noTitle)).toEqual([])
    expect(found(['Rivers and mills', 'Bread and rain', 'All our weirs', ...prose], signed)).toEqual([])
    expect(found([...menu, 'Updated: 3 May 2016', ...prose], signed)).toEqual([])
    expect(found([...menu, 'Rivers', ...prose], signed)).toEqual([])
  })
})

describe('what looks like a form is not found', () => {
  test.each<readonly [what: string, lines: readonly string[]]>([
    [
      'a ticker of headlines',
      ['14:05', 'Two mills burn', '14:32', 'A bridge is sold', '15:10', 'The weir breaks again'],
    ],
    [
      'a ticker of links',
      ['14:05', '[Two mills burn.](/a)', '14:32', '[A bridge is sold.](/b)', '15:10', '[It breaks.](/c)'],
    ],
    ['a thread', ['Ada', '14:05', 'So it is.', 'Tom', '14:32', 'It is not.', 'Ada', '15:10', 'It is.']],
    ['times that go to and fro', ['14:05', 'No.', '12:30', 'Yes.', '18:10', 'No.', '9:15', 'Yes.', '13:00', 'No.']],
    ['prices of tea', ['3.50', 'For adults.', '1.00', 'For children.']],
    ['fields', ['Author: Ada Miller', 'Section: Rivers', 'Length: 3 pages', 'Editor: Tom Hale']],
    ['inserted links', ['READ MORE: Two mills burn', 'WATCH: The weir', 'READ MORE: A bridge', 'WATCH: The ferry']],
    [
      'titles with a colon',
      ['Mills: What to know', 'Weirs: What to know', 'Mills: Who owns them', 'Weirs: Who mends them'],
    ],
    [
      'a menu that says what its pages hold',
      [
        'Cloud Mills',
        'Fully managed mills for businesses of any size, with wheels of your choice.',
        'Weirs',
        'Fast and reliable weirs with a global reach and scale for everybody.',
        'Bread',
        'Solutions for the production and the distribution of bread of all kinds.',
      ],
    ],
    [
      'teasers',
      ['Two mills burn', 'It was arson.', 'A bridge is sold', 'Nobody was told.', 'The weir breaks', 'It held.'],
    ],
    ['labels in small letters', ['rivers', 'mills', 'weirs', 'bread', 'rain']],
    ['fields of a form in small letters', ['I am a', 'man woman', 'Looking for a', 'woman man Postcode']],
    [
      'the rest of an offer',
      ['Have all the news of the valley every morning', 'delivered to your favourite news reader.'],
    ],
    ['counts', ['Comments 12', 'Views 1204', 'Likes 40']],
    ['thanks without a name', ['Thank you', 'Share this article', 'Ada Miller']],
    ['notes without a recipe', ['Notes', 'All good.', 'Tips', 'Read it.']],
    ['a label behind a headline', ['Two mills burn and a bridge is sold', 'Sport.']],
    ['a button behind a headline', ['what two mills and a bridge may mean', 'great!']],
  ])('%s', (_, lines) => {
    expect(found([...prose, ...lines])).toEqual([])
  })

  test('a menu with its own words over it', () => {
    expect(found(['Follow us on all of these fine networks of ours and yours:', 'Rivers', 'Mills', ...prose])).toEqual(
      [],
    )
    expect(
      found([prose[0], 'Here is what we have for you today, all of it new:', '[Mills](/a)', '[Weirs](/b)', prose[1]]),
    ).toEqual([])
  })
})

describe('an essay on notices stays, and the notices go', () => {
  test.each([
    'Ce site utilise des cookies, lit-on partout, et personne ne lit plus. J’ai compté pendant un mois. Il y en eut neuf cents.',
    'Durch die Nutzung der Seite sind Sie einverstanden. Ein Richter hat das verboten. Seither liest niemand die Frage.',
    'Этот сайт использует cookie. Теперь пишут крупно и посередине. Читать от этого не стали.',
    'Bu site çerez kullanır. Bir ay boyunca saydım. Dokuz yüz kutu çıktı.',
    'Suscríbete a nuestro boletín, pide el panadero, y lo hago. Escribe los viernes. Habla del centeno.',
    'The dates are those of the parish register, as far as it was kept, and of the insurance.',
  ])('%s', (paragraph) => {
    expect(strip([prose[0], paragraph, prose[1]])).toEqual([prose[0], paragraph, prose[1]])
  })

  test.each([
    'This website uses cookies. By continuing to browse our site you agree to our use of them. You can change your settings.',
    'Diese Website verwendet Cookies. Mit der Nutzung der Seite sind Sie einverstanden. Mehr in der Datenschutzerklärung.',
    'The views expressed in this article are those of the author.',
  ])('%s', (notice) => {
    expect(strip([...prose, notice])).toEqual([...prose])
  })
})

describe('a list of teasers ends where the body begins again', () => {
  test.each([
    ['İlgili haberler', 'Baraj yıkıldı, köy susuz kaldı', 'Su yok.'],
    ['Mehr zum Thema', 'Wehr gebrochen, Dorf ohne Wasser', 'Das Rad steht still.'],
    ['À lire aussi', 'Le barrage a cédé, le village sans eau', 'La roue est immobile.'],
  ])('%s', (heading, teaser, sentence) => {
    expect(strip([prose[0], heading, teaser, sentence, prose[1]])).toEqual([prose[0], sentence, prose[1]])
  })

  test('short summaries of titles that follow go with them', () => {
    const teasers = ['Related articles', 'Dam breaks above the village', 'It held.', 'Two mills burn', 'It was arson.']
    expect(strip([...prose, ...teasers])).toEqual([...prose])
  })
})

describe('about the author', () => {
  const about = ['About the author', 'The author of the book in the book is a liar. He says that he was born at sea.']

  test('is a part of the text that goes on behind it', () => {
    expect(strip([...prose, ...about, ...prose])).toContain(about[1])
    expect(strip([...prose, `## ${about[0]}`, about[1]!, prose[0]])).toContain(about[1])
  })

  test('is a box at the end of the text', () => {
    expect(strip([...prose, 'About the author', 'Ada Miller writes about mills and rivers for the Review.'])).toEqual([
      ...prose,
    ])
    expect(
      strip([
        ...prose,
        'About the author',
        'Ada Miller writes about mills and rivers for the Review.',
        'Comments',
        ...prose,
      ]),
    ).not.toContain('Ada Miller writes about mills and rivers for the Review.')
  })
})

test('a word without an end below a paragraph takes time in proportion to its length', () => {
  for (const word of ['A'.repeat(1_000_000), '_a_'.repeat(300_000), '价'.repeat(500_000)]) {
    expect(found([...prose, word, prose[0]])).toEqual([])
  }
}, 20_000)

describe('articles of a law', () => {
  const law = [
    ['§ 1', 'Gegenstand', 'Gegenstand der Steuer ist das Halten von Hunden im Gemeindegebiet.'],
    ['§ 2', 'Datenschutz', 'Die Gemeinde darf Daten verarbeiten, soweit dies zur Festsetzung der Steuer nötig ist.'],
    ['§ 3', 'Inkrafttreten', 'Diese Satzung tritt am 1. Januar in Kraft.'],
  ]

  test('have marks, and headings that may be the words of a page', () => {
    expect(found(law.flat())).toEqual(law.flatMap((lines) => lines.slice(0, 2)))
    expect(strip([...menu, ...law.flat(), ...foot])).toEqual(expect.arrayContaining(law.flat()))
  })

  test.each([
    ['Article 1. Object', 'Article 2. Contact', 'Article 3. Privacy policy'],
    ['Статья 7', 'Статья 8', 'Статья 9'],
    ['Madde 1 –', 'Madde 2 –', 'Madde 3 –'],
    ['المادة ١', 'المادة ٢', 'المادة ٣'],
  ])('are counted in other languages: %s', (...marks) => {
    expect(found(marks.flatMap((sign) => [sign, ...prose]))).toEqual(marks)
  })

  test.each([
    ['a table of contents', ['§ 1', 'Gegenstand', '§ 2', 'Datenschutz', '§ 3', 'Inkrafttreten']],
    ['numbers that do not count', ['Section 2', prose[0], 'Section 7', prose[1], 'Section 1', prose[0]]],
    ['two of them', ['Section 1', prose[0], 'Section 2', prose[1]]],
  ])('are not %s', (_, lines) => {
    expect(found([...lines])).toEqual([])
  })
})
