/** What a page says of its links to those who cannot see their signs, and attributes that a converter does not know. */
import type {Range} from '../../src/document/range.js'

const phrases = [
  'link is external',
  'link sends e-?mail',
  'external (?:link|site|website)',
  '(?:link )?(?:will )?opens? (?:in )?an? ?(?:new|another) (?:browser )?(?:window|tab)(?: or (?:window|tab))?',
  '(?:link )?opens in new (?:browser )?(?:window|tab)',
  'externer link',
  'öffnet (?:sich )?in (?:einem )?neue[mn] (?:browser-?)?(?:fenster|tab)',
  'lien externe',
  "(?:ouvre|s['’]ouvre) (?:dans )?une? nouvel(?:le)? (?:fenêtre|onglet)",
  'enlace externo',
  'se abre en (?:una )?(?:nueva )?(?:ventana|pestaña)(?: nueva)?',
  'внешняя ссылка',
  '(?:ссылка )?откро?ы?(?:ет|вает)ся в нов(?:ом|ой) (?:окне|вкладке)',
]
const note = String.raw`\s?\\?\((?:${phrases.join('|')})\\?\)`
const noteAtStart = new RegExp(`^${note}`, 'i')
const noteAtEnd = new RegExp(`${note}$`, 'i')
/** Phrases that stand for nothing else, wherever they stand. */
const noteAnywhere = /\s?\\?\(link (?:is external|sends e-?mail)\\?\)/gi
/** Longest note, with its brackets. */
const reach = 70

const anyNote = new RegExp(String.raw`\((?:${phrases.join('|')})\\?\)`, 'i')

/** Take a cheap look for what `notesIn` and the others may find. */
export function maybeNote(text: string): boolean {
  return text.includes('(') && anyNote.test(text)
}

/** The note at the end of a link's text. Offsets count in the label. */
export function noteInLabel(label: string): Range | undefined {
  const from = Math.max(0, label.length - reach)
  const found = noteAtEnd.exec(label.slice(from))
  return found && from + found.index > 0 ? {start: from + found.index, end: label.length} : undefined
}

/** The note right behind a link. */
export function noteBehind(text: string): Range | undefined {
  const found = noteAtStart.exec(text.slice(0, reach))
  return found ? {start: 0, end: found[0].length} : undefined
}

/** Notes in a text that can be nothing else. */
export function notesIn(text: string): Range[] {
  // What such a note begins with may be nothing at all, so that a search for the whole stops at every letter.
  if (!/\(link /i.test(text)) return []
  return [...text.matchAll(noteAnywhere)].map(({index, 0: found}) => ({start: index, end: index + found.length}))
}

const attributes =
  /^\{:?[ ]{0,3}(?:[.#][\w-]{1,60}|[\w-]{1,30}=(?:"[^"\n{}]{0,200}"|[\w-]{1,60}))(?:[ ]{1,3}(?:[.#][\w-]{1,60}|[\w-]{1,30}=(?:"[^"\n{}]{0,200}"|[\w-]{1,60}))){0,8}[ ]{0,3}\}/

/** `{target="_blank"}`, `{: .button}` right behind a link: attributes as another markdown writes them. */
export function attributesBehind(text: string): Range | undefined {
  const found = text.startsWith('{') ? attributes.exec(text.slice(0, 600)) : null
  return found ? {start: 0, end: found[0].length} : undefined
}
