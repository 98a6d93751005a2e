/** What is said of a configuration that is wrong: the whole message, with its place. */
import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {loadConfig} from '../../src/config/load.js'
import {UsageError} from '../../src/errors.js'
import {testStages} from './stages.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'palimpsest-config-'))
})
afterEach(() => rmSync(cwd, {recursive: true}))

async function messageOf(content: string | Uint8Array, file?: string): Promise<string> {
  writeFileSync(join(cwd, file ?? 'palimpsest.config.yaml'), content)
  return messageOfFile(file)
}

async function messageOfFile(file?: string): Promise<string> {
  try {
    await loadConfig({cwd, file, stages: testStages})
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    return (error as UsageError).message
  }
  throw new Error('the configuration was accepted')
}

const topKeys =
  'raw, out, stages, keep, names, rules, customStages, decisions, concurrency, format, shards, jsonl, limits'
const stageIds = 'decode, convert-text, lift-metadata, strip-debris, canonicalize-names, collapse-whitespace'

const cases: readonly [title: string, yaml: string, ...messages: string[]][] = [
  ['an unknown key', 'colour: red', `1:1: Unexpected key "colour", expected one of ${topKeys}`],
  [
    'a slip of the keys',
    '\nstage: {}',
    `2:1: Unexpected key "stage", expected one of ${topKeys}; did you mean "stages"?`,
  ],
  [
    'an unknown stage',
    'stages:\n  strip-derbis: false',
    `2:3: Unexpected key "strip-derbis" in stages, expected one of ${stageIds}; did you mean "strip-debris"?`,
  ],
  [
    'an unknown option',
    'stages:\n  strip-debris:\n    minimun: 3',
    '3:5: Unexpected key "minimun" in stages.strip-debris, expected one of keep, rules, minimum, ratio; did you mean "minimum"?',
  ],
  [
    'an option of a stage that has none',
    'stages: {decode: {charset: utf-8}}',
    '1:19: Unexpected key "charset" in stages.decode, expected none',
  ],
  [
    'an option of the wrong type',
    'stages:\n  strip-debris:\n    minimum: three',
    '3:14: Unexpected "three" for stages.strip-debris.minimum, expected a number',
  ],
  [
    'an option that is too small',
    'stages: {strip-debris: {minimum: 1}}',
    '1:34: Unexpected 1 for stages.strip-debris.minimum, expected at least 2',
  ],
  [
    'an option that is too large',
    'stages: {strip-debris: {minimum: 10}}',
    '1:34: Unexpected 10 for stages.strip-debris.minimum, expected at most 9',
  ],
  [
    'a fraction where whole numbers count',
    'stages: {strip-debris: {minimum: 2.5}}',
    '1:34: Unexpected 2.5 for stages.strip-debris.minimum, expected a whole number',
  ],
  [
    'off, which is a word in YAML 1.2',
    'stages:\n  decode: off',
    '2:11: Unexpected "off" for stages.decode, expected true, false or a mapping; write false',
  ],
  [
    'a value of a closed list',
    'names: {profile: nuetral}',
    '1:18: Unexpected "nuetral" for names.profile, expected one of neutral, local; did you mean "neutral"?',
  ],
  [
    'an unknown key of names',
    'names: {profiel: local}',
    '1:9: Unexpected key "profiel" in names, expected one of profile, gazetteer, entries; did you mean "profile"?',
  ],
  ['a missing key', 'names:\n  entries:\n    - forms: {}', '3:7: Missing names.entries[0].id, expected text'],
  [
    'a class that cannot be kept',
    'keep: [comment]',
    '1:8: Unexpected "comment" for keep[0], expected one of metadata, comments, rights, bio; did you mean "comments"?',
  ],
  ['a list that is none', 'keep: comments', '1:7: Unexpected "comments" for keep, expected a list'],
  ['a path that is none', 'out: 2024', '1:6: Unexpected 2024 for out, expected the path of a folder'],
  ['an empty path', "out: ''", '1:6: Unexpected "" for out, expected the path of a folder'],
  [
    'a rule with an unknown key',
    'rules:\n  - id: a\n    start: [b]',
    '3:5: Unexpected key "start" in rules[0], expected one of id, starts; did you mean "starts"?',
  ],
  [
    'a rule with the id of another',
    'stages: {strip-debris: {rules: [{id: a}]}}\nrules:\n  - id: b\n  - id: rule-share\n  - id: a',
    '4:9: Unexpected "rule-share" for rules[1].id, expected an id that no other rule of strip-debris has; rename it',
    '5:9: Unexpected "a" for rules[2].id, expected an id that no other rule of strip-debris has; rename it',
  ],
  [
    'a duration without a unit',
    'limits:\n  deadline: 30',
    '2:13: Unexpected 30 for limits.deadline, expected a duration such as 30s, 500ms or 2min',
  ],
  [
    'a duration that is out of range',
    'limits: {deadline: 1ms}',
    '1:20: Unexpected "1ms" for limits.deadline, expected a duration from 100ms to 24h',
  ],
  [
    'a size with an unknown unit',
    'limits: {bytes: 20mb}',
    '1:17: Unexpected "20mb" for limits.bytes, expected a size such as 20MB, 512kB or 1GB',
  ],
  [
    'a heap that is too small to start',
    'limits: {memory: 1MB}',
    '1:18: Unexpected "1MB" for limits.memory, expected a size from 64MB to 64GB',
  ],
  ['a concurrency of none', 'concurrency: 0', '1:14: Unexpected 0 for concurrency, expected at least 1'],
  ['a concurrency in words', 'concurrency: many', '1:14: Unexpected "many" for concurrency, expected auto or a number'],
  [
    'a custom stage without a place',
    'customStages:\n  - module: ./a.mjs',
    '2:5: Unexpected mapping for customStages[0], expected exactly one of the keys before and after',
  ],
  [
    'a custom stage from afar',
    'customStages:\n  - {module: "https://example.org/a.mjs", after: decode}',
    '2:14: Unexpected "https://example.org/a.mjs" for customStages[0].module, expected the path of an ES module, such as ./my-stage.mjs',
  ],
  [
    'a custom stage without a module',
    'customStages: [{after: decode}]',
    '1:16: Missing customStages[0].module, expected the path of an ES module',
  ],
  [
    'one value that is written twice',
    'names:\n  profile: local\nstages:\n  canonicalize-names: {profile: neutral}',
    '2:12: Unexpected names.profile beside stages.canonicalize-names.profile, expected one of the two; remove one',
  ],
  [
    'a value that contradicts another, in a short-hand',
    'names:\n  profile: local\n  entries: []\nstages:\n  canonicalize-names: {entries: [{id: local, forms: {}}, {id: a, forms: {}}]}\nrules: []',
    '5:39: stages.canonicalize-names.entries[0].id: Unexpected id local beside the profile of that name, expected another',
  ],
  [
    'the same in a list that a short-hand goes on with',
    'stages:\n  canonicalize-names: {entries: [{id: a, forms: {}}]}\nnames:\n  entries:\n    - {id: neutral, forms: {}}',
    '5:12: names.entries[0].id: Unexpected id neutral beside the profile of that name, expected another',
  ],
  [
    'a gazetteer that is not there',
    'names: {gazetteer: names.yaml}',
    '1:20: Unexpected "names.yaml" for names.gazetteer, expected a file; there is none at names.yaml',
  ],
  [
    'several problems, in the order of the file',
    'colour: red\nlimits: {deadline: 1}\nout: 1',
    `1:1: Unexpected key "colour", expected one of ${topKeys}`,
    '2:20: Unexpected 1 for limits.deadline, expected a duration such as 30s, 500ms or 2min',
    '3:6: Unexpected 1 for out, expected the path of a folder',
  ],
  ['a list at the root', '- out', '1:1: Unexpected list, expected a mapping of settings such as "out: results"'],
  ['a word at the root', 'out', '1:1: Unexpected "out", expected a mapping of settings such as "out: results"'],
  [
    'a key that stands twice',
    'out: a\nraw: b\nout: c',
    '3:1: Unexpected second key of the same name, expected every key once; remove one of the two',
  ],
  ['a tab', 'stages:\n\tdecode: false', '2:1: Unexpected tab, expected spaces; indent with spaces'],
  ['an alias', 'raw: &a x\nout: *a', '2:6: Unexpected alias *a, expected the value itself; aliases are not read'],
  ['a tag', 'raw: !path x', '1:6: Unexpected tag, expected a plain value; remove the word that begins with !'],
  [
    'a key that is no word',
    '? [a]\n: b',
    '1:3: Unexpected key that is not text, expected a word; put it between quotes',
  ],
  ['a second document', 'out: a\n---\nout: b', '2:1: Unexpected second document, expected one; remove the line ---'],
  ['a quote that does not end', 'out: "a', '1:8: Broken YAML: Missing closing "quote'],
  ['a mapping in a line', 'out: a: b', '1:6: Broken YAML: Nested mappings are not allowed in compact mappings'],
  ['a key of the prototype', '__proto__: {out: a}', `1:1: Unexpected key "__proto__", expected one of ${topKeys}`],
  ['a control character, made visible', '"\\u202e": 1', `1:1: Unexpected key "\\u202e", expected one of ${topKeys}`],
]

