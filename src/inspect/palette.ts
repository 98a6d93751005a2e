/**
 * Decide how output looks: colours and shortened lines on a terminal, plain and complete text everywhere else.
 */
import pc from 'picocolors'

type Paint = (text: string) => string

export interface Palette {
  /** Whether a person looks at it right now: long lines may be shortened, unseen characters shown. */
  readonly isTerminal: boolean
  readonly removed: Paint
  readonly added: Paint
  /** The part of a removed or added line that changed. */
  readonly marked: Paint
  readonly title: Paint
  readonly place: Paint
  readonly rule: Paint
  readonly faint: Paint
}

/**
 * The palette for a stream. `NO_COLOR` takes colours away, `FORCE_COLOR` gives them where there is no terminal.
 */
export function paletteFor(
  stream: {readonly isTTY?: boolean} = process.stdout,
  env: NodeJS.ProcessEnv = process.env,
): Palette {
  const isTerminal = stream.isTTY === true
  const colours = coloursFor(stream, env)
  return {
    isTerminal,
    removed: colours.red,
    added: colours.green,
    marked: colours.inverse,
    title: colours.bold,
    place: colours.cyan,
    rule: colours.yellow,
    faint: colours.dim,
  }
}

/** Colours for a stream, by the same rules. picocolors' own switch takes a pipe in CI for a terminal. */
export function coloursFor(
  stream: {readonly isTTY?: boolean} = process.stdout,
  env: NodeJS.ProcessEnv = process.env,
): ReturnType<typeof pc.createColors> {
  const isForced = Boolean(env['FORCE_COLOR']) && env['FORCE_COLOR'] !== '0'
  return pc.createColors(!env['NO_COLOR'] && (isForced || (stream.isTTY === true && env['TERM'] !== 'dumb')))
}

/** The palette of files and pipes. */
export const plain: Palette = paletteFor({isTTY: false}, {})
