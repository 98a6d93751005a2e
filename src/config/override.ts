/**
 * Let a flag of the command line say what a short-hand of the configuration says, whatever is written there. What is wrong
 * with it is told of the flag, not of the file.
 */
import {UsageError} from '../errors.js'
import {shortHands} from './schema.js'
import type {Source} from './source.js'

/** A value from the command line. */
export interface Override {
  /** The short-hand that it stands for. */
  readonly path: readonly [string, string]
  readonly value: unknown
  /** The flag, as it is called in errors. */
  readonly name: string
}

/**
 * Put a value in the place of what a source says.
 *
 * @throws UsageError where the stage is off that the value is for: it would be given for nothing.
 */
export function overridden(source: Source, {path, value, name}: Override): Source {
  const [group, key] = path
  const written: unknown = source.value ?? {}
  const shortHand = shortHands.find((candidate) => candidate.path.join('.') === path.join('.'))
  // What is no mapping is refused as it stands.
  if (!isMapping(written) || !shortHand) return source
  const {stage: id, option} = shortHand
  const stages = isMapping(written['stages']) ? {...written['stages']} : {}
  if (stages[id] === false) {
    throw new UsageError(`${name}: the stage ${id} is off in ${source.name}; turn it on, or leave out ${name}`)
  }
  if (isMapping(stages[id])) {
    const {[option]: _, ...rest} = stages[id]
    stages[id] = rest
  }
  const settings = isMapping(written[group]) ? written[group] : {}
  if (written[group] !== undefined && written[group] !== null && !isMapping(written[group])) return source
  const isHere = (place: readonly PropertyKey[]): boolean => place[0] === group && place[1] === key
  return {
    name: source.name,
    value: {
      ...written,
      ...(isMapping(written['stages']) && {stages}),
      [group]: {...settings, [key]: value},
    },
    error(problems) {
      const elsewhere = problems.filter((problem) => !isHere(problem.path))
      if (elsewhere.length > 0) return source.error(elsewhere)
      return new UsageError(
        problems.map(({text}) => `${name}: ${text.replace(` for ${path.join('.')}`, '')}`).join('\n'),
      )
    },
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
