/**
 * What is promised of every document: held over all fixtures, over the scrapes in `raw/`, and over generated input.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {CleanedDocument} from '../../src/run/pipeline.js'
import {expectPromises as expectPromisesOf, pipelineWith} from './promises.js'
import {flatScrape, htmlScrape} from './scrapes.js'

const pipeline = pipelineWith()
const numRuns = Number(process.env['RUNS'] ?? 300)

function clean(bytes: Uint8Array): CleanedDocument {
  return pipeline.clean(bytes, 'document')
}

const expectPromises = (bytes: Uint8Array): void => expectPromisesOf(pipeline, bytes)

/** Scrapes in folders of the repository: each file but the expectations. */
function* fixtures(folder: string): Generator<[string, Uint8Array]> {
  for (const entry of readdirSync(folder, {withFileTypes: true, recursive: true})) {
    if (entry.isFile() && !entry.name.startsWith('expected') && !entry.name.startsWith('.')) {
      const path = join(entry.parentPath, entry.name)
      yield [path, readFileSync(path)]
    }
  }
}

describe('every scrape of the repository', () => {
  for (const folder of ['raw', 'tests/documents/cases', 'tests/convert-html/cases']) {
    const scrapes = [...fixtures(folder)]
    test(`${folder} holds scrapes`, () => expect(scrapes.length).toBeGreaterThan(4))
    test.each(scrapes)('%s keeps the promises', (_, bytes) => expectPromises(bytes))
  }
})

/** Scrapes that once kept a promise badly, as they were found or cut down from it. */
const found: readonly (readonly [why: string, text: string])[] = [
  ['a byline that stands twice, and nothing else', '\\*\n\nAdvertisement\nBy Anna Example\n\nBy Anna Example\n'],
  [
    'a byline under prose, once the debris behind it is gone',
    'Ճանապարհ դեպի լեռներ\nto the valley in the spring returned in the autumn with a list of names, and nobody asked for it.\nBy Anna Example\nnewsletter\n\\$5 &amp; more than anybody the village had, said the rebel- ',
  ],
  [
    'a month under prose, once the debris behind it is gone',
    'Ճանապարհ դեպի լեռներ\nThe commission valley in the spring returned in the autumn with a list of names, and nobody asked for it.\nOctober 2020\nAdvertisement\n\\(https://example.org/a?utm_source=x\\)](https://example.org/a?utm_source=x) ',
  ],
  [
    'a note of first publication that a definition hides',
    'հանձնաժողովը վերադարձավ անունների ցուցակով, և ոչ ոք չհարցրեց դրա մասին։\n[a]: http://x.y\n\nThis article published on Example.\nHome ',
  ],
  [
    'a title that stands twice once a paragraph between is gone',
    'A B: the 1 story\nThe commission that in the spring returned in the autumn with a list of names, and nobody asked for it.\nUp ↑\n[Read more](#) \n1269: See **this** (<https://example.org/b>), or [nothing](#).\nA B: the 1 story\nThe commission that was sent to the valley in the spring returned in the autumn with a list of names, and nobody asked ',
  ],
  [
    'a language that is certain only without the debris',
    'gönderildi, sonbaharda isim listesiyle döndü ve kimse listeyi sormadı.\nThis article originally published on The The Example. All rights reserved.\n',
  ],
  [
    'indented code and a line with a tab at the end',
    'The commission that was sent to the valley in the spring returned in the autumn, and nobody asked for it.\n\n    ![](https://example.org/pixel.gif)\n\t',
  ],
  ['a fence that nothing closes', '```\nكانت اللجنة قد أُرسلت إلى الوادي في الربيع وعادت في الخريف بقائمة أسماء، ولم '],
  [
    'a tab in a gap inside a list',
    'كانت اللجنة قد أُرسلت إلى الوادي في الربيع وعادت في الخريف بقائمة أسماء، ولم يسأل عنها أحد.\n- item\n\t\n1) first\n\n2) second\n',
  ],
  [
    'a tab in the gap behind an indented line',
    '…\n    indented\n\t\nKomisyon baharda vadiye gönderildi, listesiyle döndü listeyi sormadı. ![](https://example.org/pixel.gif)\n',
  ],
  [
    'a motto between two rules, with an escape',
    '---\n\\$5 newsletter\n---\n“The bridge Shushi will stand,” and went home to Arcach. Nobody believed him; ',
  ],
  [
    'an escape in the same paragraph as code, which is parted from it',
    '**Bold** and *italics* and b`\n\\$5 &amp; more than anybody the village had, said the rebel-\n',
  ],
  [
    'a language whose paragraphs are short',
    '委員会は春に谷へ送られ、秋に名前の一覧を持って戻ってきたが、誰もそれについて尋ねなかった。\n\n橋はまだ立っている。\n1) first\n2) second\n',
  ],
  ['an empty front matter and nothing else', '---\n---\n[Read more](#)\n'],
  [
    'a title above prose whose language a list hides, and nothing else known',
    `RSS Feeds | Search Archives | News | Feedback\n\nRiver at 39 feet against the bridge\n\nThe river on Monday ended marginally higher at the bridge in anticipation of strong rain in the hills amid the warning of the council this week.\n\n${'Abhishek Mills Aditya Birla Ajanta Akzo Alembic Amtek Ansal Arvind Ashok Leyland Balrampur Chini Bharat Birla Dabur Deccan Divis Eicher Essar Finolex Gammon Geojit Gitanjali Godrej Grasim Gujarat Ambuja Havells Hindalco Ispat Jaiprakash Jindal Kesoram Kotak Mahindra Lakshmi Lupin Marico Maruti Nalco Neyveli '.repeat(3)}\n\nNew user - Register?\n`,
  ],
  ['an icon beside a control character', '\ue000\0'],
  ['characters that a repair would make a control character', '\ufffd\u00c2\0\u20ac'],
  [
    'characters of transport that are written as references',
    '<!doctype html><title>Mill</title><h1>The mill was sold</h1><p>The new owners&#8232;came from town &#xfffc; and they said so.</p><p><i>&#xf09a;</i></p><p>a &#1;b</p>',
  ],
  [
    'characters of transport that are written as references, in text',
    'The new owners&#8232;came from town &#xfffc; and they said so.&#65279;\n\n&#xf09a;\n\nIt was &#8203; late.\n',
  ],
  [
    'mojibake in references',
    '<!doctype html><title>Mill</title><p>She didn&acirc;&euro;&trade;t say &#226;&#128;&#147; or could not &acirc;\u0080\u0093 when.</p>',
  ],
  [
    'a broken word before lines that stay apart',
    'It rained on the 3rd of May and it cost \\$5 more than anybody in the village had, said the rebel-\n\nb\n1022:',
  ],
]

