/**
 * Rewrite front matter in TOML as YAML, which is what the later stages read.
 *
 * Text, numbers, dates and lists of them are carried over. A table among the values is carried over by its name alone, so
 * that lift-metadata reports it as it reports a mapping in YAML. What is no TOML is not touched unless all of it looks
 * like TOML: then it becomes code, so that nothing takes it for text.
 */
import {parse, TomlDate, TomlError} from 'smol-toml'
import type {Message} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import {findTomlFrontMatter} from '../../src/document/toml-front-matter.js'

/** What becomes of the head of a text. */
export interface TomlHead {
  /** Where the text begins that is no front matter. */
  readonly end: number
  readonly edits: readonly Edit[]
  readonly messages: readonly Message[]
}

/** Lists in lists, and tables in them, beyond which TOML is not read. */
const mostNesting = 100
/** A line that somebody wrote as TOML, rightly or not. */
const tomlLine = /^(?:[ \t#\]}"',[]|$|[\p{L}\p{N}_.-]{1,100}[ \t]*=)/u
/** A key that YAML has room for between quotes, without escapes. */
const quotableKey = /^[^"\\\p{Cc}]{1,200}$/u

/** Rewrite the TOML front matter of a text; undefined for a text that has none. */
export function tomlHead(text: string): TomlHead | undefined {
  const found = findTomlFrontMatter(text)
  if (!found) return undefined
  const {bodyStart, bodyEnd, end} = found
  const source = text.slice(bodyStart, bodyEnd)
  const yaml = yamlOf(source)
  if (yaml !== undefined) {
    return {end, edits: [{start: 0, end, replacement: `---\n${yaml}---`, rule: 'toml-front-matter'}], messages: []}
  }
  const messages: Message[] = [
    {
      level: 'warning',
      rule: 'unread-toml',
      at: {start: 0, end},
      text: 'The front matter is no TOML, or TOML beyond all use, and was not read.',
    },
  ]
  if (!source.split('\n').every((line) => tomlLine.test(line))) return {end: 0, edits: [], messages}
  let longest = 2
  for (const [marks] of source.matchAll(/`{3,}/g)) longest = Math.max(longest, marks.length)
  const fence = '`'.repeat(longest + 1)
  const edits: Edit[] = [
    {start: 0, end: bodyStart - 1, replacement: `${fence}toml`, rule: 'unread-toml'},
    {start: bodyEnd, end, replacement: fence, rule: 'unread-toml'},
  ]
  return {end, edits, messages}
}

/** The fields of TOML as lines of YAML; undefined for what is no TOML, or has keys that cannot be carried over. */
function yamlOf(source: string): string | undefined {
  let table: Record<string, unknown>
  try {
    table = parse(source, {integersAsBigInt: true, maxDepth: mostNesting})
  } catch (error) {
    if (error instanceof TomlError) return undefined
    throw error
  }
  let yaml = ''
  for (const key of Object.keys(table)) {
    if (!quotableKey.test(key)) return undefined
    // Keys in quotes tell it from what this pipeline writes.
    yaml += `"${key}": ${yamlValue(table[key])}\n`
  }
  return yaml
}

function yamlValue(value: unknown): string {
  if (!Array.isArray(value)) return scalar(value) ?? '{}'
  const items = value.map(scalar)
  return items.includes(undefined) ? '{}' : `[${items.join(', ')}]`
}

/** A value as text in quotes, which JSON and YAML write alike; undefined for a table or a list. */
function scalar(value: unknown): string | undefined {
  if (value instanceof TomlDate) return JSON.stringify(value.toISOString().replace(/\.000(?=\D|$)/, ''))
  // Both write truth values and whole numbers alike, and what they are must not be lost.
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  return typeof value === 'object' ? undefined : JSON.stringify(String(value))
}
