/** Run the stage over a corpus in memory: observe, decide, run. */
import {dropCorpusRepeats, type dropCorpusRepeats as Stage} from '../../pipeline/drop-corpus-repeats/index.js'
import {openShuffle} from '../../src/corpus/shuffle.js'
import type {Shuffle} from '../../src/document/corpus-stage.js'
import {Document} from '../../src/document/document.js'

export interface Text {
  readonly id: string
  readonly text: string
  readonly source?: string
  readonly date?: string
}

type Options = Parameters<typeof Stage.observe>[1]
type Sheet = ReturnType<typeof Stage.observe>
type Verdict = NonNullable<Parameters<typeof Stage.run>[2]>

/** Work that was done, counted. */
export interface Work {
  walks: number
  records: number
}

export const optionsOf = (given: object = {}): Options => dropCorpusRepeats.options.parse(given)

export function documentOf({id, text, source, date}: Text): Document {
  const facts = Object.entries({source, date}).flatMap(([field, value]) =>
    value === undefined ? [] : [{field, value, rule: 'given'}],
  )
  return new Document({id, text, mediaType: 'text/markdown', facts})
}

export function observed(texts: readonly Text[], options: Options = optionsOf()): {id: string; sheet: Sheet}[] {
  return texts.map((text) => ({
    id: text.id,
    // What is not plain data would not come back from a file.
    sheet: JSON.parse(JSON.stringify(dropCorpusRepeats.observe(documentOf(text), options))) as Sheet,
  }))
}

/** The verdicts by id, sorted, decided with so little memory that all is spilled. */
export async function decided(
  sheets: readonly {id: string; sheet: Sheet}[],
  {options = optionsOf(), budget = 2 ** 12, work}: {options?: Options; budget?: number; work?: Work} = {},
): Promise<Map<string, Verdict>> {
  const walk = async function* (): AsyncGenerator<{id: string; sheet: Sheet}> {
    if (work) work.walks++
    yield* sheets
  }
  const open = (): Shuffle => {
    const shuffle = openShuffle({budget})
    return {
      ...shuffle,
      add(...record) {
        if (work) work.records++
        shuffle.add(...record)
      },
    }
  }
  const verdicts: [string, Verdict][] = []
  for await (const {id, verdict} of dropCorpusRepeats.decide(walk, options, open)) verdicts.push([id, verdict])
  return new Map(verdicts.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a text becomes under a verdict. */
export function applied(text: Text, verdict: Verdict | undefined, options: Options = optionsOf()): Text {
  const document = documentOf(text)
  const result = dropCorpusRepeats.run(document, options, verdict)
  return {...text, text: document.apply(result.edits, result).document.text}
}
