/** What is no text is named; text is left alone, odd as it may be. */
import {gzipSync} from 'node:zlib'
import iconv from 'iconv-lite'
import {describe, expect, test} from 'vitest'
import {describeBinary} from '../../src/document/binary.js'

describe('no text', () => {
  test.each([
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3')],
    ['a PNG image', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1')],
    ['a JPEG image', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['gzip-compressed data', gzipSync('text')],
    ['a ZIP archive', Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1')],
    ['a Word document (DOCX)', Buffer.from('PK\x03\x04\x14\0word/document.xml', 'latin1')],
    ['an EPUB book', Buffer.from('PK\x03\x04\x0a\0mimetypeapplication/epub+zip', 'latin1')],
    ['an SQLite database', Buffer.from('SQLite format 3\0')],
    ['an MP4 or QuickTime film', Buffer.from('\0\0\0\x20ftypisom')],
    ['an ELF program', Buffer.from('\x7fELF\x02')],
  ])('%s', (name, bytes) => {
    expect(describeBinary(bytes)).toBe(name)
  })

  test('unknown bytes', () => {
    expect(describeBinary(Uint8Array.from({length: 4000}, (_, index) => (index * 167) % 256))).toMatch(/^binary data/)
  })
})

describe('text', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['with a few NULs', Buffer.from(`a\0b\0\0 ${'word '.repeat(40)}`)],
    ['about PDFs', Buffer.from('The %PDF- header and PK are signatures.')],
    ['about films', Buffer.from('The ftyp box stands first.')],
    ['UTF-16 with a mark', iconv.encode('Short', 'utf-16le', {addBOM: true})],
    ['UTF-16 in Latin', iconv.encode('A story about the rain.', 'utf-16le')],
    ['UTF-16 in Cyrillic', iconv.encode('Вчера вечером в городе прошёл дождь, и улицы стали реками.', 'utf-16be')],
    ['windows-1251', iconv.encode('Вчера вечером в городе прошёл дождь', 'windows-1251')],
    ['with terminal colours', Buffer.from('\x1b[31mred\x1b[0m '.repeat(30))],
  ])('%s', (_, bytes) => {
    expect(describeBinary(bytes)).toBeUndefined()
  })
})
