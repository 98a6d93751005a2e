/** What strip-debris promises beyond the examples of its rules: what stays, that a second run finds nothing, its options. */
import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {stages} from '../../pipeline/index.js'
import {stripDebris} from '../../pipeline/strip-debris/index.js'
import {debrisRules} from '../../pipeline/strip-debris/rules/index.js'
import {Document} from '../../src/document/document.js'
import {sniffMediaType} from '../../src/document/media-type.js'

const strip = (text: string, options: object = {}): string => {
  const document = new Document({id: 'case', text, mediaType: 'text/markdown'})
  const result = stripDebris.run(document, stripDebris.options.parse(options))
  return document.apply(result.edits, result).document.text
}

const prose = [
  'The mill by the river was sold last week to a family that intends to live in it, the council said on Monday.',
  'Its wheel has not turned for thirty years, and the new owners say that they will leave it alone for good.',
  'Nobody in the valley had expected the sale, least of all the miller, who heard of it from the newspaper.',
]

describe('stays', () => {
  test.each([
    ['a document without debris', [...prose]],
    ['a short last paragraph', [...prose, 'I would like to see that wheel.']],
    ['a short first paragraph', ['It was sold.', ...prose]],
    ['headings', [prose[0]!, '## Related', prose[1]!, '## Comments', prose[2]!]],
    ['a list and a table', [...prose, '- salt\n- matches\n- milk', '| a | b |\n| --- | --- |\n| 1 | 2 |', prose[0]!]],
    [
      'verses',
      [
        `${prose[0]!.slice(0, -1)}:`,
        'The apricot has let its blossom down,\nmy dear one is far from the village now',
        prose[1]!,
      ],
    ],
    ['an interview', ['**Has anything changed since May?**', 'Yes.', '**And on the other side?**', ...prose]],
    [
      'an article about cookies',
      ['Cookies are small files, and the law on them is long; this site of hers used none.', ...prose],
    ],
    ['an article about sharing', ['“Share it,” she said. “Sharing is what bread is for.”', ...prose]],
    [
      'a paragraph that is all link',
      [prose[0]!, '[The deed of the mill, in full, as it was read in court](https://mill.example/deed)', prose[1]!],
    ],
    ['code and quotes', [prose[0]!, '```\nshare\n```', '> Follow us, they said.', prose[1]!]],
    [
      'right-to-left prose',
      [
        'بيعت الطاحونة على النهر الأسبوع الماضي لعائلة تنوي أن تعيش فيها، كما قال المجلس يوم الاثنين.',
        'لم تدر عجلتها منذ ثلاثين عاما، ويقول أصحابها الجدد إنهم سيتركونها كما هي.',
      ],
    ],
  ])('%s', (_, blocks) => {
    const text = `${blocks.join('\n\n')}\n`
    expect(strip(text)).toBe(text)
  })
})

describe('stays beside debris', () => {
  test('the short last sentence of a text that debris interrupts', () => {
    const page = [
      ['Home', 'News', 'Sport', 'Wye bridge opens', 'By Sam Poe', 'Share'],
      [
        'The new bridge over the Wye was opened on Tuesday by the mayor, three years after work began and at a cost of nearly forty million pounds to the county council.',
        'According to the chief engineer, Stephen Hall, the work was halted several times by spring floods, and one of the piers had to be rebuilt after a survey of the river bed.',
        'Advertisement',
        'People on the left bank have waited for a bridge since the middle of the nineties; until now they have had to reach the hospital by a ferry that does not run in winter.',
        'Read also: Ferry to close in autumn',
        'Lorries may cross from June.',
      ],
      ['Subscribe to our newsletter', 'All rights reserved'],
    ]
    const left = strip(`${page.flat().join('\n\n')}\n`)
    expect(left).toContain('Lorries may cross from June.')
    expect(left).not.toMatch(/Advertisement|Read also|Subscribe/)
  })
})

