/** Outputs for the tests of provenance: small stages that do everything a stage may do, run and written as a run would. */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'
import {z} from 'zod'
import type {Document} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import {defineStage, type Stage, type StageResult} from '../../src/document/stage.js'
import {formatManifest} from '../../src/provenance/manifest-writer.js'
import type {ManifestDocument} from '../../src/provenance/model.js'
import {sha256} from '../../src/provenance/outputs.js'
import {writeDocument} from '../../src/provenance/write.js'
import {makePipeline, type PipelineStage} from '../../src/run/pipeline.js'

/** Make a stage of a function. */
export function toyStage(
  id: string,
  rules: Readonly<Record<string, 'layout' | 'name' | 'repeat' | 'metadata' | 'front-matter' | 'markup'>>,
  run: (document: Document) => StageResult,
): PipelineStage {
  const stage: Stage = defineStage({
    id,
    version: 3,
    description: 'A stage of the tests.',
    rules: Object.entries(rules).map(([rule, ruleClass]) => ({id: rule, class: ruleClass, reason: 'It is a test.'})),
    options: z.strictObject({depth: z.int().default(2)}),
    run,
  })
  return {stage, options: {depth: 2, also: {b: [1], a: null}}}
}

/** Edits by pattern. */
function replacing(text: string, pattern: RegExp, rule: string, replacement: string): Edit[] {
  return [...text.matchAll(pattern)].map(({index, 0: found}) => {
    return {start: index, end: index + found.length, replacement, rule, evidence: `“${found.trim()}”`}
  })
}

/** Stages that convert, rename, drop a copy, lift a title and write front matter. */
export const toyStages: readonly PipelineStage[] = [
  toyStage('decode', {newline: 'layout', 'byte-order-mark': 'layout'}, ({text}) => ({
    edits: [...replacing(text, /\r\n?/g, 'newline', '\n'), ...replacing(text, /^\ufeff/g, 'byte-order-mark', '')],
  })),
  toyStage('convert', {markup: 'markup'}, ({text, mediaType}) => ({
    edits: mediaType === 'text/html' ? replacing(text, /<[^>]*>\s*/g, 'markup', '') : [],
    mediaType: 'text/markdown',
  })),
  toyStage('canonicalize-names', {'far-place': 'name', smile: 'name'}, ({text}) => ({
    edits: [...replacing(text, /Farr?place/g, 'far-place', 'Farplace 🏙'), ...replacing(text, /🙂/gu, 'smile', ':)')],
    messages: [{level: 'info', text: 'Names were looked at.', at: {start: 0, end: Math.min(3, text.length)}}],
  })),
  toyStage('drop-repeats', {repeated: 'repeat'}, ({text, blocks}) => {
    const first = new Map<string, {start: number; end: number}>()
    const edits: Edit[] = []
    for (const {start, end} of blocks) {
      const key = text.slice(start, end)
      const copyOf = first.get(key)
      if (copyOf) edits.push({start, end, replacement: '', rule: 'repeated', copyOf})
      else first.set(key, {start, end})
    }
    return {edits}
  }),
  toyStage('lift-metadata', {title: 'metadata'}, ({text, blocks}) => {
    const heading = blocks.find(({type}) => type === 'heading')
    if (!heading) return {edits: []}
    const value = text.slice(heading.start, heading.end).replace(/^#+\s*/, '')
    return {
      edits: [{start: heading.start, end: heading.end, replacement: '', rule: 'title'}],
      facts: [
        {field: 'title', value, rule: 'title', at: heading},
        {field: 'author', value: ['A. Writer', 'B. Writer'], rule: 'title'},
      ],
    }
  }),
  toyStage('collapse-whitespace', {blank: 'layout'}, ({text}) => ({
    edits: replacing(text, /\n{3,}|^\n+/g, 'blank', '\n\n'),
  })),
  toyStage('write-front-matter', {'front-matter': 'front-matter'}, ({facts}) => {
    const fields = facts.map(({field, value}) => `${field}: ${JSON.stringify(value)}\n`)
    const replacement = `---\n${fields.join('')}---\n`
    return {edits: fields.length > 0 ? [{start: 0, end: 0, replacement, rule: 'front-matter'}] : []}
  }),
]

/** Folders of an output, removed after the test. */
export interface Output {
  readonly out: string
  readonly raw: string
}

/** Run stages over raws and write everything as a run does. */
export async function makeOutput(
  raws: Readonly<Record<string, string | Uint8Array>>,
  stages: readonly PipelineStage[] = toyStages,
): Promise<Output> {
  const root = await mkdtemp(join(tmpdir(), 'palimpsest-test-'))
  onTestFinished(() => rm(root, {recursive: true, force: true}))
  const out = join(root, 'out')
  const raw = join(root, 'raw')
  const pipeline = makePipeline(stages)
  const documents: ManifestDocument[] = []
  for (const [path, content] of Object.entries(raws)) {
    const bytes = Buffer.from(content)
    const id = path.replace(/\.[a-z]+$/, '')
    await place(join(raw, path), bytes)
    if (id.endsWith('failed')) {
      const entity = {path, sha256: sha256(bytes), bytes: bytes.length}
      documents.push({id, verdict: 'failed', reasons: ['it failed'], raw: entity})
      continue
    }
    const cleaned = pipeline.clean(bytes, id)
    const records = writeDocument(cleaned, {path, sha256: sha256(bytes), bytes: bytes.length})
    await place(join(out, records.entry.clean.path), records.clean)
    await place(join(out, records.entry.provenance.path), records.provenance)
    documents.push(records.entry)
  }
  await place(join(out, 'manifest.jsonl'), Buffer.from(formatManifest({version: '0.1.0', pipeline}, documents)))
  return {out, raw}
}

async function place(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), {recursive: true})
  await writeFile(path, bytes)
}

/** Raws that touch every kind of record. */
export const sampleRaws: Readonly<Record<string, string>> = {
  'a.txt':
    '\ufeff# On Farrplace\r\n\r\nOne 🙂 day in Farrplace.\r\n\r\n\r\nOne 🙂 day in Farrplace.\r\n\r\nLast words.\r\n',
  'deep/b.html': '<html><body><p>Farrplace 🙂 again.</p>\n<p>End</p></body></html>\n',
  'c-failed.txt': 'x',
}
