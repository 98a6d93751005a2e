/** Where front matter goes is no matter of taste once results stand in shards: a row has its metadata beside its text. */
import type {Config} from './config.js'

const stage = 'write-front-matter'

/** The configuration of a run, by the form of its results. */
export function withPlace(config: Config): Config {
  return config.format === 'files' ? config : withMetadataBeside(config)
}

/** The same configuration with metadata beside the text. */
export function withMetadataBeside(config: Config): Config {
  const options = config.stages[stage]
  return options ? {...config, stages: {...config.stages, [stage]: {...options, place: 'beside'}}} : config
}
