/** When a watch runs, and when it waits. */
import {describe, expect, test} from 'vitest'
import {watch} from '../../src/watch/watch.js'

/** What is seen, look after look, and where in it runs begin: `!` is one that could not be made. */
async function runsAt(looks: string, failing: readonly number[] = []): Promise<string> {
  let next = 0
  let runs = 0
  let story = ''
  let isRunning = false
  await watch({
    look: async () => {
      const now = looks[Math.min(next++, looks.length - 1)]!
      story += now
      return now
    },
    run: async () => {
      expect(isRunning).toBe(false)
      isRunning = true
      await new Promise((resolve) => setImmediate(resolve))
      isRunning = false
      const isFine = !failing.includes(runs++)
      story += isFine ? '(run)' : '(!)'
      return isFine
    },
    wait: async () => {},
    isStopped: () => next >= looks.length,
  })
  return story
}

describe('a watch', () => {
  test('runs at once, and not again where nothing changes', async () => {
    expect(await runsAt('aaaaa')).toBe('a(run)aaaa')
  })

  test('runs where something has changed, once two looks are alike', async () => {
    expect(await runsAt('aabbbb')).toBe('a(run)abb(run)bb')
  })

  test('waits for what still grows', async () => {
    expect(await runsAt('abcdeee')).toBe('a(run)bcdee(run)e')
  })

  test('does not run for what came and went between', async () => {
    expect(await runsAt('aabaaa')).toBe('a(run)abaaa')
  })

  test('sees what changes during a run', async () => {
    // What the run began with is what it was made of: the next look is another.
    expect(await runsAt('abbccc')).toBe('a(run)bb(run)cc(run)c')
  })

  test('tries again what could not be made once something changes, or after a while', async () => {
    expect(await runsAt('aaabbb', [0])).toBe('a(!)aabb(run)b')
    expect(await runsAt('a'.repeat(20), [0])).toBe(`a(!)${'a'.repeat(15)}(run)aaaa`)
    expect(await runsAt('a'.repeat(34), [0, 1])).toBe(`a(!)${'a'.repeat(15)}(!)${'a'.repeat(15)}(run)aaa`)
  })
})
