/**
 * Read a file with a JSON object a line (JSON Lines), as programs write lists that are long or grow; what is wrong with an
 * item is told with its line.
 */
import {UsageError} from '../errors.js'
import {sha256} from '../provenance/outputs.js'
import type {Problem} from './problems.js'
import {readSettings, type Source, type Unreadable, unreadableAs} from './source.js'

/** A million records are about this. */
const mostBytes = 256 * 1024 ** 2

/** A screen of problems is enough to begin with. */
const mostListed = 20

/**
 * Read a file of JSON lines; its value is the list of what they hold. Empty lines are passed over.
 *
 * @param name what the file is called in errors.
 * @param unreadable for a file that another one names.
 * @returns undefined when there is no such file.
 * @throws UsageError for what cannot be read, is not UTF-8, or has a line that is no JSON object.
 */
export function readJsonLines(file: string, name: string, unreadable?: Unreadable): Source | undefined {
  const read = readSettings(file, mostBytes, unreadable ?? unreadableAs(name))
  return read && parseJsonLines(read.text, name, read.sha256)
}

/** What a file is that is not there yet. */
export function emptyJsonLines(name: string): Source {
  return parseJsonLines('', name, sha256(''))
}

function parseJsonLines(text: string, name: string, digest: string): Source {
  const value: object[] = []
  const lineOf: number[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*$/.test(line)) continue
    value.push(parseLine(line, `${name}:${index + 1}:1`))
    lineOf.push(index + 1)
  }
  return {
    name,
    value,
    sha256: digest,
    error(problems) {
      const listed = problems.slice(0, mostListed).map(({path: [index], text: problem}: Problem) => {
        return `${name}:${lineOf[Number(index ?? 0)] ?? 1}:1: ${problem}`
      })
      if (problems.length > mostListed) listed.push(`… and ${problems.length - mostListed} more`)
      return new UsageError(listed.join('\n'))
    },
  }
}

function parseLine(line: string, place: string): object {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new UsageError(`${place}: Unexpected text, expected a JSON object; mend the line, or take it out`, {cause})
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new UsageError(`${place}: Unexpected JSON, expected an object; mend the line, or take it out`)
}
