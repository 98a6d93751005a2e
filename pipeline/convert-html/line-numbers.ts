/** Tell the numbers of the lines beside code, which are no part of it. */
import {following, nodeTypes, type PageNode} from './page-node.js'

const gutterClass =
  /(?:^|[\s_-])(?:gutter|line-?nos?|line-?nums?|line-?numbers?(?:-rows)?|ln(?:-num)?|hljs-ln-n(?:umbers)?|blob-num)(?=\s|$)/i
/** Elements that hold code; how far out from a number they are looked for. */
const codeTags: ReadonlySet<string> = new Set(['pre', 'code', 'td'])
const farthest = 6

/** Tell whether an element holds line numbers and nothing else, one up from the one before, and stands in or beside code. */
export function isLineNumber(element: PageNode, raw: string): boolean {
  if (!gutterClass.test(element.attribute('class') ?? '')) return false
  let code: PageNode | null = element
  for (let depth = 0; code && !codeTags.has(code.tag); depth++) code = depth < farthest ? code.parent : null
  if (!code) return false
  let last: number | undefined
  for (let node: PageNode | null = element.first; node; node = following(node, element)) {
    if (node.type !== nodeTypes.text) continue
    for (const word of (node.value ?? raw.slice(node.start, node.end)).split(/[\s\u00a0]+/)) {
      if (word === '') continue
      const number = /^\d{1,6}[.:]?$/.test(word) ? Number.parseInt(word, 10) : Number.NaN
      if (last === undefined ? Number.isNaN(number) : number !== last + 1) return false
      last = number
    }
  }
  return last !== undefined
}
