/** Tell from its content whether a text is HTML, markdown or plain text. File endings say nothing: scrapers lie. */
import type {MediaType} from './document.js'

/** Sniff the media type of a decoded text. */
export function sniffMediaType(text: string): MediaType {
  const head = text.slice(0, 4000)
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    return 'text/html'
  return 'text/markdown'
}
