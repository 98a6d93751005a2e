/** The options of drop-corpus-repeats. */
import {z} from 'zod'

const share = (value: number, description: string): z.ZodDefault<z.ZodNumber> =>
  z.number().min(0).max(1).default(value).describe(description)
const count = (value: number, least: number, most: number, description: string): z.ZodDefault<z.ZodInt> =>
  z.int().min(least).max(most).default(value).describe(description)

export interface CorpusOptions {
  furniture: 'drop' | 'keep'
  shortWords: number
  shortDocuments: number
  shortShare: number
  longDocuments: number
  longShare: number
  edgeShare: number
  duplicates: 'mark' | 'drop'
  leastWords: number
  similarity: number
  shingle: number
  bands: number
  rows: number
  paragraphs: 'mark' | 'keep'
  paragraphWords: number
}

export const optionsSchema: z.ZodType<CorpusOptions> = z.strictObject({
  furniture: z
    .enum(['drop', 'keep'])
    .default('drop')
    .describe('what becomes of blocks that stand at the edges of many documents of a site'),
  shortWords: count(12, 1, 100, 'most words of a short block; what is longer has the thresholds of long blocks'),
  shortDocuments: count(4, 2, 1_000_000, 'documents of a site in which a short block stands at least, to be furniture'),
  shortShare: share(0.3, 'share of the documents of the site in which it stands at least'),
  longDocuments: count(12, 2, 1_000_000, 'documents of a site in which a long block stands at least, to be furniture'),
  longShare: share(0.8, 'share of the documents of the site in which it stands at least'),
  edgeShare: share(0.9, 'share of the documents with a block in which it stands at an edge at least, to be furniture'),
  duplicates: z
    .enum(['mark', 'drop'])
    .default('mark')
    .describe('whether the body of a duplicate of another document goes, or is only marked'),
  leastWords: count(40, 1, 1_000_000, 'words below which documents are duplicates only when all words are the same'),
  similarity: share(
    0.6,
    'share of their shingles that two documents have in common at least (Jaccard), to be near-duplicates',
  ),
  shingle: count(5, 1, 20, 'words in a row that make a shingle'),
  bands: count(14, 1, 64, 'bands of a signature: the more, the more near-duplicates are found'),
  rows: count(8, 1, 32, 'values of a band: the more, the more alike two documents must be to be compared'),
  paragraphs: z
    .enum(['mark', 'keep'])
    .default('mark')
    .describe('whether paragraphs that stand in another document as well are marked; they are never dropped'),
  paragraphWords: count(25, 5, 1000, 'words that a paragraph has at least, to be marked'),
})
