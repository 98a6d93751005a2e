import {beforeAll, describe, expect, test} from 'vitest'
import {z} from 'zod'
import {type LinksFlags, listLinks, registerLinks} from '../../src/cli/links.js'
import {defineStage} from '../../src/document/stage.js'
import {UsageError} from '../../src/errors.js'
import type {Folders} from '../../src/inspect/record.js'
import {writeFixture} from '../inspect/fixture.js'
import {helpOf} from './capture.js'

/** Takes out the link of a word, and knows of one page that it is gone. */
const links = defineStage({
  id: 'links',
  version: 1,
  description: 'Unwrap a link.',
  rules: [{id: 'dead-link', class: 'link', reason: 'It leads nowhere.'}],
  options: z.strictObject({}),
  run({text}) {
    const found = [...text.matchAll(/\[(\w+)\]\(([^)]*)\)/g)].map(([whole, word = '', address = ''], index, all) => {
      const start = text.indexOf(whole, index === 0 ? 0 : text.indexOf(all[index - 1]![0]) + 1)
      return {word, address, at: {start, end: start + whole.length}}
    })
    const rule = 'dead-link'
    return {
      edits: found.filter(({address}) => address === '#').map(({word, at}) => ({...at, replacement: word, rule})),
      annotations: found.map(({word, address, at}) => ({
        kind: 'link',
        at,
        value: address,
        ...(address === '#' && {after: '', rule}),
        details: {text: word, ...(address.endsWith('/gone') && {verdict: 'gone', status: '404'})},
      })),
    }
  },
})

let folders: Folders
beforeAll(() => {
  folders = writeFixture(
    {
      'a.txt': 'See [it](#) and [that](http://a.example/gone) and [more](http://b.example/).\n',
      'b.txt': 'See [it](#).\n',
      'c.txt': 'A mill.\n',
    },
    [links],
  )
})
const list = (doc?: string, flags: LinksFlags = {}): Promise<string> => listLinks(folders, doc, flags)

describe('palimpsest links', () => {
  test('lists links as they stood, what became of each, and what is known of the page', async () => {
    expect(await list()).toBe(
      'link                   text  count  now        rule       page\n' +
        '#                      it        2  (no link)  dead-link\n' +
        'http://a.example/gone  that      1                        gone 404\n' +
        'http://b.example/      more      1\n',
    )
  })

  test('lists those of one document, those that changed, those that a record is known of', async () => {
    const addresses = async (doc: string | undefined, flags: LinksFlags): Promise<string[]> =>
      (JSON.parse(await list(doc, {...flags, json: true})) as {value: string}[]).map(({value}) => value)
    expect(await addresses('b', {})).toEqual(['#'])
    expect(await addresses(undefined, {changed: true})).toEqual(['#'])
    expect(await addresses(undefined, {visited: true})).toEqual(['http://a.example/gone'])
    expect(await list('c')).toBe('No links were found.\n')
    expect(await list('b', {visited: true})).toBe('No link is so.\n')
  })

  test('refuses unknown documents and flags that contradict each other', async () => {
    await expect(list('nope')).rejects.toThrow(UsageError)
    await expect(list(undefined, {changed: true, visited: true})).rejects.toThrow(
      'Unexpected --changed beside --visited',
    )
  })

  test('has help with its exit codes and examples', () => {
    expect(helpOf(registerLinks, 'links')).toMatch(/Exit codes: 0 fine; 2 [\s\S]*Examples:/)
  })
})
