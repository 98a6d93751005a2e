/**
 * Peoples.
 *
 * Azeri and Azerbaijani differ in what they name (a people, a language, a citizenship, a time), so that one never becomes the other.
 */
import type {NameEntry} from '../entry.js'
import {foreign, spelled, staying} from './write.js'

export const peoples: readonly NameEntry[] = [
  {
    id: 'azerbaijani',
    forms: {shared: 'Azerbaijani'},
    aliases: [
      ...spelled('shared', 'Azerbaidjani', 'Azerbaidzhani'),
      ...foreign('shared', 'fr', 'Azerbaïdjanais'),
      ...foreign('shared', 'de', 'Aserbaidschaner'),
    ],
    hazards: ['Azeri and Azerbaijani differ in what they name and are never merged'],
    examples: [
      {text: 'The Azerbaidjani delegation left.', becomes: 'The Azerbaijani delegation left.'},
      {text: 'The Azeri minority kept its school.'},
    ],
  },
  staying({
    id: 'azeri',
    forms: {shared: 'Azeri'},
    aliases: [
      ...spelled('shared', 'Azeris'),
      ...foreign('shared', 'fr', 'Azéri', 'Azéris'),
      ...foreign('shared', 'de', 'Aseri', 'Aseris'),
      ...foreign('shared', 'pl', 'Azerowie'),
    ],
    hazards: ['not Azerbaijani', 'Old Azeri is a language of Iran that has died out'],
  }),
  staying({
    id: 'karabakh-armenians',
    forms: {shared: 'Karabakh Armenians', armenian: 'Artsakh Armenians'},
    aliases: [
      ...spelled('shared', 'Karabakh Armenian', 'Armenians of Karabakh'),
      ...spelled('armenian', 'Artsakh Armenian', 'Artsakhtsi', 'Artsakhtsis', 'Karabakhtsi', 'Karabakhtsis'),
      ...foreign('armenian', 'fr', 'Artsakhiote', 'Artsakhiotes'),
    ],
    hazards: ['each of these words takes a side, and none is a spelling of another'],
  }),
]
