/**
 * Read and ask a forest of decision trees. Each tree is walked from its root by comparing one feature with a threshold; the
 * leaves' values add up to the log-odds that a unit is body. Plain arithmetic in a fixed order: the same on every machine.
 */

/** A forest whose nodes stand side by side, four numbers each, so that a step of a walk looks at one place of memory. */
export interface Forest {
  /** Log-odds before any tree has spoken. */
  readonly bias: number
  /** Offset of the root of each tree in `nodes`. */
  readonly roots: Int32Array
  /**
   * Of each node: the feature that it compares, -1 in a leaf; the threshold, a value below which goes left and any other
   * right; the offset of the left child, behind which the right one stands; and what the node adds where the walk ends in
   * it, in an inner node the mean of what lies below.
   */
  readonly nodes: Float32Array
}

const nodeWidth = 4
const threshold = 1
const left = 2
const value = 3

/** A feature that weighed against a unit. */
export interface Weight {
  readonly feature: number
  /** Whether it was for a high value, rather than for a low one. */
  readonly isHigh: boolean
}

/** Bytes of the head of a packed forest (numbers of trees and nodes, bias), of a root and of a node. */
const headSize = 12
const rootSize = 4
const packedNodeSize = 14

/**
 * Read a forest from the form in which `weights.ts` holds it: base64 of the counts and arrays, little-endian.
 *
 * @throws RangeError for what is no such forest
 */
export function readForest(packed: string): Forest {
  const bytes = Buffer.from(packed, 'base64')
  if (bytes.length < headSize) throw new RangeError('forest: no head')
  const trees = bytes.readUInt32LE(0)
  const count = bytes.readUInt32LE(4)
  const size = headSize + trees * rootSize + count * packedNodeSize
  if (bytes.length !== size) throw new RangeError(`forest: ${bytes.length} bytes for ${trees} trees, not ${size}`)
  const roots = Int32Array.from({length: trees}, (_, tree) => bytes.readInt32LE(headSize + tree * rootSize) * nodeWidth)
  const lefts = headSize + trees * rootSize
  const nodes = new Float32Array(count * nodeWidth)
  for (let node = 0; node < count; node++) {
    const at = node * nodeWidth
    nodes[at] = bytes.readInt16LE(lefts + count * 12 + node * 2)
    nodes[at + threshold] = bytes.readFloatLE(lefts + count * 4 + node * 4)
    nodes[at + left] = bytes.readInt32LE(lefts + node * 4) * nodeWidth
    nodes[at + value] = bytes.readFloatLE(lefts + count * 8 + node * 4)
    const child = nodes[at + left]!
    // Children stand behind their parents, so that every walk comes to an end.
    if (nodes[at]! >= 0 && (child <= at || child + nodeWidth >= nodes.length))
      throw new RangeError(`forest: node ${node} leads nowhere`)
  }
  if (roots.some((root) => root < 0 || root >= nodes.length)) throw new RangeError('forest: a root is no node')
  return {bias: bytes.readFloatLE(8), roots, nodes}
}

/** Log-odds that the unit whose features stand in `row` is body. */
export function askForest({bias, roots, nodes}: Forest, row: Float32Array): number {
  let sum = bias
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!
    let feature = nodes[node]!
    while (feature >= 0) {
      node = nodes[node + left]! + (row[feature]! < nodes[node + threshold]! ? 0 : nodeWidth)
      feature = nodes[node]!
    }
    sum += nodes[node + value]!
  }
  return sum
}

/**
 * Find the features that spoke most against a unit: by how much each moved the log-odds on the way down the trees, and
 * whether its being high or its being low moved them more.
 *
 * @returns at most `size` of them, the heaviest first
 */
export function heaviestFeatures({roots, nodes}: Forest, row: Float32Array, size: number): readonly Weight[] {
  const changes = new Float64Array(row.length)
  const ofHigh = new Float64Array(row.length)
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!
    for (let feature = nodes[node]!; feature >= 0; feature = nodes[node]!) {
      const isHigh = !(row[feature]! < nodes[node + threshold]!)
      const next = nodes[node + left]! + (isHigh ? nodeWidth : 0)
      const change = nodes[next + value]! - nodes[node + value]!
      changes[feature]! += change
      if (isHigh) ofHigh[feature]! += change
      node = next
    }
  }
  const heaviest: Weight[] = []
  while (heaviest.length < size) {
    let best = -1
    for (let feature = 0; feature < changes.length; feature++)
      if (changes[feature]! < (best < 0 ? 0 : changes[best]!)) best = feature
    if (best < 0) break
    heaviest.push({feature: best, isHigh: ofHigh[best]! < changes[best]! - ofHigh[best]!})
    changes[best] = 0
  }
  return heaviest
}
