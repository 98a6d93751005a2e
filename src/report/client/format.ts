/** Write numbers, and counted things, for people. */

const whole = new Intl.NumberFormat('en')

/** `12,345` */
export function number(value: number): string {
  return whole.format(value)
}

/** `1 word`, `12,345 words` */
export function count(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`
}

/** `12.3 %`; what is there is never told as nothing. */
export function percent(part: number, all: number): string {
  if (all <= 0) return '–'
  const share = (100 * part) / all
  if (share > 0 && share < 0.1) return '< 0.1 %'
  return `${share.toFixed(share < 10 && share > 0 ? 1 : 0)} %`
}

/** Words that went, as a difference: `−12`, `+3`. */
export function difference(gone: number): string {
  return gone > 0 ? `−${number(gone)}` : gone < 0 ? `+${number(-gone)}` : '±0'
}

/** `12.3 kB` */
export function bytes(value: number): string {
  if (value < 1000) return `${value} B`
  return value < 1_000_000 ? `${(value / 1000).toFixed(1)} kB` : `${(value / 1_000_000).toFixed(1)} MB`
}
