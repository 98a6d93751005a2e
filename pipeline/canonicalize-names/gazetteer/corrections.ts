/** Slips of the keyboard that can be nothing else. A word that is a name, or a word of any language, does not belong here. */
import type {Correction} from '../entry.js'

const slips = (right: string, ...wrong: readonly string[]): Correction[] => wrong.map((form) => ({wrong: form, right}))

export const corrections: readonly Correction[] = [
  ...slips('Ankara', 'Ankaka'),
  ...slips(
    'Azerbaijan',
    'Azerbijan',
    'Azerbajian',
    'Azerbaijian',
    'Azerbiajan',
    'Azerbaijain',
    'Azerbaijn',
    'Azerbaiijan',
  ),
  ...slips('Azerbaijani', 'Azerbijani', 'Azerbaijiani', 'Azerbiajani', 'Azerbajiani', 'Azerbaijaini'),
  ...slips('Armenian', 'Armenain', 'Aremnian'),
  ...slips('Pashinyan', 'Pashinayn', 'Pashinyna'),
]
