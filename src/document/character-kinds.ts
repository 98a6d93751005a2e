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

/** So many code units are looked at at a time. */
const chunkSize = 1 << 14
const chunk = Buffer.alloc(2 * chunkSize)
const units = new Uint16Array(chunk.buffer, chunk.byteOffset, chunkSize)
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** Copy a chunk of a text to where its units are read in half the time that they take in the text itself. */
function copyUnits(text: string, from: number): number {
  const part = text.length <= chunkSize ? text : text.slice(from, from + chunkSize)
  chunk.write(part, 'utf16le')
  if (!isLittleEndian) chunk.swap16()
  return part.length
}

/** List the offsets of the code units of a text that are in a table. */
export function placesIn(text: string, table: Uint8Array): number[] {
  const places: number[] = []
  for (let from = 0; from < text.length; from += chunkSize) {
    const length = copyUnits(text, from)
    for (let index = 0; index < length; index++) if (table[units[index]!] !== 0) places.push(from + index)
  }
  return places
}

/** Put together the kinds of all code units of a text, as a table has them as bits. */
export function kindsIn(text: string, table: Uint8Array): number {
  let kinds = 0
  for (let from = 0; from < text.length; from += chunkSize) {
    const length = copyUnits(text, from)
    for (let index = 0; index < length; index++) kinds |= table[units[index]!]!
  }
  return kinds
}
