/**
 * Tell which rule is at work while a pattern of it is tried that may be the user's. What somebody wrote may take for ever,
 * and a thread that hangs can say nothing any more: so it is said beforehand. Nothing comes back from here, and what a
 * stage finds does not depend on it.
 */

let watch: ((rule: string | undefined) => void) | undefined

/** Be told of every rule before it is tried, and, with undefined, when that is over. */
export function watchRules(told: (rule: string | undefined) => void): void {
  watch = told
}

/** Say that a rule is tried now. */
export function beginRule(rule: string): void {
  watch?.(rule)
}

/** Say that it is over. */
export function endRules(): void {
  watch?.(undefined)
}
