/** Wrap texts as programs do, for the tests to undo. */

const unseen = /[\p{Mn}\p{Me}\p{Cf}]/u
const wide = /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/

const columnsOf = (text: string): number => {
  let columns = 0
  for (const character of text) columns += unseen.test(character) ? 0 : wide.test(character) ? 2 : 1
  return columns
}

/** The pieces between which a line may be broken. */
function piecesOf(paragraph: string, language: string): string[] {
  if (/^(?:zh|ja)$/.test(language)) return paragraph.match(/[a-zA-Z\d]+|.[，。、”」）：；]*/gu) ?? []
  if (language === 'th') {
    return Array.from(new Intl.Segmenter('th', {granularity: 'word'}).segment(paragraph), ({segment}) => segment)
  }
  return paragraph.split(/(?<= )/)
}

/** Break a paragraph into lines no wider than so many columns. */
export function wrap(paragraph: string, width: number, language: string): string[] {
  const lines = ['']
  for (const piece of piecesOf(paragraph, language)) {
    if (lines.at(-1) && columnsOf((lines.at(-1)! + piece).trimEnd()) > width) lines.push('')
    lines[lines.length - 1] += piece
  }
  return lines.map((line) => line.trim())
}

/** Break a paragraph into lines, and a word that does not fit behind a vowel. */
export function hyphenate(paragraph: string, width: number, mark: string): string[] {
  const lines = ['']
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1)!
    const room = width - columnsOf(line) - 1
    if (!line) lines[lines.length - 1] = word
    else if (columnsOf(word) <= room) lines[lines.length - 1] += ` ${word}`
    else {
      const cut = cutOf(word, room - 1)
      if (cut === 0) lines.push(word)
      else {
        lines[lines.length - 1] += ` ${word.slice(0, cut)}${mark}`
        lines.push(word.slice(cut))
      }
    }
  }
  return lines
}

const vowel = /[aeiouyäöüáâéèêíîóôúąęıəаеёиоуыэюяաեէըիոօაეიოუ]/iu

function cutOf(word: string, room: number): number {
  for (let cut = Math.min(room, word.length - 3); cut >= 3; cut--) {
    const rest = word.slice(cut)
    if (!/^\p{L}+$/u.test(word.slice(0, cut)) || !/^\p{L}{3}/u.test(rest)) continue
    if (vowel.test(word[cut - 1]!) && !vowel.test(rest[0]!) && vowel.test(rest)) return cut
  }
  return 0
}

/** Widen the spaces of a line until it is as wide as the others. */
export function justify(line: string, width: number): string {
  const words = line.split(' ')
  const room = width - columnsOf(line)
  if (room <= 0 || room >= words.length) return line
  return words.map((word, index) => (index < words.length - 1 ? `${word}${index < room ? '  ' : ' '}` : word)).join('')
}
