/** The lock of an output folder, where the file system says no: each cause by its name, with the file and what to do. */
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import * as files from 'node:fs/promises'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {afterEach, expect, test, vi} from 'vitest'
import {OutputError, UsageError} from '../../src/errors.js'
import {takeLock} from '../../src/run/lock.js'
import {makeFolder} from './spawned.js'

vi.mock('node:fs/promises', async (load) => {
  const actual = await load<typeof files>()
  return {...actual, open: vi.fn(actual.open), rename: vi.fn(actual.rename), rm: vi.fn(actual.rm)}
})
afterEach(() => void vi.restoreAllMocks())

const stale = JSON.stringify({pid: 2 ** 22 + 1, host: hostname()})
const denied = Object.assign(new Error('no'), {code: 'EACCES'})

async function errorOf(out: string): Promise<Error> {
  return takeLock(out).then(
    () => new Error('it was taken'),
    (error: Error) => error,
  )
}

test('a lock of nobody that cannot be moved away is no run at work', async () => {
  const out = makeFolder({'.palimpsest.lock': stale})
  vi.mocked(files.rename).mockRejectedValueOnce(denied)
  const error = await errorOf(out)
  expect(error).toBeInstanceOf(OutputError)
  expect(error.message).toBe(
    `The run that held ${join(out, '.palimpsest.lock')} is gone, but its lock cannot be moved away: permission denied (EACCES); remove it`,
  )
  expect(readdirSync(out)).toEqual(['.palimpsest.lock'])
})

test('a lock that cannot be read may be that of a run', async () => {
  const out = makeFolder({'.palimpsest.lock': stale})
  vi.mocked(files.open).mockRejectedValueOnce(denied)
  const error = await errorOf(out)
  expect(error).toBeInstanceOf(UsageError)
  expect(error.message).toMatch(/^Cannot read the lock .*permission denied \(EACCES\); wait until .* or remove it/)
})

test('what is no lock is named', async () => {
  const out = makeFolder()
  mkdirSync(join(out, '.palimpsest.lock'))
  expect((await errorOf(out)).message).toMatch(/is no lock of a run: a folder stands there \(EISDIR\); remove it$/)
  const huge = makeFolder()
  writeFileSync(join(huge, '.palimpsest.lock'), ' '.repeat(70_000))
  expect((await errorOf(huge)).message).toMatch(/is no lock of a run: it is too large \(EFBIG\); remove it$/)
})

test('a lock that cannot be given back is named', async () => {
  const out = makeFolder()
  const unlock = await takeLock(out)
  vi.mocked(files.rm).mockRejectedValueOnce(denied)
  await expect(unlock()).rejects.toThrow(/^Cannot remove the lock .*permission denied \(EACCES\); remove it$/)
  await unlock()
})

test('what runs left that were killed while they took the lock goes, and what others are at stays', async () => {
  const gone = 2 ** 22 + 1
  const out = makeFolder({
    [`.palimpsest.lock.${gone}`]: stale,
    [`.palimpsest.lock.${gone}.stale`]: '',
    [`.palimpsest.lock.${process.ppid}`]: '{"pi',
    '.palimpsest.lock.notes': 'of somebody',
    [`.palimpsest-report.lock.${gone}`]: stale,
  })
  const release = await takeLock(out)
  expect(readdirSync(out).sort()).toEqual([
    `.palimpsest-report.lock.${gone}`,
    '.palimpsest.lock',
    `.palimpsest.lock.${process.ppid}`,
    '.palimpsest.lock.notes',
  ])
  await release()
})
