/** What a stage returns is checked before it is applied, and what it throws is told, whatever it is. */
import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import type {Document} from '../../src/document/document.js'
import {type Edit, EditError} from '../../src/document/edit.js'
import {type Rule, type Stage, StageError, type StageResult} from '../../src/document/stage.js'
import {DocumentError} from '../../src/errors.js'
import {type CleanedDocument, makePipeline} from '../../src/run/pipeline.js'

const text = 'One 🙂 two three.\n\nOne two three.'
const rules: Rule[] = [
  {id: 'cut', class: 'custom', reason: 'It is a test.'},
  {id: 'twice', class: 'repeat', reason: 'It is a test.'},
]

function run(
  result: (document: Document) => unknown,
  given: Partial<Stage> = {},
  options: object = {},
): CleanedDocument {
  const stage: Stage = {
    id: 'mine',
    version: 1,
    description: 'A stage of the tests.',
    rules,
    options: z.strictObject({}),
    run: (document) => result(document) as StageResult,
    ...given,
  }
  return makePipeline([{stage, options, from: 'mine.mjs'}]).clean(text)
}

const giving = (result: unknown) => (): CleanedDocument => run(() => result)
const edit = {start: 0, end: 3, replacement: '', rule: 'cut'}
const edits = (change: object) => ({edits: [{...edit, ...change}]})
const facts = (change: object) => ({edits: [], facts: [{field: 'title', value: 'One', rule: 'cut', ...change}]})
const annotations = (change: object) => ({
  edits: [],
  annotations: [{kind: 'name', at: {start: 0, end: 3}, value: 'one', ...change}],
})
const messages = (change: object) => ({edits: [], messages: [{level: 'info', text: 'So it is.', ...change}]})

