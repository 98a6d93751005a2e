/** Scrapes that nobody wrote: generated text, markdown and HTML with the furniture and the damage of real ones. */
import fc from 'fast-check'

const title = fc.constantFrom(
  'The road to the villages',
  'Дорога в горы',
  'What the river took',
  'Ճանապարհ դեպի լեռներ',
  'A * B: the # 1 story',
)
const english = [
  'The commission that was sent to the valley in the spring returned in the autumn with a list of names, and nobody asked for it.',
  'He said: “The bridge at Shushi will stand,” and went home to Arcach. Nobody believed him; everybody crossed it.',
  'A short one.',
  'It rained 😀 on the 3rd of May\u00a0 and it cost \\$5 &amp; more than anybody in the village had, said the rebel-',
  'held radio. It was the last time that anybody was heard on it before the winter came to the villages.',
  'See [the report \\(https://example.org/a?utm_source=x\\)](https://example.org/a?utm_source=x) and **this** (<https://example.org/b>), or [nothing](#).',
]
/** Prose of one language; a scrape is written in one. */
const proses: readonly (readonly string[])[] = [
  english,
  english,
  [
    'Комиссия, которую весной послали в долину, вернулась осенью со списком имён, и никто о нём не спросил.',
    'Мост стоит до сих пор — по нему ходят все, кто в него не верил.',
  ],
  [
    'Komisyon baharda vadiye gönderildi, sonbaharda elinde bir isim listesiyle döndü ve kimse listeyi sormadı.',
    '"Köprü ayakta," dedi muhtar; kimse inanmadı ama herkes üzerinden geçti.',
  ],
  [
    'Գարնանը հովիտ ուղարկված հանձնաժողովը աշնանը վերադարձավ անունների ցուցակով, և ոչ ոք չհարցրեց դրա մասին։',
    'Կամուրջը դեռ կանգուն է։',
  ],
  [
    '委員会は春に谷へ送られ、秋に名前の一覧を持って戻ってきたが、誰もそれについて尋ねなかった。',
    '橋はまだ立っている。',
  ],
  [
    '委员会在春天被派往山谷，秋天带着一份名单回来，却没有人问起它。村里的人都说，桥还在那里，只是没有人再从上面走过。',
    '“桥还在，”村长说；没有人相信他，但每个人都从桥上走过。',
  ],
  ['كانت اللجنة قد أُرسلت إلى الوادي في الربيع وعادت في الخريف بقائمة أسماء، ولم يسأل عنها أحد.', 'الجسر ما زال قائماً.'],
]
const furniture = fc.constantFrom(
  'By Anna Example',
  'October 17, 2020',
  'Share on Facebook',
  'Subscribe to our newsletter',
  'Leave a Reply',
  'Your email address will not be published. Required fields are marked *',
  '3 comments',
  'RECOMMENDED',
  '[Read more](#)',
  '© 2020 The Example. All rights reserved.',
  'This article was originally published on The Example.',
  'Advertisement',
  'Home | News | Sport',
  'Up ↑',
  '![](https://example.org/pixel.gif)',
  'Tags: one, two',
)
const odd = fc.constantFrom(
  '- item',
  '- another\n- item',
  '1) first\n\n2) second',
  '> quoted',
  '```\ncode  here\n```',
  '---',
  '\\*',
  '\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  '- outer\n    - inner one\n    - inner  two\n\n      more of it\n- last',
  '1. one\n   - a\n\n2. two',
  '> Quoted first.\n>\n> > deeper\nlazy line',
  '| name | year |\n| :-- | --: |\n| a  b | 1920 |\n| | 1921 |',
  'Heading\n===',
  '## Part two',
  '~~~\nnever closed',
  'end of a line  \nhard break\\\nand another',
  '**Bold** and *italics* and `a  b`',
  'street 1\n1000 town\ncountry',
  '&#42; &lt;b&gt; [^1]\n\n[^1]: a note\n    goes on',
  '<div>x</div>',
  '\n[a]: http://x.y\n',
  '    indented',
  '* ',
  '…',
  '\u200b',
  '﻿',
  '\u0000x',
  'ÃÂ©',
  'a  b',
)
/** What a document may begin with that knows itself: front matter of generators, of this pipeline, and broken. */
const front = fc.constantFrom(
  '---\ntitle: The road to the villages\ntags:\n  - one\n  - two\n---\n',
  '---\nTitle: "A * B: the # 1 story"\nbyline: Anna Example\ndate: 2020-10-17\n---\n\n',
  '---\nlanguage: en\n---\n\n',
  '---\ntitle: one: two\n---\n',
  '---\ntitle: never closed\n\n',
  '---\nA motto between two rules\n---\n',
)
const gap = fc.constantFrom('\n\n', '\n', '\n\n\n', ' \n\n', '\n\t\n')

const blocksOf = (prose: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    {weight: 5, arbitrary: prose},
    {weight: 3, arbitrary: furniture},
    {weight: 2, arbitrary: odd},
    {weight: 1, arbitrary: title},
  )
/** Sentences of one language; a year of its own keeps each from being the copy of another. */
const proseOf = (sentences: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...sentences), fc.integer({min: 1000, max: 1999})).map(([text, year]) => `${year}: ${text}`)
const scrapeIn = <Value>(
  make: (block: fc.Arbitrary<string>, body: string) => fc.Arbitrary<Value>,
): fc.Arbitrary<Value> =>
  fc
    .constantFrom(...proses)
    .chain((sentences) => make(blocksOf(proseOf(sentences)), sentences.slice(0, 2).join('\n\n')))

/** Flattened text or markdown: a body, and after it whatever may follow one. */
export const flatScrape: fc.Arbitrary<string> = scrapeIn((block, body) =>
  fc
    .tuple(
      fc.option(front, {nil: '', freq: 6}),
      fc.option(title, {nil: ''}),
      fc.array(fc.tuple(block, gap), {maxLength: 14}),
    )
    .map(
      ([matter, head, blocks]) =>
        `${matter}${head}\n\n${body}\n\n${blocks.map(([text, after]) => text + after).join('')}`,
    ),
)

const element = fc.constantFrom(
  'p',
  'div',
  'h1',
  'h2',
  'li',
  'ul',
  'nav',
  'footer',
  'aside',
  'span',
  'a',
  'blockquote',
  'td',
  'table',
  'tr',
  'section',
  'article',
  'b',
  'em',
  'pre',
  'figure',
)
const htmlPart = (block: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    block.map((text) => text.replace(/</g, '&lt;')),
    element.map((name) => `<${name}>`),
    element.map((name) => `</${name}>`),
    fc.constantFrom(
      '<br>',
      '<hr>',
      '<img src="a.png" alt="x">',
      '<a href="/b">link</a>',
      '<!-- c -->',
      '<script>var a = "<p>";</script>',
      '<p class="share">Share</p>',
      '<div hidden>no</div>',
      '&nbsp;',
      '&eacute;',
      '<p',
      'x>',
    ),
  )

/** HTML, well-formed or not. */
export const htmlScrape: fc.Arbitrary<string> = scrapeIn((block) =>
  fc
    .array(htmlPart(block), {maxLength: 25})
    .map(
      (parts) =>
        `<!doctype html><html lang="en"><head><title>T &amp; U</title></head><body>${parts.join('')}</body></html>`,
    ),
)
