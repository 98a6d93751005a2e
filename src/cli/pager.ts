/**
 * Show output in a pager where a person looks at it: `PALIMPSEST_PAGER`, else `PAGER`, else `less -R`. Into a pipe or a file it goes
 * as it is, and so it does where there is no such pager. Whoever leaves the pager early wants no more.
 */
import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'

export interface PagerOptions {
  /** Whether output goes to the terminal as it is. */
  readonly isOff?: boolean
  readonly stdout?: NodeJS.WritableStream & {readonly isTTY?: boolean}
  readonly env?: NodeJS.ProcessEnv
}

/** Flags of `less`, as git gives them: leave at once where all fits on the screen, show colours, leave it on the screen. */
const lessFlags = 'FRX'
/** What a pipe takes before anybody reads from it; a pager that took more is there. */
const pipeSize = 256 * 1024

/** Write output as it comes, through a pager where that is wanted. */
export async function showOutput(
  output: AsyncIterable<string>,
  {isOff = false, stdout = process.stdout, env = process.env}: PagerOptions = {},
): Promise<void> {
  const parts = output[Symbol.asyncIterator]()
  // What cannot be shown at all is told before a pager takes the screen.
  const first = await parts.next()
  if (first.done) return
  const pager = isOff || !stdout.isTTY ? undefined : await startPager(env)
  if (pager) await throughPager(first.value, parts, pager, stdout)
  else await writeAll(first, parts, stdout)
}

type Parts = AsyncIterator<string, unknown>

async function writeAll(
  first: IteratorResult<string, unknown>,
  parts: Parts,
  stdout: NodeJS.WritableStream,
): Promise<void> {
  for (let next = first; !next.done; next = await parts.next()) await write(stdout, next.value)
}

/** Start the pager; undefined where there is none, or none is wanted. A command that was given is the shell's to read. */
async function startPager(env: NodeJS.ProcessEnv): Promise<ChildProcess | undefined> {
  const command = env['PALIMPSEST_PAGER'] ?? env['PAGER']
  if (command !== undefined && ['', 'cat'].includes(command.trim())) return undefined
  const pager = spawn(command ?? 'less', command === undefined ? ['-R'] : [], {
    shell: command !== undefined,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: {...env, LESS: env['LESS'] ?? lessFlags},
  })
  return new Promise((resolve) => {
    pager.once('spawn', () => resolve(pager))
    pager.once('error', () => resolve(undefined))
  })
}

async function throughPager(
  first: string,
  parts: Parts,
  pager: ChildProcess,
  stdout: NodeJS.WritableStream,
): Promise<void> {
  const stdin = pager.stdin!
  let isOpen = true
  const closed = new Promise<number | null>((resolve) => {
    pager.once('close', (code) => {
      isOpen = false
      resolve(code)
    })
  })
  // The pager was left, or there is none: its exit code tells.
  stdin.on('error', () => {
    isOpen = false
  })
  // Ctrl-C is the pager's: it stops a search, and the program must not leave the terminal to it.
  const stay = (): void => {}
  process.on('SIGINT', stay)
  const sent: string[] = []
  let length = 0
  try {
    for (let part: string | undefined = first; part !== undefined && isOpen; ) {
      if (length < pipeSize) sent.push(part)
      length += part.length
      if (!stdin.write(part)) await Promise.race([once(stdin, 'drain').catch(() => {}), closed])
      if (!isOpen) break
      const next: IteratorResult<string, unknown> = await parts.next()
      part = next.done ? undefined : next.value
    }
  } finally {
    stdin.end()
    await closed
    process.off('SIGINT', stay)
  }
  const code = await closed
  // The shell found no such pager, or may not run it: then nothing was shown.
  if (code === 127 || code === 126) {
    for (const part of sent) await write(stdout, part)
    await writeAll(await parts.next(), parts, stdout)
  } else await parts.return?.()
}

/** Write, and wait where whoever reads is slower. */
async function write(stream: NodeJS.WritableStream, part: string): Promise<void> {
  if (!stream.write(part)) await Promise.race([once(stream, 'drain'), once(stream, 'close')])
}
