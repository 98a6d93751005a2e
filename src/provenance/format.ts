/**
 * Write a provenance record as text, in the one way there is (see `model.ts`): JSON with a line to each fact and edit, so that it
 * can be searched and compared by lines; or all of it on one line, where it is a line of a shard itself.
 *
 * Edits hold most of a page's text. They are written from what the run recorded, with nothing made in between.
 */
import type {CodePointIndex} from '../document/code-points.js'
import type {Range} from '../document/range.js'
import type {RecordedEdit} from '../run/pipeline.js'
import {ByteWriter} from './byte-writer.js'
import type {Provenance, ProvenanceActivity} from './model.js'

/** An activity before its edits are written. */
export interface WritableActivity {
  readonly head: Omit<ProvenanceActivity, 'edits'>
  readonly edits: readonly RecordedEdit[]
  /** Of the text that the edits were made on. */
  readonly index: CodePointIndex
}

/** Everything that a provenance file says but for its activities. */
export type ProvenanceHead = Omit<Provenance, 'activities'>

/** Longest text that is put together with what stands around it, instead of being written by itself. */
const shortText = 200

/** Write a record as UTF-8. */
export function formatProvenance(
  {metadata, messages, annotations, ...head}: ProvenanceHead,
  activities: readonly WritableActivity[],
  rawIndex: CodePointIndex,
  isOneLine: boolean,
): Uint8Array<ArrayBuffer> {
  const newline = isOneLine ? '' : '\n'
  const writer = new ByteWriter()
  writer.write(JSON.stringify(head).slice(0, -1))
  const list = (name: string, items: readonly unknown[]): void => {
    writer.write(`,${newline}${JSON.stringify(name)}:[${items.map((item) => newline + JSON.stringify(item)).join()}]`)
  }
  list('metadata', metadata)
  list('messages', messages)
  list('annotations', annotations)
  writer.write(`,${newline}"activities":[`)
  for (const [index, {head: activity, edits, index: inputIndex}] of activities.entries()) {
    writer.write(`${index > 0 ? `,${newline}` : newline}${JSON.stringify(activity).slice(0, -1)},"edits":[`)
    writeEdits(writer, edits, inputIndex, rawIndex, newline)
    writer.write(']}')
  }
  writer.write(`]}${newline}`)
  return writer.end()
}

function writeEdits(
  writer: ByteWriter,
  edits: readonly RecordedEdit[],
  index: CodePointIndex,
  rawIndex: CodePointIndex,
  newline: string,
): void {
  /** What is still to be written. */
  let text = newline
  for (const [place, {rule, start, end, raw, before, replacement, evidence, copyOf, copyOfRaw}] of edits.entries()) {
    if (place > 0) text += `,${newline}`
    text += `{"rule":${JSON.stringify(rule)},"at":${places(index, start, end)},"raw":${places(rawIndex, raw.start, raw.end)},"before":`
    if (before.length > shortText) {
      writer.write(text)
      writer.write(JSON.stringify(before))
      text = ''
    } else text += JSON.stringify(before)
    text += `,"after":${JSON.stringify(replacement)}`
    if (evidence !== undefined) text += `,"evidence":${JSON.stringify(evidence)}`
    if (copyOf && copyOfRaw)
      text += `,"copyOf":{"at":${placesOf(index, copyOf)},"raw":${placesOf(rawIndex, copyOfRaw)}}`
    text += '}'
  }
  if (edits.length > 0) writer.write(text)
}

function placesOf(index: CodePointIndex, {start, end}: Range): string {
  return places(index, start, end)
}

function places(index: CodePointIndex, start: number, end: number): string {
  return `[${index.toCodePoint(start)},${index.toCodePoint(end)}]`
}
