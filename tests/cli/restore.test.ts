/** `palimpsest restore` as a person runs it: the raw bytes, or none. */
import {readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {registerRestore} from '../../src/cli/restore.js'
import {UsageError} from '../../src/errors.js'
import {ProvenanceError} from '../../src/provenance/read.js'
import {makeOutput, sampleRaws} from '../provenance/outputs.js'
import {runCommand} from './command.js'

const restore = (...argv: string[]) => runCommand(registerRestore, ['restore', ...argv])

test.each(['a', 'a.txt', 'clean/a.md', 'provenance/a.json'])('gives the raw bytes of %s', async (name) => {
  const {out} = await makeOutput(sampleRaws)
  const {stdout, code} = await restore(name, '--out', out)
  expect(code).toBe(0)
  expect(stdout.equals(Buffer.from(sampleRaws['a.txt']!))).toBe(true)
})

test('finds a document by the path of its file and by the beginning of its id', async () => {
  const {out} = await makeOutput(sampleRaws)
  for (const name of [join(out, 'clean/deep/b.md'), 'dee']) {
    const {stdout} = await restore(name, '--out', out)
    expect(stdout.toString()).toBe(sampleRaws['deep/b.html'])
  }
  await expect(restore('nothing', '--out', out)).rejects.toThrow('No document nothing in the manifest')
})

test('bytes that are no UTF-8 come back as they were', async () => {
  const bytes = Buffer.from([0xff, 0x41, 0x0d, 0x0a, 0xc3, 0x28, 0x0a, 0xe2, 0x82])
  const {out} = await makeOutput({'a.txt': bytes})
  const {stdout} = await restore('a', '--out', out)
  expect(stdout.equals(bytes)).toBe(true)
})

test('writes to a file; one that is there is left alone unless it is forced', async () => {
  const {out, raw} = await makeOutput(sampleRaws)
  const target = join(raw, '../restored/a.txt')
  await restore('a', '--out', out, '--to', target)
  expect(await readFile(target, 'utf8')).toBe(sampleRaws['a.txt'])
  await restore('a', '--out', out, '--to', target)
  await writeFile(target, 'mine')
  await expect(restore('a', '--out', out, '--to', target)).rejects.toThrow(UsageError)
  expect(await readFile(target, 'utf8')).toBe('mine')
  await restore('a', '--out', out, '--to', target, '--force')
  expect(await readFile(target, 'utf8')).toBe(sampleRaws['a.txt'])
  expect(await readdir(join(raw, '../restored'))).toEqual(['a.txt'])
})

test('--all restores every document, and names those it cannot', async () => {
  const {out, raw} = await makeOutput(sampleRaws)
  const to = join(raw, '../restored')
  const {stderr, code} = await restore('--all', '--out', out, '--to', to)
  expect(await readFile(join(to, 'a.txt'), 'utf8')).toBe(sampleRaws['a.txt'])
  expect(await readFile(join(to, 'deep/b.html'), 'utf8')).toBe(sampleRaws['deep/b.html'])
  expect(code).toBe(1)
  expect(stderr).toContain('c-failed failed and has no output')
  expect(stderr).toContain('2 documents restored')
})

test('calls that make no sense are usage errors', async () => {
  const {out, raw} = await makeOutput(sampleRaws)
  await expect(restore('--out', out)).rejects.toThrow(UsageError)
  await expect(restore('--all', '--out', out)).rejects.toThrow(UsageError)
  await expect(restore('a', '--all', '--to', raw, '--out', out)).rejects.toThrow(UsageError)
  await expect(restore('a', '--out', raw)).rejects.toThrow(UsageError)
  await expect(restore('a', '--to', raw, '--out', out)).rejects.toThrow('is a folder')
})

test('damaged files give the right bytes or an error, never other bytes', async () => {
  const {out} = await makeOutput(sampleRaws)
  const files = ['clean/a.md', 'provenance/a.json', 'manifest.jsonl']
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.nat(255), async (file, at, byte) => {
      const path = join(out, file)
      const bytes = await readFile(path)
      const damaged = Buffer.from(bytes)
      damaged[at % bytes.length] = byte
      await writeFile(path, damaged)
      try {
        const {stdout} = await restore('a', '--out', out)
        expect(stdout.toString()).toBe(sampleRaws['a.txt'])
      } catch (error) {
        if (!(error instanceof ProvenanceError) && !(error instanceof UsageError)) throw error
      } finally {
        await writeFile(path, bytes)
      }
    }),
    {numRuns: 300},
  )
})
