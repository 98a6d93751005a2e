/**
 * Run again whenever there is something else to run on, until somebody stops it.
 *
 * What there is is looked at, not listened to: a look is the same on every file system and in every container, misses nothing, and
 * costs little beside a run. A run begins when two looks in a row are alike, so that a file that still grows is waited for; what
 * changes during a run is seen by the next look. There is never more than one run at a time.
 */

export interface Watch {
  /** Tell what there is: two answers are alike where nothing has changed in between. */
  readonly look: () => Promise<string>
  /** Run; tells whether it came to its end, whatever became of documents. */
  readonly run: () => Promise<boolean>
  /** Wait until the next look. */
  readonly wait: () => Promise<void>
  readonly isStopped: () => boolean
}

/** So many looks after a run that could not be made (the folder was locked, the disk full) it is tried again, unasked. */
const looksToRetry = 15

/** Watch until it is stopped. The first run is made at once. */
export async function watch({look, run, wait, isStopped}: Watch): Promise<void> {
  let last = await look()
  let done = last
  let isFine = await run()
  for (let looks = 1; !isStopped(); looks++) {
    await wait()
    if (isStopped()) return
    const now = await look()
    const isSettled = now === last
    last = now
    if (!isSettled || (now === done && (isFine || looks < looksToRetry))) continue
    // What there is now, not what there will be once the run has ended.
    done = now
    isFine = await run()
    looks = 0
  }
}
