/** Write into the file of decisions. Lines that somebody wrote by hand stay as they are. */
import {existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {basename, dirname} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {type Decision, idOfDecision} from '../document/decision.js'
import {OutputError, UsageError} from '../errors.js'
import {takeLock} from '../run/lock.js'
import {describe} from '../run/system-errors.js'

/**
 * Put decisions at the end of the file, which is made where there is none. One upon the same thing in the same place that stands
 * there already gives way.
 */
export function addDecisions(file: string, decisions: readonly Decision[]): Promise<void> {
  const replaced = new Set(decisions.flatMap(idsReplaced))
  return change(file, (lines) => [
    ...lines.filter((line) => !replaced.has(idOfLine(line) ?? '')),
    ...decisions.map((decision) => JSON.stringify(decision)),
  ])
}

/** Take decisions out of the file, by their ids. */
export function removeDecisions(file: string, ids: ReadonlySet<string>): Promise<void> {
  return change(file, (lines) => lines.filter((line) => !ids.has(idOfLine(line) ?? '')))
}

/** How often, and after how many milliseconds, it is tried again while another program writes. */
const attempts = 200
const pause = 25

/** Change the lines, while nobody else does. A link is followed: the file is where it leads. */
async function change(given: string, by: (lines: readonly string[]) => string[]): Promise<void> {
  const file = existsSync(given) ? realpathSync(given) : given
  const lock = `.${basename(file)}.lock`
  for (let attempt = 1; ; attempt++) {
    try {
      const release = await takeLock(dirname(file), undefined, lock)
      try {
        write(file, by(linesOf(file)))
      } finally {
        await release()
      }
      return
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      if (attempt === attempts) throw new UsageError(`Another program writes ${file}; try again`, {cause: error})
      await setTimeout(pause)
    }
  }
}

/** A decision, and its opposite: what is kept is not dropped. */
function idsReplaced(decision: Decision): string[] {
  const {decision: what} = decision
  const opposite = what === 'keep' ? 'drop' : what === 'drop' ? 'keep' : what
  return [idOfDecision(decision), idOfDecision({...decision, decision: opposite})]
}

function linesOf(file: string): string[] {
  if (!existsSync(file)) return []
  // A byte order mark that an editor left is none of the first line's.
  const lines = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split('\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function idOfLine(line: string): string | undefined {
  try {
    return idOfDecision(JSON.parse(line) as Decision)
  } catch {
    return undefined
  }
}

/** Whole or not at all. */
function write(file: string, lines: readonly string[]): void {
  const draft = `${file}.${process.pid}.draft`
  try {
    writeFileSync(draft, lines.map((line) => `${line}\n`).join(''))
    renameSync(draft, file)
  } catch (cause) {
    rmSync(draft, {force: true})
    throw new OutputError(`Cannot write ${file}: ${describe(cause)}`, {cause})
  }
}