describe('goes', () => {
  test('a comment form whose fields vary, to its end', () => {
    const form = [
      'Leave a Reply',
      'Your name',
      'Town',
      'Your email address will not be published.',
      'What is three plus four?',
      'Post Comment',
    ]
    expect(strip(`${[...prose, ...form].join('\n\n')}\n`)).toBe(`${prose.join('\n\n')}\n`)
  })
  test('comments with their names and dates, to the end', () => {
    const thread = [
      '2 comments',
      'Ada',
      '12 May 2019 at 10:11',
      'I have lived beside it for forty years and never once saw it turn.',
      'Reply',
      'Max',
      '13 May 2019 at 08:00',
      'It did turn once, in the flood of that spring.',
      'Reply',
    ]
    expect(strip(`${[...prose, ...thread].join('\n\n')}\n`)).toBe(`${prose.join('\n\n')}\n`)
  })
  test('comments that no heading announces, by several persons', () => {
    const thread = ['Ada', 'Max'].flatMap((name, index) => [
      `I have lived beside it for ${index + 3} years and never once saw it turn, whatever they say.`,
      `Posted by ${name} on 1/1${index}/08 at 12:02 PM`,
    ])
    const text = [...prose, 'Posted by Eve on 1/13/08 at 11:40 AM', ...thread, 'Posted by Ada on 1/14/08 at 9:15 AM']
    expect(strip(`${text.join('\n\n')}\n`)).toBe(`${prose.join('\n\n')}\n`)
  })
  test('no posts of one person', () => {
    const posts = prose.flatMap((text, index) => [text, `Posted by Ada on 1/1${index}/08 at 12:02 PM`])
    expect(strip(`${posts.join('\n\n')}\n`)).toContain(prose[2]!)
  })
  test('items of a list leave a list', () => {
    expect(strip(`${prose[0]}\n\n- Share\n- Tweet\n- salt, which the miller sold in winter.\n\n${prose[1]}\n`)).toBe(
      `${prose[0]}\n\n- salt, which the miller sold in winter.\n\n${prose[1]}\n`,
    )
  })
})

