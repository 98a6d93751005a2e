/**
 * Hand the list of stages to the program. Nothing else in `src/` imports `pipeline/`, so that what is known of scrapes
 * and how they are run stay apart.
 */
import {stages} from '../../pipeline/index.js'
import type {Stage} from '../document/stage.js'

/** The built-in stages, in the order in which they run. */
export const builtInStages: readonly Stage[] = stages

/** Stages without which the others do not see what they expect, markdown in one charset; `--only-stage` keeps them. */
export const foundationStages: readonly string[] = ['decode', 'convert-html', 'convert-text']
