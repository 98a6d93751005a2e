/**
 * Read the formulas of a page: which elements draw one a second time, and the signs that MathML shows by place alone.
 *
 * A numerator stands over a line and an exponent is raised; written one after the other, ½ were 12.
 */
import {nodeTypes, type PageNode} from './page-node.js'
import type {Script} from './raised.js'

/** How deep in its wrappers a formula is looked for. */
const deepest = 4

/** Tell whether an element draws the formula that stands beside it as MathML: that one is in the order of reading. */
export function isDrawnFormula(element: PageNode): boolean {
  return isFormula(beside(element, 'previous')) || isFormula(beside(element, 'next'))
}

/** The sign that stands before a part of a formula: a fraction bar, a raise, a root. */
export function signBefore(part: PageNode): string {
  const {parent} = part
  if (!parent || parent.isHtml) return ''
  if (parent.tag === 'mfrac') return beside(part, 'previous') ? '/' : ''
  if (parent.tag === 'msqrt') return beside(part, 'previous') ? '' : '√'
  // A prime or a degree is raised by itself.
  const isRaised = part.tag !== 'mo' && beside(part, 'previous') !== null && beside(part, 'next') === null
  return isRaised && (parent.tag === 'msup' || parent.tag === 'msubsup') ? '^' : ''
}

/** Where a part of a formula stands that is raised or lowered. */
export function placeOf(part: PageNode): Script | undefined {
  const {parent} = part
  if (!parent || parent.isHtml || !/^msu(?:b|p|bsup)$/.test(parent.tag) || !beside(part, 'previous')) return undefined
  return parent.tag === 'msup' || (!beside(part, 'next') && parent.tag === 'msubsup') ? 'superscript' : 'subscript'
}

/** Tell whether several signs are one part of a formula, and need brackets where its place no longer says so. */
export function isBracketed(part: PageNode): boolean {
  const {parent, first} = part
  if (part.isHtml || part.tag !== 'mrow' || !first?.next || !parent) return false
  return parent.tag === 'mfrac' || signBefore(part) === '^'
}

function isFormula(element: PageNode | null): boolean {
  let node = element
  for (let depth = 0; node && depth < deepest; depth++) {
    if (node.tag === 'math') return true
    node = node.first
  }
  return false
}

function beside(element: PageNode, side: 'previous' | 'next'): PageNode | null {
  let node = element[side]
  while (node && node.type !== nodeTypes.element) node = node[side]
  return node
}
