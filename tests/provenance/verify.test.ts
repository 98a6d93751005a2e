/** An output that is sound verifies; one flipped byte anywhere is found, in the file where it is. */
import {readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Edit} from '../../src/document/edit.js'
import type {Provenance} from '../../src/provenance/model.js'
import {type CheckId, checkIds} from '../../src/provenance/verify/checks.js'
import {digestOfBytes, writeProvenance} from '../../src/provenance/verify/json.js'
import {verifyOutput} from '../../src/provenance/verify/verify.js'
import type {PipelineStage} from '../../src/run/pipeline.js'
import {makeOutput, type Output, sampleRaws, toyStage, toyStages} from './outputs.js'

const filesOf = async ({out, raw}: Output): Promise<{path: string; file: string}[]> => {
  const files: {path: string; file: string}[] = []
  for (const root of [out, raw]) {
    for (const entry of await readdir(root, {withFileTypes: true, recursive: true})) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      files.push({path, file: path.slice(root.length + 1)})
    }
  }
  return files
}

test('a sound output has no findings, and every check was made', async () => {
  const {out, raw} = await makeOutput(sampleRaws)
  const verification = await verifyOutput(out, raw)
  expect(verification.findings).toEqual([])
  expect(verification).toMatchObject({isSound: true, documents: 3, hasRaw: true})
  // There are no shards in it.
  expect(Object.keys(verification.checks)).toEqual(checkIds.filter((id) => !['shards', 'rows'].includes(id)))
})

test('without the raw folder the recorded digests do', async () => {
  const {out} = await makeOutput(sampleRaws)
  const verification = await verifyOutput(out)
  expect(verification).toMatchObject({isSound: true, hasRaw: false, findings: []})
  expect(verification.checks.restore).toBe(2)
  expect(verification.checks.raw).toBeUndefined()
})

test('a flipped byte of any file is found and its file named', async () => {
  const output = await makeOutput({
    'a.txt': '# On Farrplace\r\n\r\nA 🙂.\r\n\r\nA 🙂.',
    'c-failed.txt': 'x',
  })
  const missed: string[] = []
  for (const {path, file} of await filesOf(output)) {
    const bytes = await readFile(path)
    // Every byte, save in the longest file: its digest stands in another, so that all its bytes are alike to whoever compares.
    const step = file.startsWith('provenance/') ? 5 : 1
    for (let offset = 0; offset < bytes.length; offset += step) {
      const flipped = Buffer.from(bytes)
      flipped[offset]! ^= 1 << (offset % 8)
      await writeFile(path, flipped)
      const {findings} = await verifyOutput(output.out, output.raw)
      if (!findings.some((finding) => finding.file === file && finding.level === 'error')) {
        missed.push(`${file} byte ${offset} ${JSON.stringify(bytes.subarray(offset - 20, offset + 20).toString())}`)
      }
    }
    await writeFile(path, bytes)
  }
  expect(missed).toEqual([])
}, 300_000)

test('a flipped byte of a clean or a raw file is found at its place', async () => {
  const output = await makeOutput(sampleRaws)
  for (const path of [join(output.out, 'clean/a.md'), join(output.raw, 'deep/b.html')]) {
    const bytes = await readFile(path)
    for (let offset = 0; offset < bytes.length; offset++) {
      const flipped = Buffer.from(bytes)
      flipped[offset]! ^= 4
      await writeFile(path, flipped)
      const {findings} = await verifyOutput(output.out, output.raw)
      expect(findings).toHaveLength(1)
      expect(findings[0]!.place).toMatch(new RegExp(`byte ${offset}$`))
    }
    await writeFile(path, bytes)
  }
})

test.each([
  ['cut in half', (text: string) => text.slice(0, text.length / 2)],
  ['emptied', () => ''],
  ['made an array', () => '[]\n'],
  ['made a number', () => '7\n'],
  ['nested deeply', () => '['.repeat(200_000)],
  ['no text at all', () => '\0\u{ffff}\u{1}\ud800'],
])('a manifest or a provenance file that was %s is a finding, not a crash', async (_, damage) => {
  for (const file of ['manifest.jsonl', 'provenance/a.json']) {
    const {out, raw} = await makeOutput(sampleRaws)
    await writeFile(join(out, file), damage(await readFile(join(out, file), 'utf8')))
    const {findings, isSound} = await verifyOutput(out, raw)
    expect(isSound).toBe(false)
    expect(findings.map((finding) => finding.file)).toContain(file)
  }
})

