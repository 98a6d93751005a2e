/** Runs in which documents are held against each other, and the same as filters. */
import {unlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {palimpsest} from './program.js'
import {filesBelow, makeFolder, manifestOf, putFiles} from './spawned.js'

const vocabulary = Array.from({length: 800}, (_, index) => {
  const syllables = 'ba de fi go hu ka le mi no pu ra se ti vo wu za'.split(' ')
  return [index % 16, (index >> 4) % 16, (index * 7 + 3) % 16].map((at) => syllables[at]).join('')
})

/** Sentences of made-up words, others for every seed. */
function prose(seed: number, sentences = 12): string {
  let state = seed * 7919 + 1
  const next = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >> 8) % below
  }
  const sentence = (): string => {
    const words = Array.from({length: 9 + next(6)}, () => vocabulary[next(vocabulary.length)]!)
    return `${words[0]![0]!.toUpperCase()}${words.join(' ').slice(1)}.`
  }
  return Array.from({length: 4}, () => Array.from({length: sentences / 4}, sentence).join(' ')).join('\n\n')
}

const footer =
  'The Gazette of Novaville, founded in 1893, is printed on the hill above the river, and is read by all who live there.'

/** An article of a site; the line below it says nothing that a phrase would betray. */
const page = (number: number, text = prose(number)): string =>
  `---\nsource: https://gazette.example.org/${number}\n---\n\n# Story ${number}\n\n${text}\n\n${footer}\n`

const pages = (from: number, to: number): Record<string, string> =>
  Object.fromEntries(Array.from({length: to - from}, (_, index) => [`raw/p${from + index}.md`, page(from + index)]))

const cleanOf = (cwd: string): string[] => Object.values(filesBelow(join(cwd, 'out/clean')))

describe('furniture of a site', () => {
  test('goes from all of its documents, is proved, and stays gone', async () => {
    const cwd = makeFolder(pages(10, 22))
    expect((await palimpsest(['run'], {cwd})).code).toBe(0)
    expect(cleanOf(cwd).filter((text) => text.includes(footer))).toEqual([])
    expect((await palimpsest(['verify', '--quiet'], {cwd})).code).toBe(0)
    expect((await palimpsest(['run', '--check'], {cwd})).code).toBe(0)
    const {totals} = JSON.parse((await palimpsest(['run', '--json'], {cwd})).stdout) as {totals: object}
    expect(totals).toMatchObject({documents: 12, unchanged: 12})
  })

  test('a run that adds documents ends as one from nothing, and works on what the new ones change', async () => {
    const cwd = makeFolder(pages(10, 12))
    await palimpsest(['run', '--quiet'], {cwd})
    // Two documents are no site.
    expect(cleanOf(cwd).filter((text) => text.includes(footer))).toHaveLength(2)
    putFiles(cwd, pages(12, 22))
    await palimpsest(['run', '--quiet'], {cwd})
    const grown = filesBelow(join(cwd, 'out'))
    expect(cleanOf(cwd).filter((text) => text.includes(footer))).toEqual([])
    await palimpsest(['run', '--quiet', '--force'], {cwd})
    expect(filesBelow(join(cwd, 'out'))).toEqual(grown)
    // One more changes nothing of the others.
    putFiles(cwd, pages(22, 23))
    const {totals} = JSON.parse((await palimpsest(['run', '--json'], {cwd})).stdout) as {totals: object}
    expect(totals).toMatchObject({documents: 13, unchanged: 12})
    // And back to two, it comes back.
    for (let number = 12; number < 23; number++) unlinkSync(join(cwd, `raw/p${number}.md`))
    await palimpsest(['run', '--quiet', '--prune'], {cwd})
    expect(cleanOf(cwd).filter((text) => text.includes(footer))).toHaveLength(2)
  })

  test('the same at any concurrency, and in shards', async () => {
    const cwd = makeFolder(pages(10, 22))
    await palimpsest(['run', '--quiet', '--concurrency', '1', 'raw', 'one'], {cwd})
    await palimpsest(['run', '--quiet', '--concurrency', '4', 'raw', 'four'], {cwd})
    expect(filesBelow(join(cwd, 'four'))).toEqual(filesBelow(join(cwd, 'one')))
    await palimpsest(['run', '--quiet', '--format', 'jsonl', 'raw', 'lines'], {cwd})
    const lines = filesBelow(join(cwd, 'lines'))['clean/part-00000.jsonl']!.trimEnd().split('\n')
    expect(lines).toHaveLength(12)
    expect(lines.filter((line) => line.includes(footer))).toEqual([])
    expect((await palimpsest(['verify', '--quiet', 'lines', '--raw', 'raw'], {cwd})).code).toBe(0)
    expect((await palimpsest(['run', '--check', '--format', 'jsonl', 'raw', 'lines'], {cwd})).code).toBe(0)
  })
})

