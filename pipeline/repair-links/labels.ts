/** Mend what a link shows: nothing, a sign of the page, notes, its own address. */
import type {Link} from 'mdast'
import type {BlockEdits} from './block-edits.js'
import {isSameAddress} from './brackets.js'
import {deadness, shorten} from './link-addresses.js'
import {noteInLabel} from './link-notes.js'
import {addressInLabel, holdsImage, type LinkParts, unescaped, visibleText} from './syntax.js'

/** Mend a link that shows no words; false where it shows something that stays. */
export function mendWordless(edits: BlockEdits, link: Link, parts: LinkParts, isInHeading: boolean): boolean {
  const text = visibleText(link)
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]|\ufe0f/g, '')
    .trim()
  if (text === '') {
    const isGap = /\S$/.test(edits.source.slice(0, parts.start).slice(-1)) && /\s|&\w+;/.test(edits.slice(parts.label))
    edits.propose(
      parts,
      isGap && /^[^\s.,;:!?)]/.test(edits.source.charAt(parts.end)) ? ' ' : '',
      'empty-link',
      link.url,
    )
    return true
  }
  if (/^[.,;:"“”‘’«»']{1,2}$/.test(text)) {
    unwrap(edits, parts, 'empty-link', link.url)
    return true
  }
  if (!isSignOfPage(edits, text, link.url, isInHeading)) return false
  const before = {start: parts.start - 1, end: parts.start}
  // The space between two such signs goes with the first of them.
  const isBehindSpace = /[ \t]/.test(edits.slice(before)) && edits.isFree(before)
  const isBeforeSpace = edits.source.charAt(parts.end) === ' '
  edits.propose(
    {start: parts.start - (isBehindSpace ? 1 : 0), end: parts.end + (!isBehindSpace && isBeforeSpace ? 1 : 0)},
    '',
    'anchor-sign',
    link.url,
  )
  return true
}

/** Whether a text is a sign that leads to its own place, or back to where one came from. */
function isSignOfPage(edits: BlockEdits, text: string, url: string, isInHeading: boolean): boolean {
  if (/^(?:[#¶§]|🔗|⚓)$/u.test(text)) {
    const isPlace = url.startsWith('#') || (isInHeading && url.includes('#'))
    return isPlace && (isInHeading || text !== '§')
  }
  return /^[\^↑↩↵⤴⏎↥⇧⬆]+$/u.test(text) && url.startsWith('#') && deadness(url, edits.context) !== undefined
}

/**
 * Take the address out of a link's text, where it stands behind the words or in their place.
 *
 * Returns false when nothing of the link is left to mend.
 */
export function mendLabel(edits: BlockEdits, parts: LinkParts, link: Link): boolean {
  const label = edits.slice(parts.label)
  const note = noteInLabel(label)
  if (note) {
    const range = {start: parts.label.start + note.start, end: parts.label.start + note.end}
    edits.propose(range, '', 'link-note', label.slice(note.start))
  }
  const doubled = addressInLabel(label)
  if (doubled && isSameAddress(doubled.address, link.url)) {
    if (/[\p{L}\p{N}]/u.test(doubled.words) || holdsImage(link)) {
      edits.propose(
        {start: parts.label.start + doubled.start, end: parts.label.start + doubled.end},
        '',
        'doubled-address',
        link.url,
      )
      return true
    }
    edits.propose(parts, '', 'empty-link', link.url)
    return false
  }
  const shown = unescaped(label.trim()).replace(/^<|>$/g, '')
  const isCut =
    /(?:…|\.\.\.)$/.test(shown) && shown.length > 15 && link.url.startsWith(shown.replace(/(?:…|\.\.\.)$/, ''))
  const isPlain = /^https?:\/\/[^\s<>]+$/.test(link.url) && !link.title
  if (isPlain && (shown === link.url || isCut)) {
    edits.propose(parts, `<${shorten(link.url, edits.context)}>`, 'address-as-text', link.url)
    return false
  }
  return true
}

/** Take the brackets and the address of a link; its text stays. */
export function unwrap(edits: BlockEdits, parts: LinkParts, rule: string, url: string): void {
  // The number of a note keeps its brackets, or it would be read as part of the word that it hangs on.
  const isNote = /^\d{1,3}$/.test(edits.slice(parts.label)) && /\S/.test(edits.source.charAt(parts.start - 1))
  if (isNote && !/[[(:]/.test(edits.source.charAt(parts.end))) {
    edits.propose({start: parts.label.end + 1, end: parts.end}, '', rule, url)
    return
  }
  edits.propose({start: parts.start, end: parts.label.start}, '', rule, url)
  edits.propose({start: parts.label.end, end: parts.end}, '', rule, url)
}
