/**
 * Say what was thrown, whatever it is: a stage of the user's own may throw anything, and what is asked for its message may
 * throw again.
 */

/** What can be told of a value that was thrown. */
export interface Thrown {
  readonly message: string
  readonly stack: string
}

/** A message goes into the manifest and on the screen; what is longer than this is cut. */
const longestMessage = 1000

/** Describe a thrown value; never throws itself. */
export function describeThrown(thrown: unknown): Thrown {
  const message = messageOf(thrown)
  const short = message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message
  return {message: short, stack: textOf(thrown, 'stack') ?? short}
}

/** Tell whether a thrown value is of a class; of one that does not let itself be asked, it is not. */
export function isThrown<Class>(thrown: unknown, type: abstract new (...args: never[]) => Class): thrown is Class {
  try {
    return thrown instanceof type
  } catch {
    return false
  }
}

/** Causes that are looked through: longer chains are circles. */
const mostCauses = 20

/** The first cause of an error, or the value itself where it has none. */
export function rootCause(thrown: unknown): unknown {
  let root = thrown
  for (let steps = 0; steps < mostCauses; steps++) {
    const cause = isThrown(root, Error) ? memberOf(root, 'cause') : undefined
    if (cause === undefined) break
    root = cause
  }
  return root
}

/** Tell whether the stack of calls ran out, be it behind other errors. */
export function isDepthExceeded(thrown: unknown): boolean {
  const root = rootCause(thrown)
  return isThrown(root, RangeError) && /call stack/i.test(textOf(root, 'message') ?? '')
}

function messageOf(thrown: unknown): string {
  const message = textOf(thrown, 'message')
  if (message) return message
  let text = ''
  try {
    text = String(thrown)
  } catch {
    // It does not let itself be shown.
  }
  if (typeof thrown === 'object' && thrown !== null) return text && !text.startsWith('[object') ? text : 'an object'
  return text || (typeof thrown === 'string' ? 'an empty text' : `a ${typeof thrown}`)
}

function textOf(thrown: unknown, name: 'message' | 'stack'): string | undefined {
  const value = memberOf(thrown, name)
  return typeof value === 'string' ? value : undefined
}

function memberOf(thrown: unknown, name: 'message' | 'stack' | 'cause'): unknown {
  if ((typeof thrown !== 'object' && typeof thrown !== 'function') || thrown === null) return undefined
  try {
    return (thrown as Record<typeof name, unknown>)[name]
  } catch {
    return undefined
  }
}
