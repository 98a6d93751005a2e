/** Hold work to a time of the processor: on a busy machine the clock tells of other processes as well. */
import {expect} from 'vitest'

/** Do work that must take less than so many seconds of this process. */
export function expectWithin(seconds: number, work: () => void): void {
  const before = process.cpuUsage()
  work()
  const {user, system} = process.cpuUsage(before)
  expect((user + system) / 1_000_000, 'seconds of the processor').toBeLessThan(seconds)
}
