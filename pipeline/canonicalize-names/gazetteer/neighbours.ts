/** Cities around the region. Names that only some use for a city of another state (Irevan) are chosen, and stay. */
import type {NameEntry} from '../entry.js'

export const neighbours: readonly NameEntry[] = [
  {
    id: 'az-ga',
    iso: 'AZ-GA',
    forms: {armenian: 'Gandzak', azerbaijani: 'Ganja'},
    profiles: {international: 'Ganja', armenian: 'Gandzak', azerbaijani: 'Ganja'},
    ambiguous: ['Ganja'],
    elsewhere: ['Jamaica', 'Kingston', 'cannabis', 'marijuana', 'hashish', 'Rasta', 'reggae', 'Gegharkunik', 'Kotayk'],
    aliases: [
      {form: 'Gəncə', tradition: 'azerbaijani', kind: 'transliteration', language: 'az'},
      {form: 'Gence', tradition: 'azerbaijani', kind: 'spelling', needs: 'place'},
      {form: 'Gyandzha', tradition: 'azerbaijani', kind: 'spelling'},
      {form: 'Giandzha', tradition: 'azerbaijani', kind: 'spelling'},
      {form: 'Gandja', tradition: 'azerbaijani', kind: 'transliteration', language: 'fr', needs: 'place'},
      {form: 'Gandscha', tradition: 'azerbaijani', kind: 'transliteration', language: 'de'},
      {form: 'Kirovabad', tradition: 'shared', kind: 'former', years: '1935–1989', needs: 'never'},
      {form: 'Elisabethpol', tradition: 'shared', kind: 'former', years: '1804–1918', needs: 'never'},
    ],
    hazards: ['ganja is cannabis', 'a first name', 'former names belong to their years'],
    examples: [
      {text: 'Rockets hit Gyandzha at night.', becomes: 'Rockets hit Ganja at night.'},
      {text: 'Police seized four kilograms of ganja.'},
    ],
  },
  {
    id: 'yerevan',
    iso: 'AM-ER',
    wikidata: 'Q1953',
    forms: {armenian: 'Yerevan'},
    profiles: {},
    aliases: [
      {form: 'Erevan', tradition: 'armenian', kind: 'spelling'},
      {form: 'Erewan', tradition: 'armenian', kind: 'transliteration', language: 'pl'},
      {form: 'Jerewan', tradition: 'armenian', kind: 'transliteration', language: 'de'},
      {form: 'Eriwan', tradition: 'armenian', kind: 'transliteration', language: 'de'},
      {form: 'Yeravan', tradition: 'armenian', kind: 'misspelling'},
      {form: 'Irevan', tradition: 'azerbaijani', kind: 'exonym', needs: 'never'},
    ],
    hazards: ['Erivan is the name of the khanate and the governorate'],
    examples: [{text: 'Protests in Erevan went on.', becomes: 'Protests in Yerevan went on.'}],
  },
]
