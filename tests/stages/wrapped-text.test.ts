/**
 * Texts in many languages, wrapped at many widths in many ways, become what they were; lines that an author broke stay
 * lines. What each case says goes through both stages that read line ends.
 */
import {describe, expect, test} from 'vitest'
import {collapseWhitespace} from '../../pipeline/collapse-whitespace.js'
import {convertText} from '../../pipeline/convert-text/index.js'
import {decode} from '../../pipeline/decode.js'
import {joinBrokenLines} from '../../pipeline/join-broken-lines/index.js'
import {Document, type MediaType} from '../../src/document/document.js'
import {clean} from '../../src/index.js'
import {texts} from './texts.js'
import {hyphenate, justify, wrap} from './wrap.js'

const read = (text: string, mediaType: MediaType = 'text/plain'): string => {
  let document = new Document({id: 'x', text, mediaType})
  for (const stage of [decode, convertText, joinBrokenLines, collapseWhitespace]) {
    const result = stage.run(document, stage.options.parse({}))
    document = document.apply(result.edits, result).document
  }
  return document.text
}

const body = (text: string): string =>
  clean(text)
    .markdown.replace(/^---\n[\s\S]*?\n---\n/, '')
    .trim()

const unspaced = new Set(['zh', 'ja', 'th'])
const hyphenless = new Set([...unspaced, 'hi', 'fa', 'ar', 'he'])

type Layout = (paragraph: string, width: number, language: string) => string

/** Ways to wrap a paragraph that leave no doubt where it ends, since a blank line follows. */
const layouts: Readonly<Record<string, Layout>> = {
  'with newlines': (paragraph, width, language) => wrap(paragraph, width, language).join('\n'),
  'with CRLF': (paragraph, width, language) => wrap(paragraph, width, language).join('\r\n'),
  'with spaces at the ends': (paragraph, width, language) => wrap(paragraph, width, language).join(' \n'),
  'with a margin': (paragraph, width, language) => `     ${wrap(paragraph, width, language).join('\n     ')}`,
  justified: (paragraph, width, language) =>
    wrap(paragraph, width, language)
      .map((line) => justify(line, width))
      .join('\n'),
  'with hyphens': (paragraph, width) => hyphenate(paragraph, width, '-').join('\n'),
  'with soft hyphens': (paragraph, width) => hyphenate(paragraph, width, '\u00ad').join('\n'),
  'with hyphens of OCR': (paragraph, width) => hyphenate(paragraph, width, '¬').join('\n'),
  'with true hyphens': (paragraph, width) => hyphenate(paragraph, width, '‐').join('\n'),
}

describe.each(Object.entries(texts))('prose that was wrapped is whole: %s', (language, paragraphs) => {
  // Where a line of Thai ends, a space between phrases may have been.
  const seen = (text: string): string => (language === 'th' ? text.replace(/ /g, '') : text).trim()
  for (const [name, layout] of Object.entries(layouts)) {
    if (hyphenless.has(language) && name.includes('hyphens')) continue
    test(name, () => {
      for (const width of [40, 60, 72, 80, 100, 132]) {
        const text = paragraphs.map((paragraph) => layout(paragraph, width, language)).join('\n\n')
        expect(seen(read(text)), `at ${width}`).toBe(seen(paragraphs.join('\n\n')))
      }
    })
  }

  // Where no blank line parts the paragraphs, or one parts all lines, those cannot be told that end with a full line.
  test.each([
    ['first lines are indented', '\n', '\n', '   '],
    ['a blank line stands behind every line', '\n\n', '\n\n', ''],
    ['a blank line stands behind every line, two behind a paragraph', '\n\n', '\n\n\n', ''],
  ])('no sentence is cut where %s', (_, line, gap, indent) => {
    for (const width of [60, 72, 80]) {
      const text = paragraphs.map((paragraph) =>
        wrap(`${'_'.repeat(indent.length)}${paragraph}`, width, language)
          .join(line)
          .replace(/^_*/, indent),
      )
      const blocks = read(text.join(gap)).trim().split('\n\n')
      expect(seen(blocks.join(unspaced.has(language) ? '' : ' ')), `at ${width}`).toBe(
        seen(paragraphs.join(unspaced.has(language) ? '' : ' ')),
      )
      if (language !== 'th') for (const block of blocks) expect(block).toMatch(/[.。։।]”?$/u)
    }
  })
})

