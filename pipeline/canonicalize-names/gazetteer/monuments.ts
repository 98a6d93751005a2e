/** Churches, monasteries and ruins. To rename one is a claim about whose heritage it is, so that all of them stay. */
import type {NameEntry} from '../entry.js'
import {exonyms, foreign, spelled, staying} from './write.js'

export const monuments: readonly NameEntry[] = [
  staying({
    id: 'ghazanchetsots',
    forms: {armenian: 'Ghazanchetsots', azerbaijani: 'Gazanchi church'},
    aliases: [
      ...spelled('armenian', 'Ghazanchetsots Cathedral', 'Gazanchetsots', 'Holy Savior Cathedral of Shushi'),
      ...exonyms('azerbaijani', 'Gazanchi', 'Qazançı'),
      ...foreign('armenian', 'hy', 'Ղազանչեցոց'),
      ...foreign('armenian', 'ru', 'Казанчецоц'),
    ],
    hazards: ['the cathedral of Shusha'],
  }),
  staying({
    id: 'dadivank',
    forms: {armenian: 'Dadivank', azerbaijani: 'Khudavang'},
    aliases: [
      ...spelled('armenian', 'Dadi Vank'),
      ...spelled('azerbaijani', 'Khudavank'),
      ...foreign('azerbaijani', 'az', 'Xudavəng'),
      ...foreign('armenian', 'pl', 'Dadiwank'),
      ...foreign('armenian', 'hy', 'Դադիվանք'),
      ...foreign('armenian', 'ru', 'Дадиванк', 'Хутаванк'),
    ],
    hazards: ['a monastery in Kalbajar; the Azerbaijani name comes with the claim that it is Albanian'],
  }),
  staying({
    id: 'gandzasar',
    forms: {armenian: 'Gandzasar', azerbaijani: 'Ganjasar'},
    aliases: [
      ...foreign('azerbaijani', 'az', 'Gəncəsər'),
      ...foreign('armenian', 'de', 'Gandsassar'),
      ...foreign('armenian', 'hy', 'Գանձասար'),
      ...foreign('armenian', 'ru', 'Гандзасар'),
    ],
    hazards: ['a monastery near Vank', 'also a football club of Kapan'],
  }),
  staying({
    id: 'amaras',
    forms: {armenian: 'Amaras', azerbaijani: 'Agoglan'},
    aliases: [
      ...foreign('azerbaijani', 'az', 'Ağoğlan'),
      ...foreign('armenian', 'hy', 'Ամարաս'),
      ...foreign('armenian', 'ru', 'Амарас'),
    ],
    hazards: ['a monastery near Martuni; Aghoghlan is also a monastery near Lachin, Tsitsernavank'],
  }),
  staying({
    id: 'tsitsernavank',
    forms: {armenian: 'Tsitsernavank'},
    aliases: [...foreign('armenian', 'hy', 'Ծիծեռնավանք'), ...foreign('armenian', 'ru', 'Цицернаванк')],
    hazards: ['a monastery near Lachin'],
  }),
  staying({
    id: 'tigranakert-of-artsakh',
    forms: {armenian: 'Tigranakert'},
    aliases: [...foreign('armenian', 'hy', 'Տիգրանակերտ'), ...foreign('armenian', 'ru', 'Тигранакерт')],
    hazards: ['a ruined city near Aghdam; also the old Tigranocerta, and Diyarbakır in Armenian'],
  }),
  staying({
    id: 'kanach-zham',
    forms: {armenian: 'Kanach Zham'},
    aliases: foreign('armenian', 'hy', 'Կանաչ ժամ'),
    hazards: ['a church of Shusha, the Green Chapel'],
  }),
  staying({
    id: 'yukhari-govhar-agha',
    forms: {azerbaijani: 'Yukhari Govhar Agha Mosque'},
    aliases: [
      ...spelled('azerbaijani', 'Upper Govhar Agha Mosque', 'Yukhari Govhar Agha'),
      ...foreign('azerbaijani', 'az', 'Yuxarı Gövhər Ağa məscidi'),
    ],
    hazards: ['a mosque of Shusha'],
  }),
]
