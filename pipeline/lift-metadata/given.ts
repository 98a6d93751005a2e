/** Take over what came beside the text: fields of a JSON line, headers of an archive's record. */

import type {MetadataFact} from '../../src/document/document.js'
import type {Given} from '../../src/document/given.js'
import {readDeclaredDate} from './declared-dates.js'
import {plainText} from './declared-values.js'
import {statedValue} from './front-matter.js'

/** The facts that came beside a text, in the order of its fields; what is no value of its field is left out. */
export function givenFacts(given: Given['fields'] = {}): MetadataFact[] {
  return Object.entries(given).flatMap(([field, stated]): MetadataFact[] => {
    const texts = [stated].flat().flatMap((text) => plainText(text) ?? [])
    if (texts.length === 0) return []
    const value = texts.length === 1 ? texts[0]! : texts
    const isDate = (field === 'date' || field === 'modified') && typeof value === 'string'
    const read = (isDate ? readDeclaredDate(value) : undefined) ?? statedValue(field, value)
    return read === undefined ? [] : [{field, value: read, rule: 'given'}]
  })
}
