/** Collect what the checks find, in an order that does not depend on which document was read first. */
import {type Check, type CheckId, checkIds, checks} from './checks.js'

/** A promise that does not hold, and where. */
export interface Finding {
  readonly check: CheckId
  readonly level: 'error' | 'warning'
  /** Path of the file, below the output or the raw folder. */
  readonly file: string
  /** `line:column`, a byte or an edit of that file; missing where the whole file is meant. */
  readonly place?: string
  readonly message: string
  readonly advice: string
}

/** Findings of one check about one file beyond this are only counted: one wrong offset spoils all that follow. */
const most = 5

export class Report {
  readonly #findings: Finding[] = []
  readonly #seen = new Map<string, {finding: Finding; count: number}>()
  readonly #made = new Map<CheckId, number>()

  /** Note that a check was made. */
  made(check: CheckId): void {
    this.#made.set(check, (this.#made.get(check) ?? 0) + 1)
  }

  /** Note that a check failed; what to do about it is said by the check, where the finding knows no better. */
  found(check: CheckId, file: string, message: string, place?: string, special?: string): void {
    const {advice: general, isWarning}: Check = checks[check]
    const advice = special ?? general
    const level = isWarning ? 'warning' : 'error'
    const finding: Finding = {check, level, file, ...(place !== undefined && {place}), message, advice}
    const key = `${check}\n${file}`
    const seen = this.#seen.get(key)
    if (seen) seen.count++
    else this.#seen.set(key, {finding, count: 1})
    if ((seen?.count ?? 1) <= most) this.#findings.push(finding)
  }

  /** Tell whether a check has failed so far. */
  hasFound(check: CheckId): boolean {
    return this.#findings.some((finding) => finding.check === check)
  }

  /** How often each check was made; a check that was never made proves nothing. */
  get counts(): Readonly<Partial<Record<CheckId, number>>> {
    return Object.fromEntries(checkIds.flatMap((id) => (this.#made.has(id) ? [[id, this.#made.get(id)!]] : [])))
  }

  /** All findings, by file and by the order of the checks. */
  get findings(): Finding[] {
    const rest = [...this.#seen.values()]
      .filter(({count}) => count > most)
      .map(({finding, count}): Finding => {
        const {place: _, ...whole} = finding
        return {...whole, message: `… and ${count - most} more like these`}
      })
    const order = new Map(checkIds.map((id, index) => [id, index]))
    return [...this.#findings, ...rest].sort(
      (a, b) => compare(a.file, b.file) || order.get(a.check)! - order.get(b.check)!,
    )
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
