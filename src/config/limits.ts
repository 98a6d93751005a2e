/** The limits that hold where none are written: milliseconds, megabytes, bytes. Loads nothing, so that `clean` can ask first. */
import type {Config} from './config.js'

export const defaultLimits: Config['limits'] = {deadline: 30_000, memory: 1024, bytes: 64 * 1024 ** 2}
