/** Reading back: replayed stages say the same as the run that was recorded; documents are found by what people type. */
import {readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {UsageError} from '../../src/errors.js'
import {createPipeline, recordsOf} from '../../src/index.js'
import type {Provenance} from '../../src/provenance/model.js'
import {sha256} from '../../src/provenance/outputs.js'
import {
  findDocument,
  ProvenanceError,
  readClean,
  readManifest,
  readProvenance,
  replayStages,
} from '../../src/provenance/read.js'
import {writeDocument} from '../../src/provenance/write.js'
import {makePipeline} from '../../src/run/pipeline.js'
import {makeOutput, sampleRaws, toyStages} from './outputs.js'

test('replayed stages give the texts, the places and the raw ranges of the run', () => {
  const pipeline = makePipeline(toyStages)
  const piece = fc.constantFrom('Farrplace ', '🙂', 'é', '𝒳', '\n\n', '\r\n', '# T\n\n', 'One line.\n\n', '\ufeff')
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 20}), (pieces) => {
      const text = pieces.join('')
      const cleaned = pipeline.clean(text, 'a')
      const raw = {path: 'a.txt', sha256: sha256(text), bytes: Buffer.byteLength(text)}
      const {provenance, clean} = writeDocument(cleaned, raw)
      const record = JSON.parse(Buffer.from(provenance).toString()) as Provenance
      const replay = replayStages(record, Buffer.from(clean).toString())
      expect(replay.raw).toBe(text)
      expect(replay.stages.map(({input}) => input)).toEqual(cleaned.activities.map(({input}) => input))
      for (const [index, {edits, input, output}] of replay.stages.entries()) {
        expect(output).toBe(replay.stages[index + 1]?.input ?? cleaned.markdown)
        expect(edits).toEqual(
          cleaned.activities[index]!.edits.map(
            ({start, end, replacement, before, rule, evidence, raw: place, copyOf, copyOfRaw}, number) => ({
              rule,
              at: {start, end},
              to: edits[number]!.to,
              raw: place,
              before,
              after: replacement,
              ...(evidence !== undefined && {evidence}),
              ...(copyOf && {copyOf: {at: copyOf, raw: copyOfRaw}}),
            }),
          ),
        )
        for (const {at, to, before, after} of edits) {
          expect(input.slice(at.start, at.end)).toBe(before)
          expect(output.slice(to.start, to.end)).toBe(after)
        }
      }
    }),
    {numRuns: 200},
  )
})

test('a provenance file has an edit a line, whatever stands in the texts', () => {
  const page =
    '<p>The bridge.</p>\r\n<!-- },{"rule":"a"} -->\r\n<script>[{"rule":1},{"rule":2}]</script><p>The mill.</p>'
  const {provenance} = recordsOf(createPipeline().clean(page))
  const text = Buffer.from(provenance).toString()
  const {activities} = JSON.parse(text) as Provenance
  const edits = activities.flatMap((activity) => activity.edits)
  expect(edits.some(({before}) => before.includes('},{"rule":'))).toBe(true)
  const lines = text.split('\n').filter((line) => line.startsWith('{"rule":'))
  expect(lines.map((line) => line.replace(/(?:,|\]\},?)$/, ''))).toEqual(edits.map((edit) => JSON.stringify(edit)))
})

test('a document is found by id, by path, and by the beginning of its id', async () => {
  const {out, raw} = await makeOutput({...sampleRaws, 'deep/bc.txt': 'x', 'deep/b/c.txt': 'x'})
  const manifest = await readManifest(out)
  const idOf = (name: string): string => findDocument(manifest, name, out, raw).id
  expect(idOf('a')).toBe('a')
  expect(idOf('a.txt')).toBe('a')
  expect(idOf('./clean/a.md')).toBe('a')
  expect(idOf(join(out, 'provenance/deep/b.json'))).toBe('deep/b')
  expect(idOf(join(raw, 'deep/b/c.txt'))).toBe('deep/b/c')
  expect(idOf('c')).toBe('c-failed')
  expect(idOf('deep/b')).toBe('deep/b')
  expect(() => idOf('deep')).toThrow(
    'deep is the beginning of 3 ids; write more of the one that is meant: deep/b, deep/b/c, deep/bc',
  )
  expect(() => idOf('z')).toThrow(UsageError)
})

test('what is missing or damaged is refused by name', async () => {
  const {out} = await makeOutput(sampleRaws)
  const manifest = await readManifest(out)
  const [a, failed, b] = manifest.documents
  await expect(readProvenance(out, failed!)).rejects.toThrow('c-failed failed and has no output')
  await rm(join(out, 'clean/a.md'))
  await expect(readClean(out, a!)).rejects.toThrow(ProvenanceError)
  await writeFile(join(out, 'clean/a.md'), Buffer.from([0xff]))
  await expect(readClean(out, a!)).rejects.toThrow('not UTF-8')
  const provenance = await readProvenance(out, b!)
  expect(() => replayStages(provenance, 'another text')).toThrow(ProvenanceError)
  await writeFile(join(out, 'provenance/a.json'), '{"format"')
  await expect(readProvenance(out, a!)).rejects.toThrow(/Damaged .*a\.json/)
  const whole = await readFile(join(out, 'manifest.jsonl'), 'utf8')
  await writeFile(join(out, 'manifest.jsonl'), whole.slice(0, -1))
  await expect(readManifest(out)).rejects.toThrow('the last line does not end')
  await writeFile(join(out, 'manifest.jsonl'), '{}\n')
  await expect(readManifest(out)).rejects.toThrow('(line 1)')
  await rm(join(out, 'manifest.jsonl'))
  await expect(readManifest(out)).rejects.toThrow(UsageError)
})
