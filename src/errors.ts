/**
 * Errors, typed by what follows from them. Anything else that is thrown is a bug and keeps its stack.
 */

/** The call or the configuration is wrong: nothing is begun, and the program exits with 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** One document cannot be worked on: it is reported and left out, the others go on, and the run exits with 1. */
export class DocumentError extends Error {
  override name = 'DocumentError'
}

/** The output cannot be written (full disk, no permission): the run stops, what it wrote stays whole; exits with 2. */
export class OutputError extends Error {
  override name = 'OutputError'
}