/** Running heads of a journal, by language. */
const heads: Readonly<Record<string, string>> = {
  en: 'Journal of Bridges',
  ru: 'Вестник мостов',
  hy: 'Կամուրջների հանդես',
  fr: 'Revue des ponts',
  pl: 'Przegląd mostowy',
  es: 'Revista de puentes',
  ka: 'ხიდების ჟურნალი',
  fa: 'مجلهٔ پل‌ها',
  ar: 'مجلة الجسور',
  he: 'כתב העת לגשרים',
  hi: 'सेतु पत्रिका',
  zh: '桥梁学报',
  ja: '橋梁学報',
}

describe.each(Object.entries(heads))('a sentence that a page cut is whole: %s', (language, head) => {
  test.each<[string, (page: number) => string]>([
    ['a number and a form feed', (page) => `\n\n${page}\n\f`],
    ['a number between dashes', (page) => `\n\n- ${page} -\n\n\f`],
    ['a number of pages', (page) => `\n\nPage ${page} of 99\n\n`],
    ['a number, and a head on the next page', (page) => `\n\n${page}\n\n\f${head}\n\n`],
    [
      'heads with the number left and right',
      (page) => `\n\n${page % 2 ? `${page}    ${head}` : `${head}    ${page}`}\n\n\f`,
    ],
    ['lines with no blank ones about them', (page) => `\n${page}\n${head}\n`],
  ])('%s', (_, mark) => {
    const paragraphs = texts[language]!
    const text = paragraphs.map((paragraph, index) => {
      const lines = wrap(paragraph, 70, language)
      const half = Math.floor(lines.length / 2)
      if (index === 1) return lines.join('\n')
      return `${lines.slice(0, half).join('\n')}${mark(12 + index / 2)}${lines.slice(half).join('\n')}`
    })
    const result = body(`Title\n\n${text.join('\n\n')}`)
    expect(result.split('\n\n')).toEqual(expect.arrayContaining([...paragraphs]))
    expect(result).not.toMatch(/\b1[23]\b/)
    expect(result).not.toContain(head)
  })
})

const prose =
  'The committee that had been appointed in March to look into the\nstate of the bridges published its first report on Tuesday. It found\nthat of the 412 bridges in the province no fewer than 96 had not been\ninspected since 1998, and that the documents were missing.'
const whole = prose.replaceAll('\n', ' ')

/** What stands between two wrapped paragraphs, and the blocks it becomes. */
test.each<[string, string, readonly string[]]>([
  [
    'verse',
    'The apple tree has shed its leaves,\nThe river runs along,\nAnd nobody is left who grieves',
    ['The apple tree has shed its leaves,\\\nThe river runs along,\\\nAnd nobody is left who grieves'],
  ],
  ['an address', 'Helen Marsh\nChief Engineer\n12 Mill Lane', ['Helen Marsh', 'Chief Engineer', '12 Mill Lane']],
  ['a chapter', 'CHAPTER TWO\nThe Ferry', ['CHAPTER TWO', 'The Ferry']],
  [
    'a table',
    'Year    Bridges   Closed\n1998    412       3\n1999    411       12',
    ['Year Bridges Closed', '1998 412 3', '1999 411 12'],
  ],
  [
    'code',
    'for (const bridge of bridges) {\n  if (bridge.inspected < 1998) closed.push(bridge.name, bridge);\n}',
    ['for (const bridge of bridges) {', 'if (bridge.inspected < 1998) closed.push(bridge.name, bridge);', '}'],
  ],
  [
    'settings',
    '# How long a bridge may stand without being looked at by anybody\nlongest_time = 20 # years\nreport: yes',
    ['\\# How long a bridge may stand without being looked at by anybody\\\nlongest_time = 20 # years\\\nreport: yes'],
  ],
  [
    'an interview',
    'Q: What did you find there, and what has been done about it so far?\nA: Little.',
    ['Q: What did you find there, and what has been done about it so far?', 'A: Little.'],
  ],
  [
    'a dialogue',
    '— Where have you been, asked the brother, and looked at his plate.\n— Nowhere.',
    ['— Where have you been, asked the brother, and looked at his plate.', '— Nowhere.'],
  ],
  [
    'times',
    '[00:12] The committee that had been appointed in March to look at\n[00:19] the bridges published a report',
    ['[00:12] The committee that had been appointed in March to look at', '[00:19] the bridges published a report'],
  ],
  [
    'bullets',
    '• the bridges of the northern road, which were built in the years\n  before the war\n• the ferry',
    ['• the bridges of the northern road, which were built in the years before the war', '• the ferry'],
  ],
  [
    'items',
    '1. The bridges of the northern road, which were built in the years\n   before the war.\n2. The ferry.',
    ['1. The bridges of the northern road, which were built in the years before the war.', '2. The ferry.'],
  ],
  [
    'an item with lines',
    '* The office of the committee\n  12 Mill Lane\n* The ferry',
    ['* The office of the committee', '12 Mill Lane', '* The ferry'],
  ],
  [
    'addresses',
    'https://example.org/bridges-of-the-northern-road-and-the-ferry\nhttps://example.org/b',
    ['https://example.org/bridges-of-the-northern-road-and-the-ferry', 'https://example.org/b'],
  ],
])('%s keep their lines in a wrapped text', (_, lines, blocks) => {
  const once = read(`${prose}\n\n${lines}\n\n${prose}\n`)
  expect(once.trim().split('\n\n')).toEqual([whole, ...blocks, whole])
  expect(read(once, 'text/markdown')).toBe(once)
})

