/** What removals leave between the blocks that stay. */
import {expect, test} from 'vitest'
import {removalEdits} from '../../pipeline/strip-debris/removal.js'
import {scanUnits} from '../../pipeline/strip-debris/units.js'
import {Document} from '../../src/document/document.js'

const removed = (text: string, ...gone: readonly (readonly [line: string, isCut?: boolean])[]): string => {
  const document = new Document({id: 'case', text, mediaType: 'text/markdown'})
  const units = scanUnits(text, document.blocks)
  const removals = units.map(({plain}) => {
    const found = gone.find(([line]) => line === plain)
    return found && {rule: 'page-mark', evidence: 'a case', isCut: found[1] === true}
  })
  return document.apply(removalEdits(text, document.blocks, units, removals)).document.text
}

test('the halves of a sentence about marks of a page are two lines of a paragraph', () => {
  expect(removed('the deed\n\n7\n\nMill Papers\n\nis lost.\n', ['7', true], ['Mill Papers', true])).toBe(
    'the deed\nis lost.\n',
  )
})

test('a half whose other half goes as well stays apart from what follows', () => {
  expect(removed('the deed\n\n7\n\nShare\n\n---\n\nEnd.\n', ['7', true], ['Share'])).toBe('the deed\n\n---\n\nEnd.\n')
  expect(removed('the deed\n\n7\n\nShare\n', ['7', true], ['Share'])).toBe('the deed\n')
})