test('garbage in JSON is found at its place', async () => {
  const {out} = await makeOutput(sampleRaws)
  const path = join(out, 'manifest.jsonl')
  const lines = (await readFile(path, 'utf8')).split('\n')
  const at = lines[1]!.indexOf('"words"')
  lines[1] = `${lines[1]!.slice(0, at)}x${lines[1]!.slice(at + 1)}`
  await writeFile(path, lines.join('\n'))
  const {findings} = await verifyOutput(out)
  expect(findings.find(({check}) => check === 'manifest-form')).toMatchObject({
    file: 'manifest.jsonl',
    place: `2:${[...lines[1]!.slice(0, at)].length + 1}`,
  })
})

test('missing files are found, stale ones are a warning', async () => {
  const {out, raw} = await makeOutput(sampleRaws)
  await writeFile(join(out, 'clean/gone.md'), '')
  expect(await verifyOutput(out, raw)).toMatchObject({
    isSound: true,
    findings: [{check: 'stale', level: 'warning', file: 'clean/gone.md'}],
  })
  await rm(join(out, 'clean/a.md'))
  await rm(join(out, 'provenance/deep/b.json'))
  await rm(join(raw, 'a.txt'))
  const {findings} = await verifyOutput(out, raw)
  expect(findings.map(({check, file}) => `${check} ${file}`)).toEqual([
    'raw a.txt',
    'clean-digest clean/a.md',
    'stale clean/gone.md',
    'provenance-digest provenance/deep/b.json',
  ])
})

test('there is nothing to verify without a manifest', async () => {
  const {out} = await makeOutput(sampleRaws)
  await rm(join(out, 'manifest.jsonl'))
  await expect(verifyOutput(out)).rejects.toThrow('No manifest at')
})

/** Change a record and every digest that speaks of it: only what is worked out anew can tell. */
const forge = async (out: string, change: (provenance: Provenance) => void): Promise<void> => {
  const path = join(out, 'provenance/a.json')
  const before = await readFile(path)
  const provenance = JSON.parse(before.toString()) as Provenance
  change(provenance)
  const after = Buffer.from(writeProvenance(provenance))
  await writeFile(path, after)
  const manifestPath = join(out, 'manifest.jsonl')
  const text = (await readFile(manifestPath, 'utf8'))
    .replace(`"${digestOfBytes(before)}","bytes":${before.length}`, `"${digestOfBytes(after)}","bytes":${after.length}`)
    .replace(/"digest":"sha256:[^"]*",/, '')
  const digest = digestOfBytes(Buffer.from(text))
  await writeFile(manifestPath, text.replace(',"tool"', `,"digest":"${digest}","tool"`))
}

describe('a forged record whose digests are all right', () => {
  const edit = (provenance: Provenance, stage: string, number = 0) =>
    provenance.activities.find((activity) => activity.stage === stage)!.edits[number]!
  const forgeries: [name: string, change: (provenance: Provenance) => void, check: CheckId | undefined][] = [
    ['nothing changed', () => undefined, undefined],
    ['an edit’s raw range is off by one', (p) => edit(p, 'drop-repeats').raw[0]++, 'raw-ranges'],
    ['a copy’s raw range is off by one', (p) => edit(p, 'drop-repeats').copyOf!.raw[1]++, 'raw-ranges'],
    [
      'a copy points at another text',
      (p) => {
        const {copyOf} = edit(p, 'drop-repeats')
        copyOf!.at[1] -= 4
        copyOf!.raw[1] -= 4
      },
      'copies',
    ],
    ['what went is another text', (p) => (edit(p, 'canonicalize-names').before = 'Parrplace'), 'replay-forwards'],
    ['what came is another text', (p) => (edit(p, 'canonicalize-names').after = 'Farplace 🏛'), 'replay-backwards'],
    ['an edit is missing', (p) => p.activities[2]!.edits.pop(), 'replay-forwards'],
    ['edits are out of order', (p) => p.activities[2]!.edits.reverse(), 'edits'],
    ['stages are out of order', (p) => p.activities.reverse(), 'activities'],
    ['options have another digest', (p) => (p.activities[1]!.options = p.clean.sha256), 'activities'],
    ['a version is another', (p) => p.activities[1]!.version++, 'activities'],
    ['a rule has another class', (p) => (p.activities[2]!.classes['far-place'] = 'repeat'), 'counts'],
    ['a rule is another', (p) => (edit(p, 'canonicalize-names').rule = 'smile'), 'counts'],
    ['the BOM is forgotten', (p) => (p.raw.bom = false), 'restore'],
    ['newlines are said to be others', (p) => (p.raw.newline = 'lf'), 'restore'],
    ['the encoding is another', (p) => (p.raw.encoding = 'utf-16le'), 'restore'],
    ['the encoding is unknown', (p) => (p.raw.encoding = 'klingon'), 'restore'],
    ['a fact is another', (p) => (p.metadata[0]!.value = 'On Elsewhere'), 'front-matter'],
    ['a fact is of another rule', (p) => (p.metadata[0]!.rule = 'far-place'), 'facts'],
    ['a fact is of another stage', (p) => (p.metadata[0]!.stage = 'drop-repeats'), 'facts'],
    ['a fact is of no stage', (p) => (p.metadata[0]!.stage = 'nobody'), 'facts'],
    ['a fact stands outside of the raw', (p) => (p.metadata[0]!.raw = [0, 9999]), 'raw-ranges'],
    ['a remark is of another stage', (p) => (p.messages[0]!.stage = 'nobody'), 'facts'],
    ['it is called plain', (p) => (p.plain = true), 'agreement'],
    ['a copy does not say of what', (p) => delete edit(p, 'drop-repeats').copyOf, 'copies'],
    ['the raw is called plain text', (p) => (p.raw.mediaType = 'text/plain'), 'activities'],
    ['a stage is said to be given plain text', (p) => (p.activities[3]!.mediaType = 'text/plain'), 'activities'],
    ['the verdict is another', (p) => p.reasons.push('none'), 'agreement'],
    ['the raw is another', (p) => p.raw.bytes++, 'agreement'],
    ['the clean text has another length', (p) => p.clean.characters++, 'agreement'],
    [
      'a stage did nothing and everything',
      (p) => p.activities[0]!.edits.push({rule: 'newline', at: [90, 90], raw: [90, 90], before: '', after: ''}),
      'edits',
    ],
  ]
  test.each(forgeries)('%s', async (_, change, check) => {
    const {out, raw} = await makeOutput(sampleRaws)
    await forge(out, change)
    const checks = (await verifyOutput(out, raw)).findings.map((finding) => finding.check)
    if (check === undefined) expect(checks).toEqual([])
    else expect(checks).toContain(check)
    // Without the raw another check may be the one that tells.
    expect((await verifyOutput(out)).isSound).toBe(check === undefined)
  })
})

