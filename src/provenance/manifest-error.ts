/** Say why a manifest cannot be read: whoever looks for one has the same to say. */
import {UsageError} from '../errors.js'
import {describe} from '../run/system-errors.js'

/**
 * Make the error of a manifest that is not there or cannot be read.
 *
 * @param path of the manifest.
 * @param cause what the file system said; anything else is a bug, and given back as it is.
 */
export function manifestError(path: string, cause: unknown): unknown {
  const {code} = cause as NodeJS.ErrnoException
  if (code === undefined) return cause
  const message =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? `No manifest at ${path}; run \`palimpsest run\` first, or name the output folder`
      : `Cannot read the manifest ${path}: ${describe(cause)}; ${adviceFor(code)}`
  return new UsageError(message, {cause})
}

function adviceFor(code: string): string {
  if (code === 'EACCES' || code === 'EPERM') return 'make it readable, or name another output folder'
  if (code === 'EISDIR' || code === 'EFTYPE' || code === 'ENXIO' || code === 'ELOOP') {
    return 'remove it and run `palimpsest run`, or name another output folder'
  }
  return 'try again, or name another output folder'
}
