/**
 * Read and ask a forest of decision trees. Each tree is walked from its root by comparing one feature with a threshold; the
 * leaves' values add up to the log-odds that a unit is body. Plain arithmetic in a fixed order: the same on every machine.
 */

export interface Forest {
  /** Log-odds before any tree has spoken. */
  readonly bias: number
  /** Index of the root of each tree. */
  readonly roots: Int32Array
  /** Feature that a node compares; -1 in a leaf. */
  readonly feature: Int16Array
  /** A value below it goes left, any other right. */
  readonly threshold: Float32Array
  /** Index of the left child; the right one is the next. */
  readonly left: Int32Array
  /** What the node adds where the walk ends in it; in an inner node the mean of what lies below. */
  readonly value: Float32Array
}

/** Read a forest from the form in which `weights.ts` holds it: base64 of the counts and arrays, little-endian. */
export function readForest(packed: string): Forest {
  const bytes = Uint8Array.from(Buffer.from(packed, 'base64'))
  const view = new DataView(bytes.buffer)
  const trees = view.getUint32(0, true)
  const nodes = view.getUint32(4, true)
  const bias = view.getFloat32(8, true)
  let at = 12
  const take = <T>(make: (buffer: ArrayBuffer) => T, size: number): T => {
    const part = bytes.buffer.slice(at, at + size)
    at += size
    return make(part)
  }
  return {
    bias,
    roots: take((part) => new Int32Array(part), trees * 4),
    left: take((part) => new Int32Array(part), nodes * 4),
    threshold: take((part) => new Float32Array(part), nodes * 4),
    value: take((part) => new Float32Array(part), nodes * 4),
    feature: take((part) => new Int16Array(part), nodes * 2),
  }
}

/** Log-odds that the unit whose features stand in `rows` from `from` on is body. */
export function askForest(
  {bias, roots, feature, threshold, left, value}: Forest,
  rows: Float32Array,
  from: number,
): number {
  let sum = bias
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!
    let compared = feature[node]!
    while (compared >= 0) {
      node = left[node]! + (rows[from + compared]! < threshold[node]! ? 0 : 1)
      compared = feature[node]!
    }
    sum += value[node]!
  }
  return sum
}

/**
 * Find the features that spoke most against a unit: by how much each moved the log-odds on the way down the trees.
 *
 * @param changes scratch, one number a feature
 * @returns indices of features, the heaviest first
 */
export function heaviestFeatures(
  {roots, feature, threshold, left, value}: Forest,
  rows: Float32Array,
  from: number,
  changes: Float64Array,
  size: number,
): readonly number[] {
  changes.fill(0)
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!
    for (let compared = feature[node]!; compared >= 0; compared = feature[node]!) {
      const next = left[node]! + (rows[from + compared]! < threshold[node]! ? 0 : 1)
      changes[compared]! += value[next]! - value[node]!
      node = next
    }
  }
  const heaviest: number[] = []
  while (heaviest.length < size) {
    let best = -1
    for (let index = 0; index < changes.length; index++)
      if (changes[index]! < (best < 0 ? 0 : changes[best]!)) best = index
    if (best < 0) break
    heaviest.push(best)
    changes[best] = 0
  }
  return heaviest
}
