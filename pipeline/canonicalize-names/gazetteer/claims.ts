/**
 * Check what a user's entries say, beyond their form: that no spelling is claimed by two entries, that what a profile writes is a
 * spelling of its entry, that forms are of the script that they should be.
 */
import {nearest} from '../../../src/document/nearest.js'
import type {NameEntry, Profile} from '../entry.js'
import {fold} from '../vocabulary.js'
import {isMixed, isWrittenIn} from './script.js'

/** One thing that is wrong; `message` says what was expected, and stands behind the value at `path`. */
export interface Fault {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** Words that name a profile with a meaning of its own, and so can be no tradition. */
const reserved = ['international', 'same-tradition', 'annotate']

/** Fold a form for comparison: two forms that fold alike are found by the same words of a text. */
export function foldForm(form: string): string {
  return form
    .split(/[\s\u2010-\u2015-]+/)
    .map(fold)
    .join(' ')
}

/** Find what is wrong with a user's entries. `builtIn` is the gazetteer that they extend. */
export function entryFaults(own: readonly NameEntry[], builtIn: readonly NameEntry[]): Fault[] {
  const faults: Fault[] = []
  const known = new Map(builtIn.map((entry) => [entry.id, entry]))
  // One entry may be written in several places, such as a file and the configuration.
  const written = new Map<string, string[]>()
  for (const entry of own)
    written.set(entry.id, [...(written.get(entry.id) ?? formsOf(known.get(entry.id))), ...formsOf(entry)])
  const hasForm = new Set(own.filter(({forms}) => Object.keys(forms).length > 0).map(({id}) => id))
  const off = new Set(own.filter((entry) => entry.off).map(({id}) => id))
  const claims = new Map<string, {id: string; isBuiltIn: boolean}>()
  // What a built-in entry writes is its own: another entry of that name would take it back at the next run.
  for (const {id, forms, profiles} of builtIn) {
    if (off.has(id)) continue
    for (const form of [...Object.values(forms), ...Object.values(profiles ?? {})]) {
      claims.set(foldForm(form), {id, isBuiltIn: true})
    }
  }
  for (const [index, entry] of own.entries()) {
    const fault = (path: readonly (string | number)[], message: string): number =>
      faults.push({path: [index, ...path], message})
    const forms = written.get(entry.id)!
    if (!known.has(entry.id) && (entry.off || !hasForm.has(entry.id))) {
      const hint = nearest(entry.id, [...known.keys()])
      const wanted = entry.off ? 'the id of a built-in entry' : 'an entry with forms, or the id of a built-in one'
      fault(['id'], `expected ${wanted}${hint === undefined ? '' : `; did you mean ${JSON.stringify(hint)}?`}`)
    }
    for (const tradition of [...Object.keys(entry.forms), ...entry.aliases.map((alias) => alias.tradition)]) {
      if (!reserved.includes(tradition)) continue
      const at = entry.aliases.findIndex((alias) => alias.tradition === tradition)
      fault(
        Object.hasOwn(entry.forms, tradition) ? ['forms', tradition] : ['aliases', at, 'tradition'],
        `expected a tradition of another name; ${tradition} is a profile, what it writes stands under profiles`,
      )
    }
    for (const profile of Object.keys(entry.profiles ?? {})) {
      if (profile === 'same-tradition' || profile === 'annotate')
        fault(['profiles', profile], `expected nothing; the profile ${profile} renames nothing`)
    }
    for (const [path, form] of spelled(entry)) {
      const claim = claims.get(foldForm(form))
      if (claim && claim.id !== entry.id) {
        const advice = claim.isBuiltIn ? `extend the entry ${claim.id}, or switch it off` : 'leave it to one of the two'
        fault(path, `expected a spelling of one entry; ${claim.id} has it as well: ${advice}`)
      } else if (!claim) claims.set(foldForm(form), {id: entry.id, isBuiltIn: false})
      if (isMixed(form)) fault(path, 'expected letters of one script; one of them only looks like its neighbours')
    }
    for (const [at, {form, script}] of entry.aliases.entries()) {
      if (script === undefined || isWrittenIn(form, script)) continue
      const isCode = isWrittenIn(form, script) !== undefined
      if (isCode) fault(['aliases', at, 'form'], `expected letters of the script ${script}; correct one of the two`)
      else fault(['aliases', at, 'script'], 'expected an ISO 15924 code of a script, such as Cyrl or Armn')
    }
    for (const [profile, form] of Object.entries(entry.profiles ?? {})) {
      if (!forms.includes(form)) fault(['profiles', profile], expectedForm(entry.id, form, forms))
    }
    for (const form of Object.keys(entry.needs ?? {})) {
      if (!forms.includes(form)) fault(['needs', form], expectedForm(entry.id, form, forms))
    }
  }
  return faults
}

/** Find what is wrong with profiles of the user's own. `entries` are all there are, the user's and the built-in ones. */
export function profileFaults(
  profiles: Readonly<Record<string, Profile>>,
  entries: readonly NameEntry[],
  known: readonly string[],
): Fault[] {
  const faults: Fault[] = []
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  for (const [name, {prefer = [], forms = {}}] of Object.entries(profiles)) {
    if (name === 'same-tradition' || name === 'annotate') {
      faults.push({path: [name], message: `expected a profile of another name; ${name} renames nothing`})
    }
    for (const [index, word] of prefer.entries()) {
      if (known.includes(word) && word !== 'same-tradition' && word !== 'annotate') continue
      const hint = nearest(word, known)
      const message = `expected profiles and traditions that entries have${hint === undefined ? '' : `; did you mean ${JSON.stringify(hint)}?`}`
      faults.push({path: [name, 'prefer', index], message})
    }
    for (const [id, form] of Object.entries(forms)) {
      const entry = byId.get(id)
      const hint = entry ? undefined : nearest(id, [...byId.keys()])
      if (!entry) {
        const message = `expected forms by the id of their entry, and there is no ${id}${hint === undefined ? '' : `; did you mean ${JSON.stringify(hint)}?`}`
        faults.push({path: [name, 'forms', id], message})
      } else if (!formsOf(entry).includes(form)) {
        faults.push({path: [name, 'forms', id], message: expectedForm(id, form, formsOf(entry))})
      }
    }
  }
  return faults
}

/** The forms and aliases of an entry with their paths in it. */
function* spelled({forms, aliases}: NameEntry): Generator<[path: readonly (string | number)[], form: string]> {
  for (const [tradition, form] of Object.entries(forms)) yield [['forms', tradition], form]
  for (const [index, {form}] of aliases.entries()) yield [['aliases', index, 'form'], form]
}

function formsOf(entry: NameEntry | undefined): string[] {
  return entry ? [...Object.values(entry.forms), ...entry.aliases.map(({form}) => form)] : []
}

function expectedForm(id: string, form: string, forms: readonly string[]): string {
  const hint = nearest(form, forms)
  return `expected a form or an alias of ${id}${hint === undefined ? '; add it to them' : `; did you mean ${JSON.stringify(hint)}?`}`
}
