/** Tell what of a text is prose, which a program may have wrapped, and what stands in lines of its own. */

/** A line that numbers a page, or says nothing but a number. */
const pageNumber =
  /^[\s([|–—-]*(?:\p{L}{1,10}\.?[ \u00a0])?第?\p{Nd}{1,4}(?:(?: ?\/ ?| \p{L}{1,4} )\p{Nd}{1,4})?[\s)\]|–—-]*[页頁]?$/u
/** Columns of a table. */
const columns = /\S(?:\t| {3,})\S.*(?:\t| {3,})\S/

/** An address alone, or an image. */
const address = /^\s*(?:(?:https?:\/\/|www\.)\S*\s*$|\[?!\[)/
/** Lines of a program, by how they begin, by their last two characters, and by their options. */
const codeStart = /^(?:\/[/*]|[\]})]|\.?\w+(?:\.\w+)*\(|"[\w-]+": |\\?# |[\w.-]+ = |[a-z][\w.-]*: \S+$)/
const codeEnd = /[)\]}"'];$|[{}]$/
const commandOptions = /\s--?\w+\s.*\s--?\w/

/** Tell lines of words from rules, markers and other ornaments, page numbers, addresses, code and rows of figures. */
export function isProse(line: string): boolean {
  return (
    /[\p{L}\p{N}][\p{L}\p{M}\p{N}]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(line) &&
    !(line.length < 30 && pageNumber.test(line)) &&
    !((line.includes('   ') || line.includes('\t')) && columns.test(line.slice(0, 300))) &&
    !address.test(line) &&
    !isCode(line) &&
    !isFigures(line)
  )
}

/** Tell a line of a program, of its settings or of a shell. */
export function isCode(line: string): boolean {
  const text = line.trim().slice(0, 300)
  if (codeStart.test(text) || codeEnd.test(text.slice(-2)) || text.includes('=>')) return true
  return text.includes('-') && commandOptions.test(text)
}

/** Tell a row of figures. */
function isFigures(line: string): boolean {
  if (!/\d/.test(line)) return false
  const words = line.trim().split(/\s+/, 30)
  return words.length >= 3 && words.filter((word) => /^[\p{Sc}+−–-]?\d[\d.,:%]*$/u.test(word)).length > words.length / 2
}