describe('documents that stand twice', () => {
  const text = prose(77, 20)
  const twice = {
    'raw/a.md': page(1, text),
    'raw/b.md': page(2, `${text}\n\nAnd one sentence more, which the other has not.`),
    'raw/c.md': page(3, prose(78, 20)),
  }

  test('point at the one with the longest body', async () => {
    const cwd = makeFolder(twice)
    await palimpsest(['run', '--quiet'], {cwd})
    const documents = manifestOf(join(cwd, 'out')) as unknown as Record<string, {metadata: Record<string, string>}>
    expect(Object.values(documents).map(({metadata}) => metadata['duplicate_of'])).toEqual(['b', undefined, undefined])
    expect((await palimpsest(['verify', '--quiet'], {cwd})).code).toBe(0)
  })

  test('lose their body where that is asked for, and can be restored', async () => {
    const cwd = makeFolder({
      ...twice,
      'palimpsest.config.yaml': 'stages: {drop-corpus-repeats: {duplicates: drop}}\n',
    })
    await palimpsest(['run', '--quiet'], {cwd})
    const {stdout, code} = await palimpsest(['verify', '--json'], {cwd})
    expect([code, JSON.parse(stdout).findings]).toEqual([0, []])
    expect(filesBelow(join(cwd, 'out/clean'))['a.md']).not.toContain(text.slice(0, 40))
    await palimpsest(['restore', '--all', '--to', 'again'], {cwd})
    expect(filesBelow(join(cwd, 'again'))).toEqual(filesBelow(join(cwd, 'raw')))
  })
})