describe('a configuration that is wrong', () => {
  test.each(cases)('%s', async (_, yaml, ...messages) => {
    expect((await messageOf(yaml)).split('\n')).toEqual(messages.map((message) => `palimpsest.config.yaml:${message}`))
  })

  test.each(cases)('%s, in a file with Windows line ends and a byte order mark', async (_, yaml, ...messages) => {
    expect((await messageOf(`\uFEFF${yaml.replaceAll('\n', '\r\n')}`)).split('\n')).toEqual(
      messages.map((message) => `palimpsest.config.yaml:${message}`),
    )
  })

  test('no more than twenty problems are listed', async () => {
    const lines = (await messageOf(Array.from({length: 30}, (_, index) => `key${index}: 1`).join('\n'))).split('\n')
    expect(lines).toHaveLength(21)
    expect(lines[20]).toBe('… and 10 more')
  })

  test('a long value is shortened', async () => {
    expect(await messageOf(`concurrency: ${'x'.repeat(500)}`)).toBe(
      `palimpsest.config.yaml:1:14: Unexpected "${'x'.repeat(57)}…" for concurrency, expected auto or a number`,
    )
  })
})

describe('a file that cannot be a configuration', () => {
  test('it was asked for and is not there', async () => {
    expect(await messageOfFile('other.yaml')).toBe('other.yaml: no such file, expected a configuration; check --config')
  })

  test('it is called as it was asked for', async () => {
    mkdirSync(join(cwd, 'conf'))
    expect(await messageOf('a: 1', 'conf/x.yaml')).toMatch(/^conf\/x\.yaml:1:1: Unexpected key "a"/)
  })

  test('it is a folder', async () => {
    mkdirSync(join(cwd, 'palimpsest.config.yaml'))
    expect(await messageOfFile()).toBe('palimpsest.config.yaml: Unexpected folder, expected a file; check the path')
  })

  test.skipIf(process.getuid?.() === 0)('it may not be read', async () => {
    writeFileSync(join(cwd, 'palimpsest.config.yaml'), '')
    chmodSync(join(cwd, 'palimpsest.config.yaml'), 0)
    expect(await messageOfFile()).toBe(
      'palimpsest.config.yaml: cannot be read: permission denied; make it readable or name another file',
    )
  })

  test('it is not UTF-8', async () => {
    expect(await messageOf(Buffer.from('out: caf\u00e9', 'latin1'))).toBe(
      'palimpsest.config.yaml: Unexpected bytes, expected UTF-8; save the file as UTF-8',
    )
  })

  test('a gazetteer of its own is wrong: the place is in that file', async () => {
    writeFileSync(join(cwd, 'names.yaml'), '- {id: a, forms: {}}\n- name: b\n  forms: {}\n')
    expect(await messageOf('names: {gazetteer: names.yaml}')).toBe(
      'names.yaml:2:3: Missing [1].id, expected text\nnames.yaml:2:3: Unexpected key "name" in [1], expected one of id, forms',
    )
  })
})

