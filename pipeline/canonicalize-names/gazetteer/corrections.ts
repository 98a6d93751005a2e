/** Slips of the keyboard that can be nothing else. A word that is a name, or a word of any language, does not belong here. */
import type {Correction} from '../entry.js'

export const corrections: readonly Correction[] = [
  {wrong: 'Ankaka', right: 'Ankara'},
  {wrong: 'Azerbijan', right: 'Azerbaijan'},
  {wrong: 'Azerbajian', right: 'Azerbaijan'},
  {wrong: 'Azerbaijian', right: 'Azerbaijan'},
  {wrong: 'Azerbiajan', right: 'Azerbaijan'},
  {wrong: 'Azerbijani', right: 'Azerbaijani'},
  {wrong: 'Azerbaijiani', right: 'Azerbaijani'},
  {wrong: 'Armenain', right: 'Armenian'},
  {wrong: 'Pashinayn', right: 'Pashinyan'},
]
