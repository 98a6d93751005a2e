/** Run the built program as a person does, in a process and a folder of its own, and look at the files that it leaves. */
import {type ChildProcess, spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {onTestFinished} from 'vitest'

/** Path of the built program. */
export const program: string = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url))

export interface Outcome {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface CallOptions {
  readonly cwd: string
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/** Start the program; the outcome comes when it ends. */
export function start(args: readonly string[], {cwd, input, env}: CallOptions): [ChildProcess, Promise<Outcome>] {
  const child = spawn(process.execPath, [program, ...args], {cwd, env: {...process.env, NO_COLOR: '1', ...env}})
  // A test that gives up waiting leaves nothing behind that goes on to work.
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<Outcome>((resolve) => {
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('close', (code, signal) => {
      resolve({code, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString()})
    })
  })
  // The program may end without reading all that it is sent.
  child.stdin.on('error', () => {})
  child.stdin.end(input ?? '')
  return [child, ended]
}

/** Run the program to its end. */
export function spawned(args: readonly string[], options: CallOptions): Promise<Outcome> {
  return start(args, options)[1]
}

/** Make a folder with files that is gone after the test. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = temporaryFolder(files)
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** Make a folder with files, for whoever removes it. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'palimpsest-')))
  putFiles(folder, files)
  return folder
}

/** Write files below a folder. */
export function putFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
}

/** All files below a folder with their bytes as latin1 text, hidden ones included; sorted by path. */
export function filesBelow(folder: string, isWhole = false): Record<string, string> {
  const files: Record<string, string> = {}
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(folder, path), {withFileTypes: true})) {
      const below = path ? `${path}/${entry.name}` : entry.name
      // What a run has observed is a cache, and no part of the results.
      if (entry.name === '.palimpsest' && !isWhole) continue
      if (entry.isDirectory()) walk(below)
      else files[below] = readFileSync(join(folder, below), 'latin1')
    }
  }
  walk('')
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The documents of a manifest by id. */
export function manifestOf(out: string): Record<string, {verdict: string; reasons: string[]; raw: {path: string}}> {
  const [, ...lines] = readFileSync(join(out, 'manifest.jsonl'), 'utf8').trimEnd().split('\n')
  return Object.fromEntries(lines.map((line) => JSON.parse(line)).map((entry) => [entry.id, entry]))
}

/** An article of made-up words, the same for the same number. */
export function article(number: number): string {
  const words = 'river stone market letter winter engine garden captain silver morning harbour window'.split(' ')
  const sentence = (seed: number): string =>
    `${Array.from({length: 9 + (seed % 5)}, (_, index) => words[(seed * 7 + index * 5 + index * index) % 12]).join(' ')}.`
  const paragraphs = Array.from({length: 4 + (number % 4)}, (_, index) =>
    [0, 1, 2].map((part) => `Report ${number}: ${sentence(number * 31 + index * 17 + part)}`).join('  '),
  )
  return `# Story ${number}\n\n${paragraphs.join('\n\n')}\n`
}
