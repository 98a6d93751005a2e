/** Build the program once before the tests, so that those of the command line never run a stale one. */
import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

export default function build(): void {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url))
  const {status, stdout} = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.json'], {cwd: root, encoding: 'utf8'})
  run('build-report.mjs')
  if (status === 0) {
    // Without types that hold there is no bundle, and the modules are loaded one by one.
    run('bundle.mjs')
    return
  }
  // Types are `npm run check`'s to judge; what could be built is still worth testing.
  process.stderr.write(stdout)
  if (!existsSync(new URL('../dist/src/cli/main.js', import.meta.url))) throw new Error('The program does not build')
}

function run(name: string): void {
  const script = fileURLToPath(new URL(`../scripts/${name}`, import.meta.url))
  const {status, stderr} = spawnSync(process.execPath, [script], {encoding: 'utf8'})
  if (status !== 0) throw new Error(`${name} failed:\n${stderr}`)
}
