/** Union-find over the numbers from 0 on: which of them belong together, directly or through others. */
export interface UnionFind {
  /** The number that stands for all that belong together with one; which of them it is means nothing. */
  find(item: number): number
  union(one: number, other: number): void
}

export function makeUnionFind(count: number): UnionFind {
  const parents = Uint32Array.from({length: count}, (_, index) => index)
  const find = (item: number): number => {
    let root = item
    while (parents[root] !== root) {
      // Halve the way for whoever walks it next.
      parents[root] = parents[parents[root]!]!
      root = parents[root]!
    }
    return root
  }
  return {
    find,
    union(one, other) {
      const first = find(one)
      const second = find(other)
      if (first < second) parents[second] = first
      else parents[first] = second
    },
  }
}
