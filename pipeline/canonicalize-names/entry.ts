/**
 * The form of a gazetteer: what is known of one named thing, its spellings, and which of them each profile writes.
 *
 * A spelling belongs to a **tradition**: those who write so. A tradition is any word (`armenian`, `ukrainian`); `shared` is
 * the one of all. `forms` has the form of each tradition, to which its other spellings, the `aliases`, are brought. That is
 * repair, and every profile does it. To bring a spelling to the form of another tradition is renaming, which is read as taking
 * a side: only a profile that has a form for the entry does it, and only in the author's own running text.
 *
 * A **profile** is looked up in an entry by its name: first among `profiles`, then among `forms`, so that the profile
 * `armenian` writes the Armenian form wherever there is one and nothing else is said. Where it finds neither, nothing is
 * renamed. `same-tradition` finds nothing anywhere.
 */

/** Who spells it so; `shared` spellings are used by all. */
export type Tradition = string

/** What sort of variant a spelling is; also the rule that an edit of it is recorded under. */
export type AliasKind = 'spelling' | 'transliteration' | 'misspelling' | 'exonym' | 'former'

/**
 * What must stand around a spelling before it counts as this thing, for spellings that are also something else: `place`, any sign
 * of a place (a preposition, a verb of motion, another name of the gazetteer); `settlement`, the words "town of" and
 * the like; `never`, recognised only to be recorded and left alone.
 */
export type Needs = 'place' | 'settlement' | 'never'

export interface Alias {
  /** As it is written in running text, capitals included. */
  readonly form: string
  readonly tradition: Tradition
  readonly kind: AliasKind
  /** BCP 47 language in which this form is right; missing for forms of English. In other than English text nothing changes. */
  readonly language?: string
  /** ISO 15924 code of the form's script; missing for Latin. Forms in another script change only where a place must stand. */
  readonly script?: string
  /** Years of use, of a former name. */
  readonly years?: string
  readonly needs?: Needs
  /** Words of a paragraph that say that another thing of this form is meant, beside those of the entry. */
  readonly elsewhere?: readonly string[]
}

/** A case that is run as a test; for a user's entry, when the configuration is loaded. */
export interface NameExample {
  readonly text: string
  /** Missing for a text that stays. */
  readonly becomes?: string
  /** Profile under which it holds; `international` when missing. */
  readonly profile?: string
}

export interface NameEntry {
  /** Kebab-case, stable; built on the ISO 3166-2 code where there is one. */
  readonly id: string
  /** ISO 3166-1 or 3166-2 code. */
  readonly iso?: string
  readonly wikidata?: string
  /** The form of each tradition: what its spellings are brought to. A tradition without a form keeps its spellings as they are. */
  readonly forms: Readonly<Record<Tradition, string>>
  /** The form that a profile writes, where it is not the form of the tradition of that name. */
  readonly profiles?: Readonly<Record<string, string>>
  readonly aliases: readonly Alias[]
  /** What the forms need that are also something else; aliases say so themselves. */
  readonly needs?: Readonly<Record<string, Needs>>
  /** Whether every mention stays as it is and is only recorded: names whose choice is a claim, and fixed phrases. */
  readonly stays?: boolean
  /** Words of a paragraph that say that another thing of the same name is meant; matched from their beginning, whatever their case. */
  readonly elsewhere?: readonly string[]
  /** Why care is needed, for a person. */
  readonly hazards?: readonly string[]
  readonly examples?: readonly NameExample[]
  /** Takes an entry out, with all its spellings. */
  readonly off?: boolean
}

/** A profile of the user's own, or what is to be otherwise in a built-in one. */
export interface Profile {
  /** Where an entry has no form for this profile: profiles and traditions whose form is taken, the first that it has. */
  readonly prefer?: readonly string[]
  /** The form to write, by id of entry. */
  readonly forms?: Readonly<Record<string, string>>
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
  /** Whether English writes the name in other letters, so that `plain` is right and nothing is restored. */
  readonly isTransliterated?: boolean
}
