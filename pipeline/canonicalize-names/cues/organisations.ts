/** The words around a name that make it part of a longer one: of an organisation, an institution, an event. */
import {after, anyOf, before, type Cue} from './words.js'

/** Nouns that make a name of the capitalised words before them, also in a heading where every word has a capital. */
const organisationNouns = anyOf(`
  University Institute Academy College School Lyceum Gymnasium Conservatory Conservatoire Fund Foundation Trust Club Theatre Theater Museum
  Gallery Hotel Hostel Office Ministry Army Telecom Airport Airline Airlines Airways Hospital Clinic Polyclinic Cathedral Mosque Church
  Chapel Society Union Association Alliance Party Committee Council Chamber Company Corporation Bank Radio Television TV Press Times News
  Gazette Herald Tribune Post Today Review Journal Weekly Orchestra Philharmonic Ensemble Choir Festival Biennale Marathon Declaration
  Manifesto Accord Accords Agreement Treaty Protocol Protocols Memorandum Process Massacre Massacres Offensive Corridor Operation Group
  Centre Center Bureau Agency Service Authority Administration Headquarters Brigade Regiment Battalion Division Corps Squadron Detachment
  Congress Conference Summit Forum Convention Symposium Award Prize Medal Cup Trophy Championship League Federation Confederation
  District Province Oblast Rayon Uyezd Khanate Melikdom River Street Avenue Square Boulevard Park Stadium Arena Bridge Fortress
  Reservoir Dam Genocide Pogrom Pogroms Tragedy Uprising Rebellion Siege Battle War Winery Brandy Distillery Brewery Factory Combine
  FC FK SC Municipality Prison Monastery Convent Seminary Diocese Eparchy Bishopric Refugees Veterans Archive Archives Library
  Observatory Railway Railways Station Commission Commissariat Tribunal Court Assembly Parliament Heritage Initiative Movement Network
  Coalition Platform Project Programme Program Campaign Mission Cross Crescent Embassy Consulate Market Bazaar Mall Plaza Tower Studio
  Studios Records Band Quartet Trio Dancers Singers Players United Rovers Wanderers City Day Days Week Prizes Awards Games`)

/** Up to four capitalised words between the name and such a noun: "Shushi Carpet and Rug Museum". */
export const organisationAfter: RegExp = new RegExp(
  `^[ \\u00a0–-](?:\\p{Lu}[\\p{L}'’-]*[ \\u00a0](?:(?:of|and|for|the|&)[ \\u00a0])?){0,4}(?:${organisationNouns})(?![\\p{L}])`,
  'u',
)

/** Words in front that belong to a club, a station, a hotel, a ship. */
export const organisationBefore: Cue = before(
  `(?:${anyOf(`FC FK PFC SC BC CF AFC Radio Hotel Café Cafe Restaurant Camp Mount Mt Lake Dinamo Dynamo Club Fort Villa SS MV Monastery Hostel
    Operation TV Bank Studio Bar Cinema Sanatorium Port Base Plan Project Save Free`)})\\.?`,
)

/** What stands before "of" where the whole is a name: "Battle of Shushi", "University of Shushi". */
export const namedOf: Cue = before(
  `(?:(?:${anyOf(`Battle Siege Fall Capture Liberation Treaty Peace Declaration Accord Accords Republic University Union Association Diocese
    Bank Bishopric Khanate Melikdom Principality Institute Museum Museums Society Friends Sons Daughters Defence Defense Voice Church
    Order Archive Archives Academy Ministry Parliament Assembly Government Army Club Committee Council Congress Massacre Massacres
    Operation Hero Heroes Cathedral Radio Pogrom Pogroms Tragedy Tribune Echo Sun Star Bridge Chamber College School Theatre Theater
    League Federation Front Movement Defenders Veterans Order Knights Walls Bells Children`)}) of|(?:War|Battle|March|Fund|Movement|Committee|Campaign|Justice|Hands) (?:for|on|off))(?: the)?`,
)

/** Forms of states: "the Free City of Danzig". */
export const stateOf: Cue = before(
  '(?:Free City|Free State|(?:Grand )?Duchy|Kingdom|County|Emirate|Sultanate|Governorate|Voivodeship) of',
)

/** Lower case does not make a battle another one. */
export const eventOf: Cue = before(
  `(?:${anyOf('battle battles siege massacre massacres pogrom pogroms genocide tragedy treaty')}) of(?: the)?`,
  'iu',
)

/** Nouns of events behind a name, with a word between them or none, also in lower case: "the Lachin corridor". */
export const eventAfter: RegExp = after(
  `(?:[-‐–]\\p{Lu}\\p{L}+)?(?:[ \\u00a0-]\\p{L}+)?[ \\u00a0](?:${anyOf(`massacre massacres offensive corridor tragedy genocide pogrom pogroms declaration accord
    accords uprising siege battle operation protocol protocols treaty convention memorandum ceasefire-agreement`)})`,
  'iu',
)

/** Offices and groups: "the Mayor of Shushi" is a person in a place. */
export const officeOf: Cue = before(
  `(?:${anyOf(`President Mayor Governor Bishop Archbishop Minister Head Chief Prefect Khan Ombudsman Speaker City Town Village District
    People Region Province Commander Armenians Azerbaijanis Azeris Residents Citizens Streets Roads Hills North South East West
    Rep Representative Commandant Primate Vicar Sheriff Deputy Envoy Native Capital Citadel Outskirts`)}) of(?: the)?`,
)

/** Capitalised words beside a name that are no part of it: days, months, peoples, adjectives of a side. */
export const looseNeighbour: RegExp = new RegExp(
  `^(?:I|${anyOf(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December Armenian Armenians Azerbaijani Azerbaijanis Azeri Azeris Russian Russians Soviet Turkish Turks Ottoman
    Persian Iranian Georgian American European British French German Western Eastern Northern Southern Christian Muslim Islamic Jewish
    Christmas Easter Christians Muslims Mr Mrs Ms Dr Prof Lieutenant English Old Greater Upper Lower Outer Inner Central New Today’s
    Today's Yesterday’s Yesterday's`)}|\\p{L}+[-‐‑](?:held|occupied|controlled|populated|ruled|run|born|based|backed|occupation|era|day|time|war))$`,
  'u',
)

/** Nouns that stand with a capital before a place, and are no first names. */
export const genericNeighbour: RegExp = new RegExp(
  `^(?:${anyOf(`City Town Village Province Republic District Region County State Nation Lake Mount River Greater Metro Station Street Square Route Road Highway
    Line Corridor Camp Port Fort Base Airport Bishop Saint Saints Holy Great Free Save Visit Hospital School Team Club House Mission Embassy Consulate
    Ministry Minister Government Parliament Secretary Spokesman Ambassador Division Army Regiment Radio Channel Studio Agency Group Operation Project
    Battle Siege Mayor Premier Community Archdiocese Byzantine Seljuk Ottoman Mongol Qajar Safavid Tsarist Bolshevik Arab Kurd Czech Greek Dutch French Swiss
    Turk Jew Iraq Iran Turkey Russia Georgia Europe Moscow Ankara Tehran Washington Paris London Brussels Kremlin Constantinople Istanbul Tabriz`)})$`,
  'u',
)

/** Titles that begin a person's name behind a place: "in Shushi President Sahakyan said". */
export const officeNeighbour: RegExp = new RegExp(
  `^(?:${anyOf('President Prime Minister Foreign Defence Defense General Colonel Major Captain Mayor Governor Bishop Archbishop Father Sir Lady Deputy Lieutenant Sergeant Ambassador')})$`,
)
