/**
 * Load the configuration: find the file, read it, check it, complete it. Nothing of the raw is touched before that.
 *
 * What that takes, the stages above all, is loaded when a configuration is, so that the help of the program need not wait for it.
 */
import {existsSync} from 'node:fs'
import {dirname, isAbsolute, join, relative, resolve} from 'node:path'
import type {Stage} from '../document/stage.js'
import {UsageError} from '../errors.js'
import type {Config} from './config.js'
import {defaultFolders, defaultLimits} from './defaults.js'
import type {Override} from './override.js'

/** The configuration that is looked for where the program runs. */
const configFileName = 'palimpsest.config.yaml'

export interface LoadOptions {
  /** Folder in which the program runs. */
  readonly cwd: string
  /** The configuration file, relative to `cwd`; without it `palimpsest.config.yaml` in `cwd` is read, if there is one. */
  readonly file?: string | undefined
  /** The stages that may be configured; the built-in ones when missing. */
  readonly stages?: readonly Stage[] | undefined
  /** What a flag says in place of the configuration. */
  readonly override?: Override | undefined
  /** Short-hands (`links.records`) whose file need not be there yet; it is then an empty one. */
  readonly mayLack?: readonly string[] | undefined
}

/**
 * Load the configuration of a project. What is not written has its default, so no file at all is fine.
 *
 * @throws UsageError for a file that was asked for and is not there, that cannot be read, or that says what it cannot;
 *   its message names file, line and column, and what to do, a line for each problem.
 */
export async function loadConfig({cwd, file, stages: given, override, mayLack = []}: LoadOptions): Promise<Config> {
  const {readSource, valueSource} = await import('./source.js')
  const {completeConfig} = await import('./complete.js')
  const {overridden} = await import('./override.js')
  const stages = given ?? (await import('./stages.js')).builtInStages
  const path = resolve(cwd, file ?? configFileName)
  const name = file === undefined || isAbsolute(file) ? (file ?? configFileName) : relative(cwd, path) || file
  const written = readSource(path, name)
  if (!written && file !== undefined) {
    throw new UsageError(`${name}: no such file, expected a configuration; check --config`)
  }
  const source = written ?? valueSource(join(cwd, configFileName), undefined)
  const folder = written ? dirname(path) : cwd
  return completeConfig(
    override ? overridden(source, override) : source,
    {cwd, folder, mayLack, hasDecisions: true},
    stages,
  )
}

/** What is asked of a configuration by who runs no stage, or has others load them. */
export type Settings = Pick<Config, 'raw' | 'out' | 'limits'>

/**
 * Load what a configuration says of folders and limits. Where there is no file, that is known without loading the stages.
 *
 * @throws as `loadConfig`, for whatever is wrong in it.
 */
export async function loadSettings(
  options: Pick<LoadOptions, 'cwd' | 'file' | 'override'>,
): Promise<Settings | Config> {
  const isWritten =
    options.file !== undefined || options.override !== undefined || existsSync(join(options.cwd, configFileName))
  return isWritten ? loadConfig(options) : {...defaultFolders, limits: defaultLimits}
}
