/**
 * Stand-off annotations: what a stage recognised in the text, whether it changed it or not.
 *
 * An edit says what changed; an annotation says what a thing is. It proves nothing and moves nothing: replaying a document
 * needs none.
 */
import type {Range} from './range.js'

export interface Annotation {
  /** What sort of thing it is, such as `name` or `link`; kebab-case. */
  readonly kind: string
  /** Where it stands in the text that the stage was given. */
  readonly at: Range
  /** What it is: the id of the place that a name means, the address that a link has. */
  readonly value: string
  /** What stands for the text at `at` now, or for `value` where the kind says so; `''` for what is gone; missing for what stayed. */
  readonly after?: string
  /** Rule that changed it. */
  readonly rule?: string
  /** Why it stayed, or became what it is. */
  readonly reason?: string
  /** What else is known of it, by names that the kind defines. */
  readonly details?: Readonly<Record<string, string>>
}
