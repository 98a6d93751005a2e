/** Plant into prose what drop-corpus-repeats has to find, and what it has to leave alone; the same for the same seed. */

/** Numbers from 0 up to 1 that look random (mulberry32). */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}

export function wordsOf(text) {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/** Replace, delete or insert a share of the words of a text. */
export function edited(text, rate, next) {
  if (rate === 0) return text
  const words = wordsOf(text)
  return text.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => {
    if (next() >= rate) return word
    const other = words[Math.floor(next() * words.length)]
    const kind = next()
    return kind < 0.5 ? other : kind < 0.75 ? '' : `${word} ${other}`
  })
}

const sections = [
  'News',
  'World',
  'Politics',
  'Business',
  'Sports',
  'Culture',
  'Opinion',
  'Weather',
  'Travel',
  'Archive',
  'Jobs',
  'Video',
]
const names = [
  'Harbour Post',
  'Valley Gazette',
  'Northern Echo',
  'City Ledger',
  'The Lantern',
  'Mill & Market',
  'Radio Upland',
  'Green Kitchen',
]

/** What a part of a document is: of the site, or of its author. */
const furniture = (kind, text) => ({kind, text, isFurniture: true})
const kept = (kind, text) => ({kind, text, isFurniture: false})

/** Make documents of sites out of the paragraphs of texts; each lists its parts with their places. */
export function plantCorpus(bodies, next) {
  const pick = (list) => list[Math.floor(next() * list.length)]
  const paragraphs = bodies.flat()
  let used = 0
  const prose = () => paragraphs[used++ % paragraphs.length]
  const documents = []
  for (let site = 0; site < 24; site++) {
    const template = makeTemplate(site, pick, next, prose)
    const size = 5 + Math.floor(next() * 20)
    for (let index = 0; index < size && used + 6 < paragraphs.length; index++) {
      const parts = [
        ...template.above(index),
        ...template.body(index, [prose(), prose(), prose()].slice(0, 1 + Math.floor(next() * 3))),
        ...template.below(index),
      ]
      documents.push({id: `site${site}/${index}`, source: `https://www.site${site}.example/${index}`, ...joined(parts)})
    }
  }
  return documents
}

function joined(parts) {
  let text = ''
  const placed = []
  for (const {text: part, ...what} of parts) {
    if (text !== '') text += '\n\n'
    placed.push({...what, start: text.length, end: text.length + part.length})
    text += part
  }
  return {text, parts: placed}
}

/** The pages of one site, which are of one of a few forms. */
function makeTemplate(site, pick, next, prose) {
  const name = `${pick(names)} ${String.fromCharCode(65 + site)}`
  const menu = sections.filter(() => next() < 0.6).map((section) => `- [${section}](/${section.toLowerCase()})`)
  const links = next() < 0.5
  const legal = `© 2024 ${name}. All rights reserved. No part of these pages may be reproduced without the written leave of the publisher.`
  const about = `${name} is an independent paper. It has been read in the region for more than eighty years, and is owned by those who write it.`
  const quote = prose()
  const form = ['news', 'essay', 'recipe', 'letter', 'interview', 'poem'][site % 6]
  const sometimes = (chance, part) => (next() < chance ? [part] : [])
  return {
    above: (index) => [
      ...sometimes(
        0.95,
        furniture(
          'menu',
          (links ? menu : menu.map((item) => item.replace(/\[(.*)\]\(.*\)/, '$1')))
            .filter(() => next() > 0.05)
            .join('\n') || '- Home',
        ),
      ),
      ...sometimes(
        site % 3 === 0 ? 0.9 : 0,
        kept('title', `# The story of ${name} number ${index} and what came of it`),
      ),
      ...sometimes(site % 4 === 0 ? 0.9 : 0, kept('date', `${1 + (index % 3)} May 2021`)),
      ...sometimes(
        site % 2 === 0 ? 0.8 : 0,
        furniture('share row', '[Share](https://share.example/?u=1)\n\n[Print](/print)'),
      ),
    ],
    body: (index, own) => bodyOf(form, index, own, {quote, pick, next, prose}),
    below: () => [
      ...sometimes(
        0.85,
        furniture(
          'newsletter',
          `## The ${name} letter\n\nGet the best of the week on Sunday morning.\n\n${links ? '[Sign up](/letter)' : 'We never give your address to anybody.'}`,
        ),
      ),
      ...sometimes(0.9, furniture('about', about)),
      ...sometimes(0.9, furniture('foot', '- [Contact](/contact)\n- [Privacy](/privacy)\n- [Imprint](/imprint)')),
      ...sometimes(0.95, furniture('legal', legal)),
    ],
  }
}

const steps = ['Preheat the oven to 180 °C.', 'Preheat the oven.', 'Season with salt and pepper.', 'Set aside to cool.']
const ingredients = [
  'salt',
  'pepper',
  'olive oil',
  'butter',
  'flour',
  'sugar',
  'two eggs',
  'a clove of garlic',
  'parsley',
  'water',
  'milk',
  'an onion',
]

function bodyOf(form, index, own, {quote, pick, next, prose}) {
  const paragraphs = own.map((text) => kept('prose', text))
  if (form === 'essay') {
    return [
      kept('heading', '## Introduction'),
      ...paragraphs,
      kept('heading', '## History'),
      kept('prose', prose()),
      kept('heading', '## References'),
      kept('reference', `- ${wordsOf(prose()).slice(0, 9).join(' ')}, 19${10 + index}`),
    ]
  }
  if (form === 'recipe') {
    const list = ingredients.filter(() => next() < 0.45)
    return [
      kept('heading', '## Ingredients'),
      kept('ingredients', (list.length > 0 ? list : ['water']).map((item) => `- ${item}`).join('\n')),
      kept('heading', '## Method'),
      kept('step', pick(steps)),
      ...paragraphs,
      kept('step', 'Serve hot.'),
    ]
  }
  if (form === 'letter')
    return [
      kept('greeting', 'Dear readers,'),
      ...paragraphs,
      kept('farewell', 'Until next week,'),
      kept('farewell', 'Your Anna'),
    ]
  if (form === 'interview')
    return own.flatMap((text) => [
      kept('speaker', '**Interviewer:**'),
      kept('prose', `${text.slice(0, 60)}?`),
      kept('speaker', '**Guest:**'),
      kept('prose', text),
    ])
  if (form === 'poem')
    return [kept('refrain', 'And still the river runs.'), ...paragraphs, kept('refrain', 'And still the river runs.')]
  return next() < 0.6
    ? [paragraphs[0], kept('quoted often', quote), kept('prose', prose()), ...paragraphs.slice(1)]
    : paragraphs
}
