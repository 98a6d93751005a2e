/** Find the places in a text that a link within the page can lead to. */
import type {Document} from '../../src/document/document.js'

/** Names of anchors: headings as site generators name them, and ids in HTML that is part of the text. */
export function anchorsOf(document: Document): ReadonlySet<string> {
  const anchors = new Set<string>()
  for (const block of document.blocks) {
    if (block.type !== 'heading') continue
    const title = document.text.slice(block.start, block.end).replace(/^[ #]+|[ #]+$/g, '')
    anchors.add(slugOf(title.replace(/\{#[^}]*\}$/, '').trim()))
    const own = /\{#([^}\s]+)\}$/.exec(title)?.[1]
    if (own !== undefined) anchors.add(own.toLowerCase())
  }
  for (const [, id] of document.text.matchAll(/<[a-z][^<>]{0,200}\s(?:id|name)=["']?([^"'\s<>]{1,200})/gi)) {
    anchors.add(id!.toLowerCase())
  }
  return anchors
}

function slugOf(title: string): string {
  return title
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-')
}
