/** Read the front matter of a clean file, and hold it against what the manifest and the provenance file say. */
import {isDeepStrictEqual} from 'node:util'
import {parse} from 'yaml'
import type {ManifestEntry, Provenance} from '../model.js'
import {quote} from './text.js'

export interface FrontMatter {
  /** The fields; undefined when there is no front matter. */
  readonly fields?: Record<string, unknown>
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
    const fields: unknown = parse(clean.slice(start, start + closing.index), {maxAliasCount: 0})
    if (fields !== null && typeof fields === 'object' && !Array.isArray(fields)) {
      return {fields: fields as Record<string, unknown>, end}
    }
    return {end, error: 'the front matter is no mapping'}
  } catch (error) {
    return {end, error: `the front matter is not YAML: ${(error as Error).message.split('\n')[0]}`}
  }
}

/** Tell where front matter, manifest and facts differ. */
export function frontMatterDifferences(
  {fields, error}: FrontMatter,
  metadata: ManifestEntry['metadata'],
  facts: Provenance['metadata'],
): string[] {
  const differences: string[] = []
  const names = Object.keys(metadata)
  if (error !== undefined) differences.push(error)
  else if (fields === undefined) {
    if (names.length > 0) differences.push('there is no front matter, but the manifest has metadata')
  } else {
    for (const name of new Set([...names, ...Object.keys(fields)])) {
      if (isDeepStrictEqual(fields[name], metadata[name])) continue
      differences.push(`${name} is ${show(fields[name])} here and ${show(metadata[name])} in the manifest`)
    }
  }
  // A later stage may know better: the last fact about a field counts.
  const last = new Map(facts.map(({field, value}) => [field, value]))
  for (const name of new Set([...names, ...last.keys()])) {
    const fact = last.get(name)
    if (isDeepStrictEqual(fact, metadata[name])) continue
    differences.push(`${name} is ${show(fact)} in the provenance file and ${show(metadata[name])} in the manifest`)
  }
  return differences
}

function show(value: unknown): string {
  return value === undefined ? 'missing' : quote(typeof value === 'string' ? value : JSON.stringify(value))
}
