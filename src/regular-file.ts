/**
 * Read a file that somebody may have put in the place of another: never wait for a pipe, never read a device without end.
 *
 * Links are followed, for folders of results may hold them by choice.
 */
import {constants} from 'node:fs'
import {open} from 'node:fs/promises'

/**
 * Read a regular file.
 *
 * @throws an error of the file system, with its code; EISDIR for a folder, EFTYPE for a pipe, a socket or a device.
 */
export async function readRegularFile(path: string): Promise<Buffer> {
  // Without O_NONBLOCK the opening of a pipe would wait until somebody writes to it.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = await handle.stat()
    if (stats.isDirectory()) throw Object.assign(new Error('it is a folder'), {code: 'EISDIR'})
    if (!stats.isFile()) throw Object.assign(new Error('it is not a regular file'), {code: 'EFTYPE'})
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}
