/**
 * Load the program from one file, `dist/bundle/palimpsest.cjs`, with the code that V8 made of it when it was written. Modules by
 * the hundred, loaded one by one, take three times as long until a thread can begin.
 *
 * Without a bundle of this build, the modules themselves are loaded; what V8 made of it serves the V8 that made it, and is passed
 * over by any other.
 */
import {readFileSync, renameSync, statSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Script} from 'node:vm'

type Bundled = typeof import('./bundled.js')

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const bundle = pathOf('../bundle/palimpsest.cjs')
const codeCache = pathOf('../bundle/palimpsest.cache')
/** What a build leaves behind, as new as the newest module. */
const build = pathOf('../.tsbuildinfo')

/** The ways into the program: of the bundle where there is one of this build, else of the modules. */
export async function loadBundled(): Promise<Bundled> {
  return compile()?.exports ?? (await import('./bundled.js'))
}

/**
 * Write down what V8 has made of the bundle once `use` has put it to work: code that was needed, and no other.
 *
 * Whole or not at all: V8 believes what it reads there.
 *
 * @public for `scripts/bundle.mjs`, which imports it as it is built
 */
export async function writeCodeCache(use: (bundled: Bundled) => Promise<unknown>): Promise<void> {
  const compiled = compile()
  if (!compiled) throw new Error(`No bundle of this build: ${bundle}`)
  await use(compiled.exports)
  writeFileSync(`${codeCache}.draft`, compiled.script.createCachedData())
  renameSync(`${codeCache}.draft`, codeCache)
}

function compile(): {script: Script; exports: Bundled} | undefined {
  const written = changedAt(bundle)
  if (written === undefined || written < (changedAt(build) ?? 0)) return undefined
  // As Node itself wraps a CommonJS module.
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, 'utf8')}\n})`
  const cachedData = changedAt(codeCache) === undefined ? undefined : readFileSync(codeCache)
  const script = new Script(source, {filename: bundle, ...(cachedData && {cachedData})})
  const module = {exports: {} as Bundled}
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle))
  module.exports.setImporter((url) => import(url))
  return {script, exports: module.exports}
}

/** When a file was changed last; undefined where there is none. */
function changedAt(path: string): number | undefined {
  return statSync(path, {throwIfNoEntry: false})?.mtimeMs
}
