/** The small stages at the end: copies, spaces, front matter. Each leaves its own result alone and takes linear time. */
import {describe, expect, test} from 'vitest'
import {collapseWhitespace} from '../../pipeline/collapse-whitespace.js'
import {dropRepeats} from '../../pipeline/drop-repeats/index.js'
import {writeFrontMatter} from '../../pipeline/write-front-matter.js'
import {Document, type MetadataFact} from '../../src/document/document.js'
import type {Stage} from '../../src/document/stage.js'

const run = (stage: Stage, text: string, facts: MetadataFact[] = []): string => {
  const document = new Document({id: 'x', text, mediaType: 'text/markdown', facts})
  return document.apply(stage.run(document, stage.options.parse({})).edits).document.text
}

describe('drop-repeats', () => {
  const long =
    'A paragraph that is long enough to be told from a refrain, and that a template printed twice on one page by mistake, goes once.'
  test.each([
    ['a copy of prose goes', `${long}\n\nBetween.\n\n${long}\n`, `${long}\n\nBetween.\n`],
    ['a refrain stays', 'Over, over.\n\nA verse.\n\nOver, over.\n', 'Over, over.\n\nA verse.\n\nOver, over.\n'],
    [
      'code stays',
      `\`\`\`\n${long}\n\`\`\`\n\n\`\`\`\n${long}\n\`\`\`\n`,
      `\`\`\`\n${long}\n\`\`\`\n\n\`\`\`\n${long}\n\`\`\`\n`,
    ],
  ])('%s', (_, text, expected) => {
    expect(run(dropRepeats, text)).toBe(expected)
    expect(run(dropRepeats, expected)).toBe(expected)
  })

  test('thousands of copies of a word stay, quickly', () => {
    const text = 'No.\n\n'.repeat(5000)
    expect(run(dropRepeats, text)).toBe(text)
  })
})

describe('collapse-whitespace', () => {
  test.each([
    ['  One  two.\u00a0 \n\n\n\nThree.', 'One two.\n\nThree.\n'],
    ['a `b  c`  d\n', 'a `b  c` d\n'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(run(collapseWhitespace, text)).toBe(expected)
    expect(run(collapseWhitespace, expected)).toBe(expected)
  })
})

describe('write-front-matter', () => {
  const fact = (field: string, value: string): MetadataFact => ({field, value, rule: 'example'})
  test('quotes what a reader of YAML could take for something else', () => {
    const text = run(writeFrontMatter, 'Text.\n', [
      fact('title', 'Yes: no'),
      fact('date', '2016-06'),
      fact('language', 'no'),
    ])
    expect(text).toBe('---\ntitle: "Yes: no"\ndate: "2016-06"\nlanguage: "no"\n---\n\nText.\n')
    expect(
      run(writeFrontMatter, text, [fact('title', 'Yes: no'), fact('date', '2016-06'), fact('language', 'no')]),
    ).toBe(text)
  })
})
