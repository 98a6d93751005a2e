/**
 * Write a configuration out as YAML that loads back to the same: every default filled in, every short-hand resolved, but
 * for lists that files gave, which are named.
 */
import {stringify} from 'yaml'
import type {Config, OptionFile} from './config.js'
import {formatDuration, formatSize} from './units.js'

/** Write a configuration as YAML. */
export function printConfig(config: Config): string {
  const {files, raw, out, keep, customStages, decisions, concurrency, format, shards, jsonl, limits} = config
  const written = {
    raw,
    out,
    stages: withoutFiles(config),
    ...shortHandsOf(files),
    keep,
    customStages,
    ...(decisions.items.length > 0 && {decisions: decisions.file}),
    concurrency,
    format,
    shards: {size: formatSize(shards.size), gzip: shards.gzip},
    jsonl,
    limits: {
      deadline: formatDuration(limits.deadline),
      memory: formatSize(limits.memory * 1024 ** 2),
      bytes: formatSize(limits.bytes),
    },
  }
  return stringify(written, {lineWidth: 0, aliasDuplicateObjects: false})
}

/** The options of stages without the items that files gave: a hundred thousand of them are nothing to read. */
export function withoutFiles({stages, files}: Pick<Config, 'stages' | 'files'>): Config['stages'] {
  return Object.fromEntries(
    Object.entries(stages).map(([id, options]) => {
      if (!options) return [id, options]
      const own = {...options}
      for (const {stage, option, items} of files) {
        if (stage !== id) continue
        const list = own[option] as readonly unknown[]
        own[option] = list.slice(0, list.length - items)
      }
      return [id, own]
    }),
  )
}

/** The short-hands that name files. */
function shortHandsOf(files: readonly OptionFile[]): Record<string, unknown> {
  const written: Record<string, unknown> = {}
  for (const {path, file} of files) {
    const [group = '', key] = path
    written[group] = key === undefined ? file : {...(written[group] as object | undefined), [key]: file}
  }
  return written
}
