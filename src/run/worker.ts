/** A worker thread: what it does, with the results handed over and not copied. */
import {setImmediate} from 'node:timers/promises'
import {move, transferableSymbol, valueSymbol, workerData} from 'piscina'
import {loadBundled} from '../bundle.js'
import type {CleanOutcome, CleanTask, WorkerSettings} from './clean-task.js'

const settings = workerData as WorkerSettings
const {config} = settings
// Stages of the user's own import the package, of whose modules the bundle holds copies: with both, nothing were the same thing.
const hasOwn = !('cwd' in config) && config.customStages.length > 0
const {makeCleaner} = hasOwn ? await import('./clean-task.js') : await (await loadBundled()).loadCleanTask()
const clean = makeCleaner(settings)

export default async function work(task: CleanTask): Promise<CleanOutcome> {
  const outcome = await clean(task)
  // Between tasks the pool has the thread wait without its event loop, in which alone closed ports are given up: each would stay. What
  // a stage of the user's own left behind in the loop may end the thread, and must not before its outcome is told.
  if (!hasOwn) await setImmediate()
  if (!outcome.ok) return outcome
  return move({
    [transferableSymbol]: [outcome.clean.buffer, outcome.provenance.buffer],
    [valueSymbol]: outcome,
  }) as unknown as CleanOutcome
}