describe('options', () => {
  const text = `${[...prose, 'Share', 'Sent from the mill'].join('\n\n')}\n`
  test('a class that is kept stays', () => {
    expect(strip(text, {keep: ['share']})).toContain('Share')
  })
  test('kept comments get a heading', () => {
    const thread = [
      '2 comments',
      'Ada',
      '12 May 2019 at 10:11',
      'I never once saw it turn, and I have lived there.',
      'Reply',
    ]
    const kept = strip(`${[...prose, ...thread].join('\n\n')}\n`, {keep: ['comments']})
    expect(kept).toContain('## Comments\n\n2 comments')
    expect(strip(kept, {keep: ['comments']})).toBe(kept)
  })
  describe('of comments that are kept', () => {
    const thread = [
      '2 comments',
      'Ada says:',
      '12 May 2019 at 10:11',
      'I never once saw it turn, and I have lived there.',
      'Reply',
      'Bob says:',
      '13 May 2019 at 9:05',
      'Nor did I.',
      'Reply',
    ]
    const form = [
      'Leave a Reply',
      'Your email address will not be published. Required fields are marked *',
      'Name *',
      'Email *',
      'Save my name, email, and website in this browser for the next time I comment.',
      'Post Comment',
    ]
    const kept = (...parts: readonly (readonly string[])[]): string => {
      const once = strip(`${[prose, ...parts].flat().join('\n\n')}\n`, {keep: ['comments']})
      expect(strip(once, {keep: ['comments']})).toBe(once)
      return once
    }
    const left = [...prose, '## Comments', ...thread.filter((line) => line !== 'Reply')].join('\n\n')
    test.each([
      ['behind them', [thread, form]],
      ['before them', [form, thread]],
      ['that is one line', [thread, ['Leave a Reply']]],
    ])('buttons and form go, %s', (_, parts) => expect(kept(...parts)).toBe(`${left}\n`))
    test.each([
      ['but a form', [form]],
      ['but a heading and a form', [['Comments'], form]],
      ['but a heading with a mark and a form', [['## Comments'], form]],
      ['but a count and a notice', [['0 comments'], ['Be the first to comment'], form]],
    ])('nothing stays where there is nothing %s', (_, parts) => expect(kept(...parts)).toBe(`${prose.join('\n\n')}\n`))
    test('their own heading is enough', () => {
      expect(kept(['## 2 comments', ...thread.slice(1)], form)).not.toContain('## Comments')
    })
    test('the form stays where it is kept too', () => {
      const all = strip(`${[...prose, ...thread, ...form].join('\n\n')}\n`, {keep: ['comments', 'comment-form']})
      expect(all).toContain('Leave a Reply')
    })
  })
  test('a rule that is skipped does nothing', () => {
    expect(strip(`${prose[0]}\n\nShare\n\n${prose[1]}\n`, {skip: ['share-button', 'share-bar']})).toContain('Share')
  })
  test.each(['/^sent from/i', 'Sent from the mill'])('a rule of the user: %s', (pattern) => {
    const rules = [{id: 'sent-from', reason: 'Signature.', patterns: [pattern]}]
    expect(strip(`${prose.join('\n\n')}\n\nSent from the mill\n\n${prose[0]}\n`, {rules})).not.toContain('Sent from')
  })
  test.each([
    [{keep: ['nothing']}],
    [{rules: [{id: 'A', reason: 'x', patterns: ['x']}]}],
    [{rules: [{id: 'a', reason: 'x', patterns: ['/(/']}]}],
    [{other: 1}],
  ])('refuses %j', (options) => {
    expect(stripDebris.options.safeParse(options).success).toBe(false)
  })
})

describe('a second run finds nothing', () => {
  const folder = new URL('../../raw/', import.meta.url)
  const before = stages.slice(
    0,
    stages.findIndex(({id}) => id === 'strip-debris'),
  )
  test.each(readdirSync(folder))('%s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    let document = new Document({id: name, text, mediaType: sniffMediaType(text)})
    for (const stage of before) {
      const result = stage.run(document, stage.options.parse({}))
      document = document.apply(result.edits, result).document
    }
    const once = strip(document.text)
    expect(strip(once)).toBe(once)
  })

  test('generated mixes of prose and debris', () => {
    const debris = debrisRules.flatMap(({whole = []}) => whole.slice(0, 3))
    const block = fc.oneof(
      fc.constantFrom(...prose),
      fc.constantFrom(...debris),
      fc.constantFrom(
        '## Wheels',
        '- salt\n- Share\n- [one](#)',
        '---',
        '[A link](#)',
        'Ada',
        '12 May 2019',
        '![](x.png)',
        '> Quoted.',
        'a  \nShare',
      ),
    )
    // As the pipeline meets its own result: with front matter, which tells the model that it has judged this text.
    const head = '---\nlanguage: en\n---\n\n'
    fc.assert(
      fc.property(fc.array(block, {maxLength: 30}), (blocks) => {
        // What begins with a rule may itself be read as front matter.
        const once = strip(`${[prose[0], ...blocks].join('\n\n')}\n`)
        expect(strip(head + once)).toBe(head + once)
        expect(once).not.toMatch(/\n{3}/)
      }),
      {numRuns: 400},
    )
  })
})

test('a hostile text takes time in proportion to its length', () => {
  for (const seed of [
    'share ',
    'copyright | ',
    '0 ',
    '[a](b)',
    '(',
    'home > ',
    'tags: a, ',
    'we use a ',
    '# ',
    '- x\n',
  ]) {
    const text = seed.repeat(20_000)
    expect(typeof strip(text)).toBe('string')
  }
}, 20_000)
