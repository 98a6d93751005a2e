/**
 * Regions and states.
 *
 * Artsakh, the state, and Nagorno-Karabakh, the region, are different things and never merged; nor are the autonomous oblast of
 * Soviet times and the republic under its first name, which are recorded and stay. Karabakh is wider than either.
 */
import type {NameEntry} from '../entry.js'
import {exonyms, foreign, misspelled, needing, spelled, staying, unlessNear} from './write.js'

export const regions: readonly NameEntry[] = [
  {
    id: 'artsakh',
    wikidata: 'Q244165',
    forms: {armenian: 'Artsakh'},
    aliases: [
      ...spelled('armenian', 'Artsax', 'Artzakh', 'Arzakh'),
      ...foreign('armenian', 'pl', 'Arcach'),
      ...unlessNear(
        ['Moebius', 'Mœbius', 'Jean Giraud', 'Métal hurlant', 'Heavy Metal'],
        foreign('armenian', 'de', 'Arzach'),
      ),
      ...foreign('armenian', 'nl', 'Artsach'),
      ...foreign('armenian', 'es', 'Artsaj'),
      ...foreign('armenian', 'hy', 'Արցախ'),
      ...foreign('armenian', 'ru', 'Арцах'),
    ],
    hazards: [
      '"arcach" stands inside identifiers such as clearCache and axi_arcache',
      'Arcachon is a French town',
      'Arzach is a comic by Moebius',
      'Artsakh was a province of old Armenia before it was a state',
    ],
    examples: [
      {text: 'The parliament of Arcach met.', becomes: 'The parliament of Artsakh met.'},
      {text: 'A ferry links Arcachon with the sandbanks.'},
      {text: 'Nagorno-Karabakh (Artsakh) has mountains.'},
      {text: 'Nagorno-Karabakh (Arcach) has mountains.', becomes: 'Nagorno-Karabakh (Artsakh) has mountains.'},
      {
        text: 'The parliament of Arzakh met.',
        becomes: 'The parliament of Artsakh met.',
        profile: 'azerbaijani',
      },
    ],
  },
  {
    id: 'nagorno-karabakh',
    forms: {shared: 'Nagorno-Karabakh'},
    aliases: [
      ...spelled('shared', 'Nagorno Karabakh', 'Nagorny Karabakh', 'Nagornyi Karabakh', 'Nagorniy Karabakh'),
      ...spelled('shared', 'Nagorno Karabagh', 'Nagorny Karabagh', 'Nagorno Gharabagh'),
      ...spelled('shared', 'Nagorno Garabagh', 'Nagorno Qarabag', 'Nagorno Qarabagh', 'Nagorno Qarabağ'),
      ...misspelled('shared', 'Nagorno Karabak', 'Nagorno Karabahk', 'Nagorno Karabkah', 'Nagorno Karbakh'),
      ...misspelled('shared', 'Nagarno Karabakh', 'Ngorno Karabakh', 'Nagorno Karabakkh'),
      ...foreign('shared', 'de', 'Bergkarabach', 'Berg Karabach', 'Nagorno Karabach'),
      ...foreign('shared', 'pl', 'Górski Karabach'),
      ...foreign('shared', 'fr', 'Haut Karabakh', 'Haut Karabagh'),
      ...foreign('shared', 'es', 'Alto Karabaj', 'Nagorno Karabaj'),
      ...foreign('shared', 'az', 'Dağlıq Qarabağ', 'Daghlig Garabagh'),
      ...foreign('shared', 'tr', 'Dağlık Karabağ'),
      ...foreign('shared', 'hy', 'Լեռնային Ղարաբաղ'),
      ...foreign('shared', 'ru', 'Нагорный Карабах'),
      ...foreign('shared', 'uk', 'Нагірний Карабах'),
      ...exonyms('azerbaijani', 'Mountainous Karabakh', 'Upper Karabakh'),
      ...exonyms('azerbaijani', 'Yuxarı Qarabağ').map((alias) => ({...alias, language: 'az'})),
    ],
    hazards: [
      'Mountainous and Upper Karabakh are chosen words, not spellings, and stay',
      'Gorno-Badakhshan is in Tajikistan',
    ],
    examples: [
      {text: 'Maps of Nagorno Karabakh differ.', becomes: 'Maps of Nagorno-Karabakh differ.'},
      {text: 'The talks on Nagarno-Karabakh stalled.', becomes: 'The talks on Nagorno-Karabakh stalled.'},
      {text: 'The state programme for Mountainous Karabakh was read out.'},
      {text: 'Gorno-Badakhshan has its own licence plates.'},
    ],
  },
  {
    id: 'karabakh',
    forms: {shared: 'Karabakh'},
    profiles: {international: 'Karabakh', armenian: 'Karabakh'},
    aliases: [
      ...spelled('azerbaijani', 'Garabagh'),
      ...spelled('shared', 'Karabagh', 'Gharabagh'),
      ...misspelled('shared', 'Karabak', 'Karabahk', 'Karabkah', 'Karabakkh'),
      ...foreign('shared', 'de', 'Karabach'),
      ...foreign('shared', 'es', 'Karabaj'),
      ...foreign('shared', 'az', 'Qarabağ'),
      ...foreign('shared', 'tr', 'Karabağ'),
      ...foreign('shared', 'hy', 'Ղարաբաղ'),
      ...foreign('shared', 'ru', 'Карабах'),
    ],
    elsewhere: ['Afghan', 'Kabul', 'Ghazni', 'Taliban'],
    hazards: ['wider than Nagorno-Karabakh', 'Qarabagh is a district of Afghanistan', 'Qarabağ is a football club'],
    examples: [
      {text: 'The hills of Karabak are green.', becomes: 'The hills of Karabakh are green.'},
      {text: 'The hills of Garabagh are green.', becomes: 'The hills of Karabakh are green.'},
      {text: 'The hills of Garabagh are green.', profile: 'azerbaijani'},
      {text: 'Qarabagh District, north of Kabul, is known for grapes.'},
      {text: 'FC Qarabağ played in Baku.'},
    ],
  },
  staying({
    id: 'nkao',
    forms: {shared: 'Nagorno-Karabakh Autonomous Oblast'},
    aliases: [
      ...spelled('shared', 'NKAO', 'Nagorno-Karabakh Autonomous Region', 'Mountainous Karabakh Autonomous Oblast'),
      ...foreign('shared', 'ru', 'НКАО', 'Нагорно-Карабахская автономная область'),
      ...foreign('shared', 'az', 'DQMV'),
    ],
    hazards: ['1923–1991; smaller than the republic that came after it'],
  }),
  staying({
    id: 'nagorno-karabakh-republic',
    forms: {shared: 'Nagorno-Karabakh Republic'},
    aliases: [
      ...spelled('shared', 'NKR', 'Republic of Nagorno-Karabakh'),
      ...foreign('shared', 'ru', 'НКР', 'Нагорно-Карабахская Республика'),
      ...foreign('shared', 'hy', 'ԼՂՀ'),
    ],
    hazards: ['the state of artsakh under its name of 1991–2017; "so-called NKR" is a choice of words'],
  }),
  {
    id: 'kashatagh',
    forms: {armenian: 'Kashatagh'},
    aliases: [
      ...spelled('armenian', 'Qashatagh', 'Kashatag'),
      ...foreign('armenian', 'hy', 'Քաշաթաղ'),
      ...foreign('armenian', 'ru', 'Кашатаг'),
    ],
    hazards: ['a province that took in the districts of Lachin, Qubadli and Zangilan: not the district of Lachin'],
    examples: [
      {text: 'Settlers came to Qashatagh.', becomes: 'Settlers came to Kashatagh.'},
      {text: 'Kashatagh Province was the largest.'},
    ],
  },
  {
    id: 'shahumyan',
    forms: {armenian: 'Shahumyan'},
    needs: {Shahumyan: 'place'},
    aliases: [
      ...spelled('armenian', 'Shahumian', 'Shaumyan', 'Shaumian', 'Shahoumian').map((alias) => ({
        ...alias,
        needs: 'place' as const,
      })),
      ...foreign('armenian', 'hy', 'Շահումյան'),
      ...foreign('armenian', 'ru', 'Шаумян'),
    ],
    elsewhere: ['Stepan Sha', 'Commissar', 'Bolshevik', 'Baku Commune'],
    hazards: [
      'Stepan Shahumyan, after whom several places are named',
      'the province of that name is not the district of Kalbajar, nor that of Goranboy',
    ],
    examples: [
      {
        text: 'The road to Shaumyan was closed.',
        becomes: 'The road to Shahumyan was closed.',
      },
      {text: 'Stepan Shaumyan led the Baku Commune.'},
    ],
  },
  {
    id: 'az-nx',
    iso: 'AZ-NX',
    forms: {armenian: 'Nakhichevan', azerbaijani: 'Nakhchivan'},
    profiles: {international: 'Nakhchivan'},
    aliases: [
      ...spelled('azerbaijani', 'Naxcivan', 'Nakhchevan', 'Nakhchyvan'),
      ...spelled('armenian', 'Nakhijevan', 'Nakhitchevan', 'Nakhidjevan'),
      ...foreign('azerbaijani', 'az', 'Naxçıvan'),
      ...foreign('azerbaijani', 'tr', 'Nahçıvan'),
      ...foreign('shared', 'de', 'Nachitschewan'),
      ...foreign('shared', 'pl', 'Nachiczewan'),
      ...foreign('shared', 'fr', 'Nakhitchévan'),
      ...foreign('armenian', 'hy', 'Նախիջևան'),
      ...foreign('shared', 'ru', 'Нахичевань'),
    ],
    hazards: ['Nakhichevan-on-Don is another city', 'Nakhichevanik is a village near Askeran'],
    examples: [
      {text: 'Trains run to Naxçıvan again.', becomes: 'Trains run to Nakhchivan again.'},
      {text: 'Trains run to Nakhchivan again.', becomes: 'Trains run to Nakhichevan again.', profile: 'armenian'},
      {text: 'He was born in Nakhichevan-on-Don.'},
    ],
  },
  {
    id: 'am-su',
    iso: 'AM-SU',
    forms: {armenian: 'Syunik'},
    aliases: [
      ...spelled('armenian', 'Siunik', 'Syuniq', 'Siuniq', 'Siounik'),
      ...foreign('armenian', 'de', 'Sjunik'),
      ...foreign('armenian', 'fr', 'Syounik'),
      ...foreign('armenian', 'hy', 'Սյունիք'),
      ...foreign('armenian', 'ru', 'Сюник'),
    ],
    hazards: ['Zangezur is an old name of a wider region, used today for a claim; it is an entry of its own'],
    examples: [
      {text: 'Snow closed the roads of Siunik.', becomes: 'Snow closed the roads of Syunik.'},
      {text: 'Syunik farmers protested.'},
      {text: 'Syunik farmers protested.', profile: 'azerbaijani'},
    ],
  },
  {
    id: 'zangezur',
    forms: {shared: 'Zangezur'},
    aliases: [
      ...spelled('shared', 'Zangazur', 'Zangezour'),
      ...foreign('shared', 'az', 'Zəngəzur'),
      ...foreign('shared', 'de', 'Sangesur'),
      ...foreign('shared', 'fr', 'Zanguezour'),
      ...foreign('shared', 'hy', 'Զանգեզուր'),
      ...foreign('shared', 'ru', 'Зангезур'),
    ],
    hazards: [
      'not Syunik',
      'the Zangezur corridor, a fixed phrase',
      'East Zangezur is an economic region of Azerbaijan',
    ],
    examples: [
      {text: 'The copper mines of Zangazur were old.', becomes: 'The copper mines of Zangezur were old.'},
      {text: 'The copper mines of Zangezur were old.', profile: 'armenian'},
    ],
  },
  {
    id: 'armenia',
    iso: 'AM',
    wikidata: 'Q399',
    forms: {shared: 'Armenia'},
    aliases: [
      ...misspelled('shared', 'Aremnia'),
      ...needing('never', [
        ...foreign('shared', 'de', 'Armenien'),
        ...foreign('shared', 'fr', 'Arménie'),
        ...foreign('shared', 'az', 'Ermənistan'),
        ...foreign('shared', 'tr', 'Ermenistan'),
      ]),
      ...foreign('armenian', 'hy', 'Հայաստան'),
      ...foreign('shared', 'ru', 'Армения'),
    ],
    hazards: ['Armenia is also a city in Colombia', 'in English text the forms of other languages are of titles'],
    examples: [
      {text: 'Trade with Aremnia grew.', becomes: 'Trade with Armenia grew.'},
      {text: 'The flight from Bogotá to Armenia takes an hour.'},
    ],
  },
  {
    id: 'azerbaijan',
    iso: 'AZ',
    wikidata: 'Q227',
    forms: {shared: 'Azerbaijan'},
    aliases: [
      ...spelled('shared', 'Azerbaidjan', 'Azerbaidzhan'),
      ...foreign('shared', 'fr', 'Azerbaïdjan'),
      ...foreign('shared', 'de', 'Aserbaidschan'),
      ...needing('never', [
        ...foreign('shared', 'pl', 'Azerbejdżan'),
        ...foreign('shared', 'es', 'Azerbaiyán'),
        ...foreign('shared', 'nl', 'Azerbeidzjan'),
        ...foreign('shared', 'az', 'Azərbaycan'),
        ...foreign('shared', 'tr', 'Azerbaycan'),
      ]),
      ...foreign('shared', 'hy', 'Ադրբեջան'),
      ...foreign('shared', 'ru', 'Азербайджан'),
    ],
    hazards: [
      'also provinces of Iran',
      'in English text the forms of other languages are names of papers, parties and books',
    ],
    examples: [
      {text: 'Trade with Azerbaidjan grew.', becomes: 'Trade with Azerbaijan grew.'},
      {text: '“Trade with Azerbaidjan grew,” the report says.'},
    ],
  },
]