describe('what a stage returns', () => {
  test.each<[name: string, result: unknown, message: string]>([
    ['nothing', undefined, 'returned undefined, expected {edits}'],
    ['null', null, 'returned null, expected {edits}'],
    ['text', 'done', 'returned a string, expected {edits}'],
    ['an object without edits', {}, 'returned no edits, expected a list'],
    ['edits that are no list', {edits: 3}, 'returned no edits, expected a list'],
    ['edits that are text', {edits: 'none'}, 'returned no edits, expected a list'],
    ['an edit that is null', {edits: [null]}, 'Unexpected null among the edits'],
    ['an edit that is text', {edits: ['cut']}, 'Unexpected a string among the edits'],
    ['an undeclared rule', edits({rule: 'nobody'}), 'Unexpected rule "nobody" at [0, 3)'],
    ['no rule', edits({rule: undefined}), 'Unexpected rule undefined at [0, 3)'],
    ['a rule of Object', edits({rule: 'constructor'}), 'Unexpected rule "constructor" at [0, 3)'],
    ['no replacement', edits({replacement: undefined}), 'Unexpected replacement undefined of rule cut at [0, 3)'],
    ['a number as replacement', edits({replacement: 7}), 'Unexpected replacement 7 of rule cut at [0, 3)'],
    ['half a character', edits({replacement: 'a\ud83d'}), 'of rule cut at [0, 3): it holds half a character'],
    ['its other half', edits({replacement: '\ude42b'}), 'of rule cut at [0, 3): it holds half a character'],
    ['a range in a character', edits({end: 5}), '[0, 5) of rule cut: it cuts a character in two'],
    ['a range outside', edits({end: 99}), 'Unexpected range [0, 99) of rule cut'],
    ['a range of halves', edits({end: 1.5}), 'Unexpected range [0, 1.5) of rule cut'],
    ['no range', edits({start: undefined}), 'Unexpected range [undefined, 3) of rule cut'],
    ['evidence that is a number', edits({evidence: 0.5}), 'Unexpected evidence 0.5 of rule cut at [0, 3)'],
    ['evidence that is null', edits({evidence: null}), 'Unexpected evidence null of rule cut at [0, 3)'],
    ['a copy inside itself', edits({copyOf: {start: 1, end: 2}}), 'Unexpected copyOf [1, 2) of rule cut at [0, 3)'],
    ['a copy of nothing', edits({copyOf: {start: 9, end: 9}}), 'Unexpected copyOf [9, 9) of rule cut at [0, 3)'],
    ['a copy outside', edits({copyOf: {start: 9, end: 99}}), 'Unexpected copyOf [9, 99) of rule cut at [0, 3)'],
    ['a copy that is no range', edits({copyOf: true}), 'Unexpected copyOf [NaN, NaN) of rule cut at [0, 3)'],
    [
      'a copy of half a character',
      edits({copyOf: {start: 5, end: 9}}),
      '[5, 9) of rule cut: it cuts a character in two',
    ],
    ['a dropped copy of nothing', edits({rule: 'twice'}), 'Missing copyOf of rule twice at [0, 3)'],
    ['facts that are no list', {edits: [], facts: {}}, 'Unexpected facts, expected a list, or none'],
    ['a fact that is null', {edits: [], facts: [null]}, 'Unexpected null among the facts'],
    ['a fact without field', facts({field: ''}), 'Unexpected field "" of a fact'],
    ['a fact with a number', facts({value: 3}), 'Unexpected value 3 of the fact title'],
    ['a fact with half a character', facts({value: '\ud83d'}), 'Unexpected value "\\ud83d" of the fact title'],
    ['a fact of an undeclared rule', facts({rule: 'nobody'}), 'Unexpected rule "nobody" of the fact title'],
    ['a fact outside of the text', facts({at: {start: 0, end: 99}}), 'place of the fact title: [0, 99)'],
    ['a fact outside of the raw', facts({raw: {start: -1, end: 9}}), 'raw place of the fact title: [-1, 9)'],
    ['messages that are no list', {edits: [], messages: 'none'}, 'Unexpected messages, expected a list, or none'],
    ['a message without text', messages({text: undefined}), 'Unexpected text undefined of a message'],
    ['a message of no level', messages({level: 'error'}), 'Unexpected level "error" of the message "So it is."'],
    ['a message of an undeclared rule', messages({rule: 'nobody'}), 'Unexpected rule "nobody" of the message'],
    ['a message outside of the text', messages({at: {start: 5, end: 2}}), 'place of the message "So it is.": [5, 2)'],
    ['annotations that are no list', {edits: [], annotations: 'none'}, 'Unexpected annotations, expected a list, or'],
    ['an annotation that is null', {edits: [], annotations: [null]}, 'Unexpected null among the annotations'],
    ['an annotation of no kind', annotations({kind: 'a name'}), 'Unexpected kind "a name" of an annotation'],
    ['an annotation of nothing', annotations({value: null}), 'Unexpected value null of an annotation of kind name'],
    ['an annotation outside', annotations({at: {start: 0, end: 99}}), 'place of an annotation of kind name: [0, 99)'],
    ['an annotation of an undeclared rule', annotations({rule: 'nobody'}), 'Unexpected rule "nobody" of an annotation'],
    ['an annotation with a number', annotations({after: 1}), 'Unexpected after 1 of an annotation of kind name'],
    ['an annotation with a list', annotations({details: ['x']}), 'Unexpected details of an annotation of kind name'],
    ['a media type of its own', {edits: [], mediaType: 'text/x'}, 'Unexpected mediaType "text/x"'],
    ['page facts that are none', {edits: [], html: {}}, 'Unexpected html, expected {elements'],
  ])('is refused where it is %s', (_, result, message) => {
    expect(giving(result)).toThrow(StageError)
    expect(giving(result)).toThrow(message)
    expect(giving(result)).toThrow(/^stage "mine" \(mine\.mjs\): /)
  })

  test('is refused where it is still to come, be it a failure', async () => {
    const late = async (): Promise<StageResult> => {
      throw new Error('late')
    }
    expect(() => run(late)).toThrow(
      'stage "mine" (mine.mjs): returned a promise, expected {edits}; a stage does not wait',
    )
    // Nobody waits for it; that it fails then must not end the thread.
    await new Promise(setImmediate)
  })

  test('is refused where it goes back from markdown', () => {
    const stage = (mediaType: string): Stage => ({
      ...{id: mediaType.replace('/', '-'), version: 1, description: 'A stage.', rules, options: z.strictObject({})},
      run: () => ({edits: [], mediaType}) as unknown as StageResult,
    })
    const pipeline = makePipeline(['text/markdown', 'text/plain'].map((type) => ({stage: stage(type), options: {}})))
    expect(() => pipeline.clean(text)).toThrow('stage "text-plain": Unexpected mediaType text/plain: what is markdown')
  })

  test('is taken where it is sound: any iterable, a copy that says where its text stays, a pattern of the user', () => {
    const set = new Set([{start: 18, end: 33, replacement: '', rule: 'twice', copyOf: {start: 0, end: 17}}])
    expect(run(() => ({edits: set})).markdown.trim()).toBe('One 🙂 two three.')
    function* some(): Generator<Edit> {
      yield edit
    }
    expect(run(() => ({edits: some()})).activities[0]?.edits).toHaveLength(1)
    const pattern = run(() => edits({rule: 'twice'}), {}, {rules: [{id: 'twice', class: 'repeat'}]})
    expect(pattern.activities[0]?.edits).toHaveLength(1)
  })

  test('has its annotations recorded in the order of the text, with the text and its place in the raw', () => {
    const at = (start: number, end: number) => ({start, end})
    const {annotations: recorded} = run(() => ({
      edits: [edit],
      annotations: [
        {kind: 'name', at: at(8, 11), value: 'two'},
        {kind: 'name', at: at(0, 3), value: 'one', after: 'Eins', rule: 'cut', reason: 'first', details: {of: '3'}},
      ],
    }))
    expect(recorded.map(({text: of, value, raw, stage}) => [of, value, raw, stage])).toEqual([
      [text.slice(0, 3), 'one', at(0, 3), 'mine'],
      [text.slice(8, 11), 'two', at(8, 11), 'mine'],
    ])
    expect(recorded[0]).toMatchObject({after: 'Eins', rule: 'cut', reason: 'first', details: {of: '3'}})
  })

  test('is what it was when it was returned, whatever becomes of it', () => {
    const kept = {...edit, copyOf: {start: 8, end: 11}}
    const value = ['One']
    const later = (): void => {
      Object.assign(kept, {start: 30, replacement: '\ud83d', rule: 'nobody'})
      kept.copyOf.end = 99
      value.push('two')
    }
    const {activities, facts: found} = run(() => {
      return {edits: [kept], facts: [{field: 'title', value, rule: 'cut'}], messages: []}
    })
    later()
    expect(activities[0]?.edits).toMatchObject([{start: 0, end: 3, replacement: '', rule: 'cut', copyOf: {end: 11}}])
    expect(found).toMatchObject([{value: ['One']}])
  })

  test('is read once: what an edit says cannot change between check and use', () => {
    let asked = 0
    const fickle = {
      ...edit,
      get replacement() {
        return asked++ === 0 ? 'Two' : '\ud83d'
      },
    }
    expect(run(() => ({edits: [fickle]})).markdown).toMatch(/^Two 🙂/u)
  })

  test.each<[string, (document: Document) => void]>([
    ['text', (document) => Object.assign(document, {text: 'Nothing.'})],
    ['facts', ({facts: list}) => (list as unknown[]).push('Nothing.')],
    ['blocks', ({blocks}) => (blocks as unknown[]).pop()],
  ])('cannot be by way of the document: its %s is closed to a stage', (_, change) => {
    const writing = (): unknown =>
      run((document) => {
        change(document)
        return {edits: []}
      })
    expect(writing).toThrow(/^stage "mine" \(mine\.mjs\): threw Cannot /)
  })
})

