/**
 * Find where the comments of readers begin: behind a heading or a form that looks the part, or, where nothing announces them,
 * with the first of several that persons sign with name and date.
 */
import {gluedStamp, isStamp} from './body.js'
import type {Match} from './match.js'
import type {Unit} from './units.js'

/** Find the opener behind which all is comments: enough body before it, and the look of a thread behind it. */
export function commentsFrom(units: readonly Unit[], matches: readonly (Match | undefined)[]): number {
  let before = 0
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!
    const rule = matches[index]?.rule
    if (before >= 30 && isThread(units, matches, index)) return index
    if (rule && (rule.opens === 'rest' || rule.id === 'comment-form') && before >= 30) {
      let signs = 0
      let prose = 0
      for (let next = index + 1; next < Math.min(units.length, index + 14); next++) {
        const id = matches[next]?.rule.id
        if (id === 'comment-form' || id === 'comments' || id === 'thread-furniture')
          signs += prose === 0 || rule.opens === 'rest' ? 1 : 0.5
        else if (gluedStamp.test(units[next]!.folded)) signs += 2
        else if (isStamp(units[next]!.folded) && units[next]!.words <= 14) signs += 1
        if (units[next]!.isProse) prose += 1
      }
      if (signs >= 2) return index
    }
    if (unit.isProse) before += unit.words
  }
  return units.length
}

/** Who wrote a comment and when: "Posted by Ada on 1/13/08 at 12:02 PM". */
const commentStamp =
  /^(?:posted|submitted|written|comments?|commented|added|reply|von|geschrieben von|posté|écrit|posté par|написал[аи]?|yazan|dodan[ey]|publicado|escrito)(?: by| from| von| par| przez| por)? ?:? ?(?<name>[^0]{1,40}?),? (?:on |at |am |le |el |, |\| ?|- ?)?(?:[a-z]{3,9},? )?(?:[a-z]{3,9}\.? )?0.{0,30}$/
/** Fewest comments of a thread without a heading, by how many persons, and the most units and words of one of them. */
const leastComments = 3
const leastPersons = 2
const longestComment = 14
/** How many stamps of one person in a row are looked at: the posts of a blog have its author's name, each of them. */
const mostOfOne = 8
const wordsOfComment = 180

/** Tell the first comment of a thread that no heading announces: several persons sign with name and date. */
function isThread(units: readonly Unit[], matches: readonly (Match | undefined)[], start: number): boolean {
  if (matches[start]?.rule.id !== 'thread-furniture') return false
  const persons = new Set<string>()
  let comments = 0
  let words = 0
  for (let index = start, near = 0; index < units.length && near <= longestComment; index++, near++) {
    const name = units[index]!.words <= 14 ? commentStamp.exec(units[index]!.folded)?.groups?.['name'] : undefined
    if (name === undefined) {
      if (index === start) return false
      words += units[index]!.words
      if (words > wordsOfComment) break
      continue
    }
    persons.add(name)
    comments++
    near = 0
    words = 0
    if (comments >= leastComments && persons.size >= leastPersons) return true
    if (comments > mostOfOne) return false
  }
  return false
}