describe('filters', () => {
  const line = (number: number): string => `${JSON.stringify({id: `p${number}`, text: page(number)})}\n`
  const numbers = Array.from({length: 12}, (_, index) => 10 + index)

  test('a file that was cut gives the pieces of what the whole gives', async () => {
    const cwd = makeFolder()
    const clean = async (input: string, ...args: string[]): Promise<string> =>
      (await palimpsest(['clean', '--jsonl', ...args], {cwd, input})).stdout
    const sheets = async (input: string): Promise<string> =>
      (await palimpsest(['corpus', 'observe'], {cwd, input})).stdout
    const halves = [numbers.slice(0, 5), numbers.slice(5)].map((part) => part.map(line).join(''))
    const whole = halves.join('')
    const parts = [await sheets(halves[0]!), await sheets(halves[1]!)]
    expect(parts.join('')).toBe(await sheets(whole))
    const decided = (await palimpsest(['corpus', 'decide'], {cwd, input: [...parts].reverse().join('')})).stdout
    expect(decided.trimEnd().split('\n')).toHaveLength(12)
    putFiles(cwd, {verdicts: decided})
    const cleaned = await clean(whole, '--verdicts', 'verdicts')
    const pieces = [
      await clean(halves[0]!, '--verdicts', 'verdicts'),
      await clean(halves[1]!, '--verdicts', 'verdicts'),
    ]
    expect(pieces.join('')).toBe(cleaned)
    expect(cleaned).not.toContain(footer)
    // What the filters make is what a run makes.
    putFiles(cwd, {'raw/all.jsonl': whole})
    await palimpsest(['run', '--quiet', '--format', 'jsonl'], {cwd})
    const rows = filesBelow(join(cwd, 'out'))['clean/part-00000.jsonl']!.trimEnd().split('\n')
    const textsOf = (lines: string[]): string[] => lines.map((row) => (JSON.parse(row) as {text: string}).text)
    expect(textsOf(cleaned.trimEnd().split('\n'))).toEqual(textsOf(rows))
  })

  test('a bad line becomes an error in its place', async () => {
    const cwd = makeFolder()
    const {code, stdout, stderr} = await palimpsest(['clean', '--jsonl'], {
      cwd,
      input: `${line(1)}{oops\n\n{"id":"x"}\n${line(2)}`,
    })
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row) as {id: string | null; error?: string})
    expect(rows.map(({id}) => id)).toEqual(['p1', null, 'x', 'p2'])
    expect(rows.map(({error}) => error?.replace(/:.*/, ''))).toEqual([
      undefined,
      'is not JSON',
      'holds no text',
      undefined,
    ])
    expect(stderr).toMatch(/^palimpsest: stdin:2: is not JSON.*\npalimpsest: stdin:4: holds no text/)
    expect(code).toBe(1)
  })

  test('what is no sheet, and an id that stands twice, are told', async () => {
    const cwd = makeFolder()
    const sheet = (await palimpsest(['corpus', 'observe'], {cwd, input: line(1)})).stdout
    const {code, stderr} = await palimpsest(['corpus', 'decide'], {cwd, input: `${sheet}oops\n${sheet}`})
    expect([code, stderr]).toEqual([
      1,
      'palimpsest: stdin:2: is no sheet; `palimpsest corpus observe` writes them\npalimpsest: stdin:3: p1 stands twice; the first counts\n',
    ])
  })

  test('sheets and verdicts that were made otherwise are refused, with file and line', async () => {
    const cwd = makeFolder({'other.yaml': 'stages: {drop-repeats: false}\n', 'part.jsonl': numbers.map(line).join('')})
    const out = async (...args: string[]): Promise<string> => (await palimpsest(args, {cwd})).stdout
    const sheets = await out('corpus', 'observe', 'part.jsonl')
    const others = await out('corpus', 'observe', '--config', 'other.yaml', 'part.jsonl')
    putFiles(cwd, {
      sheets,
      mixed: `${sheets.split('\n')[0]}\n${others}`,
      old: sheets.replaceAll(/"corpus":"[^"]*",/g, ''),
    })
    const refused = (place: string, step: string): object => ({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(
        `${place} was made by other stages, options or another version than are asked for here; run \`palimpsest ${step}\` again`,
      ),
    })
    expect(await palimpsest(['corpus', 'decide', 'mixed'], {cwd})).toEqual(
      refused('mixed:2: this sheet', 'corpus observe'),
    )
    expect(await palimpsest(['corpus', 'decide', 'old'], {cwd})).toEqual(refused('old:1: this sheet', 'corpus observe'))
    const other = ['--config', 'other.yaml']
    expect(await palimpsest(['corpus', 'decide', ...other, 'sheets'], {cwd})).toEqual(
      refused('sheets:1: this sheet', 'corpus observe'),
    )
    putFiles(cwd, {verdicts: await out('corpus', 'decide', 'sheets')})
    expect(await palimpsest(['clean', '--jsonl', '--verdicts', 'verdicts', ...other, 'part.jsonl'], {cwd})).toEqual(
      refused('verdicts:1: this verdict', 'corpus decide'),
    )
    // What stages behind it do is no matter of the corpus.
    expect(
      (await palimpsest(['clean', '--jsonl', '--verdicts', 'verdicts', '--names', 'annotate', 'part.jsonl'], {cwd}))
        .code,
    ).toBe(0)
  })
})
