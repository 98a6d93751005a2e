/**
 * `palimpsest stages`: the stages in the order in which they run, those that the configuration turns off included.
 */
import type {Command} from 'commander'
import type {Config} from '../config/config.js'
import {loadConfig} from '../config/load.js'
import {type StageEntry, stageTable} from '../inspect/catalogue.js'
import {type Palette, paletteFor} from '../inspect/palette.js'
import {addConfigOption} from './flags.js'
import {json} from './inspection.js'

const help = `
Stages are turned on and off, and given options, under "stages" in palimpsest.config.yaml.

Exit codes: 0 fine; 2 a wrong call or configuration.

Examples:
  palimpsest stages          what runs, in order
  palimpsest stages --json   the same for programs`

/** Add the command to the program. */
export function registerStages(program: Command): void {
  const command = program
    .command('stages')
    .description('List the stages in order: version, on or off, number of rules, what each does.')
    .option('--json', 'as JSON')
  addConfigOption(command)
    .addHelpText('after', help)
    .action(async (flags: {readonly config?: string; readonly json?: boolean}) => {
      const config = await loadConfig({cwd: process.cwd(), file: flags.config})
      process.stdout.write(listStages(await stagesOf(config), flags, paletteFor()))
    })
}

/** All stages of a configuration in order, the user's own among them. */
export async function stagesOf(config: Config): Promise<StageEntry[]> {
  const {buildPipeline} = await import('../config/build.js')
  const {builtInStages} = await import('../config/stages.js')
  // A stage that is off has its place all the same: the pipeline is built with all of them on.
  const all = Object.fromEntries(Object.entries(config.stages).map(([id, options]) => [id, options || {}]))
  const {stages} = await buildPipeline({...config, stages: all})
  const builtIn = new Set(builtInStages.map(({id}) => id))
  return stages.map(({stage}) => ({stage, isOn: config.stages[stage.id] !== false, isCustom: !builtIn.has(stage.id)}))
}

/** The output of the command. */
export function listStages(entries: readonly StageEntry[], flags: {readonly json?: boolean}, palette: Palette): string {
  if (!flags.json) return stageTable(entries, palette)
  return json(
    entries.map(({stage: {id, version, description, rules}, isOn, isCustom}) => {
      return {id, version, description, rules: rules.length, isOn, isCustom}
    }),
  )
}
