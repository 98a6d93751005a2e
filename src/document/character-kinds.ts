/**
 * Remember what each character is, for walks over whole texts: most of the time goes to asking the same patterns of the same
 * characters again.
 */

const unknown = 0xff

/**
 * Make a function that gives the kind of a code point, asking each character of the basic plane but once.
 *
 * @param kindOf tells the kind of a character, 0 to 254
 */
export function rememberKinds(kindOf: (character: string) => number): (codePoint: number) => number {
  const kinds = new Uint8Array(0x10000).fill(unknown)
  return (codePoint) => {
    if (codePoint > 0xffff) return kindOf(String.fromCodePoint(codePoint))
    const known = kinds[codePoint]!
    if (known !== unknown) return known
    const kind = kindOf(String.fromCharCode(codePoint))
    kinds[codePoint] = kind
    return kind
  }
}

/** Make a table of code units: 1 for those in one of the ranges, whose last one is among them. */
export function tableOf(ranges: readonly (readonly [first: number, last: number])[]): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const [first, last] of ranges) table.fill(1, first, last + 1)
  return table
}