describe('hostile YAML', () => {
  test('aliases that grow without end', async () => {
    const lines = ['a: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 12; level++) lines.push(`k${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`)
    expect(await messageOf(lines.join('\n'))).toMatch(/^palimpsest\.config\.yaml:2:\d+: Unexpected alias \*a0/)
  })

  test('an alias to what it stands in', async () => {
    expect(await messageOf('stages: &a\n  decode: *a')).toBe(
      'palimpsest.config.yaml:2:11: Unexpected alias *a, expected the value itself; aliases are not read',
    )
  })

  test.each([
    ['brackets', '['.repeat(50_000)],
    ['braces', '{a: '.repeat(50_000)],
    ['dashes', '- '.repeat(50_000)],
    ['question marks', '? '.repeat(50_000)],
    ['indents', Array.from({length: 1000}, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ])('a depth of %s that would overflow the stack', async (_, yaml) => {
    expect(await messageOf(yaml)).toMatch(
      /:\d+:\d+: Unexpected nesting deeper than 64 levels, expected plain settings$/,
    )
  })
})

describe('options of the built-in stages', () => {
  test.each([
    [
      'a rule to skip that there is not',
      'stages: {strip-debris: {skip: [page-mrk, no-such-rule-at-all]}}',
      '1:32: Unexpected "page-mrk" for stages.strip-debris.skip[0], expected a rule of strip-debris; did you mean "page-mark"?',
      '1:42: Unexpected "no-such-rule-at-all" for stages.strip-debris.skip[1], expected a rule of strip-debris; `palimpsest rules --stage strip-debris` lists them',
    ],
    [
      'a field under the name of another',
      'stages: {write-front-matter: {fields: {author: title}}}',
      '1:48: Unexpected "title" for stages.write-front-matter.fields.author, expected a name that no other field has; title is written under it',
    ],
    [
      'a word of YAML for a name',
      'stages: {write-front-matter: {fields: {author: no}}}',
      '1:48: Unexpected "no" for stages.write-front-matter.fields.author, expected a name, or false to leave the field out; "no" is a word of YAML',
    ],
    [
      'two fields under one name',
      'stages: {write-front-matter: {fields: {author: by, site: by}}}',
      '1:58: Unexpected "by" for stages.write-front-matter.fields.site, expected a name that no other field has; author is written under it',
    ],
    [
      'a field by a slip of the keys',
      'stages: {write-front-matter: {fields: {autor: by}}}',
      '1:47: stages.write-front-matter.fields.autor: Unexpected field "autor"; did you mean "author"?',
    ],
    [
      'a profile by a slip of the keys',
      'names: {profile: armenien}',
      '1:18: Unexpected "armenien" for names.profile, expected one of international, armenian, azerbaijani, same-tradition, annotate; did you mean "armenian"?',
    ],
    [
      'a rule with the id of a built-in one, once',
      'rules: [{id: page-mark, reason: So., patterns: [a]}]',
      '1:14: Unexpected "page-mark" for rules[0].id, expected an id that no other rule of strip-debris has; rename it',
    ],
  ])('%s', async (_, yaml, ...messages) => {
    writeFileSync(join(cwd, 'palimpsest.config.yaml'), yaml)
    const message = messages.map((text) => `palimpsest.config.yaml:${text}`).join('\n')
    await expect(loadConfig({cwd})).rejects.toThrow(new UsageError(message))
  })

  test.each([
    'stages: {write-front-matter: {fields: {author: title, title: author}}}',
    'stages: {write-front-matter: {fields: {author: title, title: false, tags: false, keywords: tags}}}',
    'stages: {strip-debris: {skip: [page-mark]}}',
  ])('%s is fine', async (yaml) => {
    writeFileSync(join(cwd, 'palimpsest.config.yaml'), yaml)
    await expect(loadConfig({cwd})).resolves.toBeDefined()
  })
})
