/**
 * Hand the list of stages to the program. Nothing else in `src/` imports `pipeline/`, so that what is known of scrapes
 * and how they are run stay apart.
 */
import type {NameOptions} from '../../pipeline/canonicalize-names/options.js'
import {suggestNames} from '../../pipeline/canonicalize-names/suggest/index.js'
import {stages} from '../../pipeline/index.js'
import type {Stage} from '../document/stage.js'
import type {Near} from '../inspect/suggestions.js'

/** The built-in stages, in the order in which they run. */
export const builtInStages: readonly Stage[] = stages

/** Stages without which the others do not see what they expect, markdown in one charset; `--only-stage` keeps them. */
export const foundationStages: readonly string[] = ['decode', 'convert-html', 'convert-text']

/** The stage whose options are the gazetteer. */
export const namesStage = 'canonicalize-names'

/** Tells which words are near to a name that the complete options of that stage know. */
export const nearNames = (options: object, words: Iterable<string>): readonly Near[] =>
  suggestNames(options as NameOptions, words)
