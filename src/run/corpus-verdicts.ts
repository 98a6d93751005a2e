/** Have the stages that ask for all documents decide upon a corpus, and look up their verdicts on each. What a person decided is elsewhere. */
import {openShuffle} from '../corpus/shuffle.js'
import {isCorpusStage, type ObservedDocument} from '../document/corpus-stage.js'
import {UsageError} from '../errors.js'
import {openRegularFile} from '../regular-file.js'
import {version} from '../version.js'
import {ByteSpool} from './byte-spool.js'
import {linesBetween} from './file-lines.js'
import {digestOf, makePipeline, type Pipeline} from './pipeline.js'
import {PlaceIndex} from './place-index.js'
import {describe} from './system-errors.js'

/**
 * Digest of what sheets and verdicts depend on, beside the documents: the version of the program, and the stages up to the last that
 * asks for all documents. What comes behind it changes nothing of what it sees.
 */
export function digestForCorpus({stages, decisions}: Pipeline): string {
  const last = stages.findLastIndex(({stage}) => isCorpusStage(stage))
  return digestOf([version, makePipeline(stages.slice(0, last + 1), decisions).digest])
}

/** What was decided upon a document, by stage. */
export type Verdicts = Readonly<Record<string, unknown>>

export class CorpusVerdicts {
  readonly #bytes: ByteSpool
  readonly #places = new PlaceIndex()

  /** @param path of a file that is not there, made when it is needed. */
  constructor(path: string) {
    this.#bytes = new ByteSpool(path)
  }

  /**
   * Have every stage decide that asks for all documents.
   *
   * @param sheetsOf walks over what a stage observed of the documents; called several times.
   * @param folder for temporary files.
   */
  async decide(
    {stages}: Pipeline,
    sheetsOf: (stage: string) => AsyncIterable<ObservedDocument<unknown>>,
    folder?: string,
  ): Promise<void> {
    for (const {stage, options} of stages) {
      if (!isCorpusStage(stage)) continue
      const open = (): ReturnType<typeof openShuffle> => openShuffle(folder === undefined ? {} : {folder})
      for await (const {id, verdict} of stage.decide(() => sheetsOf(stage.id), options, open)) {
        await this.add(id, stage.id, verdict)
      }
    }
  }

  /** Add what a stage has decided upon a document. */
  async add(id: string, stage: string, verdict: unknown): Promise<void> {
    const {start, length} = await this.#bytes.add(Buffer.from(JSON.stringify({id, stage, verdict})))
    this.#places.add(id, start, length)
  }

  /**
   * Add what `palimpsest corpus decide` has written.
   *
   * @param corpus digest that they have to be of.
   * @throws UsageError for a file that cannot be read, or is none of these.
   */
  async read(file: string, corpus: string): Promise<void> {
    const handle = await openRegularFile(file).catch((cause) => {
      throw new UsageError(`Cannot read ${file}: ${describe(cause)}`, {cause})
    })
    let number = 0
    try {
      for await (const line of linesBetween(handle)) {
        number++
        const {id, corpus: made, verdicts} = JSON.parse(line.toString()) as Partial<VerdictLine>
        if (typeof id !== 'string' || typeof verdicts !== 'object')
          throw new SyntaxError('expected {"id","corpus","verdicts"}')
        if (made !== corpus) throw new UsageError(madeOtherwise(`${file}:${number}`, 'verdict', 'corpus decide'))
        for (const [stage, verdict] of Object.entries(verdicts)) await this.add(id, stage, verdict)
      }
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause
      throw new UsageError(
        `${file}:${number}: no verdict: ${cause.message}; \`palimpsest corpus decide\` writes them`,
        {cause},
      )
    } finally {
      await handle.close()
    }
  }

  /** What was decided upon a document; undefined for nothing. */
  async find(id: string): Promise<Verdicts | undefined> {
    const verdicts: Record<string, unknown> = {}
    for (const place of this.#places.find(id)) {
      const read = JSON.parse(Buffer.from(await this.#bytes.read(place)).toString()) as Decided
      if (read.id === id) verdicts[read.stage] = read.verdict
    }
    return Object.keys(verdicts).length > 0 ? verdicts : undefined
  }

  async discard(): Promise<void> {
    await this.#bytes.discard()
  }
}

/** A line of what `palimpsest corpus decide` writes. */
interface VerdictLine {
  readonly id: string
  readonly corpus: string
  readonly verdicts: Verdicts
}

/** Say that a sheet or a verdict is of no use here. */
export function madeOtherwise(place: string, what: string, command: string): string {
  return `${place}: this ${what} was made by other stages, options or another version than are asked for here; run \`palimpsest ${command}\` again, each step with one configuration and the same flags`
}

interface Decided {
  readonly id: string
  readonly stage: string
  readonly verdict: unknown
}
