/**
 * The form of a gazetteer: what is known of one named thing, its spellings, and which of them each profile writes.
 *
 * A spelling belongs to a tradition. To bring a spelling to the form of its own tradition is repair; to bring it to the
 * form of another is renaming, which is read as taking a side and therefore kept out of protected contexts.
 */

/** Who spells it so: `shared` forms are used by all. */
export type Tradition = 'armenian' | 'azerbaijani' | 'shared'

/** What sort of variant a spelling is; also the rule that an edit of it is recorded under. */
export type AliasKind = 'spelling' | 'transliteration' | 'misspelling' | 'exonym' | 'former'

export interface Alias {
  /** As it is written in running text, capitals included. */
  readonly form: string
  readonly tradition: Tradition
  readonly kind: AliasKind
  /** BCP 47 language in which this form is right; missing for forms of English. In other than English text nothing changes. */
  readonly language?: string
  /** Years of use of a former name, where known. */
  readonly years?: string
  /**
   * What must stand around it before it counts as this thing, for forms that are also something else: `place`, any sign
   * of a place (a preposition, a verb of motion, another name of the gazetteer); `settlement`, the words "town of" and
   * the like; `never`, recognised only to be left alone.
   */
  readonly needs?: 'place' | 'settlement' | 'never'
}

/** A case that holds for the default profile and is run as a test. */
export interface NameExample {
  readonly text: string
  /** Missing for a text that stays. */
  readonly becomes?: string
}

export interface NameEntry {
  /** Kebab-case, stable; built on the ISO 3166-2 code where there is one. */
  readonly id: string
  readonly iso?: string
  readonly wikidata?: string
  /** The form of each tradition: what a spelling is repaired to. A tradition without a form keeps its spellings. */
  readonly forms: Readonly<Partial<Record<Tradition, string>>>
  /** The form that a profile writes. A profile that is missing keeps each tradition's own form. */
  readonly profiles: Readonly<Record<string, string>>
  readonly aliases: readonly Alias[]
  /** The canonical forms that are also something else, and so need the same signs as an alias. */
  readonly ambiguous?: readonly string[]
  /** Words of a paragraph that say that another thing of the same name is meant; matched from their beginning. */
  readonly elsewhere?: readonly string[]
  /** Why care is needed, for a person. */
  readonly hazards?: readonly string[]
  readonly examples?: readonly NameExample[]
}

/** A spelling that is certainly a slip: no other word, no name. */
export interface Correction {
  readonly wrong: string
  readonly right: string
}

/** A person's name with the letters of its language and without. */
export interface PersonalName {
  readonly full: string
  readonly plain: string
}
