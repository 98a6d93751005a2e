/** Read a manifest line by line, proving what can be proved of it alone. */
import {createHash} from 'node:crypto'
import {join} from 'node:path'
import type {z} from 'zod'
import {openRegularFile} from '../../regular-file.js'
import {manifestError} from '../manifest-error.js'
import type {ManifestDocument, ManifestRun} from '../model.js'
import {manifestDocumentSchema, manifestRunSchema} from '../schema.js'
import {digestOfValue, parseJson} from './json.js'
import type {Report} from './report.js'
import {firstDifference, placeOfByte} from './text.js'

const file = 'manifest.jsonl'

export interface ListedDocument {
  readonly entry: ManifestDocument
  /** Undefined when the first line cannot be read. */
  readonly run: ManifestRun | undefined
}

/** Give the documents of a manifest, one after the other; what is wrong with its lines goes to the report. */
export async function* readManifestLines(out: string, report: Report): AsyncGenerator<ListedDocument> {
  const hash = createHash('sha256')
  let run: ManifestRun | undefined
  let last: ManifestDocument | undefined
  let number = 0
  const documents = {clean: 0, suspect: 0, failed: 0}
  const words = {raw: 0, clean: 0}
  let isWhole = true
  for await (const {bytes, isEnded, isCut} of linesOf(join(out, file))) {
    number++
    if (isCut) {
      report.found(
        'manifest-form',
        file,
        `a line has more than ${longestLine} bytes: it is no line of a manifest`,
        `${number}:1`,
      )
      return
    }
    if (!isEnded) {
      report.found(
        'manifest-form',
        file,
        'the last line does not end: the file is cut off',
        placeIn(bytes, bytes.length, number),
      )
    }
    if (number === 1) {
      hash.update(withoutDigest(bytes))
      run = readLine(bytes, manifestRunSchema, number, report)
      if (run) checkPipeline(run, report)
    } else hash.update(bytes)
    if (isEnded) hash.update('\n')
    if (number === 1) continue
    const entry = readLine(bytes, manifestDocumentSchema, number, report)
    if (!entry) {
      isWhole = false
      continue
    }
    report.made('manifest-order')
    if (last !== undefined && !isBehind(entry, last)) {
      const why = entry.id === last.id ? 'stands twice' : `stands behind ${last.id}`
      report.found('manifest-order', file, `${entry.id} ${why}`, `${number}:1`)
    }
    last = entry
    documents[entry.verdict]++
    if (entry.verdict !== 'failed') {
      words.raw += entry.words.raw
      words.clean += entry.words.clean
    }
    yield {entry, run}
  }
  if (number === 0) report.found('manifest-form', file, 'the file is empty')
  if (!run) return
  report.made('manifest-digest')
  const digest = `sha256:${hash.digest('hex')}`
  if (digest !== run.digest) report.found('manifest-digest', file, `its content has ${digest}, it states ${run.digest}`)
  if (!isWhole) return
  report.made('manifest-counts')
  const sums = {documents, words}
  for (const group of ['documents', 'words'] as const) {
    for (const [key, sum] of Object.entries(sums[group])) {
      const stated = (run[group] as Record<string, number>)[key]
      if (stated === sum) continue
      report.found('manifest-counts', file, `${group}.${key} is ${stated}, the documents below sum up to ${sum}`, '1')
    }
  }
}

/** Tell whether a document stands where it should: raws by their ids, a container as a folder would, its records by their numbers. */
function isBehind(entry: ManifestDocument, last: ManifestDocument): boolean {
  const [here, there] = [entry.raw.record, last.raw.record]
  // Behind damage nobody knows how many lines are missing: what was broken and what was lost may have one number.
  if (here !== undefined && there !== undefined && entry.raw.path === last.raw.path)
    return here > there || (here === there && entry.id !== last.id)
  return placeOf(entry) > placeOf(last)
}

function placeOf({id, raw}: ManifestDocument): string {
  return raw.record === undefined ? id : id.slice(0, id.lastIndexOf('/') + 1)
}

function readLine<Line>(bytes: Buffer, schema: z.ZodType<Line>, number: number, report: Report): Line | undefined {
  report.made('manifest-form')
  const parsed = parseJson(bytes, schema)
  if (!('value' in parsed)) {
    report.found('manifest-form', file, parsed.error, placeIn(bytes, parsed.offset ?? 0, number))
    return undefined
  }
  const difference = firstDifference(bytes, Buffer.from(JSON.stringify(parsed.value)))
  if (difference >= 0) {
    report.found('manifest-form', file, 'it is not written as it should be', placeIn(bytes, difference, number))
  }
  return parsed.value
}

function placeIn(line: Buffer, offset: number, number: number): string {
  return placeOfByte(line, offset).replace(/^1/, String(number))
}

function checkPipeline({pipeline}: ManifestRun, report: Report): void {
  report.made('pipeline')
  const {stages, decisions} = pipeline
  const digest = digestOfValue([
    ...stages.map(({id, version, options, module}) => [
      id,
      version,
      options,
      ...(module === undefined ? [] : [module]),
    ]),
    ...(decisions === undefined ? [] : [decisions]),
  ])
  if (digest === pipeline.digest) return
  report.found('pipeline', file, `its stages have ${digest}, it states ${pipeline.digest}`, '1')
}

/** A line without the member `digest`, which speaks of all the rest. */
function withoutDigest(line: Buffer): Buffer {
  const start = line.indexOf('"digest":"sha256:')
  const end = line.indexOf('",', start + '"digest":"'.length)
  return start < 0 || end < 0 ? line : Buffer.concat([line.subarray(0, start), line.subarray(end + 2)])
}

/** Most bytes that a line may have: no run writes a longer one, and a file that is no manifest may be all one line. */
const longestLine = 64 * 1024 ** 2

async function* linesOf(path: string): AsyncGenerator<{bytes: Buffer; isEnded: boolean; isCut?: true}> {
  let rest: Buffer[] = []
  let length = 0
  for await (const chunk of chunksOf(path)) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const piece = chunk.subarray(start, end)
      yield {bytes: rest.length > 0 ? Buffer.concat([...rest, piece]) : piece, isEnded: true}
      rest = []
      length = 0
      start = end + 1
    }
    if (start < chunk.length) rest.push(chunk.subarray(start))
    length += chunk.length - start
    if (length > longestLine) {
      yield {bytes: Buffer.alloc(0), isEnded: false, isCut: true}
      return
    }
  }
  if (rest.length > 0) yield {bytes: Buffer.concat(rest), isEnded: false}
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  try {
    const handle = await openRegularFile(path)
    yield* handle.createReadStream() as AsyncIterable<Buffer>
  } catch (error) {
    throw manifestError(path, error)
  }
}
