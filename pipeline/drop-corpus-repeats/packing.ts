/** Rows of unsigned numbers, each of a fixed count of bytes, as base64: what a sheet holds of them is a fifth of what JSON would. */

/** Pack rows of numbers; `widths` says how many bytes each number of a row takes. A number too large for them is cut. */
export function packRows(rows: Iterable<readonly number[]>, widths: readonly number[]): string {
  const bytes: number[] = []
  for (const row of rows) {
    for (const [index, width] of widths.entries()) {
      for (let shift = width - 1; shift >= 0; shift--) bytes.push(Math.floor(row[index]! / 256 ** shift) & 255)
    }
  }
  return Buffer.from(bytes).toString('base64')
}

/** Unpack what `packRows` made. */
export function unpackRows(packed: string, widths: readonly number[]): number[][] {
  const bytes = Buffer.from(packed, 'base64')
  const rows: number[][] = []
  for (let at = 0; at < bytes.length; ) {
    const row: number[] = []
    for (const width of widths) {
      row.push(bytes.readUIntBE(at, width))
      at += width
    }
    rows.push(row)
  }
  return rows
}
