/** `palimpsest verify`: prove an output folder, and say what does not hold. Exits with 1 when something does not. */
import {resolve} from 'node:path'
import type {Command} from 'commander'
import {loadSettings} from '../config/load.js'
import {UsageError} from '../errors.js'
import {coloursFor} from '../inspect/palette.js'
import {checkIds, checks} from '../provenance/verify/checks.js'
import type {Finding} from '../provenance/verify/report.js'
import type {Verification} from '../provenance/verify/verify.js'
import {addConfigOption} from './flags.js'
import {printable} from './table.js'

const pc = coloursFor()

interface VerifyOptions {
  readonly raw?: string
  readonly config?: string
  readonly json?: true
  readonly quiet?: true
  readonly list?: true
}

const help = `
Every finding names the file, the place where that can be told, the check, and what to do. Without the raw folder, restored
raws are held against the digests that the run recorded.

Exit codes: 0 when every promise holds, warnings or not; 1 when one does not; 2 when there is no manifest to begin with, or
the call or the configuration is wrong.

Examples:
  palimpsest verify                              out/ against raw/
  palimpsest verify results --raw scrapes        other folders
  palimpsest verify --list                       what each check proves`

/** Add `palimpsest verify` to the program. */
export function registerVerify(program: Command): void {
  const command = program
    .command('verify')
    .description('Prove from raw, clean and provenance that every character is accounted for; change nothing.')
    .argument('[OUT]', 'folder of results (default: as configured, or out)')
    .option('--raw <folder>', 'folder of raw scrapes (default: as configured, for the configured OUT)')
    .option('--json', 'print the outcome as JSON')
    .option('--quiet', 'print findings only')
    .option('--list', 'print what each check proves, and check nothing')
  addConfigOption(command)
    .addHelpText('after', help)
    .action(async (out: string | undefined, options: VerifyOptions) => {
      if (options.list) {
        process.stdout.write(options.json ? `${JSON.stringify(checks, null, 2)}\n` : listChecks())
        return
      }
      const {verifyOutput} = await import('../provenance/verify/verify.js')
      const folders = await findFolders(out, options)
      const verification = await verifyOutput(folders.out, folders.raw)
      if (options.json) process.stdout.write(`${JSON.stringify(verification, null, 2)}\n`)
      else process.stdout.write(describeVerification(verification, options.quiet ?? false))
      process.exitCode = verification.isSound ? 0 : 1
    })
}

async function findFolders(
  out: string | undefined,
  {raw, config: file}: VerifyOptions,
): Promise<{out: string; raw?: string}> {
  const {isFolder} = await import('../provenance/verify/verify.js')
  if (raw !== undefined && !(await isFolder(raw))) throw new UsageError(`No raw folder at ${raw}; check --raw`)
  if (out !== undefined && raw !== undefined) return {out, raw}
  const config = await loadSettings({cwd: process.cwd(), file})
  if (out === undefined) return {out: config.out, raw: raw ?? config.raw}
  // Which raw folder another output was made of, nobody can tell.
  return resolve(out) === resolve(config.out) ? {out, raw: config.raw} : {out}
}

function listChecks(): string {
  const width = Math.max(...checkIds.map((id) => id.length))
  return checkIds.map((id) => `${id.padEnd(width)}  ${checks[id].proves}\n`).join('')
}

function describeVerification(
  {isSound, documents, hasRaw, checks: made, findings}: Verification,
  isQuiet: boolean,
): string {
  const lines = findings.flatMap(describeFinding)
  if (isQuiet) return lines.join('')
  const width = Math.max(...checkIds.map((id) => id.length))
  if (lines.length > 0) lines.push('\n')
  lines.push(`${'check'.padEnd(width)}  ${'made'.padStart(7)}  findings\n`)
  for (const id of checkIds) {
    const count = findings.filter(({check}) => check === id).length
    const found = count > 0 ? pc.red(String(count)) : '–'
    lines.push(`${id.padEnd(width)}  ${String(made[id] ?? '–').padStart(7)}  ${found}\n`)
  }
  if (!hasRaw) {
    lines.push(
      '\nThe raw folder was not compared (see --raw): what is restored has the digests that the run recorded.\n',
    )
  }
  const count = `${documents} ${documents === 1 ? 'document' : 'documents'}`
  lines.push(
    `\n${isSound ? pc.green(`${count}: every promise holds.`) : pc.red(`${count}: not every promise holds.`)}\n`,
  )
  return lines.join('')
}

function describeFinding({check, level, file, place, message, advice}: Finding): string[] {
  const where = place === undefined ? file : `${file}:${place}`
  const mark = level === 'error' ? pc.red(check) : pc.yellow(`${check} (warning)`)
  return [`${printable(where)}: ${mark}: ${printable(message)}\n`, `  ${advice}\n`]
}
