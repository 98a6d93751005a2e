/**
 * Write a configuration out as YAML that loads back to the same: every default filled in, every short-hand resolved.
 */
import {stringify} from 'yaml'
import type {Config} from './config.js'
import {formatDuration, formatSize} from './units.js'

/** Write a configuration as YAML. */
export function printConfig(config: Config): string {
  const {raw, out, stages, keep, customStages, concurrency, limits} = config
  const written = {
    raw,
    out,
    stages,
    keep,
    customStages,
    concurrency,
    limits: {
      deadline: formatDuration(limits.deadline),
      memory: formatSize(limits.memory * 1024 ** 2),
      bytes: formatSize(limits.bytes),
    },
  }
  return stringify(written, {lineWidth: 0, aliasDuplicateObjects: false})
}
