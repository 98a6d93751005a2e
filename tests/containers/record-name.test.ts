/** Names of records make paths on every file system, and no two of a container are one file on any. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {nameRecords, recordName} from '../../src/containers/record-name.js'

describe('one name', () => {
  test.each([
    ['plain', 'article-12_b.v3', 'article-12_b.v3'],
    ['letters of any script', 'Երեւան-Ψ-किताब-東京', 'Երեւան-Ψ-किताब-東京'],
    ['composed', 'cafe\u0301', 'caf\u00e9'],
    ['a URL', 'https://example.org/a/b?c=d', 'example.org%2Fa%2Fb%3Fc%3Dd'],
    ['spaces and signs', 'a b%c~d', 'a%20b%25c%7Ed'],
    ['a path', '../../etc/passwd', '%2E.%2F..%2Fetc%2Fpasswd'],
    ['dots', '..', '%2E%2E'],
    ['a dot', '.', '%2E'],
    ['a leading dot', '.git', '%2Egit'],
    ['a trailing dot', 'etc.', 'etc%2E'],
    ['a device', 'con', '%63on'],
    ['a device with an ending', 'NUL.txt', '%4EUL.txt'],
    ['no device', 'console', 'console'],
    ['a control character', 'a\0b\nc', 'a%00b%0Ac'],
    ['what nobody sees', 'a\u200bb\u202ec\u3164', 'a%E2%80%8Bb%E2%80%AEc%E3%85%A4'],
    ['a mark alone', '\u0301a', '%CC%81a'],
    ['half a character', 'a\ud83d', 'a%EF%BF%BD'],
    ['nothing', '', ''],
    ['a scheme alone', 'https://', ''],
  ])('%s', (_, id, name) => {
    expect(recordName(id)).toBe(name)
  })

  test('a long one is cut at a character and told apart by its digest', () => {
    const long = recordName('é'.repeat(100))
    expect(long).toMatch(/^é{33}~[\da-f]{12}$/)
    expect(recordName(`${'é'.repeat(100)}x`)).not.toBe(long)
    expect(recordName(`con.${'x'.repeat(100)}`)).toMatch(/^%63on\.x+~/)
    expect(recordName('x'.repeat(50_000_000))).toMatch(/^x{67}~[\da-f]{12}$/)
  })

  test('any id', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 120}), (id) => {
        const name = recordName(id)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(80)
        expect(name).not.toMatch(/^\.|\.$|[\0-\x20/\\:*?"<>|\x7f]/)
        expect(name.normalize('NFC')).toBe(name)
      }),
    )
  })
})

describe('many names', () => {
  test('a second use is counted, whatever file systems fold', () => {
    const {good: name} = nameRecords()
    const ids = ['a', 'b', 'a', 'A', 'café', 'CAFE\u0301', 'a', '', undefined, '9', 'Straße', 'STRASSE']
    expect(ids.map((id, index) => name(id, index + 1))).toEqual([
      'a',
      'b',
      'a~2',
      'A~3',
      'café',
      'CAFÉ~2',
      'a~4',
      '8',
      '9',
      '9~2',
      'Straße',
      'STRASSE~2',
    ])
  })

  test('no two are the same, and what comes later changes none', () => {
    const id = fc.string({unit: fc.constantFrom('a', 'A', '~', '2', '.', 'é', 'e\u0301'), maxLength: 4})
    fc.assert(
      fc.property(fc.array(id, {maxLength: 60}), (ids) => {
        const {good: all} = nameRecords()
        const names = ids.map((id, index) => all(id, index))
        expect(new Set(names.map((name) => name.toLowerCase().normalize('NFD'))).size).toBe(ids.length)
        const {good: some} = nameRecords()
        expect(ids.slice(0, 10).map((id, index) => some(id, index))).toEqual(names.slice(0, 10))
      }),
    )
  })

  test('bad ones have names of their own, and change none', () => {
    const {good, bad} = nameRecords()
    expect([
      bad('a', 1),
      bad(undefined, 2),
      good('a', 3),
      bad('a', 4),
      good('2', 5),
      good('~2', 6),
      bad('2', 7),
    ]).toEqual(['~a', '~2', 'a', '~a~2', '2', '%7E2', '~2~2'])
  })

  test('a million take little memory', () => {
    const {good: name} = nameRecords()
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
    for (let number = 0; number < 1_000_000; number++) name(`article-${number}`, number)
    const after = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
    expect(after - before).toBeLessThan(100 * 1024 ** 2)
    for (let count = 2; count < 10_000; count++) name('article-7', 1)
    expect(name('article-7', 1)).toBe('article-7~10000')
  })
})
