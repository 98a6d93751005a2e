/** Train gradient-boosted trees for yes-or-no labels: histograms of binned features, Newton steps, depth-wise growth. */

const mostBins = 64

/** A small generator of random numbers with a seed, so that training gives the same trees again. */
export function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

/** Cut the values of each feature into bins of about the same number of rows. */
export function binFeatures(rows, width) {
  const count = rows.length / width
  const cuts = []
  const bins = []
  const sample = Math.min(count, 40_000)
  const stride = Math.max(1, Math.floor(count / sample))
  for (let feature = 0; feature < width; feature++) {
    const values = []
    for (let row = 0; row < count; row += stride) values.push(rows[row * width + feature])
    const sorted = Float32Array.from(values).sort()
    const unique = []
    for (const value of sorted) if (unique.length === 0 || unique.at(-1) !== value) unique.push(value)
    let edges
    if (unique.length <= mostBins) edges = unique.slice(1).map((value, index) => (value + unique[index]) / 2)
    else {
      edges = []
      for (let bin = 1; bin < mostBins; bin++) {
        const value = sorted[Math.floor((bin * sorted.length) / mostBins)]
        if (edges.length === 0 || value > edges.at(-1)) edges.push(value)
      }
    }
    edges = Float32Array.from(edges)
    const column = new Uint8Array(count)
    for (let row = 0; row < count; row++) {
      const value = rows[row * width + feature]
      let low = 0
      let high = edges.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (value < edges[middle]) high = middle
        else low = middle + 1
      }
      column[row] = low
    }
    cuts.push(edges)
    bins.push(column)
  }
  return {cuts, bins, count, width}
}

/**
 * Train a forest on some of the rows.
 *
 * @param use indices of the rows to learn from
 * @returns trees as flat arrays: feature (-1 for a leaf), threshold (a value below it goes left), left child (right is the next), value
 */
export function trainForest(
  data,
  labels,
  weights,
  use,
  {
    trees = 150,
    depth = 6,
    rate = 0.1,
    columns = 0.3,
    rowShare = 0.7,
    ridge = 2,
    leastWeight = 0.5,
    seed = 1,
    onTree,
  } = {},
) {
  const {bins, cuts, count, width} = data
  const random = randomFrom(seed)
  const margin = new Float64Array(count)
  let positive = 0
  let all = 0
  for (const row of use) {
    positive += weights[row] * labels[row]
    all += weights[row]
  }
  const bias = Math.log(positive / (all - positive))
  margin.fill(bias)
  const forest = {bias, trees: []}
  const gradient = new Float64Array(count)
  const hessian = new Float64Array(count)
  for (let turn = 0; turn < trees; turn++) {
    const chosen = []
    for (const row of use) if (random() < rowShare && weights[row] > 0) chosen.push(row)
    for (const row of chosen) {
      const p = 1 / (1 + Math.exp(-margin[row]))
      gradient[row] = weights[row] * (labels[row] - p)
      hessian[row] = weights[row] * Math.max(p * (1 - p), 1e-6)
    }
    const features = []
    for (let feature = 0; feature < width; feature++)
      if (cuts[feature].length > 0 && random() < columns) features.push(feature)
    const tree = growTree(data, Int32Array.from(chosen), gradient, hessian, features, {depth, ridge, leastWeight, rate})
    forest.trees.push(tree)
    for (let row = 0; row < count; row++) margin[row] += leafValue(tree, bins, row)
    onTree?.(turn, margin)
  }
  forest.margin = margin
  return forest
}

function leafValue(tree, bins, row) {
  let node = 0
  while (tree.feature[node] >= 0) node = tree.left[node] + (bins[tree.feature[node]][row] > tree.bin[node] ? 1 : 0)
  return tree.value[node]
}

