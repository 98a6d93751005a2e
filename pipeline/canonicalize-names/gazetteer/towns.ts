/**
 * Towns and districts of the Karabakh region.
 *
 * Where it is not settled which form a profile should write (Khojaly and Qubadli in Armenian usage, Martakert and
 * Martuni internationally), the profile has none, and each spelling is only brought to the form of its own tradition.
 */
import type {Alias, NameEntry, Tradition} from '../entry.js'

const spellings = (tradition: Tradition, ...forms: string[]): Alias[] =>
  forms.map((form) => ({form, tradition, kind: 'spelling'}))
const foreign = (tradition: Tradition, language: string, ...forms: string[]): Alias[] =>
  forms.map((form) => ({form, tradition, kind: 'transliteration', language}))

export const towns: readonly NameEntry[] = [
  {
    id: 'az-sus',
    iso: 'AZ-SUS',
    forms: {armenian: 'Shushi', azerbaijani: 'Shusha'},
    profiles: {international: 'Shusha', armenian: 'Shushi', azerbaijani: 'Shusha'},
    aliases: [
      ...spellings('armenian', 'Shoushi'),
      ...foreign('armenian', 'fr', 'Chouchi'),
      {form: 'Shushia', tradition: 'armenian', kind: 'misspelling'},
      {form: 'Sushi', tradition: 'armenian', kind: 'misspelling', needs: 'settlement'},
      ...foreign('armenian', 'pl', 'Szuszi'),
      ...foreign('armenian', 'de', 'Schuschi'),
      ...spellings('azerbaijani', 'Shousha'),
      {form: 'Susha', tradition: 'azerbaijani', kind: 'misspelling', needs: 'place'},
      {form: 'Susa', tradition: 'azerbaijani', kind: 'misspelling', needs: 'never'},
      ...foreign('azerbaijani', 'az', 'Şuşa'),
      ...foreign('azerbaijani', 'pl', 'Szusza'),
      ...foreign('azerbaijani', 'de', 'Schuscha'),
      ...foreign('azerbaijani', 'fr', 'Choucha'),
    ],
    hazards: [
      'sushi is a food',
      'Susa is a city in Iran',
      'Shusha Guppy was a person',
      'Shosh and Shushikent are other places',
    ],
    examples: [
      {text: 'The road to Shushi was closed.', becomes: 'The road to Shusha was closed.'},
      {text: 'An advance between Hadrut and Shushia began.', becomes: 'An advance between Hadrut and Shusha began.'},
      {text: 'The best sushi in Tbilisi is served here.'},
      {text: 'Shusha Guppy sang in Persian.'},
      {text: 'The Shushi Technological University enrolled 140 students.'},
    ],
  },
  {
    id: 'az-xa',
    iso: 'AZ-XA',
    forms: {armenian: 'Stepanakert', azerbaijani: 'Khankendi'},
    profiles: {international: 'Stepanakert', armenian: 'Stepanakert', azerbaijani: 'Khankendi'},
    aliases: [
      {form: 'Stepankert', tradition: 'armenian', kind: 'misspelling'},
      {form: 'Stepanakart', tradition: 'armenian', kind: 'misspelling'},
      {form: 'Stepanagert', tradition: 'armenian', kind: 'spelling'},
      ...spellings('azerbaijani', 'Khankandi', 'Xankendi', 'Hankendi', 'Khankendy'),
      ...foreign('azerbaijani', 'az', 'Xankəndi', 'Xankändi'),
      ...foreign('azerbaijani', 'pl', 'Chankendi', 'Chankandi'),
      {form: 'Vararakn', tradition: 'armenian', kind: 'former', years: 'before 1847', needs: 'never'},
    ],
    hazards: ['dated texts: Khankendi until 1923'],
    examples: [
      {text: 'A clinic from Khankandi came.', becomes: 'A clinic from Stepanakert came.'},
      {text: 'The office in Stepanakert / Khankendi closed.'},
    ],
  },
  {
    id: 'az-lac',
    iso: 'AZ-LAC',
    forms: {armenian: 'Berdzor', azerbaijani: 'Lachin'},
    profiles: {international: 'Lachin', armenian: 'Berdzor', azerbaijani: 'Lachin'},
    ambiguous: ['Lachin'],
    aliases: [
      ...spellings('azerbaijani', 'Latchin', 'Laczin'),
      {form: 'Lacin', tradition: 'azerbaijani', kind: 'spelling', needs: 'place'},
      ...foreign('azerbaijani', 'az', 'Laçın'),
      ...foreign('azerbaijani', 'pl', 'Łaczyn'),
      ...foreign('azerbaijani', 'de', 'Latschin'),
      ...foreign('azerbaijani', 'fr', 'Latchine'),
      ...foreign('armenian', 'de', 'Berdsor'),
    ],
    hazards: [
      'the Lachin corridor is called so by all',
      'a falcon; a first name',
      'Kashatagh Province is larger',
      'Lachine is in Montreal',
    ],
    examples: [
      {text: 'The road to Latchin was paved.', becomes: 'The road to Lachin was paved.'},
      {text: 'They crossed the Lachin corridor at night.'},
      {text: 'The rapids at Lachine are steep.'},
    ],
  },
  {
    id: 'az-kal',
    iso: 'AZ-KAL',
    forms: {armenian: 'Karvachar', azerbaijani: 'Kalbajar'},
    profiles: {international: 'Kalbajar', armenian: 'Karvachar', azerbaijani: 'Kalbajar'},
    aliases: [
      ...spellings('armenian', 'Karvajar', 'Qarvachar', 'Karvatchar'),
      ...foreign('armenian', 'de', 'Karwatschar'),
      ...foreign('armenian', 'pl', 'Karwaczar'),
      ...spellings('azerbaijani', 'Kelbajar', 'Kelbadjar', 'Kalbacar', 'Kelbecer', 'Kelbajer', 'Kalbadjar'),
      ...foreign('azerbaijani', 'az', 'Kəlbəcər'),
      ...foreign('azerbaijani', 'pl', 'Kelbadżar'),
      ...foreign('azerbaijani', 'de', 'Kelbadschar'),
    ],
    hazards: ['Shahumyan Province is not the district'],
    examples: [
      {text: 'Buses left for Kelbajar.', becomes: 'Buses left for Kalbajar.'},
      {text: 'Kalbajar (Armenian: Karvachar) has hot springs.'},
    ],
  },
  {
    id: 'az-cab',
    iso: 'AZ-CAB',
    forms: {armenian: 'Jrakan', azerbaijani: 'Jabrayil'},
    profiles: {international: 'Jabrayil', armenian: 'Jrakan', azerbaijani: 'Jabrayil'},
    aliases: [
      ...['Jabrail', 'Jebrail', 'Jebrayil', 'Djebrail', 'Cebrayil', 'Dzhebrail', 'Djabrail'].map(
        (form): Alias => ({form, tradition: 'azerbaijani', kind: 'spelling', needs: 'place'}),
      ),
      ...foreign('azerbaijani', 'az', 'Cəbrayıl'),
      ...foreign('azerbaijani', 'pl', 'Dżabrail'),
      ...foreign('azerbaijani', 'fr', 'Djebraïl'),
    ],
    hazards: ['Gabriel: the angel, and a first name'],
    examples: [
      {text: 'The road to Jebrail is mined.', becomes: 'The road to Jabrayil is mined.'},
      {text: 'Jebrail spoke to him.'},
    ],
  },
  {
    id: 'hadrut',
    forms: {shared: 'Hadrut'},
    profiles: {},
    aliases: [...spellings('shared', 'Hadrout', 'Gadrut')],
    hazards: ['no pair: Hadrut Province is not Khojavend District'],
    examples: [{text: 'The school in Hadrout moved.', becomes: 'The school in Hadrut moved.'}],
  },
  {
    id: 'martakert',
    forms: {armenian: 'Martakert', azerbaijani: 'Aghdara'},
    profiles: {armenian: 'Martakert', azerbaijani: 'Aghdara'},
    aliases: [
      ...spellings('armenian', 'Mardakert'),
      ...spellings('azerbaijani', 'Agdere', 'Agdara', 'Agdera', 'Aqdara', 'Aghdere'),
      ...foreign('azerbaijani', 'az', 'Ağdərə'),
    ],
    hazards: ['Aghdara is not Aghdam', 'Mardakan is near Baku'],
    examples: [
      {text: 'He grew up in Mardakert.', becomes: 'He grew up in Martakert.'},
      {text: 'The beaches of Mardakan fill up.'},
    ],
  },
  {
    id: 'az-xvd',
    iso: 'AZ-XVD',
    forms: {armenian: 'Martuni', azerbaijani: 'Khojavend'},
    profiles: {armenian: 'Martuni'},
    aliases: [
      {form: 'Martuni', tradition: 'armenian', kind: 'spelling', needs: 'never'},
      ...spellings('azerbaijani', 'Khojavand', 'Khodjavend', 'Hojavend', 'Xojavend', 'Khodzhavend'),
      ...foreign('azerbaijani', 'az', 'Xocavənd'),
      ...foreign('azerbaijani', 'pl', 'Chodżawend'),
    ],
    hazards: ['Martuni is also a city in Armenia, so it is never renamed'],
    examples: [
      {text: 'A bridge in Khojavand was rebuilt.', becomes: 'A bridge in Khojavend was rebuilt.'},
      {text: 'Martuni lies on Lake Sevan.'},
    ],
  },
  {
    id: 'madagiz',
    forms: {armenian: 'Madagiz', azerbaijani: 'Sugovushan'},
    profiles: {armenian: 'Madagiz', azerbaijani: 'Sugovushan'},
    aliases: [
      ...spellings('armenian', 'Mataghis', 'Matagis', 'Mataghes', 'Madaghis', 'Madagis'),
      ...spellings('azerbaijani', 'Suqovushan', 'Suqovusan', 'Sugovusan'),
      ...foreign('azerbaijani', 'az', 'Suqovuşan'),
      ...foreign('azerbaijani', 'pl', 'Sugowuszan'),
    ],
    examples: [{text: 'The dam at Mataghis held.', becomes: 'The dam at Madagiz held.'}],
  },
  {
    id: 'askeran',
    forms: {armenian: 'Askeran', azerbaijani: 'Asgaran'},
    profiles: {international: 'Askeran', armenian: 'Askeran', azerbaijani: 'Asgaran'},
    aliases: [...foreign('azerbaijani', 'az', 'Əsgəran')],
    examples: [{text: 'The crew left Asgaran.', becomes: 'The crew left Askeran.'}],
  },
  {
    id: 'az-xci',
    iso: 'AZ-XCI',
    forms: {armenian: 'Khojalu', azerbaijani: 'Khojaly'},
    profiles: {international: 'Khojaly', azerbaijani: 'Khojaly'},
    aliases: [
      {form: 'Ivanyan', tradition: 'shared', kind: 'spelling', needs: 'never'},
      ...spellings('azerbaijani', 'Khojali', 'Hocali', 'Xocali', 'Khodjaly', 'Khodzhaly'),
      ...foreign('azerbaijani', 'az', 'Xocalı', 'Hocalı'),
      ...foreign('azerbaijani', 'pl', 'Chodżały'),
      ...foreign('azerbaijani', 'de', 'Chodschali'),
    ],
    hazards: ['the name of the massacre is fixed', 'Ivanyan is a surname, and its village is not the whole of Khojaly'],
    examples: [
      {text: 'The team reached Khojali in fog.', becomes: 'The team reached Khojaly in fog.'},
      {text: 'Captain Ivanyan signed the roll.'},
    ],
  },
  {
    id: 'az-agm',
    iso: 'AZ-AGM',
    forms: {armenian: 'Akna', azerbaijani: 'Aghdam'},
    profiles: {international: 'Aghdam', armenian: 'Akna', azerbaijani: 'Aghdam'},
    ambiguous: ['Akna'],
    elsewhere: ['goddess', 'Inuit', 'Eskimo', 'Maya', 'Mexic', 'Yucat', 'Guatemal', 'deity', 'moon '],
    aliases: [...spellings('azerbaijani', 'Agdam', 'Aqdam'), ...foreign('azerbaijani', 'az', 'Ağdam')],
    hazards: ['Akna is a goddess of the Inuit and of the Maya', 'Agdash is another town'],
    examples: [
      {text: 'The streets of Agdam are empty.', becomes: 'The streets of Aghdam are empty.'},
      {text: 'Among the Maya, Akna was invoked in labour.'},
    ],
  },
  {
    id: 'az-fuz',
    iso: 'AZ-FUZ',
    forms: {armenian: 'Varanda', azerbaijani: 'Fuzuli'},
    profiles: {international: 'Fuzuli', armenian: 'Varanda', azerbaijani: 'Fuzuli'},
    ambiguous: ['Fuzuli', 'Varanda'],
    aliases: [
      {form: 'Fizuli', tradition: 'azerbaijani', kind: 'spelling', needs: 'place'},
      {form: 'Füzuli', tradition: 'azerbaijani', kind: 'transliteration', language: 'az', needs: 'place'},
      {form: 'Fizouli', tradition: 'azerbaijani', kind: 'transliteration', language: 'fr', needs: 'place'},
    ],
    hazards: ['the poet Fuzuli', 'the old melikdom of Varanda'],
    examples: [
      {text: 'Flats were handed over in Fizuli.', becomes: 'Flats were handed over in Fuzuli.'},
      {text: 'Füzuli wrote his Complaint in prose.'},
    ],
  },
  {
    id: 'az-qbi',
    iso: 'AZ-QBI',
    forms: {azerbaijani: 'Qubadli'},
    profiles: {international: 'Qubadli', azerbaijani: 'Qubadli'},
    aliases: [
      ...spellings('azerbaijani', 'Gubadly', 'Gubatly', 'Kubatly', 'Kubatli', 'Gubadli', 'Kubadly'),
      ...foreign('azerbaijani', 'az', 'Qubadlı'),
      ...foreign('azerbaijani', 'pl', 'Kubatły'),
    ],
    hazards: ['Vorotan is a river; whether it or Kashunik is the Armenian name of the town is not certain'],
    examples: [
      {text: 'One arm leads to Gubatly.', becomes: 'One arm leads to Qubadli.'},
      {text: 'Trout in the upper Vorotan are small.'},
    ],
  },
  {
    id: 'az-zan',
    iso: 'AZ-ZAN',
    forms: {armenian: 'Kovsakan', azerbaijani: 'Zangilan'},
    profiles: {international: 'Zangilan', armenian: 'Kovsakan', azerbaijani: 'Zangilan'},
    aliases: [
      ...spellings('azerbaijani', 'Zangelan', 'Zengilan'),
      ...foreign('azerbaijani', 'az', 'Zəngilan'),
      ...foreign('azerbaijani', 'fr', 'Zanguelan'),
    ],
    examples: [{text: 'The garrison of Kovsakan fled.', becomes: 'The garrison of Zangilan fled.'}],
  },
  {
    id: 'az-tar',
    iso: 'AZ-TAR',
    forms: {shared: 'Tartar'},
    profiles: {},
    ambiguous: ['Tartar'],
    aliases: [...spellings('shared', 'Terter'), ...foreign('shared', 'az', 'Tərtər')],
    hazards: ['Tatars; tartar on teeth; steak tartare; Tartarus; the Tharthar river'],
    examples: [
      {text: 'Shells fell on Terter.', becomes: 'Shells fell on Tartar.'},
      {text: 'The dentist found little tartar.'},
    ],
  },
  {
    id: 'karmir-shuka',
    forms: {armenian: 'Karmir Shuka', azerbaijani: 'Girmizi Bazar'},
    profiles: {armenian: 'Karmir Shuka', azerbaijani: 'Girmizi Bazar'},
    aliases: [
      ...spellings('azerbaijani', 'Qirmizi Bazar', 'Gyrmyzy Bazar'),
      ...foreign('azerbaijani', 'az', 'Qırmızı Bazar'),
    ],
    examples: [{text: 'They drove to Qirmizi Bazar.', becomes: 'They drove to Girmizi Bazar.'}],
  },
]
