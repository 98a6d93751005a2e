/**
 * What is promised of every document: held over all fixtures, over the scrapes in `raw/`, and over generated input.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {stages} from '../../pipeline/index.js'
import {applyEdits} from '../../src/document/edit.js'
import {sha256} from '../../src/provenance/outputs.js'
import {restoreBytes} from '../../src/provenance/restore.js'
import {writeDocument} from '../../src/provenance/write.js'
import {type CleanedDocument, makePipeline} from '../../src/run/pipeline.js'
import {flatScrape, htmlScrape} from './scrapes.js'

const pipeline = makePipeline(stages.map((stage) => ({stage, options: stage.options.parse({})})))
const numRuns = Number(process.env['RUNS'] ?? 300)

function clean(bytes: Uint8Array): CleanedDocument {
  return pipeline.clean(bytes, 'document')
}

function expectPromises(bytes: Uint8Array): void {
  const cleaned = clean(bytes)
  expectReplay(cleaned)
  expectTiling(cleaned)
  expectRestore(cleaned, bytes)
  expect(clean(bytes).markdown, 'the same bytes give the same text').toBe(cleaned.markdown)
  expect(clean(Buffer.from(cleaned.markdown)).markdown, 'clean text is left alone').toBe(cleaned.markdown)
}

function expectReplay({activities, decoded, markdown}: CleanedDocument): void {
  let text = decoded.text
  for (const {stage, input, edits} of activities) {
    expect(input, `input of ${stage.id}`).toBe(text)
    for (const edit of edits) expect(input.slice(edit.start, edit.end)).toBe(edit.before)
    text = applyEdits(input, edits)
  }
  expect(text).toBe(markdown)
}

function expectTiling({lineage, decoded, markdown, activities}: CleanedDocument): void {
  const covered: (readonly [number, number])[] = []
  for (const {start, origin, length} of lineage.spans) {
    expect(markdown.slice(start, start + length)).toBe(decoded.text.slice(origin, origin + length))
    covered.push([origin, origin + length])
  }
  for (const {edits} of activities) for (const {raw} of edits) covered.push([raw.start, raw.end])
  covered.sort((a, b) => a[0] - b[0])
  const kept = lineage.spans.map(({origin, length}) => [origin, origin + length] as const)
  for (const {edits} of activities) {
    for (const {rule, raw} of edits) {
      const over = kept.find(([start, end]) => start < raw.end && raw.start < end)
      expect(over, `what ${rule} edited is not kept as well`).toBeUndefined()
    }
  }
  let reached = 0
  for (const [start, end] of covered) {
    expect(start, 'no character is unexplained').toBeLessThanOrEqual(reached)
    reached = Math.max(reached, end)
  }
  expect(reached).toBe(decoded.text.length)
}

function expectRestore(cleaned: CleanedDocument, bytes: Uint8Array): void {
  const raw = {path: 'document.txt', sha256: sha256(bytes), bytes: bytes.length}
  const records = writeDocument(cleaned, raw, false)
  const provenance = JSON.parse(Buffer.from(records.provenance).toString())
  expect(Buffer.from(restoreBytes(provenance, cleaned.markdown))).toEqual(Buffer.from(bytes))
}

/** Scrapes in folders of the repository: each file but the expectations. */
function* fixtures(folder: string): Generator<[string, Uint8Array]> {
  for (const entry of readdirSync(folder, {withFileTypes: true, recursive: true})) {
    if (entry.isFile() && !entry.name.startsWith('expected') && !entry.name.startsWith('.')) {
      const path = join(entry.parentPath, entry.name)
      yield [path, readFileSync(path)]
    }
  }
}

describe('every scrape of the repository', () => {
  for (const folder of ['raw', 'tests/documents/cases', 'tests/convert-html/cases']) {
    const found = [...fixtures(folder)]
    test(`${folder} holds scrapes`, () => expect(found.length).toBeGreaterThan(4))
    test.each(found)('%s keeps the promises', (_, bytes) => expectPromises(bytes))
  }
})

describe('generated scrapes', () => {
  test('of text keep the promises', () => {
    fc.assert(
      fc.property(flatScrape, (text) => expectPromises(Buffer.from(text))),
      {numRuns},
    )
  })
  test('of HTML keep the promises', () => {
    fc.assert(
      fc.property(htmlScrape, (text) => expectPromises(Buffer.from(text))),
      {numRuns},
    )
  })
  test('of any bytes keep the promises or are refused with a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 200}), (bytes) => {
        try {
          expectPromises(bytes)
        } catch (error) {
          if ((error as Error).name !== 'DocumentError') throw error
        }
      }),
      {numRuns},
    )
  })
  test('read the same with other line ends and with a byte order mark', () => {
    fc.assert(
      fc.property(fc.oneof(flatScrape, htmlScrape), (text) => {
        fc.pre(!text.startsWith('\ufeff') && !text.includes('\r'))
        const {markdown} = clean(Buffer.from(text))
        expect(clean(Buffer.from(text.replace(/\n/g, '\r\n'))).markdown).toBe(markdown)
        expect(clean(Buffer.from(text.replace(/\n/g, '\r'))).markdown).toBe(markdown)
        expect(clean(Buffer.from(`\ufeff${text}`)).markdown).toBe(markdown)
      }),
      {numRuns},
    )
  })
})
