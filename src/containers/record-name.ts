/**
 * Name the records of a container so that the names make paths on every file system, and no two are the same file on one that
 * folds letter case or composition.
 *
 * A name depends on the record's id and on what good records stand before it alone: a container that grows keeps the names it had.
 */
import {createHash} from 'node:crypto'
import {NameTable} from './name-table.js'

/** Names the records of a container, each by its id, or by its number where it has none. */
export interface RecordNames {
  readonly good: (id: string | undefined, number: number) => string
  /**
   * Name a record that cannot be given. No good one has such a name, nor gets another for its sake: nobody knows whether what is
   * damaged has the id that it seems to have, and its number may be the id of another.
   */
  readonly bad: (id: string | undefined, number: number) => string
}

/** Most bytes of a name, but for the count behind a second use of it. */
const longestName = 80
const digestLength = 12
/** Longest id that is looked at as a whole. */
const longestId = 1000

/** All but letters, their marks and digits of any script, dots, hyphens and underscores; and letters that nobody sees. */
const unfit = /[^\p{L}\p{M}\p{Nd}._-]|\p{Default_Ignorable_Code_Point}/gu
/** What a name may be cut between: characters, and the bytes of one where it is written as them. */
const piece = /(?:%[C-F][\dA-F](?:%[89AB][\dA-F]){1,3}|%[\dA-F]{2}|[^%])/gu
const isAllPlain = /^[A-Za-z\d_][A-Za-z\d._-]*$/

/** Names that are devices on Windows, whatever ending they have. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?=\.|$)/i

/** Begin to name the records of a container. */
export function nameRecords(): RecordNames {
  const [good, bad] = [counting(), counting()]
  return {good, bad: (id, number) => `~${bad(id, number)}`}
}

function counting(): RecordNames['good'] {
  const seen = new NameTable()
  return (id, number) => {
    const name = recordName(id ?? '') || String(number)
    const count = seen.count(fold(name))
    // No name has a tilde but before a digest, which is longer than any count.
    return count === 1 ? name : `${name}~${count}`
  }
}

/** Make an id fit for a path; empty where nothing is left of it. */
export function recordName(id: string): string {
  const bare = id.replace(/^[a-z][a-z\d+.-]{0,20}:\/\//i, '')
  if (bare.length <= longestName && isAllPlain.test(bare) && !bare.endsWith('.') && !device.test(bare)) return bare
  // Of an id that is cut anyway, the beginning is enough.
  if (bare.length > longestId) return shorten(encode(bare.slice(0, longestId)), bare)
  const whole = encode(bare).replace(/\.$/, percent)
  return Buffer.byteLength(whole) <= longestName ? whole : shorten(whole, whole)
}

/** Write what is not fit for a name as its bytes. */
function encode(bare: string): string {
  const name = bare.normalize('NFC').replace(unfit, percent)
  // A dot would hide the file, and a mark would join what stands before it in the path.
  return device.test(name) ? percent(name[0]!) + name.slice(1) : name.replace(/^[.\p{M}]/u, percent)
}

/** Cut a name, and tell it apart from others that begin alike by a digest of the whole. */
function shorten(name: string, whole: string): string {
  let start = ''
  let length = digestLength + 1
  for (const [part] of name.matchAll(piece)) {
    length += Buffer.byteLength(part)
    if (length > longestName) break
    start += part
  }
  return `${start}~${createHash('sha256').update(whole).digest('hex').slice(0, digestLength)}`
}

function percent(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}

/** What file systems may take for the same name becomes the same. More than one of them would is no harm: it costs a count. */
function fold(name: string): string {
  return name.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC')
}
