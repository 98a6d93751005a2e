/** The text of `docs/configuration.md` with its reference written anew from the JSON Schema of the configuration. */
export function withReference(document: string, schema: unknown): string
