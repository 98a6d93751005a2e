/**
 * Write an output folder of made-up documents, cleaned by toy stages: small enough to be read whole in a test.
 */
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {z} from 'zod'
import type {Edit} from '../../src/document/edit.js'
import {defineStage, type Rule, type Stage} from '../../src/document/stage.js'
import type {Folders} from '../../src/inspect/record.js'
import {formatManifest} from '../../src/provenance/manifest-writer.js'
import type {ManifestDocument} from '../../src/provenance/model.js'
import {sha256} from '../../src/provenance/outputs.js'
import {writeDocument} from '../../src/provenance/write.js'
import {makePipeline} from '../../src/run/pipeline.js'

type Toy = Rule & {readonly find: RegExp; readonly becomes: string; readonly evidence?: string; readonly field?: string}

/** A stage of rules that replace what an expression finds. */
function toyStage(id: string, rules: readonly Toy[], isCopy = false): Stage {
  return defineStage({
    id,
    version: 1,
    description: `Do ${id}`,
    rules: rules.map(({id: rule, class: name, reason, examples}) => ({
      id: rule,
      class: name,
      reason,
      ...(examples && {examples}),
    })),
    options: z.strictObject({}),
    run({text}) {
      const edits: Edit[] = []
      const facts = []
      for (const {id: rule, find, becomes, evidence, field} of rules) {
        for (const match of text.matchAll(find)) {
          const {index: start} = match
          const end = start + match[0].length
          if (match[1] !== undefined && field) facts.push({field, value: match[1], rule, at: {start, end}})
          const first = text.indexOf(match[0].trim())
          edits.push({
            start,
            end,
            replacement: becomes,
            rule,
            ...(evidence !== undefined && {evidence}),
            ...(isCopy && {copyOf: {start: first, end: first + match[0].trim().length}}),
          })
        }
      }
      return {edits, facts}
    },
  })
}

/** Takes any text for markdown as it is. */
const convert: Stage = defineStage({
  id: 'convert',
  version: 1,
  description: 'Do nothing',
  rules: [],
  options: z.strictObject({}),
  run: () => ({edits: [], mediaType: 'text/markdown'}),
})

export const toyStages: readonly Stage[] = [
  toyStage('join', [
    {id: 'page-break', class: 'layout', reason: 'A page ended here.', find: /(?<=[a-z])\n\n(?=[a-z])/g, becomes: ' '},
  ]),
  toyStage('lift', [
    {
      id: 'byline',
      class: 'metadata',
      reason: 'The author stands in the front matter.',
      find: /By ([^\n]+)\n\n/g,
      becomes: '',
      field: 'author',
    },
  ]),
  toyStage('strip', [
    {
      id: 'share-row',
      class: 'share',
      reason: 'A reader does not share from here.',
      find: /Share this\n\n/g,
      becomes: '',
      evidence: 'matched "Share this"',
    },
    {
      id: 'comment-form',
      class: 'comment-form',
      reason: 'A form is no text.',
      find: /Leave a Reply[\s\S]*$/g,
      becomes: '',
      evidence: 'matched "Leave a Reply"',
    },
  ]),
  toyStage(
    'repeat',
    [
      {
        id: 'copy',
        class: 'repeat',
        reason: 'What stands twice stands once.',
        find: /(?<=Twice told\.[\s\S]*\n\n)Twice told\.\n\n/g,
        becomes: '',
      },
    ],
    true,
  ),
  toyStage('names', [
    {
      id: 'place',
      class: 'name',
      reason: 'A place has one spelling.',
      find: /Arcach/g,
      becomes: 'Artsakh',
      examples: [{text: 'Arcach\n', becomes: 'Artsakh\n'}, {text: 'Arcachon\n'}],
    },
  ]),
  toyStage('head', [
    {
      id: 'front',
      class: 'front-matter',
      reason: 'Programs read it there.',
      find: /^/g,
      becomes: '---\nauthor: Ada\n---\n\n',
    },
  ]),
]

/** Texts by raw path; `failed` gives a document that failed. Early stages run before the text is markdown. */
export function writeFixture(
  raws: Readonly<Record<string, string>>,
  stages: readonly Stage[] = toyStages,
  early: readonly Stage[] = [],
): Folders {
  const root = mkdtempSync(join(tmpdir(), 'palimpsest-inspect-'))
  const folders = {raw: join(root, 'raw'), out: join(root, 'out')}
  const pipeline = makePipeline([...early, convert, ...stages].map((stage) => ({stage, options: {}})))
  const documents: ManifestDocument[] = []
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(path, content)
  }
  for (const [path, text] of Object.entries(raws)) {
    const id = path.replace(/\.\w+$/, '')
    write(join(folders.raw, path), text)
    if (text === 'failed') {
      documents.push({id, verdict: 'failed', reasons: ['it took too long'], raw: {path}})
      continue
    }
    const bytes = Buffer.from(text)
    const records = writeDocument(pipeline.clean(bytes, id), {path, sha256: sha256(bytes), bytes: bytes.length})
    write(join(folders.out, records.entry.clean.path), records.clean)
    write(join(folders.out, records.entry.provenance.path), records.provenance)
    documents.push(records.entry)
  }
  write(join(folders.out, 'manifest.jsonl'), formatManifest({version: '0.0.0', pipeline}, documents))
  return folders
}

/** A page with one of everything. */
export const page = `By Ada

They went to

see Arcach at last.

Share this

Twice told.

More of it.

Twice told.

Leave a Reply
Name*
`
