/** Refuse what is damaged, with a message that names the file and the place, and check what was read by its schema. */
import type {z} from 'zod'
import {DocumentError} from '../errors.js'

/** A file of the output is missing, damaged, or contradicts another. */
export class ProvenanceError extends DocumentError {
  override name = 'ProvenanceError'
}

/** Parse JSON that this program wrote. */
export function parseJson(text: string, path: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw damaged(path, place, (cause as Error).message)
  }
}

/** Hold a value against its schema. */
export type Validate = <Value>(schema: z.ZodType<Value>, value: unknown, path: string, place: string) => Value

/** The schemas and how to apply them, loaded when there is something to read: they are slow to load, and help asks for none. */
export async function validation(): Promise<typeof import('./schema.js') & {readonly validate: Validate}> {
  const [{prettifyError}, schemas] = await Promise.all([import('zod'), import('./schema.js')])
  return {
    ...schemas,
    validate(schema, value, path, place) {
      const result = schema.safeParse(value)
      if (result.success) return result.data
      throw damaged(path, place, prettifyError(result.error))
    },
  }
}

/** The error of something damaged. */
export function damaged(path: string, place: string, why: string): ProvenanceError {
  return new ProvenanceError(
    `Damaged ${path}${place && ` (${place})`}: ${why}; run \`palimpsest verify\` for all findings`,
  )
}
