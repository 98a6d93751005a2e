/** Tell characters that show something from those that do not. */

/** White space as browsers collapse it, and no-break spaces. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 12 || code === 13 || code === 0xa0
}

/** Zero-width characters and soft hyphens, which alone make no visible text. */
function isInvisible(code: number): boolean {
  return code === 0x200b || code === 0xfeff || code === 0x2060 || code === 0xad
}

/** Tell whether text, a range of the raw or a `value` in its place, shows anything, or only spaces a block apart. */
export function isVisible(raw: string, start: number, end: number, value: string | undefined): boolean {
  return holds(raw, start, end, value, (code) => !isBlank(code) && !isInvisible(code))
}

/** Tell whether text that shows nothing holds white space: without any, what stands on both sides of it meets. */
export function hasBlank(raw: string, start: number, end: number, value: string | undefined): boolean {
  return holds(raw, start, end, value, isBlank)
}

function holds(
  raw: string,
  start: number,
  end: number,
  value: string | undefined,
  isWanted: (code: number) => boolean,
): boolean {
  const source = value ?? raw
  const from = value === undefined ? start : 0
  const to = value === undefined ? end : value.length
  for (let at = from; at < to; at++) if (isWanted(source.charCodeAt(at))) return true
  return false
}
