/**
 * Read and write durations and sizes with their units. A duration needs one, for a bare `30` says neither seconds nor
 * milliseconds; a bare number that is a size can only be bytes, and the configuration takes it for that where it fits.
 */

const durations: Readonly<Record<string, number>> = {ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000}
const sizes: Readonly<Record<string, number>> = {B: 1, kB: 1024, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3}

export const durationPattern: RegExp = /^(\d{1,12})(ms|s|min|h|d)$/
export const sizePattern: RegExp = /^(\d{1,12})(B|kB|KB|MB|GB)$/

/** Read a duration such as `30s` as milliseconds; NaN for what is none. */
export function parseDuration(text: string): number {
  return parse(text, durationPattern, durations)
}

/** Read a size such as `20MB` as bytes (1 kB is 1024 bytes); NaN for what is none. */
export function parseSize(text: string): number {
  return parse(text, sizePattern, sizes)
}

function parse(text: string, pattern: RegExp, units: Readonly<Record<string, number>>): number {
  const match = pattern.exec(text)
  return match ? Number(match[1]) * units[match[2]!]! : Number.NaN
}

/** Write milliseconds so that they read back the same. */
export function formatDuration(milliseconds: number): string {
  return format(milliseconds, durations, ['d', 'h', 'min', 's'], 'ms')
}

/** Write bytes so that they read back the same. */
export function formatSize(bytes: number): string {
  return format(bytes, sizes, ['GB', 'MB', 'kB'], 'B')
}

function format(
  value: number,
  units: Readonly<Record<string, number>>,
  names: readonly string[],
  base: string,
): string {
  for (const name of names) {
    if (value > 0 && value % units[name]! === 0) return `${value / units[name]!}${name}`
  }
  return `${value}${base}`
}
