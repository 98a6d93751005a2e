/** The rules under which names change: how the old spelling stands to the new one. */
import type {Rule, RuleExample} from '../../src/document/stage.js'
import {gazetteer} from './gazetteer/index.js'

/** Examples of the gazetteer that change nothing hold for every rule; they are listed once. */
const stays: readonly RuleExample[] = gazetteer.flatMap(
  ({examples}) => examples?.filter(({becomes, profile}) => becomes === undefined && profile === undefined) ?? [],
)

export const rules: readonly Rule[] = [
  {
    id: 'spelling',
    class: 'name',
    reason:
      'A variant spelling becomes the usual one of the same tradition; names of people gain or lose diacritics only by option.',
    examples: [
      {text: 'The museum of Shoushi was Hadrout’s rival.', becomes: 'The museum of Shusha was Hadrut’s rival.'},
      {text: 'Buses left for Kelbajar on Monday.', becomes: 'Buses left for Kalbajar on Monday.'},
      ...stays,
    ],
  },
  {
    id: 'transliteration',
    class: 'name',
    reason: 'A form of another language or script, left over in English text, becomes the English one.',
    examples: [
      {text: 'The parliament of Arcach debated the law.', becomes: 'The parliament of Artsakh debated the law.'},
      {text: 'Rain fell on Kəlbəcər all week.', becomes: 'Rain fell on Kalbajar all week.'},
      {text: 'The column left Шуша at noon.', becomes: 'The column left Shusha at noon.'},
      {text: 'Shusha (Шуша) is a town.'},
      {text: 'Górski Karabach to nie to samo co Arcach.'},
    ],
  },
  {
    id: 'misspelling',
    class: 'name',
    reason: 'A wrong spelling becomes the right one.',
    examples: [
      {text: 'They were bred in Karabak.', becomes: 'They were bred in Karabakh.'},
      {text: 'He wrote “Karabak” on the map, and the teacher let it stand.'},
    ],
  },
  {
    id: 'cross-tradition',
    class: 'name',
    reason:
      'The name that one tradition uses, or used, becomes the one that the profile prefers, in the author’s running text only.',
    examples: [
      {text: 'The convoy left Shushi on Monday.', becomes: 'The convoy left Shusha on Monday.'},
      {text: '“Shushi is empty,” the driver said.'},
      {text: 'The Shushi Declaration was never put to a vote.'},
      {text: 'Her first novel, *The Clocks of Shushi*, was written in exile.'},
      {text: 'The bus for Shusha/Shushi leaves from the square.'},
      {text: 'The etymology of Karvachar is disputed.'},
      {text: 'The minister said: We shall return to Shushi.'},
      {text: 'The ship Shushi left Odessa.'},
    ],
  },
  {
    id: 'correction',
    class: 'name',
    reason: 'A slip of the keyboard that can be nothing else is put right.',
    examples: [
      {text: 'Neither Baku nor Ankaka gave way.', becomes: 'Neither Baku nor Ankara gave way.'},
      {text: 'Mr. Ankakan, of Baku, gave way.'},
    ],
  },
]
