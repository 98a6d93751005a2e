/**
 * Read and ask a forest of decision trees. Each tree is walked from its root by comparing one feature with a threshold; the
 * leaves' values add up to the log-odds that a unit is body. Plain arithmetic in a fixed order: the same on every machine.
 */

/**
 * A forest of trees that are filled up to one depth, so that a walk needs no pointers and always takes as many steps: the
 * children of node n of a tree are its nodes 2n + 1 and 2n + 2, and what stands below a leaf says the same as it.
 */
export interface Forest {
  /** Log-odds before any tree has spoken. */
  readonly bias: number
  readonly trees: number
  /** Steps of a walk from the root of a tree. */
  readonly depth: number
  /** The feature that each inner node compares, tree behind tree. */
  readonly features: Int16Array
  /** What it is compared with: a value below goes left and any other right. */
  readonly thresholds: Float32Array
  /** What each node adds where the walk ends in it; in an inner node the mean of what lies below. */
  readonly values: Float32Array
}

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
/** Deepest tree that is filled up: one step more doubles it. */
const deepest = 10

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
  const lefts = headSize + trees * rootSize
  const leftAt = (node: number): number => bytes.readInt32LE(lefts + node * 4)
  const thresholdAt = (node: number): number => bytes.readFloatLE(lefts + count * 4 + node * 4)
  const valueAt = (node: number): number => bytes.readFloatLE(lefts + count * 8 + node * 4)
  const featureAt = (node: number): number => bytes.readInt16LE(lefts + count * 12 + node * 2)
  const roots = Array.from({length: trees}, (_, tree) => bytes.readInt32LE(headSize + tree * rootSize))
  if (roots.some((root) => root < 0 || root >= count)) throw new RangeError('forest: a root is no node')
  const depths = new Int32Array(count)
  let depth = 0
  for (let node = 0; node < count; node++) {
    depth = Math.max(depth, depths[node]!)
    if (featureAt(node) < 0) continue
    const left = leftAt(node)
    // Children stand behind their parents, so that every walk comes to an end.
    if (left <= node || left + 1 >= count) throw new RangeError(`forest: node ${node} leads nowhere`)
    depths[left] = depths[left + 1] = depths[node]! + 1
  }
  if (depth > deepest) throw new RangeError(`forest: ${depth} steps deep, not ${deepest}`)
  const inner = nodesAbove(depth)
  const all = nodesAbove(depth + 1)
  const features = new Int16Array(trees * inner)
  const thresholds = new Float32Array(trees * inner)
  const values = new Float32Array(trees * all)
  const fill = (tree: number, place: number, node: number): void => {
    values[tree * all + place] = valueAt(node)
    if (place >= inner) return
    // Below a leaf it does not matter what is compared.
    const isLeaf = featureAt(node) < 0
    features[tree * inner + place] = isLeaf ? 0 : featureAt(node)
    thresholds[tree * inner + place] = isLeaf ? 0 : thresholdAt(node)
    fill(tree, 2 * place + 1, isLeaf ? node : leftAt(node))
    fill(tree, 2 * place + 2, isLeaf ? node : leftAt(node) + 1)
  }
  for (const [tree, root] of roots.entries()) fill(tree, 0, root)
  return {bias: bytes.readFloatLE(8), trees, depth, features, thresholds, values}
}

/** Number of nodes that stand above some depth in a full tree. */
function nodesAbove(depth: number): number {
  return (1 << depth) - 1
}

/** Log-odds that the unit whose features stand in `row` is body. */
export function askForest({bias, trees, depth, features, thresholds, values}: Forest, row: Float32Array): number {
  const inner = nodesAbove(depth)
  const all = nodesAbove(depth + 1)
  let sum = bias
  for (let tree = 0; tree < trees; tree++) {
    const from = tree * inner
    let node = 0
    while (node < inner) node = 2 * node + (row[features[from + node]!]! < thresholds[from + node]! ? 1 : 2)
    sum += values[tree * all + node]!
  }
  return sum
}

/**
 * Find the features that spoke most against a unit: by how much each moved the log-odds on the way down the trees, and
 * whether its being high or its being low moved them more.
 *
 * @returns at most `size` of them, the heaviest first
 */
export function heaviestFeatures(
  {trees, depth, features, thresholds, values}: Forest,
  row: Float32Array,
  size: number,
): readonly Weight[] {
  const inner = nodesAbove(depth)
  const all = nodesAbove(depth + 1)
  const changes = new Float64Array(row.length)
  const ofHigh = new Float64Array(row.length)
  for (let tree = 0; tree < trees; tree++) {
    const from = tree * inner
    let before = values[tree * all]!
    for (let node = 0; node < inner; ) {
      const feature = features[from + node]!
      const isHigh = !(row[feature]! < thresholds[from + node]!)
      node = 2 * node + (isHigh ? 2 : 1)
      const value = values[tree * all + node]!
      const change = value - before
      changes[feature]! += change
      if (isHigh) ofHigh[feature]! += change
      before = value
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
