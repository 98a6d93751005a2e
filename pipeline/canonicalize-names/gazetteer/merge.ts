/** Join a user's entries and profiles with the built-in gazetteer. */
import type {NameEntry, Profile} from '../entry.js'
import {foldForm} from './claims.js'

/**
 * Extend the built-in gazetteer. An entry of a known id adds forms, profiles and aliases to that entry, of which what is said anew
 * holds, and replaces whatever else it says; `off` takes it out. Of two entries of the user's with one id the first extends the second.
 * An alias that the user gives to another entry is no longer one of the built-in entry that had it.
 *
 * @returns the user's entries first.
 */
export function mergeEntries(
  builtIn: readonly NameEntry[],
  own: readonly NameEntry[],
  profiles: Readonly<Record<string, Profile>> = {},
): NameEntry[] {
  const merged = new Map(builtIn.map((entry) => [entry.id, entry]))
  for (const entry of own.toReversed()) {
    const base = merged.get(entry.id)
    merged.set(entry.id, base ? extended(base, entry) : entry)
  }
  for (const [profile, {forms = {}}] of Object.entries(profiles)) {
    for (const [id, form] of Object.entries(forms)) {
      const entry = merged.get(id)
      if (entry) merged.set(id, {...entry, profiles: {...entry.profiles, [profile]: form}})
    }
  }
  const ids = new Set(own.map(({id}) => id))
  const entries = [...merged.values()].filter(({off}) => off !== true)
  if (ids.size === 0) return entries
  const claimed = new Map<string, string>()
  for (const {id, forms, aliases, off} of own) {
    if (off) continue
    for (const form of [...Object.values(forms), ...aliases.map(({form}) => form)]) claimed.set(foldForm(form), id)
  }
  const isClaimed = (id: string, form: string): boolean => (claimed.get(foldForm(form)) ?? id) !== id
  const left = entries.map((entry) =>
    entry.aliases.some(({form}) => isClaimed(entry.id, form))
      ? {...entry, aliases: entry.aliases.filter(({form}) => !isClaimed(entry.id, form))}
      : entry,
  )
  return left.sort((a, b) => Number(ids.has(b.id)) - Number(ids.has(a.id)))
}

function extended(base: NameEntry, entry: NameEntry): NameEntry {
  const said = new Set(entry.aliases.map(({form}) => form))
  return {
    ...base,
    ...entry,
    forms: {...base.forms, ...entry.forms},
    profiles: {...base.profiles, ...entry.profiles},
    needs: {...base.needs, ...entry.needs},
    aliases: [...entry.aliases, ...base.aliases.filter(({form}) => !said.has(form))],
  }
}
