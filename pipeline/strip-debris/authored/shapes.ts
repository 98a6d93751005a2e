/** What the forms of authored text have in common: how a sentence ends, what a page's own line looks like. */
import type {Match} from '../match.js'
import type {Unit} from '../units.js'

/** Find the units of one form: what they say like a page, they say as a part of the text. */
export type FindAuthored = (units: readonly Unit[], matches: readonly (Match | undefined)[]) => readonly number[]

const end = /[.!?…։。！？؟۔।॥።][)\]"”»’'*_]*$/u
const cutShort = /(?:\.\.\.|…)["”»’'*_]*$/u

/** Tell a sentence, however short, from a label and from a teaser that breaks off. */
export function isSaid({plain, words, linked}: Unit): boolean {
  return words > 0 && linked < 0.3 && end.test(plain) && !cutShort.test(plain)
}

/** Tell a line that may be of any text: a paragraph, an item or a heading with words that lead nowhere. */
export function isLine({type, words, linked}: Unit): boolean {
  return (type === 'paragraph' || type === 'list' || type === 'heading') && words > 0 && linked < 0.3
}
