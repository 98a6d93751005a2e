/** Run one command of the command line in this process, as `palimpsest` would with these arguments. */
import {Command} from 'commander'
import {vi} from 'vitest'
import type {Register} from '../../src/cli/program.js'

export interface Outcome {
  /** Bytes, for not everything that is printed is text. */
  readonly stdout: Buffer
  readonly stderr: string
  readonly code: number
}

/** Run a command; what it throws is thrown. */
export async function runCommand(register: Register, argv: readonly string[]): Promise<Outcome> {
  const chunks: Buffer[] = []
  const errors: string[] = []
  const writeOut = vi.spyOn(process.stdout, 'write').mockImplementation((chunk, encodingOrDone?: unknown) => {
    chunks.push(Buffer.from(chunk as Uint8Array))
    if (typeof encodingOrDone === 'function') encodingOrDone()
    return true
  })
  const writeError = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    errors.push(String(chunk))
    return true
  })
  const before = process.exitCode
  process.exitCode = 0
  try {
    const program = new Command('palimpsest').exitOverride()
    register(program)
    await program.parseAsync(argv as string[], {from: 'user'})
    return {stdout: Buffer.concat(chunks), stderr: errors.join(''), code: Number(process.exitCode)}
  } finally {
    process.exitCode = before
    writeOut.mockRestore()
    writeError.mockRestore()
  }
}