/** Grow one tree level by level: one walk over the rows for each feature and level fills the histograms of all nodes. */
function growTree({bins, cuts}, rows, gradient, hessian, features, {depth, ridge, leastWeight, rate}) {
  const tree = {feature: [], bin: [], threshold: [], left: [], value: []}
  const addNode = (g, h) => {
    tree.feature.push(-1)
    tree.bin.push(0)
    tree.threshold.push(0)
    tree.left.push(0)
    tree.value.push((rate * g) / (h + ridge))
    return tree.feature.length - 1
  }
  const count = rows.length
  const g = new Float32Array(count)
  const h = new Float32Array(count)
  let sumG = 0
  let sumH = 0
  for (let at = 0; at < count; at++) {
    g[at] = gradient[rows[at]]
    h[at] = hessian[rows[at]]
    sumG += g[at]
    sumH += h[at]
  }
  // Place of each row's node in the level; 255 for rows that have come to a leaf.
  const place = new Uint8Array(count)
  let level = [{node: addNode(sumG, sumH), g: sumG, h: sumH}]
  for (let step = 0; step < depth && level.length > 0; step++) {
    const size = level.length
    const best = level.map((part) => ({
      gain: part.h < leastWeight * 2 ? Number.POSITIVE_INFINITY : 1e-4,
      feature: -1,
      bin: 0,
      g: 0,
      h: 0,
    }))
    const histG = new Float64Array(size * mostBins)
    const histH = new Float64Array(size * mostBins)
    for (const feature of features) {
      const width = cuts[feature].length + 1
      const source = bins[feature]
      histG.fill(0)
      histH.fill(0)
      for (let at = 0; at < count; at++) {
        const node = place[at]
        if (node === 255) continue
        const slot = (node << 6) | source[rows[at]]
        histG[slot] += g[at]
        histH[slot] += h[at]
      }
      for (let node = 0; node < size; node++) {
        const part = level[node]
        const base = (part.g * part.g) / (part.h + ridge)
        const entry = best[node]
        let leftG = 0
        let leftH = 0
        for (let bin = 0; bin < width - 1; bin++) {
          leftG += histG[(node << 6) | bin]
          leftH += histH[(node << 6) | bin]
          if (leftH < leastWeight) continue
          const rightH = part.h - leftH
          if (rightH < leastWeight) break
          const rightG = part.g - leftG
          const gain = (leftG * leftG) / (leftH + ridge) + (rightG * rightG) / (rightH + ridge) - base
          if (gain > entry.gain) Object.assign(entry, {gain, feature, bin, g: leftG, h: leftH})
        }
      }
    }
    const next = []
    const target = new Uint8Array(size).fill(255)
    for (let node = 0; node < size; node++) {
      const entry = best[node]
      if (entry.feature < 0) continue
      const part = level[node]
      const left = addNode(entry.g, entry.h)
      addNode(part.g - entry.g, part.h - entry.h)
      tree.feature[part.node] = entry.feature
      tree.bin[part.node] = entry.bin
      tree.threshold[part.node] = cuts[entry.feature][entry.bin]
      tree.left[part.node] = left
      target[node] = next.length
      next.push({node: left, g: entry.g, h: entry.h}, {node: left + 1, g: part.g - entry.g, h: part.h - entry.h})
    }
    for (let at = 0; at < count; at++) {
      const node = place[at]
      if (node === 255) continue
      const to = target[node]
      place[at] = to === 255 ? 255 : to + (bins[best[node].feature][rows[at]] > best[node].bin ? 1 : 0)
    }
    level = next
  }
  return tree
}

/** Write a forest in the form that the model reads: base64 of the counts and arrays, little-endian. */
export function packForest({bias, trees}) {
  const nodes = trees.reduce((sum, {feature}) => sum + feature.length, 0)
  const roots = new Int32Array(trees.length)
  const left = new Int32Array(nodes)
  const threshold = new Float32Array(nodes)
  const value = new Float32Array(nodes)
  const feature = new Int16Array(nodes)
  let at = 0
  for (const [index, tree] of trees.entries()) {
    roots[index] = at
    for (let node = 0; node < tree.feature.length; node++) {
      feature[at + node] = tree.feature[node]
      threshold[at + node] = tree.threshold[node]
      left[at + node] = at + tree.left[node]
      value[at + node] = tree.value[node]
    }
    at += tree.feature.length
  }
  const head = new DataView(new ArrayBuffer(12))
  head.setUint32(0, trees.length, true)
  head.setUint32(4, nodes, true)
  head.setFloat32(8, bias, true)
  return Buffer.concat(
    [head, roots, left, threshold, value, feature].map((part) => new Uint8Array(part.buffer)),
  ).toString('base64')
}
