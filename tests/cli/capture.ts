/**
 * Run one command of the program as a person would call it, and catch what it prints.
 */
import {Command} from 'commander'
import type {Register} from '../../src/cli/program.js'

/** The help of a command. */
export function helpOf(register: Register, name: string): string {
  let text = ''
  const program = new Command('palimpsest').exitOverride().configureOutput({writeOut: (part) => (text += part)})
  register(program)
  try {
    program.parse([name, '--help'], {from: 'user'})
  } catch {
    // Commander leaves by an error once the help is out.
  }
  return text
}
