/**
 * Every folder in `cases` is one invented scrape: the whole pipeline must make `raw.*` into `expected.md`, which was written by hand
 * as an editor would sign it, and must leave its own result alone. What `known-failures.ts` names must still fail: when it comes
 * right, its line is to be taken out. Front matter and body are held apart, so that a fault of the one hides no fault of the other.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {stages} from '../../pipeline/index.js'
import {makePipeline} from '../../src/run/pipeline.js'
import {type KnownFailure, knownFailures} from './known-failures.js'

const folder = new URL('cases/', import.meta.url)
const names = readdirSync(folder).sort()
const pipeline = makePipeline(stages.map((stage) => ({stage, options: stage.options.parse({})})))

/** Hold a check to what is known: it must succeed, or, where a failure is named, fail. */
function check(part: string, failure: string | undefined, holds: () => void): void {
  test(failure ? `${part} is not right yet: ${failure}` : `${part} is right`, () => {
    if (failure) expect(holds, 'it comes out right: take it out of known-failures.ts').toThrow()
    else holds()
  })
}

/** Cut a result where its front matter ends. */
function partsOf(markdown: string): {frontMatter: string; body: string} {
  const end = markdown.startsWith('---\n') ? markdown.indexOf('\n---\n') + 5 : 0
  return {frontMatter: markdown.slice(0, end), body: markdown.slice(end)}
}

/** Both ends of every line that holds words, without its marker: what must not be lost, whatever else is wrong. */
function endsOf(body: string): string[] {
  const lines = body.split('\n').filter((line) => /\p{L}/u.test(line))
  return lines.flatMap((line) => {
    const words = line.replace(/^(?:#+|>|-|\d+\.) /, '')
    return words.length > 120 ? [words.slice(0, 50), words.slice(-50)] : [words]
  })
}

/** Count how often a text holds another, however its lines are broken. */
const countOf = (text: string, part: string): number => text.replaceAll(/\s+/g, ' ').split(part).length - 1

describe.each(names)('%s', (name) => {
  const files = readdirSync(new URL(`${name}/`, folder))
  const raw = readFileSync(new URL(`${name}/${files.find((file) => file.startsWith('raw.'))}`, folder))
  const expected = partsOf(readFileSync(new URL(`${name}/expected.md`, folder), 'utf8'))
  const {markdown} = pipeline.clean(raw, name)
  const actual = partsOf(markdown)
  const failure: KnownFailure = knownFailures[name] ?? {}

  check('the front matter', failure.frontMatter, () => expect(actual.frontMatter).toBe(expected.frontMatter))
  check('the body', failure.body, () => expect(actual.body).toBe(expected.body))
  check('the prose', failure.prose, () => {
    const lost = endsOf(expected.body).filter((end) => countOf(actual.body, end) < countOf(expected.body, end))
    expect(lost).toEqual([])
  })

  test('a second run changes nothing', () => {
    expect(pipeline.clean(markdown, name).markdown).toBe(markdown)
  })
})

test('every known failure is of a case', () => {
  expect(Object.keys(knownFailures).filter((name) => !names.includes(name))).toEqual([])
})
