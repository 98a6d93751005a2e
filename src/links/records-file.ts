/**
 * Keep what is known of links in a file, a record a line, in the order of addresses.
 *
 * What is found out goes to a journal beside the file at once, so that whatever ends the program, nothing is visited twice.
 * At the end, or when the file is opened next, both become one file, put in the place of the old one whole.
 */
import {closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {z} from 'zod'
import {readJsonLines} from '../config/json-lines.js'
import {check} from '../config/problems.js'
import {OutputError} from '../errors.js'
import {compareIds} from '../provenance/outputs.js'
import {describe} from '../run/system-errors.js'
import type {Verdict, Visit} from './visit.js'

/** A line of the file. */
export interface LinkRecord extends Pick<Visit, 'status' | 'final' | 'redirects' | 'reason'> {
  readonly url: string
  readonly verdict: Verdict
  /** When it was visited, in UTC. */
  readonly checked: string
  /** The nearest snapshot of a dead page. */
  readonly archive?: string | undefined
}

export class RecordsFile {
  readonly path: string
  readonly #records: Map<string, LinkRecord> = new Map()
  readonly #journal: string
  #open: number | undefined
  /** Whether the file is not what it should be. */
  #isBehind = false

  /**
   * Open a file, and take up what a program that was killed has left beside it.
   *
   * @param name what the file is called in errors.
   * @param schema what a record has to be.
   * @throws UsageError for a file that holds anything else.
   */
  constructor(path: string, name: string, schema: z.ZodType<LinkRecord>) {
    this.path = path
    this.#journal = `${path}.journal`
    const source = readJsonLines(path, name)
    const {value = [], problems} = check(schema.array(), source?.value ?? [])
    if (problems) throw source!.error(problems)
    for (const record of value) this.#records.set(record.url, record)
    for (const record of readJournal(this.#journal, schema)) {
      const known = this.#records.get(record.url)
      if (known === undefined || known.checked <= record.checked) this.#records.set(record.url, record)
      this.#isBehind = true
    }
  }

  /** How many addresses there are records of. */
  get size(): number {
    return this.#records.size
  }

  get(url: string): LinkRecord | undefined {
    return this.#records.get(url)
  }

  /**
   * Add a record, in the place of an older one of the same address.
   *
   * @throws OutputError where it cannot be written.
   */
  add(record: LinkRecord): void {
    this.#writing(this.#journal, () => {
      if (this.#open === undefined) {
        this.#open = openSync(this.#journal, 'a')
        // Where the last line was torn, it is a line of its own.
        writeSync(this.#open, '\n')
      }
      writeSync(this.#open, lineOf(record))
    })
    this.#records.set(record.url, record)
    this.#isBehind = true
  }

  /** Drop the records that a test does not hold of; gives how many there were. */
  keep(holds: (record: LinkRecord) => boolean): number {
    const before = this.#records.size
    for (const [url, record] of this.#records) if (!holds(record)) this.#records.delete(url)
    if (this.#records.size < before) this.#isBehind = true
    return before - this.#records.size
  }

  /**
   * Write the file anew, and end the journal. Waits for nothing, so that a signal leaves time for it.
   *
   * @throws OutputError where it cannot be written; the journal then stays.
   */
  close(): void {
    if (this.#open !== undefined) closeSync(this.#open)
    this.#open = undefined
    if (!this.#isBehind) return
    const draft = join(dirname(this.path), `.palimpsest-${process.pid}.tmp`)
    this.#writing(this.path, () => {
      const file = openSync(draft, 'w')
      try {
        for (const url of [...this.#records.keys()].sort(compareIds)) {
          writeSync(file, lineOf(this.#records.get(url)!))
        }
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(draft, this.path)
      rmSync(this.#journal, {force: true})
    })
    this.#isBehind = false
  }

  #writing(path: string, write: () => void): void {
    try {
      write()
    } catch (cause) {
      throw new OutputError(`Cannot write ${path}: ${describe(cause)}. What was found out so far is kept`, {cause})
    }
  }
}

/** The members of a record in the order in which they are written. */
function lineOf({url, verdict, status, final, redirects, checked, reason, archive}: LinkRecord): string {
  return `${JSON.stringify({url, verdict, status, final, redirects, checked, reason, archive})}\n`
}

/** Read a journal: whatever is no record, a line that was torn above all, was never found out. */
function readJournal(path: string, schema: z.ZodType<LinkRecord>): LinkRecord[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new OutputError(`Cannot read ${path}: ${describe(cause)}; move it away`, {cause})
  }
  return text.split('\n').flatMap((line) => {
    try {
      const result = schema.safeParse(JSON.parse(line))
      return result.success ? [result.data] : []
    } catch {
      return []
    }
  })
}
