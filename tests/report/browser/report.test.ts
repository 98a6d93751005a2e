/** The report as a person has it: opened from disk, by keys and pointer, in the light and in the dark, whatever the scrapes hold. */
import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {makeRun, palimpsest} from '../../cli/program.js'
import {article} from '../../cli/spawned.js'
import {multiply} from '../many.js'
import {findBarriers, hasBrowser, openReport, startBrowser} from './browser.js'

const input = (name: string): string => readFileSync(new URL(`../../documents/cases/${name}`, import.meta.url), 'utf8')
const scrape = readFileSync(new URL('../../../raw/003_3d5ca81292a40d5c.txt', import.meta.url), 'utf8')
const hostileName = `<img src=x onerror=alert(1)>'"&`
const hostile = `Title <script>alert(2)</script> & </script>\n\nA paragraph with <img src=x onerror=alert(3)> and [a link](javascript:alert(4)) and <https://evil.example/> \u2028 and \u202e reversed, which is long enough to stay.\n\nShare on Facebook | Tweet <svg onload=alert(5)>\n\nShare on Facebook | Tweet\n\nAnother long paragraph that is certain to stay in the text, since it has many words and a full stop at its end.\n`
const copied = article(3).replace('# Story 3\n', '')

const raws = {
  'raw/__proto__.txt': article(1),
  [`raw/${hostileName}.txt`]: hostile,
  'raw/arabic.html': input('arabic-article-page/raw.html'),
  'raw/copies.txt': `${copied}\n\n${copied}`,
  'raw/news/first.txt': article(7),
  'raw/news/second.txt': article(7),
  'raw/scrape.txt': scrape,
  'raw/short.txt': article(2),
}

// Documents stand in the order of their ids.
const ids = Object.keys(raws)
  .map((path) => path.slice(4).replace(/\.\w+$/, ''))
  .sort()
const documentHash = (id: string): string => `#/document/${ids.indexOf(id)}/x`

if (!hasBrowser) {
  test('what a report does in a browser was not tested, for want of Chromium: install it, or set CHROMIUM to its path', ({
    skip,
  }) => {
    if (process.env['CI']) throw new Error('No Chromium at CHROMIUM or /usr/bin/chromium')
    skip()
  })
}

