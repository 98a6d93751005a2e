/** Turn a document's record of provenance into what the browser needs to show it. */

import {CodePointIndex} from '../document/code-points.js'
import {countWords} from '../document/words.js'
import type {ManifestEntry, Provenance} from '../provenance/model.js'
import type {Replay, ReplayedStage} from '../provenance/read.js'
import type {DocumentData, EditData, OtherDocument, StageData} from './model.js'

/** @param find gives another document by its id, with its number in the report. */
export function documentData(
  entry: ManifestEntry,
  provenance: Provenance,
  replay: Replay,
  find: (id: string) => OtherDocument,
): DocumentData {
  const index = new CodePointIndex(replay.raw)
  const {raw, verdict, reasons, words, metadata, annotations} = provenance
  const duplicate = metadata.find(({field}) => field === 'duplicate_of')?.value
  return {
    id: entry.id,
    verdict,
    reasons,
    raw: {path: nameOf(entry.raw), mediaType: raw.mediaType, encoding: raw.encoding, bytes: raw.bytes},
    clean: nameOf(entry.clean),
    words,
    text: replay.raw,
    stages: replay.stages.map(stageData),
    facts: metadata.map(({field, value, stage, rule, raw: range}) => [
      field,
      value,
      stage,
      rule,
      range ? index.toCodeUnit(range[0]) : -1,
      range ? index.toCodeUnit(range[1]) : -1,
    ]),
    messages: provenance.messages.map(({level, stage, text}) => [level, stage, text]),
    ...(typeof duplicate === 'string' && {duplicateOf: find(duplicate)}),
    repeats: annotations
      .filter(({kind}) => kind === 'repeat')
      .map(({raw: [start, end], value}) => [index.toCodeUnit(start), index.toCodeUnit(end), find(value)]),
  }
}

function nameOf({path, record}: {readonly path: string; readonly record?: number | undefined}): string {
  return record === undefined ? path : `${path}:${record}`
}

function stageData({stage, version, mediaType, classes, edits}: ReplayedStage): StageData {
  const rules = new Map<string, number>()
  let end = 0
  let words = 0
  const isMarkdown = mediaType === 'text/markdown'
  const data = edits.map(({at, rule, before, after, evidence, copyOf}): EditData => {
    let number = rules.get(rule)
    if (number === undefined) {
      number = rules.size
      rules.set(rule, number)
    }
    const gap = at.start - end
    end = at.end
    if (isMarkdown) words += countWords(before) - countWords(after)
    const edit: EditData = [gap, at.end - at.start, number, after]
    if (evidence !== undefined || copyOf) edit.push(evidence ?? '')
    if (copyOf) edit.push(copyOf.at.start, copyOf.at.end)
    return edit
  })
  return {
    id: stage,
    version,
    mediaType,
    words,
    rules: [...rules.keys()].map((rule) => [rule, classes[rule] ?? 'custom']),
    edits: data,
  }
}
