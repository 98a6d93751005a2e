/** Show a progress bar on stderr: on a terminal only, and only for work that takes longer than a moment. */
import type {SingleBar} from 'cli-progress'

/** Time after which a person begins to wonder, in milliseconds. */
const patience = 1000

export interface Progress {
  readonly update: (done: number, total: number) => void
  readonly stop: () => void
}

/**
 * Start to watch a piece of work.
 *
 * @param what the things that are counted.
 */
export function startProgress(what = 'documents'): Progress {
  if (!process.stderr.isTTY) return {update: () => {}, stop: () => {}}
  const start = performance.now()
  let bar: SingleBar | undefined
  let latest = {done: 0, total: 0}
  let isStopped = false
  const show = async (): Promise<void> => {
    const {default: progress} = await import('cli-progress')
    if (isStopped) return
    const format = `{bar} {value}/{total} ${what}, {eta_formatted} left`
    bar = new progress.SingleBar({
      stream: process.stderr,
      format,
      clearOnComplete: true,
      hideCursor: null,
      etaBuffer: 50,
    })
    bar.start(latest.total, latest.done)
  }
  let isShown = false
  return {
    update(done, total) {
      latest = {done, total}
      if (bar) bar.update(done)
      else if (!isShown && performance.now() - start > patience) {
        isShown = true
        void show()
      }
    },
    stop() {
      isStopped = true
      bar?.stop()
    },
  }
}
