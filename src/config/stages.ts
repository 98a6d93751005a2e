/**
 * Hand the list of stages to the program, and what else it needs of what is known of scrapes. Nothing else in `src/` imports `pipeline/`, so that what is known of scrapes
 * and how they are run stay apart.
 */

import type {z} from 'zod'
import type {NameOptions} from '../../pipeline/canonicalize-names/options.js'
import {suggestNames} from '../../pipeline/canonicalize-names/suggest/index.js'
import {stages} from '../../pipeline/index.js'
import {deadVerdicts, linkRecordSchema} from '../../pipeline/repair-links/record.js'
import {missingPhrases, missingTitles} from '../../pipeline/repair-links/rot/missing-pages.js'
import {parkedPhrases, parkers} from '../../pipeline/repair-links/rot/parked-domains.js'
import {isSnapshot} from '../../pipeline/repair-links/rot/snapshots.js'
import type {Stage} from '../document/stage.js'
import type {Near} from '../inspect/suggestions.js'
import type {LinkRecord} from '../links/records-file.js'
import type {RotSigns} from '../links/rot.js'
import {check} from './problems.js'

/** The built-in stages, in the order in which they run. */
export const builtInStages: readonly Stage[] = stages

/** Stages without which the others do not see what they expect, markdown in one charset; `--only-stage` keeps them. */
export const foundationStages: readonly string[] = ['decode', 'convert-html', 'convert-text']

/** The stage whose options are the gazetteer. */
export const namesStage = 'canonicalize-names'

/** Tells the first thing that is wrong with the entries of a gazetteer file, and where. */
export function faultOfNames(entries: unknown): string | undefined {
  const stage = builtInStages.find(({id}) => id === namesStage)!
  const [problem] = check(stage.options, {entries}).problems ?? []
  return problem && `${problem.path.join('.')}: ${problem.text}`
}

/** Tells which words are near to a name that the complete options of that stage know. */
export const nearNames = (options: object, words: Iterable<string>): readonly Near[] =>
  suggestNames(options as NameOptions, words)
/** What a record of a visited link is, as the stage reads it that mends links. */
export const linkRecords: z.ZodType<LinkRecord> = linkRecordSchema

/** How pages look that are not there any more. */
export const signsOfRot: RotSigns = {
  dead: deadVerdicts,
  isSnapshot,
  missing: new Set(missingTitles),
  missingPhrases,
  parkers,
  parkedPhrases,
  archive: 'https://archive.org/wayback/available',
}
