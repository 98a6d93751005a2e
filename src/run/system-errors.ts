/** Say in words what the error codes of the file system mean, for messages that are the same on every machine. */

/** Say in words what an error of the file system means. */
export function describe(error: unknown): string {
  const {code, message} = error as NodeJS.ErrnoException
  return (code && systemErrors[code]) || (code ?? message)
}

const systemErrors: Readonly<Record<string, string>> = {
  EACCES: 'permission denied (EACCES)',
  EPERM: 'operation not permitted (EPERM)',
  EROFS: 'the file system is read-only (EROFS)',
  ENOSPC: 'no space is left on the disk (ENOSPC)',
  EDQUOT: 'the disk quota is used up (EDQUOT)',
  ENOENT: 'it is not there (ENOENT)',
  ENOTDIR: 'a part of its path is a file, not a folder (ENOTDIR)',
  EISDIR: 'a folder stands there (EISDIR)',
  ENOTEMPTY: 'a folder stands there (ENOTEMPTY)',
  EEXIST: 'something else stands there (EEXIST)',
  ELOOP: 'its symbolic links go round in a circle (ELOOP)',
  ENAMETOOLONG: 'its name is too long (ENAMETOOLONG)',
  EMFILE: 'too many files are open (EMFILE)',
  EFTYPE: 'it is a pipe, a socket or a device, not a regular file (EFTYPE)',
  EFBIG: 'it is too large (EFBIG)',
  ENXIO: 'it is a pipe, a socket or a device, not a regular file (ENXIO)',
  EIO: 'the disk reports an error (EIO)',
}
