/**
 * Run the built program in this process, where its modules are loaded once: to start it costs more than most commands do.
 * What a process of its own is needed for (signals, pipes, devices, exit codes, the environment) runs by `spawned.ts`.
 */
import {Readable} from 'node:stream'
import {fileURLToPath} from 'node:url'
import {expect, vi} from 'vitest'
import {filesBelow, makeFolder} from './spawned.js'

export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

interface CallOptions {
  readonly cwd: string
  readonly input?: string | Uint8Array
}

const built = fileURLToPath(new URL('../../dist/src/cli/program.js', import.meta.url))

let turn: Promise<unknown> = Promise.resolve()

/** Run the program to its end, once the call before has come to its own: a test that ran out of time may have left one. */
export function palimpsest(args: readonly string[], options: CallOptions): Promise<Outcome> {
  const outcome = turn.then(() => call(args, options))
  turn = outcome.catch(() => undefined)
  return outcome
}

async function call(args: readonly string[], {cwd, input = ''}: CallOptions): Promise<Outcome> {
  const {main} = (await import(/* @vite-ignore */ built)) as typeof import('../../src/cli/program.js')
  const [stdout, stderr] = [catchOutput(process.stdout), catchOutput(process.stderr)]
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin')!
  const before = {cwd: process.cwd(), exitCode: process.exitCode}
  vi.stubEnv('NO_COLOR', '1')
  Object.defineProperty(process, 'stdin', {value: Readable.from([Buffer.from(input)]), configurable: true})
  process.exitCode = undefined
  process.chdir(cwd)
  try {
    const code = await main(args)
    return {code, stdout: stdout.text(), stderr: stderr.text()}
  } finally {
    process.chdir(before.cwd)
    process.exitCode = before.exitCode
    Object.defineProperty(process, 'stdin', stdin)
    vi.unstubAllEnvs()
    stdout.restore()
    stderr.restore()
  }
}

/** Keep what is written to a stream, and give it back as text. */
function catchOutput(stream: NodeJS.WriteStream): {text: () => string; restore: () => void} {
  const chunks: Buffer[] = []
  const spy = vi.spyOn(stream, 'write').mockImplementation((chunk, ...rest: unknown[]) => {
    chunks.push(Buffer.from(chunk as Uint8Array))
    const done = rest.at(-1)
    if (typeof done === 'function') done()
    return true
  })
  return {text: () => Buffer.concat(chunks).toString(), restore: () => spy.mockRestore()}
}

/** What a run makes of files, by the files: the same ones are cleaned once. */
const results = new Map<string, Readonly<Record<string, Uint8Array>>>()

/** Make a folder with files and with what a sound run makes of them; it is gone after the test. */
export async function makeRun(files: Readonly<Record<string, string>>): Promise<string> {
  const key = JSON.stringify(files)
  const known = results.get(key)
  if (known) return makeFolder({...files, ...known})
  const cwd = makeFolder(files)
  expect(await palimpsest(['run', '--quiet'], {cwd})).toEqual({code: 0, stdout: '', stderr: ''})
  const made = Object.entries(filesBelow(cwd, true)).filter(([path]) => path.startsWith('out/'))
  results.set(key, Object.fromEntries(made.map(([path, content]) => [path, Buffer.from(content, 'latin1')])))
  return cwd
}
