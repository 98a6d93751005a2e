/**
 * Find raws again in a second reading of all, in the order in which they came in the first. What has changed in between costs the
 * container that it has changed in, and no other: whatever stands behind that waits until it is asked for.
 */
import {compareIds} from '../provenance/outputs.js'
import {orderOf} from './collect.js'
import type {RawItem, SourceItem} from './source.js'

/** What is looked for: the id of a document, and whether its raw is one of many in a container. */
export interface Wanted {
  readonly id: string
  readonly isRecord: boolean
}

export class RawSearch {
  readonly #items: AsyncGenerator<SourceItem>
  #waiting: SourceItem | undefined

  constructor(items: AsyncGenerator<SourceItem>) {
    this.#items = items
  }

  /** Find a raw that stands behind those that were found before; undefined where it does not. */
  async find(wanted: Wanted): Promise<RawItem | undefined> {
    const place = placeOf(wanted)
    for (;;) {
      this.#waiting ??= await this.#next()
      const item = this.#waiting
      if (!item || compareIds(placeOfItem(item), place) > 0) return undefined
      this.#waiting = undefined
      if ('read' in item && item.id === wanted.id) return item
    }
  }

  async close(): Promise<void> {
    await this.#items.return(undefined)
  }

  async #next(): Promise<SourceItem | undefined> {
    const {done, value} = await this.#items.next()
    return done ? undefined : value
  }
}

/** Where a raw stands among the others; all records of a container stand where it does. */
function placeOf({id, isRecord}: Wanted): string {
  return isRecord ? id.slice(0, id.lastIndexOf('/') + 1) : id
}

function placeOfItem(item: SourceItem): string {
  if ('unselected' in item) return orderOf(item.unselected)
  return placeOf({id: item.id, isRecord: item.record !== undefined})
}
