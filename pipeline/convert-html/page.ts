/**
 * Parse an HTML page into a tree that a walk can follow in the order of the raw, with the exact raw range of every text.
 *
 * The parser is parse5, which follows the HTML standard; the tree is our own.
 */
import {nodeTypes, PageNode} from './page-node.js'
import {PageParser} from './page-parser.js'
import {skipSign} from './tokenizer.js'

/** A parsed page; `head` and `body` always exist. */
export interface Page {
  readonly root: PageNode
  readonly html: PageNode
  readonly head: PageNode
  readonly body: PageNode
}

const xmlStart = /^\s*<\?xml\s|<html\s[^<>]{0,500}xmlns=["']http:\/\/www\.w3\.org\/1999\/xhtml/i

/** Parse a page. Linear in its length; never throws on what is in it. */
export function parsePage(raw: string): Page {
  const parser = new PageParser()
  parser.raw = raw
  // Not as a text: that would be found in half of the bytes of all that is not Latin-1.
  parser.hasNull = /\0/.test(raw)
  if (!parser.hasNull) skipSign(parser.tokenizer, 0)
  parser.isXml = xmlStart.test(raw.slice(0, 2000))
  parser.tokenizer.write(raw, true)
  const root = parser.document
  const find = (parent: PageNode, name: string): PageNode => {
    for (let node = parent.first; node; node = node.next)
      if (node.tag === name && node.type === nodeTypes.element) return node
    const made = new PageNode(nodeTypes.element, name)
    parent.append(made)
    return made
  }
  const element = find(root, 'html')
  return {root, html: element, head: find(element, 'head'), body: find(element, 'body')}
}
