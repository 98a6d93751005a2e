/** What is known of how pages die, for whoever visits them. The stage itself visits none: it reads records. */
import {deadVerdicts} from '../record.js'
import {missingPhrases, missingTitles} from './missing-pages.js'
import {parkedPhrases, parkers} from './parked-domains.js'
import {isSnapshot} from './snapshots.js'

export const rotSigns: {
  readonly dead: ReadonlySet<string>
  readonly isSnapshot: (address: string) => boolean
  readonly missing: ReadonlySet<string>
  readonly missingPhrases: readonly string[]
  readonly parkers: readonly string[]
  readonly parkedPhrases: readonly string[]
  readonly archive: string
} = {
  dead: deadVerdicts,
  isSnapshot,
  missing: new Set(missingTitles),
  missingPhrases,
  parkers,
  parkedPhrases,
  /** The availability API of the Wayback Machine. */
  archive: 'https://archive.org/wayback/available',
}
