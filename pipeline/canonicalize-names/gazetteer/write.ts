/** Short forms in which the tables of the gazetteer are written. */
import type {Alias, NameEntry, Needs, Tradition} from '../entry.js'

/** Scripts of the languages that are not written in Latin letters. */
const scripts: Readonly<Record<string, string>> = {hy: 'Armn', ru: 'Cyrl', uk: 'Cyrl'}

/** Spellings that English texts have beside the form of their tradition. */
export const spelled = (tradition: Tradition, ...forms: readonly string[]): Alias[] =>
  forms.map((form) => ({form, tradition, kind: 'spelling'}))

/** Wrong spellings. */
export const misspelled = (tradition: Tradition, ...forms: readonly string[]): Alias[] =>
  forms.map((form) => ({form, tradition, kind: 'misspelling'}))

/** Forms that are right in another language. */
export const foreign = (tradition: Tradition, language: string, ...forms: readonly string[]): Alias[] =>
  forms.map((form) => {
    const script = scripts[language]
    return {form, tradition, kind: 'transliteration', language, ...(script !== undefined && {script})}
  })

/** A name out of use; it belongs to its years, and stays. */
export const former = (tradition: Tradition, form: string, years?: string): Alias => ({
  form,
  tradition,
  kind: 'former',
  ...(years !== undefined && {years}),
  needs: 'never',
})

/** Names that only some use for a place that is called otherwise there: chosen, so that they stay. */
export const exonyms = (tradition: Tradition, ...forms: readonly string[]): Alias[] =>
  forms.map((form) => ({form, tradition, kind: 'exonym', needs: 'never'}))

/** Aliases that need something around them. */
export const needing = (needs: Needs, aliases: readonly Alias[]): Alias[] => aliases.map((alias) => ({...alias, needs}))

/** Aliases that are also something else, which words of the paragraph tell. */
export const unlessNear = (elsewhere: readonly string[], aliases: readonly Alias[]): Alias[] =>
  aliases.map((alias) => ({...alias, elsewhere}))

/** An entry whose mentions are recorded and stay as they are. */
export const staying = (entry: Omit<NameEntry, 'stays'>): NameEntry => ({...entry, stays: true})