describe('what a stage throws', () => {
  const circle = new Error('round')
  circle.cause = new Error('and round', {cause: circle})
  const closed = {
    get message() {
      throw new Error('not to be asked')
    },
  }
  const dumb = {
    toString() {
      throw new Error('not to be asked')
    },
  }
  const wall = new Proxy(
    {},
    {
      get() {
        throw new Error('not to be asked')
      },
      getPrototypeOf() {
        throw new Error('not to be asked')
      },
    },
  )
  test.each<[name: string, thrown: unknown, message: string]>([
    ['an error', new TypeError('sprung'), 'threw sprung'],
    ['an error without message', new TypeError(), 'threw TypeError'],
    ['undefined', undefined, 'threw undefined'],
    ['null', null, 'threw null'],
    ['text', 'sprung', 'threw sprung'],
    ['empty text', '', 'threw an empty text'],
    ['a number', 0, 'threw 0'],
    ['a symbol', Symbol('sprung'), 'threw Symbol(sprung)'],
    ['a function', () => undefined, 'threw () => undefined'],
    ['an object', {code: 3}, 'threw an object'],
    ['an object of nothing', Object.create(null), 'threw an object'],
    ['one that is closed', closed, 'threw an object'],
    ['one that is dumb', dumb, 'threw an object'],
    ['one that lets nothing be asked', wall, 'threw an object'],
    ['a circle of causes', circle, 'threw round'],
    ['a message that is no text', Object.assign(new Error(), {message: {}}), 'threw '],
  ])('is told where it is %s', (_, thrown, message) => {
    const throwing = (): unknown =>
      run(() => {
        throw thrown
      })
    expect(throwing).toThrow(StageError)
    expect(throwing).toThrow(`stage "mine" (mine.mjs): ${message}`)
  })

  test('is told while its edits are made', () => {
    function* some(): Generator<Edit> {
      yield edit
      throw 'half way'
    }
    expect(giving({edits: some()})).toThrow('stage "mine" (mine.mjs): threw half way')
  })

  test('is cut where it is endless', () => {
    const throwing = (): unknown =>
      run(() => {
        throw new Error('x'.repeat(100_000))
      })
    expect(throwing).toThrow(/x{900,1000}…$/)
  })

  test('keeps its kind: an error of the document is one, an overlap is one of edits', () => {
    const throwing = (): unknown =>
      run(() => {
        throw new DocumentError('is not for me')
      })
    expect(throwing).toThrow(DocumentError)
    expect(throwing).toThrow('stage "mine" (mine.mjs): is not for me')
    expect(giving({edits: [edit, {...edit, end: 2}]})).toThrow(EditError)
  })
})
