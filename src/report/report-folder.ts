/**
 * Write a report so that the old one is whole until the new one is: in a folder of its own beside it, which then takes its place. So
 * whatever the old one had and the new one has not is gone with it.
 */
import {lstat, mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {OutputError, UsageError} from '../errors.js'
import {describe} from '../run/system-errors.js'

/** Name of the report below the output folder. */
export const reportName = 'report'
/** Folders that are made and renamed; no run and no `verify` looks at dot files. */
const draftName = '.palimpsest-report.new'
const oldName = '.palimpsest-report.old'

/** By this a report of ours is known; nothing else is ever replaced. */
export const generatorMark = '<meta name="generator" content="palimpsest report">'

/** The page that a report begins with, told from other files by its mark. */
const pageName = 'index.html'

export class ReportFolder {
  readonly #out: string
  readonly #made = new Set<string>()

  private constructor(out: string) {
    this.#out = out
  }

  /**
   * Begin a report. The caller holds the lock of reports.
   *
   * @throws UsageError where something stands in its place that is no report of ours.
   */
  static async begin(out: string): Promise<ReportFolder> {
    const path = join(out, reportName)
    const stats = await lstat(path).catch(() => undefined)
    if (stats && (!stats.isDirectory() || !(await isOurs(path)))) {
      throw new UsageError(`${path} is no report that this program wrote; move it elsewhere, or remove it`)
    }
    const folder = new ReportFolder(out)
    await folder.#attempt(async () => {
      // What a killed run left between the two renames is the last whole report.
      if (!stats) await rename(join(out, oldName), path).catch(() => undefined)
      for (const name of [draftName, oldName]) await rm(join(out, name), {recursive: true, force: true})
      await mkdir(join(out, draftName))
    })
    return folder
  }

  /** Write a file of the report. */
  async write(path: string, content: string): Promise<void> {
    const file = join(this.#out, draftName, path)
    await this.#attempt(async () => {
      const folder = dirname(file)
      if (!this.#made.has(folder)) {
        await mkdir(folder, {recursive: true})
        this.#made.add(folder)
      }
      await writeFile(file, content, {flag: 'wx'})
    })
  }

  /** Put the report in its place. */
  async finish(): Promise<void> {
    const path = join(this.#out, reportName)
    const old = join(this.#out, oldName)
    await this.#attempt(async () => {
      await rename(path, old).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code !== 'ENOENT') throw cause
      })
      await rename(join(this.#out, draftName), path)
      await rm(old, {recursive: true, force: true})
    })
  }

  /** Throw away what was written; the old report stays. */
  async abandon(): Promise<void> {
    await rm(join(this.#out, draftName), {recursive: true, force: true})
  }

  async #attempt(action: () => Promise<unknown>): Promise<void> {
    try {
      await action()
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === undefined) throw cause
      throw new OutputError(`Cannot write the report ${join(this.#out, reportName)}: ${describe(cause)}`, {cause})
    }
  }
}

/** An empty folder is anybody's to fill. */
async function isOurs(path: string): Promise<boolean> {
  const page = await readFile(join(path, pageName), 'utf8').catch(() => undefined)
  return page === undefined ? (await readdir(path)).length === 0 : page.includes(generatorMark)
}
