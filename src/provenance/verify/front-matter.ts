/** Read the front matter of a clean file, and hold it against what the manifest and the provenance file say. */
import {isDeepStrictEqual} from 'node:util'
import {parse} from 'yaml'
import type {ManifestEntry, ManifestRun, Provenance} from '../model.js'
import {quote} from './text.js'

export interface FrontMatter {
  /** The fields; undefined when there is no front matter. */
  readonly fields?: Record<string, unknown>
  /** The same as they are written, numbers and truth values as text. */
  readonly written?: Record<string, unknown>
  /** Where the body begins, in UTF-16 code units. */
  readonly end: number
  readonly error?: string
}

/** Read the front matter: from a first line `---` to the next such line. */
export function readFrontMatter(clean: string): FrontMatter {
  const opening = /^---[ \t]*(?:\n|$)/.exec(clean)
  const closing = opening && /(?<![^\n])---[ \t]*(?=\n|$)/.exec(clean.slice(opening[0].length))
  if (!opening || !closing) return {end: 0}
  const start = opening[0].length
  const end = start + closing.index + closing[0].length
  try {
    const yaml = clean.slice(start, start + closing.index)
    const fields: unknown = parse(yaml, {maxAliasCount: 0})
    if (fields !== null && typeof fields === 'object' && !Array.isArray(fields)) {
      const written: unknown = parse(yaml, {maxAliasCount: 0, schema: 'failsafe'})
      return {fields: fields as Record<string, unknown>, written: written as Record<string, unknown>, end}
    }
    return {end, error: 'the front matter is no mapping'}
  } catch (error) {
    return {end, error: `the front matter is not YAML: ${(error as Error).message.split('\n')[0]}`}
  }
}

/**
 * Tell where front matter, manifest and facts differ.
 *
 * @param stages what the run says of its stages: the one that writes the front matter may be off or rename fields.
 */
export function frontMatterDifferences(
  {fields = {}, written = {}, error}: FrontMatter,
  metadata: ManifestEntry['metadata'],
  facts: Provenance['metadata'],
  stages: ManifestRun['pipeline']['stages'],
): string[] {
  const differences: string[] = []
  const expected = expectedFields(metadata, stages)
  const stated = new Set(facts.flatMap(({field, rule}) => (rule === 'front-matter' ? [field] : [])))
  // Where nothing is written, what stands at the head of the text is the author's own.
  if (Object.keys(expected).length > 0) {
    if (error !== undefined) return [error]
    for (const name of new Set([...Object.keys(expected), ...Object.keys(fields)])) {
      if (isDeepStrictEqual(fields[name], expected[name])) continue
      // What front matter stated as a number or a truth value is one still; the manifest has its text.
      if (stated.has(name) && typeof fields[name] !== 'string' && written[name] === expected[name]) continue
      differences.push(`${name} is ${show(fields[name])} here and ${show(expected[name])} in the manifest`)
    }
  }
  // A later stage may know better: the last fact about a field counts.
  const last = new Map(facts.map(({field, value}) => [field, value]))
  for (const name of new Set([...Object.keys(metadata), ...last.keys()])) {
    const fact = last.get(name)
    if (isDeepStrictEqual(fact, metadata[name])) continue
    differences.push(`${name} is ${show(fact)} in the provenance file and ${show(metadata[name])} in the manifest`)
  }
  return differences
}

/** The front matter that follows from the metadata. */
function expectedFields(
  metadata: ManifestEntry['metadata'],
  stages: ManifestRun['pipeline']['stages'],
): Record<string, unknown> {
  const writer = stages.find(({id}) => id === 'write-front-matter')
  if (!writer || writer.options['place'] === 'beside') return {}
  const names = (writer.options['fields'] ?? {}) as Record<string, unknown>
  const nameOf = (field: string): unknown => (Object.hasOwn(names, field) ? names[field] : field)
  const entries = Object.entries(metadata).map(([field, value]) => [nameOf(field), value] as const)
  return Object.fromEntries(entries.filter(([name]) => name !== false).map(([name, value]) => [String(name), value]))
}

function show(value: unknown): string {
  return value === undefined ? 'missing' : quote(typeof value === 'string' ? value : JSON.stringify(value))
}
