/** Find the fields of a JSON object that mean something here, and bring their values into the form of metadata. */

/** The value of a field by its name; a name with dots leads into nested objects where no field has that very name. */
export function fieldOf(object: object, name: string): unknown {
  if (Object.hasOwn(object, name)) return (object as Record<string, unknown>)[name]
  let value: unknown = object
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<string, unknown>)[part]
  }
  return value
}

/** The first of some fields that is a string with something in it, and its name. */
export function textOf(
  object: object,
  names: readonly string[],
): {readonly field: string; readonly text: string} | undefined {
  for (const field of names) {
    const text = fieldOf(object, field)
    if (typeof text === 'string' && /\S/.test(text)) return {field, text}
  }
  return undefined
}

/** The first of some fields that identifies its object: a string, or a number that JSON has not rounded. */
export function idOf(object: object, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fieldOf(object, name)
    if (typeof value === 'string' && /\S/.test(value)) return value.trim()
    if (Number.isSafeInteger(value)) return String(value)
  }
  return undefined
}

/** No title is as long as this, nor a description. */
const longestValue = 10_000

/**
 * The first of some fields that holds a metadata value: a string, on one line; the text of a number; a list of such. Truth values
 * and objects are none.
 *
 * @param isDate whether a date is asked for. A bare number may then be seconds, milliseconds or days since whenever: it is none.
 */
export function metadataOf(
  object: object,
  names: readonly string[],
  isDate: boolean,
): string | readonly string[] | undefined {
  for (const name of names) {
    const value = fieldOf(object, name)
    if (!Array.isArray(value)) {
      const single = singleValue(value, isDate)
      if (single !== undefined) return single
      continue
    }
    const list = value.map((item) => singleValue(item, isDate)).filter((item) => item !== undefined)
    if (list.length > 0) return list
  }
  return undefined
}

function singleValue(value: unknown, isDate: boolean): string | undefined {
  if (typeof value === 'number') return isDate ? undefined : String(value)
  if (typeof value !== 'string' || value.length > longestValue) return undefined
  // Through bytes, since half a surrogate pair is no character and cannot be written to a file.
  const text = Buffer.from(value)
    .toString()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return text === '' || (isDate && isEpoch(text)) ? undefined : text
}

/** Tell a count of seconds, or of parts of them, since 1970 from digits that spell a date and a time. */
function isEpoch(text: string): boolean {
  return /^-?\d{9,}(?:\.\d+)?$/.test(text) && !/^(?:19|20)\d\d(?:0[1-9]|1[0-2])\d{6}(?:\d\d)?$/.test(text)
}
