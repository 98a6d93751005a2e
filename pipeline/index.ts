/**
 * What is done to a scrape: the stages, in the order in which they run. This list is the only place that knows the order.
 */
import type {Stage} from '../src/document/stage.js'
import {applyDecisions} from './apply-decisions.js'
import {canonicalizeNames} from './canonicalize-names/index.js'
import {collapseWhitespace} from './collapse-whitespace.js'
import {convertHtml} from './convert-html/index.js'
import {convertText} from './convert-text/index.js'
import {decode} from './decode.js'
import {dropCorpusRepeats} from './drop-corpus-repeats/index.js'
import {dropRepeats} from './drop-repeats/index.js'
import {joinBrokenLines} from './join-broken-lines/index.js'
import {liftMetadata} from './lift-metadata/index.js'
import {repairLinks} from './repair-links/index.js'
import {repairMojibake} from './repair-mojibake.js'
import {stripDebris, stripDebrisAgain} from './strip-debris/index.js'
import {writeFrontMatter} from './write-front-matter.js'

export const stages: readonly Stage[] = [
  decode,
  repairMojibake,
  convertHtml,
  convertText,
  liftMetadata,
  stripDebris,
  repairLinks,
  dropRepeats,
  // Once more: what stood beside a second copy, or looked like something else for a broken link, shows only now.
  stripDebrisAgain,
  dropCorpusRepeats,
  // Behind all that removes by rule, so that what they have removed already needs no decision.
  applyDecisions,
  joinBrokenLines,
  canonicalizeNames,
  collapseWhitespace,
  writeFrontMatter,
]
