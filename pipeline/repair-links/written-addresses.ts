/** Mend an address where it is written: in a link, between angle brackets, or in the text. */
import {asDestination} from './addresses.js'
import type {BlockEdits} from './block-edits.js'
import {mendAddress, repairAddress} from './link-addresses.js'
import type {LinkParts} from './syntax.js'

/** `<https://example.org/page.>`: the full stop of the sentence is no part of the address. */
export function mendAngle(edits: BlockEdits, parts: LinkParts): boolean {
  const written = edits.slice(parts.address)
  const trailing = /^(https?:\/\/.*?[\p{L}\p{N}_/])([.,;:!?"”’»։۔،؛؟।。，、]+)$/isu.exec(written)
  const isOpen = !trailing && written.endsWith(')') && !written.includes('(')
  if (!trailing && !isOpen) return false
  const length = trailing ? trailing[1]!.length : written.length - 1
  edits.propose({start: parts.address.start + length, end: parts.end}, `>${written.slice(length)}`, 'glued-punctuation')
  return false
}

/** `https://example.org/page”`: signs that a parser reads as part of the address, and an author did not. */
export function mendBare(edits: BlockEdits, parts: LinkParts): boolean {
  const written = edits.slice(parts.address)
  const [address] = /^https?:\/\/[^”»›“«。，、；：！？）」』】》]+/iu.exec(written) ?? []
  if (address === undefined) return false
  const [own = address] = /^.*?[^։۔،؛؟।’]+(?=[։۔،؛؟।’]+$)/isu.exec(address) ?? []
  if (own === written || !edits.isFree(parts) || !/^https?:\/\/[^/?#]+\.[^/?#]/i.test(own)) return false
  edits.propose(parts, `<${own}>${written.slice(own.length)}`, 'glued-punctuation', written)
  return true
}

/** Mend the address of a link of any form, and look up what became of its page. */
export function mendAddressOf(edits: BlockEdits, parts: LinkParts): void {
  const written = edits.slice(parts.address)
  const repaired = parts.isUncertain ? mendAddress : repairAddress
  const {address, rule} = repaired(written, parts.form === 'inline', edits.context)
  if (rule === '' || address === written) return
  if (!edits.isFree(parts.address)) return
  const isBare = parts.form === 'bare'
  edits.propose(parts.address, parts.isQuoted || isBare ? address : asDestination(address), rule, written)
}
