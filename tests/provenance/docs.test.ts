/** What docs/provenance.md says is true: it names every field, and its Python finds what the lineage finds. */
import {execFileSync} from 'node:child_process'
import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {jsonSchemaOf} from '../../src/cli/schema.js'
import type {Provenance} from '../../src/provenance/model.js'
import {makePipeline} from '../../src/run/pipeline.js'
import {makeOutput, sampleRaws, toyStages} from './outputs.js'

const docs = await readFile(new URL('../../docs/provenance.md', import.meta.url), 'utf8')

const fieldsOf = (schema: unknown): string[] => {
  if (schema === null || typeof schema !== 'object') return []
  const {properties} = schema as {properties?: object}
  return [...Object.keys(properties ?? {}), ...Object.values(schema).flatMap(fieldsOf)]
}

test.each(['provenance', 'manifest'] as const)('every field of the %s schema is explained', async (subject) => {
  const fields = new Set(fieldsOf(await jsonSchemaOf(subject)))
  expect(fields.size).toBeGreaterThan(15)
  expect([...fields].filter((field) => !docs.includes(`\`${field}\``))).toEqual([])
})

const python = (): string | undefined => {
  try {
    execFileSync('python3', ['--version'])
    return 'python3'
  } catch {
    return undefined
  }
}

test.skipIf(!python())('the Python finds the raw behind every character of the clean text', async () => {
  const {out} = await makeOutput(sampleRaws)
  const path = join(out, 'provenance/a.json')
  const provenance = JSON.parse(await readFile(path, 'utf8')) as Provenance
  const source = /```python\n([\s\S]*?)```/.exec(docs)![1]!
  expect(source.split('\n').filter((line) => line.startsWith('    ') || line.startsWith('def')).length).toBeLessThan(16)
  // One start of Python for all offsets: the last line, which asks for one, is asked in a loop.
  const script = join(out, 'ranges.py')
  const all = source.replace(
    /^print\(.*\)$/m,
    [
      'provenance = json.load(open(sys.argv[1], encoding="utf-8"))',
      'print(json.dumps([raw_range(provenance, offset) for offset in range(int(sys.argv[2]))]))',
    ].join('\n'),
  )
  expect(all).not.toBe(source)
  await writeFile(script, all)
  const {characters} = provenance.clean
  const ranges: [number, number][] = JSON.parse(execFileSync('python3', [script, path, String(characters)]).toString())
  const raw = [...sampleRaws['a.txt']!]
  const clean = [...(await readFile(join(out, 'clean/a.md'), 'utf8'))]
  const {lineage, decoded} = makePipeline(toyStages).clean(sampleRaws['a.txt']!, 'a')
  expect(ranges).toHaveLength(clean.length)
  let kept = 0
  let unit = 0
  for (const [offset, [start, end]] of ranges.entries()) {
    if (end === start + 1 && raw[start] === clean[offset]) kept++
    const expected = lineage.originOf({start: unit, end: unit + clean[offset]!.length})
    const startUnit = raw.slice(0, start).join('').length
    expect(startUnit).toBeGreaterThanOrEqual(expected.start)
    expect(startUnit).toBeLessThanOrEqual(expected.end)
    unit += clean[offset]!.length
  }
  expect(decoded.text.length).toBe(raw.join('').length)
  expect(kept).toBeGreaterThan(20)
  // Asked as the page shows it, it prints one range.
  await writeFile(script, source)
  expect(JSON.parse(execFileSync('python3', [script, path, '80']).toString())).toEqual(ranges[80])
})
