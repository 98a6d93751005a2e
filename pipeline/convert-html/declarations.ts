/** Collect what a page declares about itself: its head, its structured data, its dates. */
import type {HtmlDeclaration} from '../../src/document/html-facts.js'
import type {Range} from '../../src/document/range.js'
import type {Page} from './page.js'
import {following, nodeTypes, type PageNode} from './page-node.js'

const rels: ReadonlySet<string> = new Set(['canonical', 'amphtml', 'alternate', 'author', 'shortlink'])
/** Longest text that counts as the value of a property; what is longer is content. */
const maxValueLength = 500

/** Note what one element declares, in ranges of the page's text. */
export function declare(element: PageNode, raw: string, declarations: HtmlDeclaration[]): void {
  const add = (
    kind: HtmlDeclaration['kind'],
    name: string,
    value: string | undefined,
    range: Range = element,
  ): void => {
    const text = value?.replace(/\s+/g, ' ').trim()
    if (text && element.start >= 0) {
      declarations.push({kind, name: name.trim().toLowerCase(), value: text, raw: {start: range.start, end: range.end}})
    }
  }
  switch (element.tag) {
    case 'meta': {
      const content = element.attribute('content')
      for (const name of ['name', 'property', 'http-equiv', 'itemprop']) {
        const value = element.attribute(name)
        if (value) add('meta', value, content)
      }
      return
    }
    case 'link': {
      const href = element.attribute('href')
      for (const rel of (element.attribute('rel') ?? '').toLowerCase().split(/\s+/))
        if (rels.has(rel)) add('link', rel, href)
      break
    }
    case 'title':
      if (element.isHtml && !declarations.some(({kind}) => kind === 'title')) {
        add('title', '', textOf(element, raw), textRange(element, raw))
      }
      return
    case 'base':
      add('base', '', element.attribute('href'))
      return
    case 'script':
      if (/^\s*application\/ld\+json/i.test(element.attribute('type') ?? '') && element.first) {
        const value = raw.slice(element.first.start, element.last!.end).trim()
        if (value) declarations.push({kind: 'json-ld', name: '', value, raw: {start: element.start, end: element.end}})
      }
      return
    case 'time':
      add('time', '', element.attribute('datetime'))
      break
    default:
  }
  const property = element.attribute('itemprop')
  if (!property) return
  const value =
    element.attribute('content') ??
    element.attribute('datetime') ??
    (element.tag === 'a' || element.tag === 'link' || element.tag === 'area' ? element.attribute('href') : undefined) ??
    (element.tag === 'img' ? element.attribute('src') : undefined) ??
    textOf(element, raw)
  for (const name of property.split(/\s+/)) if (name) add('microdata', name, value)
  // The text of a link says more than its address where a name is asked for.
  if (element.tag === 'a' && element.attribute('content') === undefined) {
    for (const name of property.split(/\s+/))
      if (name && name.toLowerCase() !== 'url') add('microdata', name, textOf(element, raw))
  }
}

/** Note what the head of a page declares, and the language of its root. */
export function declareHead(page: Page, raw: string, declarations: HtmlDeclaration[]): void {
  const {html, head} = page
  const language = html.attribute('lang') ?? html.attribute('xml:lang')
  if (language?.trim()) {
    const end = html.first?.start ?? -1
    const start = Math.max(0, html.start)
    declarations.push({kind: 'lang', name: '', value: language.trim(), raw: {start, end: Math.max(start, end)}})
  }
  for (let node: PageNode | null = head.first; node; node = following(node, head)) {
    if (node.type === nodeTypes.element) declare(node, raw, declarations)
  }
}

/** Where the text of an element stands, without white space round it: its tags are not what it declares. */
function textRange({first, last, start, end}: PageNode, raw: string): Range {
  if (!first || !last) return {start, end}
  const text = raw.slice(first.start, last.end)
  return {start: last.end - text.trimStart().length, end: first.start + text.trimEnd().length}
}

/** The text of an element; undefined where it is too long for the value of a property. */
function textOf(element: PageNode, raw: string): string | undefined {
  let text = ''
  for (let node: PageNode | null = element.first; node; ) {
    if (node.type === nodeTypes.text) text += node.value ?? raw.slice(node.start, node.end)
    if (text.length > maxValueLength) return undefined
    node = following(node, element, node.tag === 'script' || node.tag === 'style')
  }
  return text
}
