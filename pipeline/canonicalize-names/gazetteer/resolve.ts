/**
 * Say what each spelling of an entry becomes under a profile: in running text (`target`), and where nothing may be renamed (`own`).
 */
import type {AliasKind, NameEntry, Needs, Profile, Tradition} from '../entry.js'

/** One spelling of an entry, and its two forms under a profile. */
export interface ResolvedSpelling {
  readonly form: string
  readonly entry: string
  readonly tradition: Tradition
  readonly kind: AliasKind | 'canonical'
  readonly language?: string
  readonly needs?: Needs
  /** Beginnings of words in a paragraph that say that another thing is meant. */
  readonly elsewhere?: readonly string[]
  /** The form of its own tradition. */
  readonly own: string
  /** The form that the profile writes. */
  readonly target: string
}

/** The words that a profile is looked up by, the first that an entry knows being taken. */
export function preferenceOf(profile: string, profiles: Readonly<Record<string, Profile>>): readonly string[] {
  return profile === 'same-tradition' || profile === 'annotate' ? [] : [profile, ...(profiles[profile]?.prefer ?? [])]
}

/** The form that an entry has for a preference; undefined where it has none, and nothing is renamed. */
export function preferredForm({forms, profiles}: NameEntry, preference: readonly string[]): string | undefined {
  for (const word of preference) {
    const form = profiles?.[word] ?? forms[word]
    if (form !== undefined) return form
  }
  return undefined
}

/** Resolve the spellings of one entry, the forms last. */
export function resolveSpellings(
  entry: NameEntry,
  profile: string,
  profiles: Readonly<Record<string, Profile>>,
): ResolvedSpelling[] {
  const {id, forms, aliases, needs = {}, stays = false, elsewhere = []} = entry
  const preferred = preferredForm(entry, preferenceOf(profile, profiles))
  // A profile may write a spelling that is no form. Then that is what the other spellings of its tradition become.
  const bearer = Object.values(forms).includes(preferred ?? '')
    ? undefined
    : aliases.find(({form}) => form === preferred)?.tradition
  const ownOf = (tradition: Tradition, form: string): string =>
    tradition === bearer ? preferred! : (forms[tradition] ?? (tradition === 'shared' ? preferred : undefined) ?? form)
  const resolve = (
    spelling: Pick<ResolvedSpelling, 'form' | 'tradition' | 'kind' | 'language' | 'needs' | 'elsewhere'>,
  ): ResolvedSpelling => {
    const {form, tradition} = spelling
    if (stays || spelling.needs === 'never') {
      return {...spelling, entry: id, needs: 'never', own: form, target: form}
    }
    const own = ownOf(tradition, form)
    // A form that never becomes another is what its spellings are brought to, and no further.
    const isLast = needs[own] === 'never'
    return {...spelling, entry: id, own, target: isLast ? own : (preferred ?? own)}
  }
  return [
    ...aliases.map(({form, tradition, kind, language, needs: need, elsewhere: others = []}) =>
      resolve({
        form,
        tradition,
        kind,
        ...(language !== undefined && {language}),
        ...(need && {needs: need}),
        elsewhere: [...elsewhere, ...others],
      }),
    ),
    ...Object.entries(forms).map(([tradition, form]) =>
      resolve({form, tradition, kind: 'canonical', ...(needs[form] && {needs: needs[form]}), elsewhere}),
    ),
  ]
}