describe('scrapes that were found', () => {
  test.each(found)('keep the promises: %s', (_, text) => expectPromises(Buffer.from(text)))
})

describe('generated scrapes', () => {
  test('of text keep the promises', () => {
    fc.assert(
      fc.property(flatScrape, (text) => expectPromises(Buffer.from(text))),
      {numRuns},
    )
  })
  test('of HTML keep the promises', () => {
    fc.assert(
      fc.property(htmlScrape, (text) => expectPromises(Buffer.from(text))),
      {numRuns},
    )
  })
  test('of any bytes keep the promises or are refused with a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 200}), (bytes) => {
        try {
          expectPromises(bytes)
        } catch (error) {
          if ((error as Error).name !== 'DocumentError') throw error
        }
      }),
      {numRuns},
    )
  })
  test('read the same with other line ends and with a byte order mark', () => {
    fc.assert(
      fc.property(fc.oneof(flatScrape, htmlScrape), (text) => {
        fc.pre(!text.startsWith('\ufeff') && !text.includes('\r'))
        const {markdown} = clean(Buffer.from(text))
        expect(clean(Buffer.from(text.replace(/\n/g, '\r\n'))).markdown).toBe(markdown)
        expect(clean(Buffer.from(text.replace(/\n/g, '\r'))).markdown).toBe(markdown)
        expect(clean(Buffer.from(`\ufeff${text}`)).markdown).toBe(markdown)
      }),
      {numRuns},
    )
  })
})
