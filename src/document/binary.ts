/**
 * Tell bytes that are no text, so that a PDF among the scrapes is named instead of cleaned.
 *
 * Text may hold a few NULs and other control bytes, and UTF-16 is full of NULs: neither makes it binary.
 */
import {wideEncoding} from './encoding.js'

interface Signature {
  readonly name: string
  readonly offset?: number
  /** Bytes as Latin-1. */
  readonly bytes: string
}

const signatures: readonly Signature[] = [
  {name: 'a PDF', bytes: '%PDF-'},
  {name: 'a PNG image', bytes: '\x89PNG\r\n\x1a\n'},
  {name: 'a JPEG image', bytes: '\xff\xd8\xff'},
  {name: 'a GIF image', bytes: 'GIF87a'},
  {name: 'a GIF image', bytes: 'GIF89a'},
  {name: 'a TIFF image', bytes: 'II*\0'},
  {name: 'a TIFF image', bytes: 'MM\0*'},
  {name: 'a WebP image', offset: 8, bytes: 'WEBPVP8'},
  {name: 'gzip-compressed data', bytes: '\x1f\x8b\x08'},
  {name: 'bzip2-compressed data', offset: 4, bytes: '1AY&SY'},
  {name: 'xz-compressed data', bytes: '\xfd7zXZ\0'},
  {name: 'Zstandard-compressed data', bytes: '\x28\xb5\x2f\xfd'},
  {name: 'a 7z archive', bytes: '7z\xbc\xaf\x27\x1c'},
  {name: 'a RAR archive', bytes: 'Rar!\x1a\x07'},
  {name: 'an old Microsoft Office file', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'},
  {name: 'an RTF document', bytes: '{\\rtf1'},
  {name: 'a PostScript file', bytes: '%!PS-Adobe'},
  {name: 'an SQLite database', bytes: 'SQLite format 3\0'},
  {name: 'a Parquet file', bytes: 'PAR1\x15'},
  {name: 'an ELF program', bytes: '\x7fELF'},
  {name: 'a WebAssembly module', bytes: '\0asm'},
  {name: 'an Ogg file', bytes: 'OggS\0'},
  {name: 'a sound file', bytes: 'ID3\x03'},
  {name: 'a sound file', bytes: 'ID3\x04'},
  {name: 'a font', bytes: 'wOF2'},
]

/** What a ZIP archive is, by a path near its start. */
const archives: readonly (readonly [path: string, name: string])[] = [
  ['mimetypeapplication/epub+zip', 'an EPUB book'],
  ['mimetypeapplication/vnd.oasis.opendocument', 'an OpenDocument file'],
  ['word/', 'a Word document (DOCX)'],
  ['xl/', 'an Excel workbook (XLSX)'],
  ['ppt/', 'a PowerPoint file (PPTX)'],
]

/** How far is looked, in bytes. */
const sampleSize = 8192
/** Most control bytes that a text may hold: in all, and as a share. */
const mostControls = 8
const mostControlShare = 0.05

/** Name what bytes are if they are no text; `undefined` for text. */
export function describeBinary(bytes: Uint8Array): string | undefined {
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, sampleSize))
  const head = sample.toString('latin1')
  const signature = signatures.find(({offset = 0, bytes: expected}) => head.startsWith(expected, offset))
  if (signature) return signature.name
  // The size in front of it is what keeps a text that speaks of `ftyp` from being a film.
  if (head.startsWith('\0\0') && head.startsWith('ftyp', 4)) return 'an MP4 or QuickTime film'
  if (head.startsWith('PK\x03\x04')) {
    return archives.find(([path]) => head.includes(path))?.[1] ?? 'a ZIP archive'
  }
  // A byte order mark announces text, of which UTF-16 and UTF-32 hold NULs by right.
  if (/^(?:\xff\xfe|\xfe\xff|\0\0\xfe\xff|\xef\xbb\xbf)/.test(head) || wideEncoding(bytes)) return undefined
  let controls = 0
  for (let index = 0; index < sample.length; index++) if (isControl(sample[index]!)) controls++
  return controls > mostControls && controls > sample.length * mostControlShare
    ? `binary data (${controls} of its first ${sample.length} bytes are control characters)`
    : undefined
}

/** Tell a control byte that text has no use for; escape belongs to terminal colours. */
function isControl(byte: number): boolean {
  return (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) || byte === 0x7f
}
