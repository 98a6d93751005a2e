/**
 * What the commands that inspect results have in common: where results are, and how they are printed.
 */
import {type Command, InvalidArgumentError} from 'commander'
import {loadConfig} from '../config/load.js'
import type {Folders} from '../inspect/record.js'

export interface FolderOptions {
  readonly out?: string
  readonly raw?: string
  readonly config?: string
}

/** Add the flags that say where raw scrapes and results are. */
export function addFolderOptions(command: Command): Command {
  return command
    .option('--out <folder>', 'folder of results (default: as configured, or out)')
    .option('--raw <folder>', 'folder of raw scrapes (default: as configured, or raw)')
    .option('--config <file>', 'configuration file (default: palimpsest.config.yaml)')
}

/** The folders that flags and configuration name; the configuration is read only where a flag is missing. */
export async function foldersOf({out, raw, config}: FolderOptions, cwd: string = process.cwd()): Promise<Folders> {
  if (out !== undefined && raw !== undefined) return {out, raw}
  const configured = await loadConfig({cwd, file: config})
  return {out: out ?? configured.out, raw: raw ?? configured.raw}
}

/** Read a flag's value as a whole number from 0. */
export function parseCount(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('Expected a whole number from 0.')
  return Number(value)
}

/** A value as indented JSON, ended by a newline. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