describe.runIf(hasBrowser)('a report in Chromium', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())

  async function reported(files: Readonly<Record<string, string>> = raws): Promise<string> {
    const cwd = await makeRun(files)
    expect(await palimpsest(['report'], {cwd})).toMatchObject({code: 0, stderr: ''})
    return cwd
  }

  const titles = (page: Page): Promise<string[]> => page.locator('.documents tbody th a').allTextContents()
  const found = (page: Page): Promise<string | null> => page.locator('.found').textContent()

  describe('the documents', () => {
    test('are listed with verdict and words, and without a complaint of the browser', async () => {
      const {page, complaints} = await openReport(browser, await reported())
      await page.waitForSelector('.documents tbody tr')
      expect(await titles(page)).toHaveLength(ids.length)
      expect(await page.title()).toBe('Documents – Palimpsest report')
      expect(complaints).toEqual([])
    })

    test('are sorted one way, the other, and not', async () => {
      const {page} = await openReport(browser, await reported())
      const order = async (): Promise<number[]> =>
        (await page.locator('tbody .c-in').allTextContents()).map((text) => Number(text.replace(',', '')))
      await page.waitForSelector('.documents tbody tr')
      const unsorted = await order()
      const button = page.locator('[data-order=in]')
      await button.click()
      await page.waitForSelector('[aria-sort=ascending]')
      await expect.poll(order).toEqual(unsorted.toSorted((a, b) => b - a))
      await button.press('Enter')
      await expect.poll(order).toEqual(unsorted.toSorted((a, b) => a - b))
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Words in')
      await button.press('Enter')
      await expect.poll(order).toEqual(unsorted)
      expect(await page.locator('[aria-sort]').count()).toBe(0)
    })

    test('are filtered and searched, by keys, and the address remembers', async () => {
      const {page} = await openReport(browser, await reported())
      await page.waitForSelector('.documents tbody tr')
      await page.keyboard.press('/')
      await page.keyboard.type('recipe TURKEY')
      await expect.poll(() => found(page)).toBe(`1 of ${ids.length} documents`)
      await page.reload()
      await expect.poll(() => found(page)).toBe(`1 of ${ids.length} documents`)
      await page.fill('#search', 'nothing is so called')
      await expect.poll(() => found(page)).toContain('No document is so.')
      expect(await page.locator('.documents').isVisible()).toBe(false)
      await page.fill('#search', '')
      await page.selectOption('#class', 'share')
      await expect.poll(() => titles(page)).toContain(hostileName)
      expect((await titles(page)).length).toBeLessThan(ids.length)
      await page.selectOption('#verdict', 'failed')
      await expect.poll(() => found(page)).toContain('No document is so.')
    })
  })

  describe('a document', () => {
    test('lights up on one side what is pointed at on the other', async () => {
      const {page} = await openReport(browser, await reported(), documentHash('scrape'))
      const lit = (side: string): Promise<string[]> => page.locator(`.${side} .is-lit`).allTextContents()
      const kept = page.locator('.is-kept .after .kept').first()
      await kept.hover()
      expect(await lit('before')).toEqual(await lit('after'))
      expect((await lit('before')).join('').length).toBeGreaterThan(20)
      const changed = page.locator('.before mark.changed').first()
      await changed.hover()
      expect(await lit('before')).toHaveLength(1)
      expect(await lit('after')).toHaveLength(1)
      expect(await lit('after')).not.toEqual(await lit('before'))
    })

    test('is walked through by keys, each mark with stage, rule and evidence', async () => {
      const {page, complaints} = await openReport(browser, await reported(), documentHash(hostileName))
      const told = async (): Promise<string> => (await page.locator('.inspector').textContent()) ?? ''
      await page.keyboard.press('n')
      await page.keyboard.press('n')
      expect(await page.evaluate(() => document.activeElement?.matches('mark'))).toBe(true)
      let seen = await told()
      for (let step = 0; step < 12 && !seen.includes('share-button'); step++) {
        await page.keyboard.press('n')
        seen = await told()
      }
      expect(seen).toContain('share')
      expect(seen).toMatch(/of stage\s+\d+ strip-debris/)
      expect(seen).toContain('matched')
      const here = await page.locator('.position').textContent()
      await page.keyboard.press('p')
      await page.keyboard.press('n')
      expect(await page.locator('.position').textContent()).toBe(here)
      await page.keyboard.press('Escape')
      expect(await page.locator('.inspector').isVisible()).toBe(false)
      await page.keyboard.press('j')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('row')
      expect(complaints).toEqual([])
    })

    test('is walked through on a small screen, where nothing is beside another', async () => {
      const viewport = {width: 360, height: 740}
      const {page} = await openReport(browser, await reported(), documentHash('scrape'), {viewport})
      for (const step of [1, 2, 3]) {
        await page.keyboard.press('n')
        await expect.poll(() => page.locator('.position').textContent()).toMatch(new RegExp(`^${step} of `))
        // What is focused is not hidden behind what sticks to the edges of the screen.
        const isSeen = await page.evaluate(() => {
          const {left, top, height} = document.activeElement!.getClientRects()[0]!
          return document.activeElement!.contains(document.elementFromPoint(left + 3, top + height / 2))
        })
        expect(isSeen).toBe(true)
      }
    })

    test('shows one stage at a time, as the slider and the keys say', async () => {
      const {page} = await openReport(browser, await reported(), documentHash('scrape'))
      const told = (): Promise<string | null> => page.locator('.stage-told').textContent()
      expect(await told()).toMatch(/^All \d+ stages$/)
      await page.keyboard.press(']')
      expect(await told()).toMatch(/^\d+ of \d+: [\w-]+, \d+ edits?/)
      expect(await page.locator('.heads').textContent()).toMatch(/Before .*After /)
      await page.locator('#stage').focus()
      await page.keyboard.press('Home')
      expect(await told()).toMatch(/^All/)
      await page.keyboard.press('ArrowRight')
      expect(await page.locator('#stage').getAttribute('aria-valuetext')).toMatch(/^1 of \d+: decode, no edits$/)
      expect(await page.locator('.empty').textContent()).toContain('decode had nothing to change')
      await page.keyboard.press('[')
      expect(await told()).toMatch(/^All/)
    })

    test('leads from front matter to the raw, from a copy to what stays, from a duplicate to the other', async () => {
      const cwd = await reported()
      const {page} = await openReport(browser, cwd, documentHash('scrape'))
      await page.locator('.facts .link').first().click()
      expect(await page.locator('.before .is-lit').first().textContent()).toContain('Russia and Turkey')
      const copies = await openReport(browser, cwd, documentHash('copies'))
      const go = copies.page.getByText('Go to the copy that stays')
      for (let step = 0; step < 12 && !(await go.isVisible()); step++) await copies.page.keyboard.press('n')
      const gone = await copies.page.evaluate(() => document.activeElement?.textContent?.replace(/^repeat/, '').trim())
      await go.click()
      const [lit = ''] = await copies.page.locator('.before .is-lit').allInnerTexts()
      expect(gone).toContain(lit.trim().slice(0, 60))
      const duplicate = await openReport(browser, cwd, documentHash('news/second'))
      await duplicate.page.locator('.notice a').click()
      await expect.poll(() => duplicate.page.url()).toContain(documentHash('news/first').replace('/x', '/'))
    })

    test('shows the source of a page when asked, and its text else', async () => {
      const {page} = await openReport(browser, await reported(), documentHash('arabic'))
      const heads = page.locator('.heads')
      expect(await heads.textContent()).toContain('Text of the page')
      await page.locator('#source').check()
      expect(await heads.textContent()).toContain('Raw')
      expect(await page.locator('.rows').textContent()).toContain('<html')
    })

    test('is set from right to left where it is written so', async () => {
      const {page} = await openReport(browser, await reported(), documentHash('arabic'))
      const paragraph = page.locator('.is-kept .after .text').last()
      expect(await paragraph.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
      expect(await page.locator('h1').evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
      expect(await page.evaluate(() => document.dir)).toBe('')
    })

    test('has no button to overrule where nobody listens, and one where somebody does', async () => {
      const cwd = await reported()
      const {page} = await openReport(browser, cwd, documentHash('scrape'))
      await page.keyboard.press('n')
      await page.waitForSelector('.inspector .cause')
      expect(await page.getByRole('button', {name: /keep this|never apply|drop this/i}).count()).toBe(0)
    })
  })

  describe('a rule', () => {
    test('shows its hits in context, and leads to each', async () => {
      const {page} = await openReport(browser, await reported(), '#/rules')
      await page.fill('#rule-search', 'share-button')
      await page.getByRole('link', {name: 'share-button'}).click()
      await page.waitForSelector('.hit')
      expect(await page.locator('h1').textContent()).toBe('strip-debris/share-button')
      const sections = await page.locator('main h2').allTextContents()
      const order = ['Between kept', 'Beside kept', 'Apart from kept']
      const places = sections.map((title) => order.findIndex((begin) => title.startsWith(begin)))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      await page.locator('.hit a').first().click()
      await page.waitForSelector('.inspector .cause')
      expect(await page.locator('.inspector').textContent()).toContain('share-button')
      expect(await page.evaluate(() => document.activeElement?.matches('mark'))).toBe(true)
    })
  })

  describe('hostile scrapes', () => {
    test('stay text wherever they are shown', async () => {
      const {page, requests, complaints} = await openReport(browser, await reported())
      for (const hash of [
        '#/documents',
        '#/corpus',
        '#/rules',
        documentHash(hostileName),
        documentHash('__proto__'),
        ...Array.from({length: 12}, (_, rule) => `#/rule/${rule}`),
      ]) {
        await page.evaluate((to) => {
          location.hash = to
        }, hash)
        await page.waitForTimeout(150)
        const counted = await page.evaluate(() => ({
          scripts: document.querySelectorAll('script:not([src="report.js"])').length,
          images: document.querySelectorAll('img, iframe, object, embed, svg [onload]').length,
          links: [...document.links].filter((link) => !link.getAttribute('href')?.startsWith('#')).length,
          handlers: [...document.querySelectorAll('*')].filter((element) =>
            element.getAttributeNames().some((name) => name.startsWith('on')),
          ).length,
        }))
        expect(counted, hash).toEqual({scripts: 0, images: 0, links: 0, handlers: 0})
      }
      expect(complaints).toEqual([])
      expect(
        requests.filter((path) => !/^(?:index\.html.*|report\.(?:css|js)|data\/[a-z\d/-]+\.js)$/.test(path)),
      ).toEqual([])
      await page.evaluate((to) => {
        location.hash = to
      }, documentHash(hostileName))
      await page.waitForSelector('.rows')
      expect(
        await page
          .locator('.rows .before')
          .allTextContents()
          .then((texts) => texts.join('\n')),
      ).toContain('<script>alert(2)</script> & </script>')
    })

    test('are refused by the policy of the page, were there a way in', async () => {
      const {page} = await openReport(browser, await reported())
      const outcome = await page.evaluate(() => {
        const tries: string[] = []
        const attempt = (name: string, action: () => void): void => {
          try {
            action()
            tries.push(name)
          } catch {
            // Refused, as it should be.
          }
        }
        attempt('markup', () => {
          document.createElement('div').innerHTML = '<b>bold</b>'
        })
        attempt('address of a script', () => {
          document.createElement('script').src = 'data:text/javascript,alert(1)'
        })
        const inline = document.createElement('div')
        inline.setAttribute('style', 'color: rgb(1, 2, 3)')
        document.body.append(inline)
        if (getComputedStyle(inline).color === 'rgb(1, 2, 3)') tries.push('inline style')
        return tries
      })
      expect(outcome).toEqual([])
    })
  })

  describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
    const places = {
      documents: '#/documents',
      corpus: '#/corpus',
      rules: '#/rules',
      'a document': documentHash('scrape'),
      'a document from right to left': documentHash('arabic'),
      'a rule': '#/rule/2',
    }
    test.each(Object.entries(places))('%s has no barrier of WCAG 2.2 AA', async (_, hash) => {
      const cwd = await reported()
      for (const width of [1280, 360]) {
        const {page} = await openReport(browser, cwd, hash, {colorScheme, viewport: {width, height: 800}})
        await page.waitForSelector('.documents tbody tr, .rows .row, .sums, .rules tbody tr, .hit')
        if (hash.includes('document/')) await page.keyboard.press('n')
        expect(await findBarriers(page), `${width}`).toEqual([])
        // Nothing is wider than the screen.
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
    })
  })

  describe('keys', () => {
    test('lead past the head of the page, and to help, from which they can be turned off', async () => {
      const {page} = await openReport(browser, await reported())
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
      await page.keyboard.press('?')
      const dialog = page.getByRole('dialog', {name: 'Keys'})
      expect(await dialog.isVisible()).toBe(true)
      expect(await findBarriers(page)).toEqual([])
      await page.getByLabel('Single keys are on').uncheck()
      await page.keyboard.press('Escape')
      await page.keyboard.press('r')
      await page.keyboard.press('?')
      expect(await page.locator('h1').textContent()).toBe('Documents')
      expect(await dialog.isVisible()).toBe(false)
      await page.getByRole('button', {name: 'Keys'}).click()
      await page.getByLabel('Single keys are on').check()
      await page.keyboard.press('Escape')
      await page.keyboard.press('r')
      await expect.poll(() => page.locator('h1').textContent()).toBe('Rules')
    })
  })

  test('nobody else is asked for anything, and a file that is missing is told of', async () => {
    const cwd = await reported()
    const {page} = await openReport(browser, cwd, '#/document/0/x')
    await page.evaluate(() => {
      location.hash = '#/rule/999'
    })
    await expect.poll(() => page.locator('.notice').textContent()).toContain('no such rule')
    await page.evaluate(() => {
      location.hash = '#/document/999999/x'
    })
    await expect.poll(() => page.locator('.notice').textContent()).toContain('no such document')
    rmSync(join(cwd, 'out/report/data/documents'), {recursive: true})
    const other = await openReport(browser, cwd, '#/document/0/x')
    await expect.poll(() => other.page.locator('.notice').textContent()).toContain('0.js is missing')
  })

  test('of five thousand documents no more is loaded and made than is looked at', async () => {
    const line = JSON.stringify({id: 'story', url: 'https://news.example/story', text: article(1)})
    const cwd = await makeRun({'raw/a.jsonl': `${line}\n`, 'palimpsest.config.yaml': 'format: jsonl\n'})
    multiply(join(cwd, 'out'), 5000)
    expect((await palimpsest(['report'], {cwd})).code).toBe(0)
    const {page, requests, complaints} = await openReport(browser, cwd)
    await page.waitForSelector('.documents tbody tr')
    expect(requests.map((path) => path.replace(/#.*/, ''))).toEqual([
      'index.html',
      'report.css',
      'report.js',
      'data/head.js',
      'data/index/0.js',
    ])
    expect(await page.locator('.documents tbody tr').count()).toBe(50)
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(1500)
    await page.locator('[data-order=document]').click()
    await expect.poll(async () => (await titles(page))[0]).toBe('Story 0')
    expect(requests.length).toBe(14)
    expect(await page.locator('.documents tbody tr').count()).toBe(50)
    await page.getByRole('button', {name: 'Next →'}).click()
    await expect.poll(() => page.locator('.pager span').textContent()).toBe('Page 2 of 100')
    expect(requests.length).toBe(14)
    expect(complaints).toEqual([])
  })
})
