/** Dates in visible text, in the words and figures of their language. */
import {expect, test} from 'vitest'
import {findDate} from '../../pipeline/lift-metadata/dates.js'

test.each([
  ['12 de março de 2019', '2019-03-12'],
  ['12 maart 2019', '2019-03-12'],
  ['12 marca 2019 r.', '2019-03-12'],
  ['12 במרץ 2019', '2019-03-12'],
  ['१२ मार्च २०१९', '2019-03-12'],
  ['12 آذار 2019', '2019-03-12'],
  ['2019年3月12日 10:15', '2019-03-12'],
  ['２０１９年３月１２日（火）10時15分', '2019-03-12'],
  ['۱۲ اسفند ۱۴۰۲', '2024-03-02'],
  ['۱ فروردین ۱۴۰۳', '2024-03-20'],
  ['۳۰ اسفند ۱۳۹۹', '2021-03-20'],
])('%s is %s', (line, iso) => {
  expect(findDate(line)).toEqual({iso, start: 0, end: line.length})
})

test('which day a date of the lunar calendar means is left open', () => {
  expect(findDate('3 رمضان 1445 هـ')).toEqual({iso: undefined, start: 0, end: 15})
})

test.each(['31 مهر 1402', '12 اسفند 2402', '2019年13月12日', 'the 12 maart'])('%s is none', (line) => {
  expect(findDate(line)?.iso).toBeUndefined()
})
