/**
 * Load what a worker does from one file, `dist/bundle/clean-task.cjs`, with the code that V8 made of it when it was written. A
 * thread that loads two hundred modules one by one takes three times as long until it can begin.
 *
 * Whatever is wrong with the bundle (it is older than the build, or of another V8), the modules themselves are there.
 */
import {readFileSync, statSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Script} from 'node:vm'

type CleanTaskModule = typeof import('./clean-task.js')

const dist = new URL('../../', import.meta.url)
const pathOf = (name: string) => fileURLToPath(new URL(name, dist))
/** The bundle; what V8 made of it; and what a build leaves behind that is newer than all that it built. */
const bundle = pathOf('bundle/clean-task.cjs')
const codeCache = pathOf('bundle/clean-task.cache')
const build = pathOf('.tsbuildinfo')

/** Load the bundle; undefined where there is none of this build. */
export function loadBundle(): CleanTaskModule | undefined {
  return compile()?.module
}

/** Write down what V8 has made of the bundle once `use` has put it to work, so that what is needed is there and no more. */
export async function writeCodeCache(use: (module: CleanTaskModule) => Promise<unknown>): Promise<void> {
  const compiled = compile()
  if (!compiled) throw new Error(`No bundle of this build: ${bundle}`)
  await use(compiled.module)
  writeFileSync(codeCache, compiled.script.createCachedData())
}

function compile(): {script: Script; module: CleanTaskModule} | undefined {
  const written = changedAt(bundle)
  if (written === undefined || written < (changedAt(build) ?? 0)) return undefined
  // As Node itself wraps a CommonJS module.
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, 'utf8')}\n})`
  const cachedData = changedAt(codeCache) === undefined ? undefined : readFileSync(codeCache)
  const script = new Script(source, {filename: bundle, ...(cachedData && {cachedData})})
  const module = {exports: {} as CleanTaskModule}
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle))
  return {script, module: module.exports}
}

/** When a file was changed last; undefined where there is none. */
function changedAt(path: string): number | undefined {
  return statSync(path, {throwIfNoEntry: false})?.mtimeMs
}
