/** Cut what this program has written into its lines. Lines of others, which may be endless or torn, are read by `containers/lines.ts`. */

/**
 * Cut a stream into lines, without their ends; what stands behind the last end is a line as well.
 *
 * @param longest the most bytes of a line; behind a longer one nothing more is read.
 */
export async function* cutIntoLines(
  chunks: AsyncIterable<Uint8Array | string>,
  longest: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    const bytes =
      typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      const piece = bytes.subarray(start, end)
      yield pieces.length > 0 ? Buffer.concat([...pieces, piece]) : piece
      pieces = []
      length = 0
      start = end + 1
    }
    if (start === bytes.length) continue
    // Copied, for whoever gives the chunks may use their memory again.
    pieces.push(Buffer.from(bytes.subarray(start)))
    length += bytes.length - start
    if (length > longest) break
  }
  if (pieces.length > 0) yield Buffer.concat(pieces)
}
