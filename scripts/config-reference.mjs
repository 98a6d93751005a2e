/**
 * Write the reference of the configuration into docs/configuration.md, from the schema that the program checks it with.
 *
 *     npm run build && node scripts/config-reference.mjs
 *
 * A test holds the document equal to the schema.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const begin = '<!-- reference: begin (written by scripts/config-reference.mjs) -->'
const end = '<!-- reference: end -->'

/** Put the reference in its place in the document. */
export function withReference(document, schema) {
  const from = document.indexOf(begin)
  const to = document.indexOf(end)
  if (from < 0 || to < from) throw new Error('docs/configuration.md has no place for the reference')
  return `${document.slice(0, from + begin.length)}\n\n${reference(schema)}\n${document.slice(to)}`
}

/** The reference: a table of the keys, then one of the options of each stage that has any. */
function reference({properties: {stages, ...top}}) {
  const parts = [
    table(
      Object.entries({...top, stages: {...stages, properties: undefined}}).flatMap(([key, schema]) =>
        rows(key, schema),
      ),
    ),
  ]
  for (const [id, schema] of Object.entries(stages.properties)) {
    const options = schema.anyOf.find(({type}) => type === 'object')?.properties ?? {}
    parts.push(`### ${id}\n\n${schema.description}\n`)
    if (Object.keys(options).length > 0)
      parts.push(table(Object.entries(options).flatMap(([key, option]) => rows(key, option))))
    else parts.push('No options.\n')
  }
  return parts.join('\n')
}

function table(lines) {
  return ['| key | value | default | what it says |', '| --- | --- | --- | --- |', ...lines, ''].join('\n')
}

/** The row of a key, and those of the keys below it. */
function rows(key, schema) {
  const fallback =
    schema.default === undefined || isEmptyMapping(schema.default)
      ? ''
      : code(JSON.stringify(schema.default).replaceAll(',"', ', "'))
  const row = `| ${code(key)} | ${valueNameOf(schema)} | ${fallback} | ${cell(schema.description ?? '')} |`
  return [row, ...below(key, schema)]
}

function below(key, schema) {
  // A short-hand says which option it stands for; what may stand in it is told there.
  if (/\(option `[^`]+` of stage/.test(schema.description ?? '')) return []
  if (schema.anyOf) return schema.anyOf.flatMap((branch) => below(key, branch))
  if (schema.type === 'array') return below(`${key}[]`, schema.items ?? {})
  return Object.entries(schema.properties ?? {}).flatMap(([name, child]) => rows(`${key}.${name}`, child))
}

const typeNames = {
  string: 'text',
  boolean: '`true` or `false`',
  integer: 'whole number',
  number: 'number',
  array: 'list',
  object: 'mapping',
  null: 'nothing',
}

function valueNameOf(schema) {
  if (schema.const !== undefined) return code(String(schema.const))
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(', ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(valueNameOf))].join(' or ')
  if (schema.type === 'array') {
    const items = schema.items && valueNameOf(schema.items)
    return items ? `list of ${items}` : 'list'
  }
  return typeNames[schema.type] ?? 'anything'
}

const isEmptyMapping = (value) => typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const code = (text) => `\`${cell(text)}\``

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {z} = await import('zod')
  const {configSchema} = await import('../dist/src/config/schema.js')
  const {builtInStages} = await import('../dist/src/config/stages.js')
  const file = new URL('../docs/configuration.md', import.meta.url)
  const schema = z.toJSONSchema(configSchema(builtInStages), {io: 'input', unrepresentable: 'any'})
  writeFileSync(file, withReference(readFileSync(file, 'utf8'), schema))
}
