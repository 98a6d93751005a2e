/**
 * Villages, and what is near them, that news of the region name.
 *
 * None has a form for `international`, in which reference works differ: there each spelling is brought to the form of its own tradition.
 */
import type {NameEntry} from '../entry.js'
import {foreign, needing, spelled} from './write.js'

export const villages: readonly NameEntry[] = [
  {
    id: 'togh',
    forms: {armenian: 'Togh', azerbaijani: 'Tugh'},
    aliases: [
      ...foreign('armenian', 'hy', 'Տող'),
      ...foreign('armenian', 'ru', 'Тох'),
      ...foreign('azerbaijani', 'az', 'Tuğ'),
      ...foreign('azerbaijani', 'ru', 'Туг'),
    ],
    hazards: ['a village near Hadrut'],
    examples: [
      {text: 'The vineyards of Tuğ were mined.', becomes: 'The vineyards of Tugh were mined.'},
      {text: 'The vineyards of Tuğ were mined.', becomes: 'The vineyards of Togh were mined.', profile: 'armenian'},
      {text: 'The vineyards of Togh were mined.'},
    ],
  },
  {
    id: 'talish',
    forms: {shared: 'Talish'},
    needs: {Talish: 'place'},
    aliases: [
      ...needing('place', foreign('shared', 'az', 'Talış')),
      ...needing('never', spelled('shared', 'Talysh')),
      ...foreign('shared', 'hy', 'Թալիշ'),
      ...foreign('shared', 'ru', 'Талиш'),
    ],
    hazards: ['the Talysh are a people, and Talish is what they are called too'],
    examples: [
      {text: 'Families returned to the village of Talış.', becomes: 'Families returned to the village of Talish.'},
      {text: 'The Talysh of Lankaran have their own songs.'},
    ],
  },
  {
    id: 'shosh',
    forms: {armenian: 'Shosh', azerbaijani: 'Shushikend'},
    needs: {Shosh: 'never'},
    aliases: [
      ...foreign('armenian', 'hy', 'Շոշ'),
      ...foreign('armenian', 'ru', 'Шош'),
      ...foreign('azerbaijani', 'az', 'Şuşikənd'),
      ...foreign('azerbaijani', 'ru', 'Шушикенд'),
    ],
    hazards: ['not Shusha', 'Shosh is also a first name'],
    examples: [
      {text: 'A bus from Şuşikənd broke down.', becomes: 'A bus from Shushikend broke down.'},
      {text: 'Shosh lies below the cliff.', profile: 'azerbaijani'},
    ],
  },
  {
    id: 'taghavard',
    forms: {armenian: 'Taghavard', azerbaijani: 'Taghaverd'},
    aliases: [
      ...spelled('armenian', 'Tagavard', 'Thaghavard'),
      ...foreign('armenian', 'hy', 'Թաղավարդ'),
      ...foreign('armenian', 'ru', 'Тагавард'),
      ...spelled('azerbaijani', 'Tagaverd'),
      ...foreign('azerbaijani', 'az', 'Tağaverd'),
      ...foreign('azerbaijani', 'ru', 'Тагаверд'),
    ],
    hazards: ['a village that the line of 2020 divided'],
    examples: [
      {text: 'Half of Tağaverd was cut off.', becomes: 'Half of Taghaverd was cut off.'},
      {text: 'Half of Taghavard was cut off.'},
    ],
  },
  {
    id: 'karin-tak',
    forms: {armenian: 'Karin Tak', azerbaijani: 'Dashalti'},
    aliases: [
      ...spelled('armenian', 'Karintak', 'Karin Dak'),
      ...foreign('armenian', 'hy', 'Քարին տակ', 'Քարինտակ'),
      ...foreign('armenian', 'ru', 'Каринтак'),
      ...spelled('azerbaijani', 'Dashalty'),
      ...foreign('azerbaijani', 'az', 'Daşaltı'),
      ...foreign('azerbaijani', 'ru', 'Дашалты'),
    ],
    hazards: ['below the cliff of Shusha; Operation Dashalti of 1992'],
    examples: [
      {text: 'The path to Karintak is steep.', becomes: 'The path to Karin Tak is steep.'},
      {text: 'The path to Daşaltı is steep.', becomes: 'The path to Dashalti is steep.'},
      {text: 'The path to Dashalti is steep.'},
    ],
  },
  {
    id: 'lisagor',
    forms: {armenian: 'Lisagor', azerbaijani: 'Turshsu'},
    aliases: [
      ...spelled('armenian', 'Lisagore'),
      ...foreign('armenian', 'hy', 'Լիսագոր'),
      ...foreign('armenian', 'ru', 'Лысогорск'),
      ...foreign('azerbaijani', 'az', 'Turşsu'),
      ...foreign('azerbaijani', 'ru', 'Туршсу'),
    ],
    hazards: ['a village, and the spring of mineral water beside it'],
    examples: [{text: 'Snow fell on Turşsu.', becomes: 'Snow fell on Turshsu.'}, {text: 'Snow fell on Lisagor.'}],
  },
  {
    id: 'zabukh',
    forms: {armenian: 'Aghavno', azerbaijani: 'Zabukh'},
    aliases: [
      ...spelled('armenian', 'Akhavno'),
      ...foreign('armenian', 'hy', 'Աղավնո'),
      ...foreign('armenian', 'ru', 'Агавно', 'Ахавно'),
      ...spelled('azerbaijani', 'Zabux'),
      ...foreign('azerbaijani', 'ru', 'Забух'),
    ],
    hazards: ['Aghavno is also a river'],
    examples: [
      {text: 'The last families left Zabux.', becomes: 'The last families left Zabukh.'},
      {text: 'The last families left Aghavno.'},
    ],
  },
  {
    id: 'drmbon',
    forms: {armenian: 'Drmbon', azerbaijani: 'Heyvali'},
    aliases: [
      ...spelled('armenian', 'Drombon'),
      ...foreign('armenian', 'hy', 'Դրմբոն'),
      ...foreign('armenian', 'ru', 'Дрмбон'),
      ...foreign('azerbaijani', 'az', 'Heyvalı'),
      ...foreign('azerbaijani', 'ru', 'Гейвалы'),
    ],
    hazards: ['a village with a mine of gold and copper'],
    examples: [
      {text: 'The mine at Heyvalı closed.', becomes: 'The mine at Heyvali closed.'},
      {text: 'The mine at Drmbon closed.'},
    ],
  },
  {
    id: 'haterk',
    forms: {armenian: 'Haterk', azerbaijani: 'Hasanriz'},
    aliases: [
      ...spelled('armenian', 'Haterq'),
      ...foreign('armenian', 'hy', 'Հաթերք'),
      ...foreign('armenian', 'ru', 'Атерк'),
      ...foreign('azerbaijani', 'az', 'Həsənriz'),
      ...foreign('azerbaijani', 'ru', 'Гасанриз'),
    ],
    hazards: ['a village near Martakert'],
    examples: [
      {text: 'The school in Haterq reopened.', becomes: 'The school in Haterk reopened.'},
      {text: 'The school in Hasanriz reopened.'},
    ],
  },
  {
    id: 'vank',
    forms: {armenian: 'Vank', azerbaijani: 'Vangli'},
    needs: {Vank: 'never'},
    aliases: [
      ...foreign('armenian', 'hy', 'Վանք'),
      ...foreign('armenian', 'ru', 'Ванк'),
      ...foreign('azerbaijani', 'az', 'Vəngli'),
    ],
    hazards: ['vank is Armenian for monastery: Vank Cathedral is in Isfahan, and other villages are called so'],
    examples: [
      {text: 'A hotel was built in Vəngli.', becomes: 'A hotel was built in Vangli.'},
      {text: 'Vank Cathedral stands in Isfahan.'},
      {text: 'A hotel was built in Vank.', profile: 'azerbaijani'},
    ],
  },
  {
    id: 'parukh',
    forms: {armenian: 'Parukh', azerbaijani: 'Farrukh'},
    needs: {Farrukh: 'never'},
    aliases: [
      ...spelled('armenian', 'Paruch', 'Pharukh'),
      ...foreign('armenian', 'hy', 'Փառուխ'),
      ...foreign('armenian', 'ru', 'Парух'),
      ...needing('place', foreign('azerbaijani', 'az', 'Fərrux')),
      ...foreign('azerbaijani', 'ru', 'Фаррух'),
    ],
    hazards: ['Farrukh is a first name'],
    examples: [
      {text: 'Troops entered the village of Fərrux.', becomes: 'Troops entered the village of Farrukh.'},
      {text: 'Farrukh sang that evening.', profile: 'armenian'},
    ],
  },
  {
    id: 'khtsaberd',
    forms: {armenian: 'Khtsaberd', azerbaijani: 'Chaylaggala'},
    aliases: [
      ...foreign('armenian', 'hy', 'Խծաբերդ'),
      ...foreign('armenian', 'ru', 'Хцаберд'),
      ...spelled('azerbaijani', 'Chaylagqala', 'Caylaqqala'),
      ...foreign('azerbaijani', 'az', 'Çaylaqqala'),
      ...foreign('azerbaijani', 'ru', 'Чайлаггала'),
    ],
    hazards: ['a village near Hadrut'],
    examples: [
      {text: 'Fighting went on at Çaylaqqala.', becomes: 'Fighting went on at Chaylaggala.'},
      {text: 'Fighting went on at Khtsaberd.'},
    ],
  },
  {
    id: 'hin-tagher',
    forms: {armenian: 'Hin Tagher', azerbaijani: 'Kohne Taghlar'},
    aliases: [
      ...spelled('armenian', 'Hin Taghlar'),
      ...foreign('armenian', 'hy', 'Հին Թաղեր'),
      ...foreign('armenian', 'ru', 'Гин Тагер'),
      ...spelled('azerbaijani', 'Kohne Taglar', 'Kohna Taghlar'),
      ...foreign('azerbaijani', 'az', 'Köhnə Tağlar'),
      ...foreign('azerbaijani', 'ru', 'Кёгне Таглар'),
    ],
    hazards: ['a village near Hadrut; Mets Tagher is another'],
    examples: [
      {text: 'Fighting went on at Köhnə Tağlar.', becomes: 'Fighting went on at Kohne Taghlar.'},
      {text: 'Fighting went on at Hin Tagher.'},
    ],
  },
  {
    id: 'mets-tagher',
    forms: {armenian: 'Mets Tagher', azerbaijani: 'Boyuk Taghlar'},
    aliases: [
      ...spelled('armenian', 'Mets Taghlar'),
      ...foreign('armenian', 'hy', 'Մեծ Թաղեր'),
      ...spelled('azerbaijani', 'Boyuk Taglar'),
      ...foreign('azerbaijani', 'az', 'Böyük Tağlar'),
    ],
    hazards: ['a village near Hadrut; Hin Tagher is another'],
    examples: [
      {text: 'The museum of Mets Taghlar is gone.', becomes: 'The museum of Mets Tagher is gone.'},
      {text: 'The museum of Mets Tagher is gone.'},
    ],
  },
  {
    id: 'berdashen',
    forms: {armenian: 'Berdashen', azerbaijani: 'Garakend'},
    aliases: [
      ...foreign('armenian', 'hy', 'Բերդաշեն'),
      ...foreign('armenian', 'ru', 'Бердашен'),
      ...spelled('azerbaijani', 'Karakend', 'Qarakend'),
      ...foreign('azerbaijani', 'az', 'Qarakənd'),
      ...foreign('azerbaijani', 'ru', 'Каракенд'),
    ],
    elsewhere: ['Shirak', 'Amasia', 'Gyumri'],
    hazards: ['the helicopter that was shot down in 1991', 'Berdashen is also a village in Shirak'],
    examples: [
      {text: 'The helicopter came down near Karakend.', becomes: 'The helicopter came down near Garakend.'},
      {text: 'Berdashen, in Shirak, is cold.', profile: 'azerbaijani'},
    ],
  },
  {
    id: 'karkijahan',
    forms: {azerbaijani: 'Karkijahan'},
    aliases: [
      ...spelled('azerbaijani', 'Kerkijahan', 'Karkicahan', 'Kerkidzhan'),
      ...foreign('azerbaijani', 'az', 'Kərkicahan'),
      ...foreign('armenian', 'hy', 'Կրկժան'),
      ...foreign('azerbaijani', 'ru', 'Керкиджахан'),
    ],
    hazards: ['a quarter of Stepanakert, Krkzhan in Armenian'],
    examples: [
      {text: 'The hill above Kerkijahan was taken.', becomes: 'The hill above Karkijahan was taken.'},
      {text: 'The hill above Krkzhan was taken.'},
    ],
  },
  {
    id: 'sarsang',
    forms: {shared: 'Sarsang'},
    aliases: [
      ...foreign('shared', 'az', 'Sərsəng'),
      ...foreign('shared', 'hy', 'Սարսանգ'),
      ...foreign('shared', 'ru', 'Сарсанг'),
    ],
    hazards: ['a reservoir, and the village that it is named after'],
    examples: [
      {text: 'Water from Sərsəng fed the canals.', becomes: 'Water from Sarsang fed the canals.'},
      {text: 'Water from Sarsang fed the canals.'},
    ],
  },
]
