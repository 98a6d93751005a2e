/** The program starts from one file where there is one of its build, and from its modules where there is not. */
import {spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeEach, describe, expect, test} from 'vitest'

const text = 'A sentence of some words, which stays as it is.\n'
const folder = mkdtempSync(join(tmpdir(), 'palimpsest-bundle-'))
const bundle = join(folder, 'dist/bundle/palimpsest.cjs')
const cache = join(folder, 'dist/bundle/palimpsest.cache')

/** Clean a text; the output. */
function cleaned(): string {
  const {stdout, stderr} = spawnSync(process.execPath, ['dist/src/cli/main.js', 'clean', '--quiet'], {
    cwd: folder,
    input: text,
    encoding: 'utf8',
  })
  return stderr + stdout
}

/** Make modules that are loaded by the command line, and by its workers, ones that throw. */
function breakModules(): void {
  for (const name of ['cli/program.js', 'run/clean-task.js', 'document/document.js'])
    writeFileSync(join(folder, 'dist/src', name), 'throw new Error("loaded by itself")')
}

const expected = expect.stringMatching(/^---\ntitle: .*\n---\n\n# A sentence of some words, which stays as it is\.\n$/)

describe('the bundle', () => {
  beforeEach(() => {
    rmSync(folder, {recursive: true, force: true})
    for (const name of ['dist', 'package.json'])
      cpSync(name, join(folder, name), {recursive: true, preserveTimestamps: true})
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  })
  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  test('is what the program starts from', () => {
    breakModules()
    expect(cleaned()).toEqual(expected)
  })

  test('imports nothing by itself, which code that Node did not load cannot', () => {
    expect(readFileSync(bundle, 'utf8')).not.toMatch(/\bawait import\(/)
  })

  test('is not needed', () => {
    rmSync(join(folder, 'dist/bundle'), {recursive: true})
    expect(cleaned()).toEqual(expected)
  })

  test('is passed over where it is older than the build', () => {
    writeFileSync(bundle, 'throw new Error("old")')
    utimesSync(bundle, new Date(0), new Date(0))
    expect(cleaned()).toEqual(expected)
  })

  test.each([
    ['missing', () => rmSync(cache)],
    ['cut', () => truncateSync(cache, 100_000)],
    ['empty', () => truncateSync(cache, 0)],
    ['something else', () => writeFileSync(cache, 'x'.repeat(1000))],
  ])('works where what V8 made of it is %s', (_, spoil) => {
    breakModules()
    spoil()
    expect(cleaned()).toEqual(expected)
  })
})
