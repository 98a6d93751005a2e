/** Which files of the output may go: none whose raw may still be there. */
import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {Made, type RawState} from '../../src/run/made.js'
import {findStale, isRemovable} from '../../src/run/stale.js'

test.each<[name: string, raws: Record<string, RawState>, kind: string, isRemoved: boolean]>([
  ['its raw is gone', {'other.txt': 'done'}, 'gone', true],
  ['its raw gives another file', {'sub/deep/a.txt': 'done'}, 'renamed', true],
  ['its raw failed', {'sub/deep/a.txt': 'failed'}, 'failed', false],
  ['its raw was not selected', {'sub/deep/a.txt': 'unselected'}, 'unselected', false],
  ['its folder cannot be read', {sub: 'failed'}, 'failed', false],
  ['another folder cannot be read', {'sub/dee': 'failed'}, 'gone', true],
])('a file is stale: %s', async (_, raws, kind, isRemoved) => {
  const out = mkdtempSync(join(tmpdir(), 'palimpsest-test-'))
  onTestFinished(() => rmSync(out, {recursive: true, force: true}))
  mkdirSync(join(out, 'clean/sub/deep'), {recursive: true})
  mkdirSync(join(out, 'provenance/sub/deep'), {recursive: true})
  writeFileSync(join(out, 'clean/sub/deep/a.md'), 'Text.\n')
  const sha256 = `sha256:${createHash('sha256').update('Text.\n').digest('hex')}`
  const record = {
    format: 'palimpsest-provenance',
    id: 'sub/deep/a',
    raw: {path: 'sub/deep/a.txt'},
    clean: {sha256},
  }
  writeFileSync(join(out, 'provenance/sub/deep/a.json'), JSON.stringify(record))
  const made = new Made()
  for (const [path, state] of Object.entries(raws)) made.note(path, state)
  const stale = await findStale({
    out,
    files: ['clean/sub/deep/a.md', 'provenance/sub/deep/a.json'],
    others: [],
    previous: undefined,
    made,
  })
  expect(stale.map((file) => [file.kind, isRemovable(file)])).toEqual([
    [kind, isRemoved],
    [kind, isRemoved],
  ])
})
