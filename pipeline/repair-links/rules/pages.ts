/** Pages that a check of links found gone or moved. */
import type {Rule} from '../../../src/document/stage.js'

/** Records as a check of links leaves them, for the examples. */
const records = [
  {
    url: 'https://example.org/old',
    verdict: 'gone',
    status: 404,
    checked: '2026-01-02T03:04:05Z',
    archive: 'https://web.archive.org/web/20200102030405/https://example.org/old',
  },
  {url: 'https://example.org/down', verdict: 'unreachable', checked: '2026-01-02T03:04:05Z', reason: 'ECONNREFUSED'},
  {
    url: 'https://example.org/before',
    verdict: 'moved',
    status: 200,
    final: 'https://example.org/now',
    redirects: [{url: 'https://example.org/before', status: 301}],
    checked: '2026-01-02T03:04:05Z',
  },
  {
    url: 'https://example.org/today',
    verdict: 'moved',
    status: 200,
    final: 'https://example.org/login',
    redirects: [{url: 'https://example.org/today', status: 302}],
    checked: '2026-01-02T03:04:05Z',
  },
]

export const pageRules: readonly Rule[] = [
  {
    id: 'dead-page',
    class: 'link',
    reason: 'The page that a link leads to is gone, as a check of links found; the link stays.',
    isFact: true,
  },
  {
    id: 'dead-page-archived',
    class: 'link',
    reason: 'The page that a link leads to is gone, as a check of links found; it leads to the nearest snapshot.',
    examples: [
      {
        text: 'The [report](https://example.org/old#top) is out.',
        options: {records},
        becomes: 'The [report](https://web.archive.org/web/20200102030405/https://example.org/old#top) is out.',
      },
      {text: 'The [report](https://example.org/down) and [another](https://example.org/older).', options: {records}},
      {text: 'The [report](https://example.org/old) is out.', options: {records, dead: 'mark'}},
    ],
  },
  {
    id: 'dead-page-unwrapped',
    class: 'link',
    reason: 'The page that a link leads to is gone, as a check of links found; its text stays.',
    examples: [
      {
        text: 'The [report](https://example.org/old) is out.',
        options: {records, dead: 'unwrap'},
        becomes: 'The report is out.',
      },
      {text: 'The [report](https://example.org/down): <https://example.org/old>.', options: {records, dead: 'unwrap'}},
    ],
  },
  {
    id: 'moved-page',
    class: 'link',
    reason: 'The page that a link leads to has moved for good, as a check of links found; it leads to the new place.',
    examples: [
      {
        text: 'The [report](https://example.org/before#top) is out.',
        options: {records, moved: 'follow'},
        becomes: 'The [report](https://example.org/now#top) is out.',
      },
      {text: 'The [report](https://example.org/before) is out.', options: {records}},
      {text: 'The [report](https://example.org/today) is out.', options: {records, moved: 'follow'}},
    ],
  },
]
