/** Make results of many documents out of those of one: what a report of thousands does, without a run of thousands. */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** Say of the one document of an output folder in JSON lines that it is so many, each with an id of its own. */
export function multiply(out: string, count: number): void {
  const change = (path: string, write: (value: Record<string, unknown>, number: number) => object): void => {
    const lines = readFileSync(join(out, path), 'utf8').trimEnd().split('\n')
    const one = JSON.parse(lines.at(-1)!)
    const many = Array.from({length: count}, (_, index) => JSON.stringify(write(structuredClone(one), index + 1)))
    writeFileSync(join(out, path), `${[...lines.slice(0, -1), ...many].join('\n')}\n`)
  }
  const idOf = (number: number): string => `story-${String(number).padStart(5, '0')}`
  const [shard] = headOf(out).output.shards
  change(shard!.clean.path, (row, number) => ({...row, id: idOf(number)}))
  change(shard!.provenance.path, (record, number) => ({...record, id: idOf(number)}))
  change('manifest.jsonl', ({words, raw, clean, provenance, metadata, ...entry}, number) => ({
    ...entry,
    id: idOf(number),
    raw,
    clean: {...(clean as object), record: number},
    provenance: {...(provenance as object), record: number},
    metadata: {...(metadata as object), title: `Story ${count - number}`},
    words: {...(words as object), raw: 1000 + number},
  }))
  const text = readFileSync(join(out, 'manifest.jsonl'), 'utf8')
  const [head = '', ...rest] = text.split('\n')
  const run = JSON.parse(head)
  run.output.shards[0].documents = count
  run.documents.clean = count
  writeFileSync(join(out, 'manifest.jsonl'), [JSON.stringify(run), ...rest].join('\n'))
}

function headOf(out: string): {output: {shards: {clean: {path: string}; provenance: {path: string}}[]}} {
  return JSON.parse(readFileSync(join(out, 'manifest.jsonl'), 'utf8').split('\n', 1)[0]!)
}
