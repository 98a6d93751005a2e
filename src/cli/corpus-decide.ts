/** `palimpsest corpus decide`: sheets in, verdicts out. */
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {cutLines} from '../containers/lines.js'
import type {ObservedDocument} from '../document/corpus-stage.js'
import {UsageError} from '../errors.js'
import {visible} from '../inspect/visible.js'
import {openRegularFile} from '../regular-file.js'
import {CorpusVerdicts, madeOtherwise} from '../run/corpus-verdicts.js'
import {draftName} from '../run/output.js'
import {PathSet} from '../run/path-set.js'
import {Spool} from '../run/spool.js'
import {describe} from '../run/system-errors.js'
import {buildForCorpus, type FilterFlags} from './line-filter.js'

/** Most bytes of a sheet: those of the longest document are far below. */
const longestSheet = 64 * 1024 ** 2

interface SheetLine {
  readonly id: string
  /** Digest of what it was made with. */
  readonly corpus: string
  readonly sheets: Readonly<Record<string, unknown>>
}

/** Decide; returns the exit code. */
export async function decideCommand(files: readonly string[], flags: FilterFlags): Promise<number> {
  const {pipeline, corpus} = await buildForCorpus(flags)
  const sheets = new Spool(join(tmpdir(), draftName()))
  const corpusVerdicts = new CorpusVerdicts(join(tmpdir(), draftName()))
  try {
    const problems = await gather(files.length > 0 ? files : ['-'], sheets, corpus)
    await corpusVerdicts.decide(pipeline, (stage) => sheetsOf(sheets, stage))
    for await (const line of sheets.lines()) {
      const {id} = JSON.parse(line) as SheetLine
      const verdicts = await corpusVerdicts.find(id)
      if (verdicts && !process.stdout.write(`${JSON.stringify({id, corpus, verdicts})}\n`))
        await new Promise((resolve) => process.stdout.once('drain', resolve))
    }
    return problems > 0 ? 1 : 0
  } finally {
    await sheets.discard()
    await corpusVerdicts.discard()
  }
}

/**
 * Take in the sheets of all files, each id once; returns how many lines were passed over.
 *
 * @throws UsageError for a sheet that was made otherwise: what would be decided upon it would be of another text.
 */
async function gather(files: readonly string[], sheets: Spool, corpus: string): Promise<number> {
  const ids = new PathSet()
  let problems = 0
  const problem = (place: string, what: string): void => {
    problems++
    process.stderr.write(`palimpsest: ${visible(`${place}: ${what}`)}\n`)
  }
  for (const file of files) {
    for await (const line of cutLines(await open(file), longestSheet)) {
      const place = `${file === '-' ? 'stdin' : file}:${line.number}`
      const sheet = line.kind === 'line' ? parse(Buffer.from(line.bytes).toString()) : undefined
      if (sheet === 'error') continue
      if (!sheet) problem(place, 'is no sheet; `palimpsest corpus observe` writes them')
      else if (sheet.corpus !== corpus) throw new UsageError(madeOtherwise(visible(place), 'sheet', 'corpus observe'))
      else if (ids.add(sheet.id)) await sheets.add(`${JSON.stringify(sheet)}\n`)
      else problem(place, `${sheet.id} stands twice; the first counts`)
    }
  }
  return problems
}

/** A sheet; 'error' for a line that tells of a document that could not be read, which was told already. */
function parse(line: string): SheetLine | 'error' | undefined {
  try {
    const {id, corpus = '', sheets, error} = JSON.parse(line) as Partial<SheetLine> & {readonly error?: unknown}
    if (error !== undefined) return 'error'
    return typeof id === 'string' && typeof sheets === 'object' && sheets !== null ? {id, corpus, sheets} : undefined
  } catch {
    return undefined
  }
}

async function* sheetsOf(spool: Spool, stage: string): AsyncGenerator<ObservedDocument<unknown>> {
  for await (const line of spool.lines()) {
    const {id, sheets} = JSON.parse(line) as SheetLine
    if (Object.hasOwn(sheets, stage)) yield {id, sheet: sheets[stage]}
  }
}

async function open(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') return process.stdin as AsyncIterable<Buffer>
  try {
    return (await openRegularFile(file)).createReadStream() as AsyncIterable<Buffer>
  } catch (cause) {
    throw new UsageError(`Cannot read ${file}: ${describe(cause)}`, {cause})
  }
}
