/**
 * Lay out text in columns for a terminal or a pipe: widths as a terminal shows them, long names shortened in the middle,
 * and nothing let through that would steer the terminal, as names of files may hold anything.
 */
import {coloursFor} from '../inspect/palette.js'

const pc = coloursFor()

export interface Column {
  readonly title: string
  readonly align?: 'left' | 'right'
  /** Widest the column may become; what is longer is shortened in the middle. */
  readonly maxWidth?: number
}

/** A cell: plain text, and what colours it once it has its width. */
export type Cell = string | {readonly text: string; readonly style: (text: string) => string}

/** Lay out rows under their titles, a line each. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const titles = columns.map(({title}) => ({text: title, style: pc.dim}))
  const cells = [titles, ...rows].map((row) =>
    columns.map(({maxWidth}, index) => {
      const cell = row[index] ?? ''
      const {text, style} = typeof cell === 'string' ? {text: cell, style: String} : cell
      return {text: shortenMiddle(printable(text), maxWidth ?? Number.POSITIVE_INFINITY), style}
    }),
  )
  const widths = columns.map((_, index) => cells.reduce((width, row) => Math.max(width, widthOf(row[index]!.text)), 0))
  return cells
    .map((row) =>
      row
        .map(({text, style}, index) => {
          const space = ' '.repeat(widths[index]! - widthOf(text))
          if (columns[index]!.align === 'right') return space + style(text)
          return style(text) + (index < columns.length - 1 ? space : '')
        })
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('')
}

/** Make a text fit to be printed: controls, line breaks and marks of direction are written out. */
export function printable(text: string): string {
  return text.replace(
    /[\0-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  )
}

/** Shorten a path in its middle to a width: how it begins says where it is, how it ends which one it is. */
function shortenMiddle(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  const characters = [...text]
  const head: string[] = []
  const tail: string[] = []
  let room = width - 1
  // The end gets two thirds: in a folder of scrapes that is where the names differ.
  for (const share = room / 3; characters.length > 0; ) {
    const next = characters[0]!
    if (room - widthOf(next) < width - 1 - share) break
    room -= widthOf(next)
    head.push(characters.shift()!)
  }
  while (characters.length > 0 && room - widthOf(characters.at(-1)!) >= 0) {
    room -= widthOf(characters.at(-1)!)
    tail.unshift(characters.pop()!)
  }
  return `${head.join('')}…${tail.join('')}`
}

const zeroWidth = /[\p{M}\p{Cf}]/gu
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu

/** Columns that a text takes on a terminal. */
function widthOf(text: string): number {
  const visible = text.replace(zeroWidth, '')
  return [...visible].length + (visible.match(wide)?.length ?? 0)
}

/** Write a number with a comma every three digits, under any locale. */
export function formatNumber(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
