/** What it means for a run that a file cannot be written: the end of all, or of one document. */
import {DocumentError, OutputError, UsageError} from '../errors.js'
import {describe} from './system-errors.js'

/** Errors that the next file would meet as well. */
const fatal = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE'])

/**
 * Make an error of what the system says of a file that was to be written.
 *
 * @param target the file.
 * @param path the same below the output folder.
 * @returns OutputError where the disk is full or closed to us; DocumentError where only this file cannot be written.
 */
export function writeError(target: string, path: string, cause: unknown): Error {
  if (cause instanceof UsageError) return cause
  const {code} = cause as NodeJS.ErrnoException
  if (code === undefined) return cause as Error
  if (!fatal.has(code)) return new DocumentError(`cannot write ${path}: ${describe(cause)}`, {cause})
  const advice =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? 'make room and run again'
      : code === 'EMFILE' || code === 'ENFILE' || code === 'EIO'
        ? 'run again'
        : 'make the folder writable, or name another output folder'
  return new OutputError(`Cannot write ${target}: ${describe(cause)}. What was written so far is whole; ${advice}.`, {
    cause,
  })
}

/**
 * Do something that writes to a file which is not one document's alone.
 *
 * @throws OutputError for whatever the system says against it.
 */
export async function writing<Result>(target: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write()
  } catch (cause) {
    const error = writeError(target, target, cause)
    throw error instanceof DocumentError ? new OutputError(error.message, {cause}) : error
  }
}
