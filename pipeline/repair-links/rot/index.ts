/** What is known of how pages die, for whoever visits them. The stage itself visits none: it reads records. */
import {missingPhrases, missingTitles} from './missing-pages.js'
import {parkedPhrases, parkers} from './parked-domains.js'

export const rotSigns: {
  readonly missing: ReadonlySet<string>
  readonly missingPhrases: readonly string[]
  readonly parkers: readonly string[]
  readonly parkedPhrases: readonly string[]
  readonly archive: string
} = {
  missing: new Set(missingTitles),
  missingPhrases,
  parkers,
  parkedPhrases,
  /** The availability API of the Wayback Machine. */
  archive: 'https://archive.org/wayback/available',
}
