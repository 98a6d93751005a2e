/** Work on the items of a stream, a bounded number at once, and give the results in the order of the items. */
import pLimit from 'p-limit'

/**
 * Map a stream in order.
 *
 * What is read ahead is bounded: while the first of the results is waited for, no more than `window` items are under way or
 * done. The first error ends it, once the items that are under way have come to their end: nothing is left half-done.
 *
 * @param concurrency items that are worked on at once.
 * @param window items that may be under way or wait for an earlier one.
 */
export async function* mapOrdered<Item, Result>(
  items: AsyncIterable<Item>,
  {concurrency, window}: {readonly concurrency: number; readonly window: number},
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const limit = pLimit(concurrency)
  const pending: Promise<Result | undefined>[] = []
  let isStopped = false
  try {
    for await (const item of items) {
      const result = limit(async () => (isStopped ? undefined : work(item)))
      // It is waited for in its turn; until then its failure is nobody's unhandled rejection.
      result.catch(() => undefined)
      pending.push(result)
      if (pending.length >= window) yield (await pending.shift()!) as Result
    }
    while (pending.length > 0) yield (await pending.shift()!) as Result
  } finally {
    isStopped = true
    await Promise.allSettled(pending)
  }
}
