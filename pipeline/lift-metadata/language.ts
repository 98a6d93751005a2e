/** Tell the language of a document from its prose. */
import {eld} from 'eld/extrasmall'

/** Fewest letters on which a verdict can rest: short texts in names and figures read as any language. */
const fewest = 60
/** Longest sample; more text does not make the verdict better. */
const longest = 4000

/** ISO 639-1 code of the language that the samples are written in, if that is certain. */
export function detectLanguage(samples: readonly string[]): string | undefined {
  let sample = ''
  for (const text of samples) {
    sample += `${text}\n`
    if (sample.length > longest) break
  }
  sample = sample.slice(0, longest)
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < fewest) return undefined
  const result = eld.detect(sample)
  return result.language && result.isReliable() ? result.language : undefined
}
