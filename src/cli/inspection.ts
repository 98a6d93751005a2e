/**
 * What the commands that inspect results have in common: where results are, and how they are printed.
 */
import type {Command} from 'commander'
import {loadSettings} from '../config/load.js'
import type {Folders} from '../inspect/record.js'
import {addConfigOption} from './flags.js'

export interface FolderOptions {
  readonly out?: string
  readonly raw?: string
  readonly config?: string
}

/** Add the flags that say where raw scrapes and results are. */
export function addFolderOptions(command: Command): Command {
  return addConfigOption(
    command
      .option('--out <folder>', 'folder of results (default: as configured, or out)')
      .option('--raw <folder>', 'folder of raw scrapes (default: as configured, or raw)'),
  )
}

/** The folders that flags and configuration name; the configuration is read only where a flag is missing. */
export async function foldersOf({out, raw, config}: FolderOptions, cwd: string = process.cwd()): Promise<Folders> {
  if (out !== undefined && raw !== undefined) return {out, raw}
  const configured = await loadSettings({cwd, file: config})
  return {out: out ?? configured.out, raw: raw ?? configured.raw}
}

/** A value as indented JSON, ended by a newline. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
