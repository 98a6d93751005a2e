/** Add spellings to a gazetteer file of the user's own, keeping what stands in it, comments included. */
import {randomUUID} from 'node:crypto'
import {existsSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq} from 'yaml'
import {OutputError, UsageError} from '../errors.js'
import {describe} from '../run/system-errors.js'

/** A spelling, and the entry that it is one of. */
export interface NewAlias {
  readonly entry: string
  readonly form: string
  readonly tradition: string
}

/**
 * Add aliases to a YAML list of entries. An entry that is there gets them, another is put at the end.
 *
 * @param path of the file, which is made where there is none.
 * @param faultOf tells what is wrong with the entries that the file would then have.
 * @returns the aliases that were not there yet.
 * @throws UsageError for a file that is no YAML list of entries, or would be none that a configuration can name; OutputError where it
 * cannot be written. The file is then as it was.
 */
export function addAliases(
  path: string,
  aliases: readonly NewAlias[],
  faultOf: (entries: unknown) => string | undefined,
): NewAlias[] {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) throw new UsageError(`${path}: ${error.message.split('\n')[0]}`)
  const list: unknown = document.contents ?? document.createNode([])
  if (!isSeq(list) || !list.items.every((item) => isMap(item))) {
    throw new UsageError(`${path}: expected a list of entries, each with an id; see docs/names.md`)
  }
  // `[]` is written in one line, and what is added to it would be as well.
  list.flow = false
  document.contents = list as typeof document.contents
  const entries = list as YAMLSeq<YAMLMap>
  const added = aliases.filter(({entry, form, tradition}) => {
    let item = entries.items.find((candidate) => candidate.get('id') === entry)
    if (!item) {
      item = document.createNode({id: entry, aliases: []}) as YAMLMap
      entries.add(item)
    }
    let forms = item.get('aliases')
    if (!isSeq(forms)) item.set('aliases', (forms = document.createNode([])))
    const known = forms as YAMLSeq<YAMLMap>
    if (known.items.some((alias) => isMap(alias) && alias.get('form') === form)) return false
    const alias = document.createNode({form, tradition}) as YAMLMap
    alias.flow = true
    known.flow = false
    known.add(alias)
    return true
  })
  const fault = faultOf(document.toJS())
  if (fault !== undefined)
    throw new UsageError(`${path} is left as it is, for with that it could not be read: ${fault}`)
  if (added.length > 0) replaceFile(path, document.toString({lineWidth: 0, flowCollectionPadding: false}))
  return added
}

function replaceFile(path: string, text: string): void {
  const draft = `${path}.${randomUUID()}.tmp`
  try {
    writeFileSync(draft, text)
    renameSync(draft, path)
  } catch (cause) {
    rmSync(draft, {force: true})
    throw new OutputError(`Cannot write ${path}: ${describe(cause)}`, {cause})
  }
}
