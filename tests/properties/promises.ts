/** What is promised of every document that a pipeline cleans. */
import {expect} from 'vitest'
import {stages} from '../../pipeline/index.js'
import {applyEdits} from '../../src/document/edit.js'
import {sha256} from '../../src/provenance/outputs.js'
import {restoreBytes} from '../../src/provenance/restore.js'
import {writeDocument} from '../../src/provenance/write.js'
import {type CleanedDocument, makePipeline, type Pipeline} from '../../src/run/pipeline.js'

/** The pipeline of all stages, with options by stage; defaults where none are given. */
export function pipelineWith(options: Readonly<Record<string, object>> = {}): Pipeline {
  return makePipeline(stages.map((stage) => ({stage, options: stage.options.parse(options[stage.id] ?? {})})))
}

/** Expect that everything is accounted for, comes back byte for byte, comes out the same again, and stays as it then is. */
export function expectPromises(pipeline: Pipeline, bytes: Uint8Array): void {
  const clean = (input: Uint8Array): CleanedDocument => pipeline.clean(input, 'document')
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
  const records = writeDocument(cleaned, raw)
  const provenance = JSON.parse(Buffer.from(records.provenance).toString())
  expect(Buffer.from(restoreBytes(provenance, cleaned.markdown))).toEqual(Buffer.from(bytes))
}