test.each<[string, string]>([
  [
    'headlines of about one length',
    'Lorries may cross again\nMayor opens new school\nRain expected for weeks\nOld mill sold to brewer',
  ],
  [
    'paragraphs of a line each',
    'The mill was sold to the brewer of the next town.\nNobody asked for how much it went to him.\nThe wheel stands still.',
  ],
  [
    'headlines in Arabic',
    'إغلاق الجسر القديم أمام\nالوزير يزور المدينة غداً\nأمطار غزيرة في الشمال\nبيع الطاحونة القديمة',
  ],
])('%s stay apart', (_, text) => {
  expect(read(text)).toBe(`${text.replaceAll('\n', '\n\n')}\n`)
})

/** Cut after so many letters, whatever stands there, as a column without rules for line ends is. */
const cut = (text: string, letters: number): string[] =>
  Array.from({length: Math.ceil(text.length / letters)}, (_, index) =>
    text.slice(index * letters, (index + 1) * letters),
  )

describe('East Asian text that was cut amid words is whole', () => {
  const chinese = [
    '委员会在春天被派往山谷，秋天带着一份名单回来，却没有人问起它。村里的人都说，桥还在那里，只是没有人再从上面走过。',
    '据本报3月5日电，镇长在报告中提出，今年要修好的桥梁为95座左右，新架设的长度在1200米以上。',
  ]
  const japanese = [
    '委員会は春に谷へ送られ、秋に名前の一覧を持って戻ってきたが、誰もそれについて尋ねなかった。橋はまだ立っている。',
    '県は5日、新たに120人がコンピューターとエレベーターの講習を受けたと発表した。前の週の同じ曜日より30人少ない。',
  ]
  test.each([
    ['Chinese', chinese, [15, 18, 20, 25, 28, 32, 35, 38, 40]],
    ['Japanese', japanese, [18, 20, 22, 25, 28, 32, 35, 38]],
  ])('%s', (_, paragraphs, widths) => {
    for (const mediaType of ['text/plain', 'text/markdown'] as const) {
      for (const width of widths) {
        for (const whole of [[paragraphs[0]!], [paragraphs[1]!], paragraphs]) {
          const text = whole.map((paragraph) => cut(paragraph, width).join('\n')).join('\n\n')
          expect(read(text, mediaType).trim(), `at ${width}`).toBe(whole.join('\n\n'))
        }
      }
    }
  })

  test('with the mark of a long vowel at the end of a line', () => {
    expect(
      read('県が発表した内容によると、講習ではコンピューター\nネットワークの使い方を学ぶ。参加者は多い。').trim(),
    ).toBe('県が発表した内容によると、講習ではコンピューターネットワークの使い方を学ぶ。参加者は多い。')
  })

  test.each([
    ['verse', '床前明月光，疑是地上霜。\n举头望明月，低头思故乡。'],
    [
      'headlines of one length',
      '国务院总理在政府工作报告中提出增长目标\n村里的人都说这座桥还在那里没有人走过\n二百多名志愿者帮助居民重建房屋和道路',
    ],
    ['a headline and a shorter paragraph', '国务院总理在政府工作报告中，提出增长目标\n村里的人都说，桥还在那里。'],
    [
      'paragraphs of a line each',
      '委员会在春天被派往山谷，秋天回来了。\n村里的人都说，桥还在那里，没人走。\n二百名志愿者帮助居民，重建了房屋。',
    ],
    [
      'a dialogue',
      '「委員会は春に谷へ送られ、秋に戻ってきた」\n「それについて誰も尋ねなかった、と聞いた」\n「橋はまだ立っているのか、本当に」。',
    ],
  ])('%s stays in lines', (_, text) => {
    expect(read(text)).toBe(`${text.replaceAll('\n', '\n\n')}\n`)
  })
})