const piece = fc.constantFrom(
  'a',
  'word ',
  'Farrplace',
  '🙂',
  '𝒳',
  'é',
  '\n\n',
  '\r\n',
  ' ',
  '<p>',
  '# x\n\n',
  '漢字',
  '\ufeff',
  '"\\\u2028',
)
const texts = fc.array(piece, {maxLength: 30}).map((pieces) => pieces.join(''))

/** A stage that makes arbitrary edits, at code point boundaries, wherever they fall on the text it is given. */
const arbitraryStages = fc
  .array(
    fc.array(fc.record({gap: fc.nat(6), length: fc.nat(8), replacement: fc.array(piece, {maxLength: 3})}), {
      maxLength: 8,
    }),
    {minLength: 1, maxLength: 4},
  )
  .map((plans) =>
    plans.map(
      (plan, index): PipelineStage =>
        toyStage(`stage-${index}`, {change: 'layout'}, ({text}) => {
          const characters = [...text]
          const offsets = [0]
          for (const character of characters) offsets.push(offsets.at(-1)! + character.length)
          const edits: Edit[] = []
          let from = 0
          for (const {gap, length, replacement} of plan) {
            const start = Math.min(from + gap + (edits.length > 0 ? 1 : 0), characters.length)
            const end = Math.min(start + length, characters.length)
            if (edits.length > 0 && start <= from) break
            edits.push({start: offsets[start]!, end: offsets[end]!, replacement: replacement.join(''), rule: 'change'})
            from = end
          }
          return {edits}
        }),
    ),
  )

test('whatever stages do, what is written of it verifies; with a byte flipped it does not', async () => {
  await fc.assert(
    fc.asyncProperty(texts, arbitraryStages, fc.nat(), fc.nat(7), async (text, stages, at, bit) => {
      const output = await makeOutput({'a.txt': text}, [...stages, ...toyStages])
      for (const raw of [output.raw, undefined]) {
        const {findings} = await verifyOutput(output.out, raw)
        // Stages that rewrite at random leave no word of a title in the raw.
        expect(findings.filter(({check}) => check !== 'fact-places')).toEqual([])
      }
      const files = await filesOf(output)
      const {path, file} = files[at % files.length]!
      const bytes = await readFile(path)
      if (bytes.length === 0) return
      bytes[at % bytes.length]! ^= 1 << bit
      await writeFile(path, bytes)
      const {findings, isSound} = await verifyOutput(output.out, output.raw)
      expect(isSound).toBe(false)
      expect(findings.map((finding) => finding.file)).toContain(file)
    }),
    {numRuns: 150},
  )
}, 120_000)
