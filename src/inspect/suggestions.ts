/** Find, in the clean texts of a run, words that may be names in a spelling that nobody has told of. */
import {Document} from '../document/document.js'
import {ManifestFile} from '../provenance/manifest-file.js'
import {readClean} from '../provenance/read.js'
import {ShardReader} from '../shards/reader.js'
import {CorpusWords, type WordUse} from './corpus-words.js'

/** A word that is near to a known name; what it is near to is the concern of who knows names. */
export interface Near {
  readonly form: string
  readonly near: string
  readonly entry: string
  readonly tradition: string
  readonly distance: number
  readonly isAlike: boolean
}

/** A suggestion with what the corpus has of the word. */
export type SuggestedName = Near & WordUse

/**
 * Suggest names, the most certain first: those that are said like the known one and differ least.
 *
 * @param out the output folder.
 * @param suggest tells which words are near to a known name.
 */
export async function suggestFrom(
  out: string,
  suggest: (words: Iterable<string>) => readonly Near[],
): Promise<SuggestedName[]> {
  const corpus = new CorpusWords()
  const shards = new ShardReader(out)
  const manifest = await ManifestFile.open(out)
  for await (const document of manifest.documents()) {
    if (document.verdict === 'failed' || !isEnglish(document.metadata['language'])) continue
    const text = await readClean(out, document, shards)
    const [first] = new Document({id: document.id, text, mediaType: 'text/markdown'}).blocks
    corpus.add(document.id, first?.type === 'frontMatter' ? text.slice(first.end) : text)
  }
  await shards.close()
  await manifest.close()
  const uses = new Map(corpus.names())
  return suggest(uses.keys())
    .map((near) => ({...near, ...uses.get(near.form)!}))
    .sort(
      (a, b) =>
        Number(b.isAlike) - Number(a.isAlike) ||
        a.distance - b.distance ||
        b.count - a.count ||
        (a.form < b.form ? -1 : 1),
    )
}

/** Spellings of another language are right in its texts, and canonical forms are English; a text of no known language may be English. */
function isEnglish(language: unknown): boolean {
  return typeof language !== 'string' || /^en(?:-|$)/i.test(language)
}
