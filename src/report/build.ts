/**
 * Build the report of an output folder: a page that opens from disk, and its data in files that it loads as they are needed.
 *
 * The manifest is read line by line, and documents one at a time: what is held is one document, a chunk of the index, one page of
 * hits for each rule, sums, and the ids. The raw folder is not needed: what is shown as raw is what the record of provenance restores.
 */
import {countWords} from '../document/words.js'
import {DocumentError, UsageError} from '../errors.js'
import type {ManifestEntry, ManifestRun} from '../provenance/model.js'
import {findDocument, openManifest, readManifest, readTexts, replayStages} from '../provenance/read.js'
import {takeLock} from '../run/lock.js'
import {ShardReader} from '../shards/reader.js'
import {CorpusSums, type ReasonOf} from './corpus-sums.js'
import {dataScript} from './data-script.js'
import {documentData} from './document-data.js'
import {hitsOf} from './hits.js'
import {dataPath, documentsPerChunk, type Hit, hitsPerPage, type IndexRow, type OtherDocument} from './model.js'
import {fixedFiles} from './page.js'
import {ReportFolder, reportName} from './report-folder.js'

export interface ReportOptions {
  /** The output folder. */
  readonly out: string
  /** Where raws are, for names of documents that begin with it. */
  readonly raw?: string | undefined
  /** Names of the documents that are wanted, as `findDocument` understands them; none for all. */
  readonly names: readonly string[]
  readonly reasonOf: ReasonOf
  /** Told of each document when it is done, and of why it cannot be shown. */
  readonly onDocument?: (id: string, fault?: string) => void
}

export interface Report {
  readonly documents: number
  /** Documents whose files cannot be read. */
  readonly faults: number
}

/**
 * Build the report.
 *
 * @throws UsageError where there is no manifest, for unknown names, and while another report is built; OutputError where it cannot be
 * written; ProvenanceError for a damaged manifest. A document whose files are damaged has a page that says so.
 */
export async function buildReport(options: ReportOptions): Promise<Report> {
  const {out} = options
  const wanted = await wantedOf(options)
  const {run, documents} = await openManifest(out)
  const numbers = new Map<string, number>()
  for await (const {id} of documents) if (wanted?.has(id) ?? true) numbers.set(id, numbers.size)
  const release = await takeLock(out, undefined, `.palimpsest-${reportName}.lock`)
  try {
    const folder = await ReportFolder.begin(out)
    try {
      const report = await new Builder(folder, options, run, numbers).build(wanted !== undefined)
      await folder.finish()
      return report
    } catch (error) {
      await folder.abandon()
      throw error
    }
  } finally {
    await release()
  }
}

/** The ids that were asked for; undefined for all. */
async function wantedOf({out, raw, names}: ReportOptions): Promise<ReadonlySet<string> | undefined> {
  if (names.length === 0) return undefined
  const manifest = await readManifest(out)
  return new Set(names.map((name) => findDocument(manifest, name, out, raw).id))
}

class Builder {
  readonly #folder: ReportFolder
  readonly #options: ReportOptions
  readonly #run: ManifestRun
  readonly #sums: CorpusSums
  /** Of the documents of the report, by their ids. */
  readonly #numbers: ReadonlyMap<string, number>
  /** Hits that fill no page yet, by the name of the page. */
  readonly #pages = new Map<string, Hit[]>()
  #rows: IndexRow[] = []
  #chunks = 0

  constructor(folder: ReportFolder, options: ReportOptions, run: ManifestRun, numbers: ReadonlyMap<string, number>) {
    this.#folder = folder
    this.#options = options
    this.#run = run
    this.#sums = new CorpusSums(run, options.reasonOf)
    this.#numbers = numbers
  }

  async build(isPartial: boolean): Promise<Report> {
    const {out, onDocument} = this.#options
    for (const [path, content] of Object.entries(fixedFiles())) await this.#folder.write(path, content)
    const {run, documents} = await openManifest(out)
    const reader = new ShardReader(out)
    let faults = 0
    try {
      for await (const entry of documents) {
        if (run.digest !== this.#run.digest) throw new UsageError('A run has changed the results meanwhile; try again')
        if (!this.#numbers.has(entry.id)) continue
        this.#rows.push(this.#sums.add(entry))
        if (this.#rows.length === documentsPerChunk) await this.#writeChunk()
        const fault = entry.verdict === 'failed' ? undefined : await this.#document(entry, reader)
        if (fault !== undefined) faults++
        onDocument?.(entry.id, fault)
      }
    } finally {
      await reader.close()
    }
    if (this.#rows.length > 0) await this.#writeChunk()
    for (const [name, hits] of this.#pages) await this.#write(name, hits)
    await this.#write(dataPath.head, this.#sums.head(run, isPartial))
    return {documents: this.#numbers.size, faults}
  }

  /** Write the data of a document; gives the reason why its files cannot be read. */
  async #document(entry: ManifestEntry, reader: ShardReader): Promise<string | undefined> {
    const name = dataPath.document(this.#numbers.get(entry.id)!)
    try {
      const {provenance, clean} = await readTexts(this.#options.out, entry, reader)
      const replay = replayStages(provenance, clean)
      await this.#write(name, documentData(entry, provenance, replay, this.#find))
      const base = provenance.activities.findIndex(({mediaType}) => mediaType === 'text/markdown')
      const self = this.#find(entry.id)
      const counts = new Map<string, {stage: string; rule: string; class: string; edits: number; words: number}>()
      for (const [index, {stage, edits, classes}] of replay.stages.entries()) {
        for (const {rule, before, after} of edits) {
          const key = `${stage}/${rule}`
          let count = counts.get(key)
          if (!count) counts.set(key, (count = {stage, rule, class: classes[rule] ?? 'custom', edits: 0, words: 0}))
          count.edits++
          if (base >= 0 && index >= base) count.words += countWords(before) - countWords(after)
        }
      }
      for (const {stage, rule, class: className, edits, words} of counts.values()) {
        this.#sums.addRule(stage, rule, className, edits, words)
      }
      for (const {stage, rule, class: className, suspicion, hit} of hitsOf(replay.stages, base < 0 ? Infinity : base)) {
        const place = this.#sums.countHit(stage, rule, className, suspicion)
        const page = Math.floor(place.hit / hitsPerPage)
        await this.#hit(dataPath.hits(place.rule, suspicion, page), {document: self, ...hit})
      }
      return undefined
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      await this.#write(name, {fault: error.message})
      return error.message
    }
  }

  readonly #find = (id: string): OtherDocument => [id, this.#numbers.get(id) ?? -1]

  async #hit(name: string, hit: Hit): Promise<void> {
    const hits = this.#pages.get(name) ?? []
    hits.push(hit)
    if (hits.length < hitsPerPage) this.#pages.set(name, hits)
    else {
      this.#pages.delete(name)
      await this.#write(name, hits)
    }
  }

  async #writeChunk(): Promise<void> {
    await this.#write(dataPath.index(this.#chunks++), this.#rows)
    this.#rows = []
  }

  #write(name: string, value: unknown): Promise<void> {
    return this.#folder.write(`${name}.js`, dataScript(name, value))
  }
}
