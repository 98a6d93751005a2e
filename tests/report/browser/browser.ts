/** A real Chromium that opens reports from disk, as a person does. */
import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {AxeResults} from 'axe-core'
import {type Browser, type BrowserContextOptions, chromium, type Page} from 'playwright-core'
import {onTestFinished} from 'vitest'

const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium'

/** Whether there is one. A gate has one, or fails for want of it. */
export const hasBrowser: boolean = existsSync(executablePath)

/** Start it; whoever does ends it. */
export function startBrowser(): Promise<Browser> {
  const quiet = ['no-first-run', 'disable-background-networking', 'disable-component-update', 'disable-sync']
  const args = ['no-sandbox', 'disable-gpu', 'disable-quic', ...quiet].map((flag) => `--${flag}`)
  return chromium.launch({executablePath, args})
}

/** A page, and what it did that one would not see. */
export interface Opened {
  readonly page: Page
  /** Files that were asked for, below the report. */
  readonly requests: string[]
  /** Errors of scripts, and what the browser refused or complained of. */
  readonly complaints: string[]
}

/** Open a report at a place behind the `#`. */
export async function openReport(
  browser: Browser,
  cwd: string,
  hash = '',
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, ...options})
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const folder = pathToFileURL(join(cwd, 'out/report')).href
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url().replace(`${folder}/`, '')))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(`${folder}/index.html${hash}`)
  await page.waitForFunction(() => document.querySelector('main > :nth-child(2)') !== null)
  return {page, requests, complaints}
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What breaks WCAG 2.2 AA on a page as it is shown now, each with where. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const {violations} = await page.evaluate(
    (): Promise<AxeResults> =>
      (globalThis as unknown as {axe: {run: (options: object) => Promise<AxeResults>}}).axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
  )
  return violations.flatMap(({id, nodes}) =>
    nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 200)} ${failureSummary?.slice(0, 300)}`),
  )
}
