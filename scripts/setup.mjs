/**
 * Install the dependencies where they are missing or older than the lockfile. It runs before `npm start` and `npm test`, so
 * that either is the only command a fresh clone needs.
 */
import {spawnSync} from 'node:child_process'
import {statSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const root = new URL('..', import.meta.url)
const changedAt = (path) => statSync(new URL(path, root), {throwIfNoEntry: false})?.mtimeMs ?? 0

// npm writes its own copy of the lockfile when an installation is complete: a broken one has none.
if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
  const npm = process.env.npm_execpath
  const [command, ...before] = npm ? [process.execPath, npm] : ['npm']
  const {status, error} = spawnSync(command, [...before, 'ci', '--no-audit', '--no-fund'], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
  })
  if (error) process.stderr.write(`setup: cannot run npm: ${error.message}\n`)
  process.exit(status ?? 1)
}
