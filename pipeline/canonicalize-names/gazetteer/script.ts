/** Tell the script of a form from its letters. */

const latin = /^[\p{Script=Latin}\P{L}]*$/u
const someLatin = /\p{Script=Latin}/u

/** Whether all letters of a form are Latin ones. */
export function isLatin(form: string): boolean {
  return latin.test(form)
}

/** Whether a form has Latin letters among others, one of which most likely only looks like what was meant. */
export function isMixed(form: string): boolean {
  return someLatin.test(form) && !isLatin(form)
}

/**
 * Whether a form is written in a script.
 *
 * @param script ISO 15924 code.
 * @returns undefined where Unicode knows no such script.
 */
export function isWrittenIn(form: string, script: string): boolean | undefined {
  try {
    return new RegExp(`^[\\p{Script_Extensions=${script}}\\P{L}]*$`, 'u').test(form)
  } catch {
    return undefined
  }
}
