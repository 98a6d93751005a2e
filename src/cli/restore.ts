/** `palimpsest restore`: the raw, byte for byte, from the output folder alone. */
import {randomUUID} from 'node:crypto'
import type {Stats} from 'node:fs'
import {link, mkdir, open, rename, rm, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Command} from 'commander'
import {loadSettings} from '../config/load.js'
import {OutputError, UsageError} from '../errors.js'
import {visible} from '../inspect/visible.js'
import type {ManifestDocument} from '../provenance/model.js'
import {findDocument, ProvenanceError, readManifest} from '../provenance/read.js'
import {restoreRaw} from '../provenance/restore.js'
import {readRegularFile} from '../regular-file.js'
import {describe} from '../run/system-errors.js'
import {ShardReader} from '../shards/reader.js'
import {addConfigOption} from './flags.js'

interface RestoreOptions {
  readonly to?: string
  readonly out?: string
  readonly config?: string
  readonly all?: true
  readonly force?: true
}

const help = `
Bytes that have not the recorded digest are never given out. A file that is there already is left alone where it holds the
same bytes; where it differs, it is replaced with --force only.

Exit codes: 0 when all that was asked for is restored; 1 when a document failed in the run, is damaged or, with --all, could not
be written over a file that differs; 2 when the call or the configuration is wrong, or nothing can be written.

Examples:
  palimpsest restore 000_example > page.html
  palimpsest restore 000_example --to page.html
  palimpsest restore --all --to raw-again        every raw, under its path`

/** Add `palimpsest restore` to the program. */
export function registerRestore(program: Command): void {
  const command = program
    .command('restore')
    .description('Give back a raw, byte for byte, from clean text and provenance; the raw folder is not needed.')
    .argument('[DOC]', 'id, path of the raw or the clean file, or the beginning of an id')
    .option('--to <file>', 'write to a file, or with --all to a folder (default: standard output)')
    .option('--out <folder>', 'folder of results (default: as configured, or out)')
    .option('--all', 'restore every document')
    .option('--force', 'replace files that are there already and differ')
  addConfigOption(command)
    .addHelpText('after', help)
    .action(async (name: string | undefined, options: RestoreOptions) => {
      const out = options.out ?? (await loadSettings({cwd: process.cwd(), file: options.config})).out
      const manifest = await readManifest(out)
      if (options.all) process.exitCode = await restoreAll(out, manifest.documents, name, options)
      else await restoreOne(out, findDocument(manifest, nameOf(name), out), options)
    })
}

function nameOf(name: string | undefined): string {
  if (name !== undefined) return name
  throw new UsageError('No document named; name one, or restore them all: palimpsest restore --all --to FOLDER')
}

async function restoreOne(out: string, entry: ManifestDocument, {to, force}: RestoreOptions): Promise<void> {
  const bytes = await restoreRaw(out, entry)
  if (to !== undefined) await writeRestored(to, bytes, force ?? false)
  else await new Promise((resolve) => process.stdout.write(bytes, resolve))
}

async function restoreAll(
  out: string,
  documents: readonly ManifestDocument[],
  name: string | undefined,
  {to, force}: RestoreOptions,
): Promise<number> {
  if (name !== undefined) throw new UsageError(`Unexpected document ${name}, expected none with --all`)
  if (to === undefined) throw new UsageError('No folder to restore to; name one: palimpsest restore --all --to FOLDER')
  let count = 0
  const missed: string[] = []
  const shards = new ShardReader(out)
  for (const entry of documents) {
    try {
      if (entry.raw.path.split('/').some((part) => ['', '.', '..'].includes(part))) {
        throw new ProvenanceError(`The raw path ${entry.raw.path} leads out of its folder; run \`palimpsest verify\``)
      }
      await writeRestored(join(to, pathOf(entry)), await restoreRaw(out, entry, shards), force ?? false)
      count++
    } catch (error) {
      if (!(error instanceof ProvenanceError) && !(error instanceof ExistsError)) throw error
      missed.push(entry.id)
      process.stderr.write(`palimpsest: ${visible(error.message)}\n`)
    }
  }
  await shards.close()
  const rest = missed.length > 0 ? `, ${missed.length} not` : ''
  process.stderr.write(`${count} ${count === 1 ? 'document' : 'documents'} restored to ${visible(to)}${rest}\n`)
  return missed.length > 0 ? 1 : 0
}

/** Where a raw goes: a record of a container into a folder that is called as the container. */
function pathOf({id, raw}: ManifestDocument): string {
  return raw.record === undefined ? raw.path : `${raw.path}/${id.slice(id.lastIndexOf('/') + 1)}`
}

/** A file stands where one should be written. */
class ExistsError extends UsageError {
  override name = 'ExistsError'
}

/** Write a file whole or not at all; one that is there with the same bytes is left alone. */
async function writeRestored(path: string, bytes: Uint8Array, isForced: boolean): Promise<void> {
  const draft = join(dirname(path), `.palimpsest-${randomUUID()}.tmp`)
  try {
    const there = await statOf(path)
    if (there?.isDirectory()) throw new UsageError(`${path} is a folder; name a file`)
    // Nothing is put in the place of a device, forced or not.
    if (there && !there.isFile()) {
      throw new UsageError(`${path} is no regular file; name another, or leave out --to and redirect the output`)
    }
    await mkdir(dirname(path), {recursive: true})
    const handle = await open(draft, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (isForced) await rename(draft, path)
    else await renameToNew(draft, path)
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    const {code} = cause as NodeJS.ErrnoException
    if (code === undefined) throw cause
    if (code !== 'EEXIST') throw new OutputError(`Cannot write ${path}: ${describe(cause)}`, {cause})
    if (!(await holds(path, bytes))) {
      throw new ExistsError(`${path} exists and differs; use --force to replace it`, {cause})
    }
  } finally {
    await rm(draft, {force: true}).catch(() => undefined)
  }
}

/** What stands at a path; undefined for nothing, and for what only the attempt to write can tell of. */
async function statOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined)
}

/** Tell whether a file has these very bytes. */
async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return Buffer.compare(await readRegularFile(path, bytes.length), bytes) === 0
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException
    if (code === undefined) throw cause
    if (code === 'EFBIG') return false
    throw new ExistsError(`${path} exists and cannot be compared: ${describe(cause)}; use --force to replace it`, {
      cause,
    })
  }
}

/** Give a file its name unless there is one of that name: unlike a rename, a link refuses to replace. */
async function renameToNew(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    // Not every file system has links.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(code ?? '')) throw error
    if (await statOf(path)) throw Object.assign(new Error('file exists'), {code: 'EEXIST'})
    await rename(draft, path)
  }
}
