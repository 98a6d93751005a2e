/** Pages as scrapes have them, put together from a few blocks, and what lift-metadata records of them. */
import {stages} from '../../pipeline/index.js'
import {makePipeline} from '../../src/run/pipeline.js'

const last = stages.findIndex(({id}) => id === 'lift-metadata')
const pipeline = makePipeline(stages.slice(0, last + 1).map((stage) => ({stage, options: stage.options.parse({})})))

export const title = 'The villages ask for a bridge'
export const prose: readonly string[] = [
  'The river rises in the hills above the villages and has not been bridged below them since the flood of 1987.',
  'Every spring the river takes a field or two, and every autumn the villages ask for a bridge and are given a study.',
  'This year the study came with a drawing. The bridge in it stands where no road leads, said the mayor on Monday.',
]

/** What is recorded of a scrape, and by which rule. */
export function metadataOf(scrape: string): {
  readonly metadata: Readonly<Record<string, unknown>>
  readonly rules: Readonly<Record<string, string>>
} {
  const {metadata, facts} = pipeline.clean(Buffer.from(scrape))
  return {metadata, rules: Object.fromEntries(facts.map(({field, rule}) => [field, rule]))}
}

export interface PageParts {
  readonly lang?: string
  /** Elements of the head, beside the title. */
  readonly head?: string
  readonly above?: string
  /** Between heading and body. */
  readonly under?: string
  readonly below?: string
}

/** A page with a heading and three paragraphs. */
export function page({lang = 'en', head = '', above = '', under = '', below = ''}: PageParts): string {
  const body = prose.map((text) => `<p>${text}</p>`).join('\n')
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${above}<article><h1>${title}</h1>${under}${body}</article>${below}</body></html>`
}

/** A text with a title line and three paragraphs. */
export function text(...under: readonly string[]): string {
  return [`# ${title}`, ...under, ...prose].join('\n\n')
}
