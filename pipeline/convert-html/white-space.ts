/** Tell characters that show something from those that do not. */

/** White space as browsers collapse it, and no-break spaces. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 12 || code === 13 || code === 0xa0
}

/** Zero-width characters, which alone make no visible text. */
function isInvisible(code: number): boolean {
  return code === 0x200b || code === 0xfeff || code === 0x2060
}

/** Tell whether text, a range of the raw or a `value` in its place, shows anything, or only spaces a block apart. */
export function isVisible(raw: string, start: number, end: number, value: string | undefined): boolean {
  const source = value ?? raw
  const from = value === undefined ? start : 0
  const to = value === undefined ? end : value.length
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at)
    if (!isBlank(code) && !isInvisible(code)) return true
  }
  return false
}
