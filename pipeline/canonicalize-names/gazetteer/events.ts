/** Wars, massacres and routes whose names are fixed phrases. They are recorded and stay; a name inside one is spelled as anywhere. */
import type {NameEntry} from '../entry.js'
import {foreign, spelled, staying} from './write.js'

export const events: readonly NameEntry[] = [
  staying({
    id: 'first-nagorno-karabakh-war',
    forms: {shared: 'First Nagorno-Karabakh War', armenian: 'Artsakh Liberation War'},
    aliases: [
      ...spelled('shared', 'First Karabakh War'),
      ...spelled('armenian', 'First Artsakh War', 'Karabakh Liberation War'),
      ...foreign('azerbaijani', 'az', 'Birinci Qarabağ müharibəsi'),
      ...foreign('armenian', 'hy', 'Արցախյան ազատամարտ'),
      ...foreign('shared', 'ru', 'Первая карабахская война'),
    ],
    hazards: ['1988–1994'],
  }),
  staying({
    id: 'second-nagorno-karabakh-war',
    forms: {shared: 'Second Nagorno-Karabakh War', armenian: 'Second Artsakh War', azerbaijani: '44-day Patriotic War'},
    aliases: [
      ...spelled('shared', 'Second Karabakh War', '44-Day War', 'Forty-Four-Day War', '2020 Nagorno-Karabakh war'),
      ...foreign('azerbaijani', 'az', 'Vətən müharibəsi', 'İkinci Qarabağ müharibəsi'),
      ...foreign('armenian', 'hy', '44-օրյա պատերազմ'),
      ...foreign('shared', 'ru', 'Вторая карабахская война', '44-дневная война'),
      ...foreign('shared', 'de', 'Zweiter Krieg um Bergkarabach', 'Zweiter Bergkarabachkrieg'),
      ...foreign('shared', 'fr', 'Seconde guerre du Haut-Karabagh', 'Deuxième guerre du Haut-Karabagh'),
    ],
    hazards: ['27 September to 10 November 2020', 'Patriotic War alone is as often that of 1812 or of 1941–1945'],
  }),
  staying({
    id: 'april-war',
    forms: {shared: 'Four-Day War'},
    aliases: spelled('shared', '2016 Nagorno-Karabakh conflict', 'April War of 2016', 'Four-Day April War'),
    hazards: ['2016; the April War alone is as often that of Yugoslavia in 1941'],
  }),
  staying({
    id: 'khojaly-massacre',
    forms: {shared: 'Khojaly massacre', azerbaijani: 'Khojaly genocide'},
    aliases: [
      ...spelled('azerbaijani', 'Khojaly tragedy'),
      ...foreign('azerbaijani', 'az', 'Xocalı soyqırımı', 'Xocalı faciəsi'),
    ],
    hazards: ['February 1992; what it is called is a claim'],
  }),
  staying({
    id: 'sumgait-pogrom',
    forms: {shared: 'Sumgait pogrom'},
    aliases: spelled('shared', 'Sumgait pogroms', 'Sumgait massacre'),
    hazards: ['February 1988'],
  }),
  staying({
    id: 'lachin-corridor',
    forms: {shared: 'Lachin corridor'},
    aliases: [
      ...spelled('armenian', 'Berdzor corridor', 'Kashatagh corridor'),
      ...foreign('shared', 'ru', 'Лачинский коридор'),
      ...foreign('azerbaijani', 'az', 'Laçın dəhlizi'),
      ...foreign('shared', 'de', 'Latschin-Korridor'),
    ],
    hazards: ['all sides say Lachin corridor'],
  }),
  staying({
    id: 'zangezur-corridor',
    forms: {shared: 'Zangezur corridor'},
    aliases: [...foreign('azerbaijani', 'az', 'Zəngəzur dəhlizi'), ...foreign('shared', 'ru', 'Зангезурский коридор')],
    hazards: ['a route that is planned; Armenia does not call it so'],
  }),
]
