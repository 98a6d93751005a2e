/** A stage that changes nothing and keeps the document that it was last given: what the stages before it make of a raw. */
import {z} from 'zod'

export function makeProbe() {
  const probe = {
    document: undefined,
    stage: {
      id: 'probe',
      version: 1,
      description: '',
      rules: [],
      options: z.strictObject({}),
      run(document) {
        probe.document = document
        return {edits: []}
      },
    },
  }
  return probe
}
