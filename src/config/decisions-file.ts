/** Write into the file of decisions. Lines that somebody wrote by hand stay as they are. */
import {existsSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {type Decision, idOfDecision} from '../document/decision.js'
import {OutputError} from '../errors.js'
import {describe} from '../run/system-errors.js'

/**
 * Put decisions at the end of the file, which is made where there is none. One upon the same thing in the same place that stands
 * there already gives way.
 */
export function addDecisions(file: string, decisions: readonly Decision[]): void {
  const replaced = new Set(decisions.flatMap(idsReplaced))
  const lines = linesOf(file).filter((line) => !replaced.has(idOfLine(line) ?? ''))
  write(file, [...lines, ...decisions.map((decision) => JSON.stringify(decision))])
}

/** Take decisions out of the file, by their ids. */
export function removeDecisions(file: string, ids: ReadonlySet<string>): void {
  write(
    file,
    linesOf(file).filter((line) => !ids.has(idOfLine(line) ?? '')),
  )
}

/** A decision, and its opposite: what is kept is not dropped. */
function idsReplaced(decision: Decision): string[] {
  const {decision: what} = decision
  const opposite = what === 'keep' ? 'drop' : what === 'drop' ? 'keep' : what
  return [idOfDecision(decision), idOfDecision({...decision, decision: opposite})]
}

function linesOf(file: string): string[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
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
    throw new OutputError(`Cannot write ${file}: ${describe(cause)}`, {cause})
  }
}
