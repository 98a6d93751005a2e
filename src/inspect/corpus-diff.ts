/**
 * Find what one rule, or the rules of one class, changed in all documents, one after the other.
 *
 * Which documents those are the manifest says. It counts nothing that was done before a text was markdown, so a rule that it
 * has nowhere is looked for in every document.
 */
import type {ManifestFile} from '../provenance/manifest-file.js'
import type {ProvenanceActivity} from '../provenance/model.js'
import type {ReplayedStage} from '../provenance/read.js'
import {ShardReader} from '../shards/reader.js'
import {type Chosen, choose, countsIn, isChosen} from './chosen.js'
import {type DocumentRecord, type Folders, openEntry} from './record.js'

/** A document with what is asked for. */
export interface Hits {
  readonly record: DocumentRecord
  /** The stages that did it, with nothing else that they did; at least one. */
  readonly stages: readonly ReplayedStage[]
  /** The same, as they were recorded. */
  readonly activities: readonly ProvenanceActivity[]
}

/** Documents that have what is asked for, in their order. */
export async function* findHits(folders: Folders, manifest: ManifestFile, chosen: Chosen): AsyncGenerator<Hits> {
  let isCounted = false
  const reader = new ShardReader(folders.out)
  try {
    for (const isEvery of [false, true]) {
      for await (const document of manifest.documents()) {
        if (document.verdict === 'failed') continue
        if (!isEvery && countsIn(document, chosen).edits === 0) continue
        const found = hitsOf(await openEntry(folders, document, reader), chosen, isEvery)
        if (found.stages.length === 0) continue
        isCounted = true
        yield found
      }
      if (isCounted) return
    }
  } finally {
    await reader.close()
  }
}

/** @param isEvery whether stages count that were not given markdown. */
function hitsOf(record: DocumentRecord, chosen: Chosen, isEvery: boolean): Hits {
  const stages: ReplayedStage[] = []
  const activities: ProvenanceActivity[] = []
  for (const [index, activity] of record.provenance.activities.entries()) {
    if (!isEvery && activity.mediaType !== 'text/markdown') continue
    const {stage, classes, edits} = activity
    if (!edits.some(({rule}) => isChosen(chosen, stage, rule, classes[rule]))) continue
    stages.push(choose(record.replay.stages[index]!, chosen))
    activities.push(activity)
  }
  return {record, stages, activities}
}
