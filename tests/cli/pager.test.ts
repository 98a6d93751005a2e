/** Where a person looks on, output goes through a pager; a pager that is missing or left early is no error. */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {PassThrough} from 'node:stream'
import {describe, expect, test} from 'vitest'
import {type PagerOptions, showOutput} from '../../src/cli/pager.js'
import {makeFolder} from './spawned.js'

/** Run a pager that keeps what it is given in a file, and tell what came where. */
async function show(
  parts: AsyncIterable<string>,
  options: PagerOptions & {readonly pager?: string; readonly isTTY?: boolean},
): Promise<{paged: string | undefined; direct: string}> {
  const {pager, isTTY = true, ...rest} = options
  const folder = makeFolder()
  const file = join(folder, 'paged')
  const script = join(folder, 'pager.mjs')
  writeFileSync(script, scripts[pager ?? 'keep']!)
  const stdout = Object.assign(new PassThrough(), {isTTY})
  const chunks: string[] = []
  stdout.on('data', (chunk) => chunks.push(String(chunk)))
  const env = {...process.env, FILE: file, PALIMPSEST_PAGER: `"${process.execPath}" ${script}`, ...rest.env}
  await showOutput(parts, {...rest, stdout, env})
  return {paged: existsSync(file) ? readFileSync(file, 'utf8') : undefined, direct: chunks.join('')}
}

const scripts: Readonly<Record<string, string>> = {
  keep: `
    import {writeFileSync} from 'node:fs'
    let text = process.env.LESS + ':'
    for await (const chunk of process.stdin) text += chunk
    writeFileSync(process.env.FILE, text)`,
  leave: `
    import {writeFileSync} from 'node:fs'
    process.stdin.once('data', (chunk) => {
      writeFileSync(process.env.FILE, String(chunk).slice(0, 5))
      process.exit(3)
    })`,
}

async function* words(count: number, onEnd?: () => void): AsyncGenerator<string> {
  try {
    for (let number = 0; number < count; number++) yield `word ${number}\n`
  } finally {
    onEnd?.()
  }
}

describe('a pager', () => {
  test('gets what a person on a terminal is shown', async () => {
    expect(await show(words(2), {env: {LESS: undefined}})).toEqual({paged: 'FRX:word 0\nword 1\n', direct: ''})
    expect((await show(words(1), {env: {LESS: 'S'}})).paged).toBe('S:word 0\n')
  })

  test('gets all of much, one part after the other', async () => {
    const {paged} = await show(words(50_000), {})
    expect(paged?.length).toBeGreaterThan(500_000)
    expect(paged).toMatch(/word 49999\n$/)
  })

  test('is left out of pipes, where it is turned off, and where it would be cat', async () => {
    const direct = {paged: undefined, direct: 'word 0\n'}
    expect(await show(words(1), {isTTY: false})).toEqual(direct)
    expect(await show(words(1), {isOff: true})).toEqual(direct)
    for (const PALIMPSEST_PAGER of ['', ' cat '])
      expect(await show(words(1), {env: {PALIMPSEST_PAGER}})).toEqual(direct)
  })

  test('is the one of PAGER where none is named for this program alone', async () => {
    const env = {PALIMPSEST_PAGER: undefined, PAGER: 'cat > "$FILE"'}
    expect((await show(words(1), {env})).paged).toBe('word 0\n')
  })

  test('that is missing is no error: all is shown without it', async () => {
    expect(await show(words(3), {env: {PALIMPSEST_PAGER: 'no-such-pager-here 2>/dev/null'}})).toEqual({
      paged: undefined,
      direct: 'word 0\nword 1\nword 2\n',
    })
    const {direct} = await show(words(50_000), {env: {PALIMPSEST_PAGER: 'exec 2>/dev/null; no-such-pager-here'}})
    expect(direct.split('\n')).toHaveLength(50_001)
    const none = {PALIMPSEST_PAGER: undefined, PAGER: undefined, PATH: '/nonexistent'}
    expect((await show(words(1), {env: none})).direct).toBe('word 0\n')
  })

  test('that is left early is no error: nothing more is made, nor shown', async () => {
    let made = 0
    let isEnded = false
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) {
          made++
          yield 'word\n'.repeat(1000)
        }
      } finally {
        isEnded = true
      }
    }
    expect(await show(endless(), {pager: 'leave'})).toEqual({paged: 'word\n', direct: ''})
    expect(made).toBeLessThan(1000)
    expect(isEnded).toBe(true)
  })

  test('does not hide what went wrong while the output was made', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield 'word\n'
      throw new Error('damaged')
    }
    await expect(show(broken(), {})).rejects.toThrow('damaged')
    // biome-ignore lint/correctness/useYield: it fails before it has anything
    async function* unknown(): AsyncGenerator<string> {
      throw new Error('no such document')
    }
    const file = join(makeFolder(), 'started')
    const env = {PALIMPSEST_PAGER: `echo started > ${file}`}
    await expect(show(unknown(), {env})).rejects.toThrow('no such document')
    expect(existsSync(file)).toBe(false)
  })
})
