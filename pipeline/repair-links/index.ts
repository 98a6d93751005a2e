/**
 * Mend links: unwrap those that lead nowhere, put together those that a converter took apart, shorten their addresses.
 *
 * Works on the source between the nodes of the parsed blocks, and parses only blocks in which a cheap look finds a form
 * to mend that is not of the plainest kind. Leaves alone: links that work, addresses that a reader is meant to see, bold text before an address unless
 * the two stand as converters write a link, and everything in code and HTML.
 */
import {z} from 'zod'
import type {Document, MetadataFact} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import {defineStage, type Stage} from '../../src/document/stage.js'
import {anchorsOf} from './anchors.js'
import {baseOf} from './base.js'
import {BlockRepair} from './block-repair.js'
import {composeEdits} from './compose-edits.js'
import {repairAddress} from './link-addresses.js'
import {mendPlainLinks} from './plain-links.js'
import {rules} from './rules.js'

export interface LinkOptions {
  readonly relative: 'keep' | 'unwrap'
  readonly origin: string | Readonly<Record<string, string>>
  readonly tracking: 'drop' | 'keep'
  readonly redirectors: 'unwrap' | 'keep'
}

const address = z.url({protocol: /^https?$/})

export const repairLinks: Stage<LinkOptions> = defineStage<LinkOptions>({
  id: 'repair-links',
  version: 1,
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
  }),
  run(document, options) {
    return {edits: editsOf(document, options), facts: addressFacts(document, options)}
  },
})

/** Fields whose value is the address of a page. */
const addressFields: ReadonlySet<string> = new Set(['source', 'first_published_url'])

/** State anew the addresses that the document says of itself, where they are to be shortened as those of its links are. */
function addressFacts(document: Document, options: LinkOptions): MetadataFact[] {
  const last = new Map(document.facts.map((fact) => [fact.field, fact]))
  return [...last.values()].flatMap(({field, value, raw}) => {
    if (!addressFields.has(field) || typeof value !== 'string') return []
    const {address, rule} = repairAddress(value, false, {
      options,
      base: undefined,
      anchors: new Set(),
      defines: () => false,
    })
    return rule === '' ? [] : [{field, value: address, rule, ...(raw && {raw})}]
  })
}

/**
 * A form that may need mending. It may err on the side of looking twice; it must not miss one.
 */
const candidate = /\]\(|\]\[|\(<?https?:|<https?:|https?:\/\/[^\s?]{0,300}\?|^ {0,3}\[[^\]\n]+\]:/m

/** How often what was mended is looked at again; more is a text made to be mended for ever. */
const maxRounds = 5

function editsOf(document: Document, options: LinkOptions): Edit[] {
  let current = document
  let edits: Edit[] = []
  for (let round = 0; round < maxRounds; round++) {
    const proposed = proposals(current, options)
    if (proposed.length === 0) break
    const applied = current.apply(proposed)
    if (applied.edits.length === 0) break
    edits = round === 0 ? applied.edits : composeEdits(document.text, edits, applied.edits)
    current = applied.document
  }
  return edits
}

function proposals(document: Document, options: LinkOptions): Edit[] {
  const {text} = document
  if (!candidate.test(text)) return []
  const edits: Edit[] = []
  const base = baseOf(document, options.origin)
  const anchors = anchorsOf(document)
  for (const block of document.blocks) {
    if (block.type === 'code' || block.type === 'html' || block.type === 'frontMatter' || block.type === 'rule')
      continue
    const source = text.slice(block.start, block.end)
    if (!candidate.test(source)) continue
    const context = {options, base, anchors, defines: (label: string): boolean => document.defines(label)}
    const mayHoldItems = block.type !== 'paragraph' && block.type !== 'heading'
    const plain = mendPlainLinks(source, mayHoldItems, context)
    for (const edit of plain ?? new BlockRepair(source, context).edits(document.node(block))) {
      edits.push({...edit, start: edit.start + block.start, end: edit.end + block.start})
    }
  }
  return edits
}
