/** Decide which marks of emphasis markdown would read where they stand, and take back the others: their text stays. */
import {isPunctuation, isSpace} from './escape.js'
import {close, nothing, open, type PhrasingOps} from './phrasing-ops.js'

/** Take back emphasis that markdown would not read as such where it stands (`a**"b"**c`). */
export function dropInvalidMarks(content: PhrasingOps): void {
  const {kinds} = content
  const opened: number[] = []
  for (let index = 0; index < kinds.length; index++) {
    const kind = kinds[index]
    if (kind === open) opened.push(index)
    else if (kind === close) {
      const opening = opened.pop()!
      const isRead =
        canFlank(content.before(opening), content.after(opening)) &&
        canFlank(content.after(index), content.before(index))
      if (isRead) continue
      kinds[opening] = nothing
      kinds[index] = nothing
    }
  }
}

/** Tell whether a delimiter between `outside` and `inside` opens or closes emphasis there. */
function canFlank(outside: number, inside: number): boolean {
  if (isSpace(inside)) return false
  return !isPunctuation(inside) || isSpace(outside) || isPunctuation(outside)
}
