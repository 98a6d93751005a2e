/**
 * What holds where nothing is written: of the configuration, what has to be known before the rest of it is loaded. The
 * schema takes its defaults from here; this file loads nothing.
 */
import type {Config} from './config.js'

/** Folders of raw scrapes and of results. */
export const defaultFolders: Pick<Config, 'raw' | 'out'> = {raw: 'raw', out: 'out'}

/** Milliseconds, megabytes, bytes. */
export const defaultLimits: Config['limits'] = {deadline: 30_000, memory: 1024, bytes: 64 * 1024 ** 2}
