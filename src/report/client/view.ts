/** What a view gives to be shown. */
import type {Child} from './dom.js'
import type {Keys} from './keys.js'

export interface Shown {
  readonly title: string
  readonly body: readonly Child[]
  /** Keys that mean something here, beside those that do everywhere. */
  readonly keys?: Keys
  /** Called when it stands in the page. */
  readonly onShown?: () => void
  /** Called before it is printed. */
  readonly onPrint?: () => void
}
