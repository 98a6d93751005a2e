/**
 * Write a field of front matter whose YAML is plain to see, without a library for it: most values are a line of words, an address or
 * a day, and the library makes a document of them. What it writes is what the library would; of anything else it writes nothing.
 */

/** Names that are no words of YAML in any version of it. */
const plainName = /^(?!true$|null$|false$)[a-z_]{4,}$/
/** One line that begins with a letter, holds nothing that is written in another way, and is no word of YAML, nor a number as `e5` is to it. */
const words =
  /^(?!(?:y|n|yes|no|on|off|true|false|null|e[-+]?\d+)$)\p{L}[^\p{Surrogate}\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]*$/iu
/** What a line without quotes must not hold. */
const needsQuotes = /: | #|[ :]$/
const day = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})?)?$/

/** Write a field and its value, a line each; undefined where that takes more knowledge of YAML. */
export function plainField(name: string, value: string | readonly string[]): string | undefined {
  if (!plainName.test(name)) return undefined
  if (typeof value === 'string') {
    const scalar = plainScalar(value)
    return scalar && `${name}: ${scalar}\n`
  }
  let field = value.length > 0 ? `${name}:\n` : undefined
  for (const item of value) {
    const scalar = plainScalar(item)
    field = scalar && field && `${field}  - ${scalar}\n`
  }
  return field
}

function plainScalar(value: string): string | undefined {
  if (day.test(value)) return `"${value}"`
  if (!words.test(value)) return undefined
  if (!needsQuotes.test(value)) return value
  return /["\\]/.test(value) ? undefined : `"${value}"`
}