describe('prose in which words are cut is no verse', () => {
  test.each([
    'The well-known rebel-\nheld town, a two-hour\ndrive from here, has long-\nstanding ties, old and\nnew, with its neighbours,\nwho cross the ice-\ncold river every morning, some of\nthem on foot.',
    'In the valley, where the\nriver turns, the\nmill has stood for three hun-\ndred years; its wheel,\nhowever, has not tur-\nned since the war, and\nnobody remembers why.',
    'The report found, as the people of Ford had,\nthat the bridge, a well-\nknown ruin, was unsafe, and that the two-\nhour drive around it, old as the\nFord itself, was the only road.',
  ])('%s', (text) => {
    const whole = text
      .replace(/(hun|tur)-\n/g, '$1')
      .replaceAll('-\n', '-')
      .replaceAll('\n', ' ')
    expect(read(text).trim()).toBe(whole)
    expect(read(text, 'text/markdown').trim()).toBe(whole)
  })

  test('but a poet may cut one', () => {
    const verse =
      'I caught this morning the rider, king-\ndom of daylight,\nthe river runs along,\nand nobody is left who grieves'
    expect(read(verse).match(/\\\n/g)).toHaveLength(3)
  })
})

test('verse of lines of one length keeps them among paragraphs of a line each', () => {
  const verse =
    'The heron has let the morning go by,\nmy oldest friend is over the hill;\nthe road leads down, and I ask it why,\nand the road leads down, and it answers still.'
  const text = `${whole}\n\n${verse}\n\n${whole}\n\n${whole}\n\n${whole}`
  expect(read(text)).toContain(verse.replaceAll('\n', '\\\n'))
})

describe('markdown', () => {
  const long = 'The bridges of the northern road, which were built in the'
  test.each<[string, string, string?]>([
    ['an item', `- ${long}\n  years before the war\n- short`, `- ${long} years before the war\n- short`],
    ['an item inside an item', `- a\n  - ${long}\n    years before`, `- a\n  - ${long} years before`],
    ['a quote', `> ${long}\n> years before **the\n> war**`, `> ${long} years before **the war**`],
    ['a quote with the name of who said it', `> ${long} years.\n> Jane Roe\n> Chief Engineer`],
    [
      'a link',
      `${long} [years\nbefore](https://example.org/a) the war`,
      `${long} [years before](https://example.org/a) the war`,
    ],
    ['bold', `${long} **years\nbefore** the war`, `${long} **years before** the war`],
    ['code', `${long} \`years\nbefore\` the war`],
    ['a hard break', `${long}  \nyears before\\\nthe war`],
    ['a tag for a break', `${long} years<br>\nbefore the war`],
    ['an address', '12 Mill Lane\nExample Town'],
    [
      'a line under the title',
      'What to look at in a town in which every bridge has two histories\nby Jane Roe\nJune 27, 2018',
      'What to look at in a town in which every bridge has two histories\n\nby Jane Roe\nJune 27, 2018',
    ],
    ['a footnote', `A[^1].\n\n[^1]: ${long}\n    years before the war`, `A[^1].\n\n[^1]: ${long} years before the war`],
  ])('%s', (_, text, becomes = text) => {
    const once = read(text, 'text/markdown')
    expect(once.trim()).toBe(becomes)
    expect(read(once, 'text/markdown')).toBe(once)
  })
})

test.each([
  ['a line at a time', 'committee\n'],
  ['pairs', 'The committee that had been appointed in March\nwas gone\n\n'],
  ['spaces', `${' '.repeat(500)}a\n`],
  ['quotes', '> a b\n'],
  ['marks', '“”’'],
  ['tabs', 'a\tb   c'],
  ['hyphens', 'inter- national '],
  ['soft hyphens', 'a\u00adb\u00ad c¬ d'],
  ['Han', '桥梁'],
  ['page numbers', 'word word\n\n12\n\n'],
])('hostile text takes linear time: %s', (_, piece) => {
  expect(read(piece.repeat(20_000)).length).toBeGreaterThan(0)
})
