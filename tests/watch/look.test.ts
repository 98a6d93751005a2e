/** A look at raws, configuration and decisions differs where a run would have something to do. */
import {appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {lookAtFiles, lookAtRaws} from '../../src/watch/look.js'
import {makeFolder} from '../cli/spawned.js'

test('a look differs wherever a run would have something else to work on', async () => {
  const folder = makeFolder({'raw/a.txt': 'One.', 'raw/deep/b.txt': 'Two.', 'elsewhere.txt': 'Three.'})
  const raw = join(folder, 'raw')
  const seen = new Set([await lookAtRaws(raw)])
  expect(await lookAtRaws(raw)).toBe([...seen][0])
  const changes: readonly (() => void)[] = [
    () => writeFileSync(join(raw, 'c.txt'), 'x'),
    () => appendFileSync(join(raw, 'c.txt'), 'y'),
    () => utimesSync(join(raw, 'a.txt'), 1, 1),
    () => renameSync(join(raw, 'c.txt'), join(raw, 'd.txt')),
    () => mkdirSync(join(raw, 'new')),
    () => writeFileSync(join(raw, 'new/e.txt'), ''),
    () => symlinkSync(join(folder, 'elsewhere.txt'), join(raw, 'link.txt')),
    () => rmSync(join(raw, 'deep'), {recursive: true}),
    () => renameSync(raw, `${raw}-gone`),
  ]
  for (const [index, change] of changes.entries()) {
    change()
    const now = await lookAtRaws(raw)
    // An empty folder holds nothing to work on.
    expect([index, seen.has(now)]).toEqual([index, index === 4])
    seen.add(now)
  }
})

test('a look leaves out what a run leaves out', async () => {
  const raw = makeFolder({'a.txt': 'One.'})
  const before = await lookAtRaws(raw)
  writeFileSync(join(raw, '.hidden'), 'x')
  mkdirSync(join(raw, 'node_modules'))
  writeFileSync(join(raw, 'node_modules/x.txt'), 'x')
  expect(await lookAtRaws(raw)).toBe(before)
})

test('files that come, change or go are seen', () => {
  const folder = makeFolder()
  const files = [join(folder, 'a'), join(folder, 'b')]
  const seen = [lookAtFiles(files)]
  for (const change of [
    () => writeFileSync(files[1]!, 'x'),
    () => appendFileSync(files[1]!, 'y'),
    () => rmSync(files[1]!),
  ]) {
    change()
    seen.push(lookAtFiles(files))
  }
  expect(new Set(seen).size).toBe(3)
  expect(seen[3]).toBe(seen[0])
})
