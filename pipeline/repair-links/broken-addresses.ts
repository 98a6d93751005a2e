/**
 * Make addresses whole that were damaged on their way: torn or doubled schemes, blanks and quotation marks at their ends.
 *
 * Only what can mean nothing else is mended; the rest of the address stays byte for byte.
 */

/** What reads as a blank at the start or the end of an address. */
const blankBefore = /^(?:\s|%20|%09|%0[ad]|%c2%a0|%e2%80%8[b-d]|[\u200b-\u200d\u2060\ufeff])/i
const blankBehind = /(?:\s|%20|%09|%0[ad]|%c2%a0|%e2%80%8[b-d]|[\u200b-\u200d\u2060\ufeff])$/i
/** Quotation marks and brackets that an author, or a form for authors, wrote round an address. */
const quoteBefore = /^(?:https?:\/\/)?(?:[“”„‟"'‘’«‹]|&quot;|&lt;|%22|%27|%3c|%e2%80%9[89c-f])+(?=https?:\/\/)/i
const quoteBehind = /(?:[“”„‟"'‘’»›]|&quot;|&gt;|%22|%27|%3e|%e2%80%9[89c-f])$/i
/** What no address ends with by itself. */
const strayQuote = /(?:[“”„"»]|&quot;|%22|%e2%80%9[c-f])$/i
const plainStart = /^https?:\/\/(?!https?[:;]?\/\/)[a-z\d]/i
const plainEnd = /^[^%]?.?[a-z\d/]$/i
const whole = /^https?:\/\/(?!\s|%20)[^\\/]/i
/**
 * `ttps://`, `hhttp://`, `htp://`, `https:/`, `http:///`, `http:\\`, `https//`, `https;//`, `http:://`, `https:// `, before a host that has a
 * dot. Not `hxxp://`, which is written so that nobody follows it; nor `http/e.org`, which is a path.
 */
const tornScheme =
  /^(?:h{1,2}t{1,3}|tt)p{1,2}(s{0,2})(?:[:;：]{1,2}[\\/]{1,8}|\/\/)(?:\s|%20){0,3}(?=[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2})/iu
const doubledScheme = /^https?:\/\/(?=https?[:;]?\/\/)/i
/** A scheme for which a backslash is a character like others. */
const otherScheme = /^(?!(?:h{0,2}t{1,3}p{1,2}s{0,2}):)[a-z][a-z\d+.-]*:/i
/** What markdown reads as a backslash: one that is escaped, or stands before what needs no escape. */
const writtenBackslash = /\\(?:\\|(?![!-/:-@[-`{-~]))/g
const bareHost = /^www\.[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?=[/?#:]|$)/iu

/** Mend an address as it is written in a link; one that is whole comes back as it is. Linear in its length. */
export function mendBroken(written: string): string {
  if (isPlain(written)) return written
  // In a query a blank is part of a value.
  let address = trimmedBehind(slashed(written), written.includes('?') ? /\s$/ : blankBehind)
  const trimmed = trimmedBefore(address)
  // A relative address may begin with a blank that is part of a name.
  if (/^(?:https?:|\/|#)/i.test(trimmed)) address = trimmed
  const quoted = quoteBefore.exec(address)
  if (quoted) {
    address = trimmedBehind(address.slice(quoted[0].length), quoteBehind)
  } else if (/^https?:\/\/(?:(?!%22|%e2%80%9[c-f]|&quot;)[^?"“„«])+$/i.test(trimmedBehind(address, strayQuote))) {
    address = trimmedBehind(address, strayQuote)
  }
  while (doubledScheme.test(address)) address = address.replace(doubledScheme, '')
  if (!whole.test(address)) {
    address = address.replace(tornScheme, (_, secure: string) => `http${secure === '' ? '' : 's'}://`)
  }
  return bareHost.test(address) ? `http://${address}` : address
}

/**
 * Read backslashes as browsers do: as slashes, where the address is of the web or of the page, and as far as its path goes.
 *
 * @param backslash what is one; by default, as markdown writes it.
 */
export function slashed(address: string, backslash: RegExp = writtenBackslash): string {
  if (!address.includes('\\') || otherScheme.test(address)) return address
  const path = address.search(/[?#]/)
  return address.replace(backslash, (written, at: number) => (path < 0 || at < path ? '/' : written))
}

/** Whether both ends of an address are beyond doubt, as those of nearly all are. */
function isPlain(address: string): boolean {
  return plainStart.test(address) && plainEnd.test(address.slice(-3)) && !address.includes('\\')
}

/** Longer than any single match of the patterns for an end. */
const reach = 9

function trimmedBehind(address: string, pattern: RegExp): string {
  let end = address.length
  for (;;) {
    const found = pattern.exec(address.slice(Math.max(0, end - reach), end))
    if (!found) return address.slice(0, end)
    end -= found[0].length
  }
}

function trimmedBefore(address: string): string {
  let at = 0
  for (let blank = blankBefore.exec(address); blank; blank = blankBefore.exec(address.slice(at, at + reach))) {
    at += blank[0].length
  }
  return address.slice(at)
}
