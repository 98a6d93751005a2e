/** Run one raw, and play it back as the client does from the data that the builder writes. */

import {join} from 'node:path'
import type {ReplayedStage} from '../../src/provenance/read.js'
import {readManifest, readTexts, replayStages} from '../../src/provenance/read.js'
import {replay} from '../../src/report/client/replay.js'
import {documentData} from '../../src/report/document-data.js'
import {makeRun} from '../cli/program.js'

export interface Played {
  /** As the client has them. */
  readonly stages: readonly ReplayedStage[]
  /** As the record of provenance has them. */
  readonly recorded: readonly ReplayedStage[]
}

/** @param path of the raw below its folder. */
export async function runDocument(path: string, raw: string): Promise<Played> {
  const out = join(await makeRun({[`raw/${path}`]: raw}), 'out')
  const {documents} = await readManifest(out)
  const [entry] = documents
  if (entry?.verdict !== 'clean' && entry?.verdict !== 'suspect') throw new Error('The document failed')
  const {provenance, clean} = await readTexts(out, entry)
  const played = replayStages(provenance, clean)
  const data = documentData(entry, provenance, played, (id) => [id, -1])
  return {stages: replay(JSON.parse(JSON.stringify(data))), recorded: played.stages}
}
