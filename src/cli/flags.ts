/** Flags that several commands have: one wording, one way to read them. */
import {type Command, InvalidArgumentError} from 'commander'
import type {Override} from '../config/override.js'

/** Values of the flags that choose stages; missing where none was given. */
export interface StageFlags {
  readonly onlyStage?: readonly string[]
  readonly skipStage?: readonly string[]
}

/** Add the flags that choose stages. */
export function addStageOptions(command: Command): Command {
  return command
    .option('--only-stage <id>', 'run only this stage, and those that make markdown of the raw; repeatable', collect)
    .option('--skip-stage <id>', 'leave out this stage; repeatable', collect)
}

/** Add the flag that names the configuration file. */
export function addConfigOption(command: Command): Command {
  return command.option('--config <file>', 'configuration (default: palimpsest.config.yaml, if there is one)')
}

/** Value of the flag that chooses the spelling of names; missing where it was not given. */
export interface NamesFlag {
  readonly names?: string
}

/** Add the flag that chooses the spelling of names. */
export function addNamesOption(command: Command): Command {
  return command.option(
    '--names <profile>',
    'spelling of names: international, armenian, azerbaijani, same-tradition, annotate, or one of your own (default: names.profile, as configured)',
  )
}

/** What the flag says in place of the configuration. */
export function namesOverride({names}: NamesFlag): Override | undefined {
  return names === undefined ? undefined : {path: ['names', 'profile'], value: names, name: '--names'}
}

/** Gather the values of a flag that may be given more than once. It has no default value, which the help would print. */
export function collect(value: string, previous: readonly string[] | undefined): string[] {
  return [...(previous ?? []), value]
}

/** Make a reader of whole numbers, for the value of a flag. */
export function parseWhole(least: number, most: number): (value: string) => number {
  return (value) => {
    if (/^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value)
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`)
  }
}
