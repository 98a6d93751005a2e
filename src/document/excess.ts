/**
 * Name what a text has too much of to be worked on in reasonable time and memory: each line and each mark costs a look of
 * several stages, and what becomes of it is recorded. The counts lie far beyond books, and are the same on every machine.
 */

/** Most lines of a text. */
const mostLines = 1_000_000
/** Most characters that may be syntax, of markdown or HTML. */
const mostMarks = 4_000_000
/** Most edits of one stage. */
const mostEdits = 1_000_000

const isMark: readonly boolean[] = Array.from({length: 128}, (_, code) =>
  '\\`*_~[]<&'.includes(String.fromCharCode(code)),
)

/** Say what a text has too much of; undefined for all but hostile ones. */
export function describeExcess(text: string): string | undefined {
  if (text.length <= mostLines) return undefined
  let lines = 1
  let marks = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x0a) lines++
    else if (isMark[code]) marks++
  }
  if (lines > mostLines) return `${lines} lines, more than the ${mostLines} that any text may have`
  return marks > mostMarks ? `${marks} signs of markup, more than the ${mostMarks} that any text may have` : undefined
}

/** Say that a stage has too much to change; undefined where it has not. */
export function describeExcessOfEdits(stage: string, count: number): string | undefined {
  return count > mostEdits ? `${count} edits of ${stage}, more than the ${mostEdits} that a stage may make` : undefined
}
