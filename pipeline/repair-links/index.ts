/**
 * Mend links: unwrap those that lead nowhere, put together those that a converter took apart, shorten their addresses.
 *
 * Works on the source between the nodes of the parsed blocks, and parses only blocks in which a cheap look finds a form
 * to mend that is not of the plainest kind. Leaves alone: links that work, addresses that a reader is meant to see, bold text before an address unless
 * the two stand as converters write a link, and everything in code and HTML.
 */
import {z} from 'zod'
import type {Document, MetadataFact} from '../../src/document/document.js'
import {defineStage, type Stage} from '../../src/document/stage.js'
import {annotateLinks} from './fates.js'
import {mendAddress} from './link-addresses.js'
import {type LinkRecord, linkRecordSchema} from './record.js'
import {contextOf, repair} from './rounds.js'
import {rules} from './rules.js'

export interface LinkOptions {
  readonly relative: 'keep' | 'unwrap'
  readonly origin: string | Readonly<Record<string, string>>
  readonly tracking: 'drop' | 'keep'
  readonly redirectors: 'unwrap' | 'keep'
  readonly dead: 'keep' | 'mark' | 'unwrap' | 'archive'
  readonly moved: 'keep' | 'follow'
  readonly records: readonly LinkRecord[]
}

const address = z.url({protocol: /^https?$/})

export const repairLinks: Stage<LinkOptions> = defineStage<LinkOptions>({
  id: 'repair-links',
  version: 3,
  description: 'Unwrap dead links, join links that were taken apart, resolve relative ones, drop tracking parameters.',
  rules,
  options: z.strictObject({
    relative: z
      .enum(['keep', 'unwrap'])
      .default('keep')
      .describe(
        'what becomes of relative links where the address of the page is not known: keep, or unwrap to their text',
      ),
    origin: z
      .union([address, z.record(z.string(), address)])
      .default({})
      .describe(
        'address that relative links are resolved against where the page names none; or such addresses by folder of the raw (`news/: https://…`), the longest that fits',
      ),
    tracking: z
      .enum(['drop', 'keep'])
      .default('drop')
      .describe('what becomes of parameters that say who followed a link'),
    redirectors: z
      .enum(['unwrap', 'keep'])
      .default('unwrap')
      .describe('what becomes of addresses that only lead on to another one'),
    dead: z
      .enum(['keep', 'mark', 'unwrap', 'archive'])
      .default('archive')
      .describe(
        'what becomes of links to pages that the records say are gone: keep, or mark them in the manifest, unwrap them to their text, or lead to the nearest snapshot where one is known, else mark',
      ),
    moved: z
      .enum(['keep', 'follow'])
      .default('keep')
      .describe('what becomes of links to pages that the records say have moved for good'),
    records: z
      .array(linkRecordSchema)
      .default([])
      .describe('what is known of addresses that were visited; `palimpsest links check` writes it'),
  }),
  run(document, options) {
    const {edits, ...repaired} = repair(document, options)
    return {
      edits,
      facts: addressFacts(document, options),
      annotations: annotateLinks(repaired, contextOf(document, options)),
    }
  },
})

/** Fields whose value is the address of a page. */
const addressFields: ReadonlySet<string> = new Set(['source', 'first_published_url'])

/** State anew the addresses that the document says of itself, where they are to be shortened as those of its links are. */
function addressFacts(document: Document, options: LinkOptions): MetadataFact[] {
  const last = new Map(document.facts.map((fact) => [fact.field, fact]))
  return [...last.values()].flatMap(({field, value, raw}) => {
    if (!addressFields.has(field) || typeof value !== 'string') return []
    const {address, rule} = mendAddress(value, false, contextOf(document, options))
    return rule === '' ? [] : [{field, value: address, rule, ...(raw && {raw})}]
  })
}
