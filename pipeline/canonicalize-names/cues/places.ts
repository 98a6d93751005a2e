/** The words around a name that tell that a place is meant, or another place of the same name. */
import {after, anyLineOf, anyOf, before, type Cue} from './words.js'

const placeNouns = anyOf(`
  city town village villages district region province area streets? roads? hills? mountains? mayor governor people residents? inhabitants?
  fall capture liberation occupation blockade bombardment conquest surrender reconstruction restoration north south east west outskirts
  cent(?:re|er) ruins mosques? church(?:es)? cathedral bazaar market defen[cs]e evacuation destruction shelling suburbs? walls? fortress
  garrison population gardens? refugees side part schools? airport station control front loss recapture settlement valley kilomet(?:re|er)s?
  km miles? armenians azerbaijanis azeris citizens natives? villagers houses? sky skies streets vicinity direction environs heights
  return siege rebuilding half most rest parts defenders? wines? honey apples pomegranates winters? skyline map history photographs? views? capital khan quarter quarters square bridge hospital university`)
const verbsOfPlaces = anyOf(`
  reach(?:ed|es|ing)? left leaves? leaving enter(?:s|ed|ing)? captur(?:ed|es|ing)? took takes taken taking struck strikes hit hits hitting liberat(?:ed|es|ing)
  shell(?:ed|s|ing) visit(?:ed|s|ing)? bomb(?:ed|s|ing) bombard(?:ed|ing)? retook retaken recaptur(?:ed|ing) besieg(?:ed|ing) occup(?:ied|ies|ying) held hold(?:s|ing)? los(?:t|es|ing) regain(?:ed)?
  evacuat(?:ed|es|ing) abandon(?:ed|ing) approach(?:ed|es|ing)? surround(?:ed|ing)? storm(?:ed|ing) defend(?:ed|s|ing)? overlook(?:s|ed|ing)? rebuil[dt] encircl(?:ed|ing) fled flee(?:s|ing)?
  attack(?:ed|ing)? conquer(?:ed|ing)? surrender(?:ed|ing)? target(?:ed|ing)? cross(?:ed|es|ing)? crossing cede(?:d)? connect(?:s|ed|ing)? link(?:s|ed|ing)? photographed filmed mapped`)

/** What is done to people, and to what one is fond of, before "to". */
const towardsPeople =
  anyOf(`engaged married devoted dedicated attributed ascribed addicted compared talked listened introduced proposed related
  accustomed indebted promised confessed explained whispered dictated lied replied responded apologi[sz]ed waved nodded bowed prayed betrothed
  turned opposed referred endeared inscribed credited likened offered showed suggested remarked mentioned complained taught objected consecrated limited used`)

/** A preposition of place, a verb of motion or of war, "the town of". */
const wordsBefore: Cue = before(
  `(?:${anyLineOf(`
    (?:never|first|last) saw
    between (?:the |an? |\\p{Lu}[\\p{L}-]* ?){0,3}(?:\\p{Ll}+ )?and
    (?:maps?|surveys?|aerial photographs?) of
    (?:Greater|Lower|Soviet|Soviet-era|pre-war|post-war|prewar|postwar|wartime|neither|either)
    (?<!(?:trade|deals?|dealt|dealing|traffic|trafficking|trafficked|traded|believed?|believes|faith|trust|trusted|confided|interest|interested|love) )in|at|near|nearby|into|towards?|around|outside|inside|within|via|through|across|beyond|above|below|between|past|over|unlike
    (?:${verbsOfPlaces})
    (?:back|road|roads|way|bus|train|trains|line|lines|pipeline|highway|highways|flights|convoys?|columns?|trip|marche?d?|went|go|going|goes|come|came|leads?|led|drove|drive|flew|flight|run|runs|ran|sent|brought|next|close|north|south|east|west|up|down|travels?|buses|returns?|access|route|motorway|railway|proximity|path|pilgrimage|visits?|been|approach(?:es)?|(?!(?:${towardsPeople}) )[\\w-]+ed) to
    (?<!(?:letters?|poems?|verses?|heard|borrowed|quoted|translated|lines?|quotes?|reads?) )from
    (?:battle|battles|fight|fighting|struggle|headed|heading|bound|left|leaves?|leaving|made|means|departed|set off|set out) for
    (?:${placeNouns}) of
    (?:the|this|that|of|capital|Armenian|Azerbaijani) (?:city|town|village|district|region|capital|area)`)})(?:(?: the| nearby| neighbou?ring| old| occupied| ruined| liberated| central| downtown| northern| southern| eastern| western| then| both| what was| today’s| today's| all of| present-day| modern| historic| ancient| Soviet| Armenian| \\p{L}+-(?:held|controlled|occupied)){0,2})`,
  'iu',
)

/** "From Baku to Lachin", where the other end has the capital of a name. */
const journeyBefore = before('[Ff]rom (?:the )?\\p{Lu}[\\p{L}-]+ to')

/** Whether the words in front are those that a place stands behind. */
export function isPlaceBefore(words: string): boolean {
  return wordsBefore.test(words) || journeyBefore.test(words)
}

/** Nouns of what a place has, and verbs of what only befalls places. */
export const placeAfter: RegExp = after(
  `(?:[-–] ?(?:\\p{Lu}\\p{L}+ )?(?:road|highway|railway|line|based|born|bound|area|region|wide)|(?:,? and \\p{Lu}\\p{L}+)?(?:['’]s)? (?:${anyOf(`road roads
    highway railway station district districts region area front town city village villages province direction sector airport bridge valley
    pass market bazaar fell falls lies lay residents? hospital schools? garrison mayor council streets? walls? gates? mosques? church
    refugees heights outskirts suburbs? municipality population inhabitants? Armenians Azerbaijanis Azeris fortress cathedral citadel
    burn(?:ed|t|s)? surrendered starved bus buses garrisons water power gas branch office clinic police prison hotels? houses? gardens? airfield plateau section motorway
    khanate reservoir`)})| (?!(?:and|or|with|for|in|of|at|by|as|to|than) )\\p{Ll}+ its(?= )|, (?:an?|the) (?:\\p{L}+ ){0,2}(?:town|city|village|district)|, where|,? and the villages?|,? (?:(?:is|was) (?:an?|the) (?:\\p{L}+ ){0,2}(?:town|city|village|district|place|region)|(?:is|was|lies|lay|stands|stood) (?:now |still |again )?(?:in ruins|empty|deserted|on the|near|north|south|east|west|under|back|lost|gone|free)|(?:was|were|is|has been|had been|is being|came|comes) (?:also |still |again |never )?(?:hit|returned|handed|shelled|founded|burned|burnt|built|captured|taken|liberated|destroyed|recaptured|occupied|bombed|evacuated|rebuilt|abandoned|surrounded|lost|conquered|encircled|besieged|attacked|demined|mined|resettled|under)|(?:itself|woke)|(?:has|had) (?:an?|no|its|two|four|neither|only) (?:\\p{L}+ )?(?:mosque|church|bank|hospital|rail|railway|schools?|cinema|market|airport|gas|water|electricity|inhabitants)))`,
)

/** Behind a name that is no first half of a compound: "the town of Sushi", not "of Sushi lovers". */
export const settlementAfter: RegExp =
  /^(?:['’]s(?!\p{L})|\s*[,.;:!?)\]—–]|\s*$| (?:and|or|is|was|were|by|in|on|had|has|to|from|after|before|during|which|that|fell|with|at|for|began|would|will|could|under|since|came|comes|ended|ends|lies|lay|stands|stood|saw|brought|led|made|became|remains?|remained|meant|means)(?!\p{L}))/u
/** "the town of", and what befalls only towns. */
export const settlementBefore: Cue = before(
  '(?:town|city|village|fortress|capture|fall|liberation|occupation|battle|defen[cs]e|siege|district|shelling|streets|residents|mayor) of(?: the)?',
  'iu',
)

/** Countries and regions that no place of the gazetteer lies in. */
const countries = anyOf(`
  Iran Iraq Jamaica Mexico Guatemala Afghanistan India Pakistan Bangladesh Canada Quebec Montreal Poland Slovenia Croatia Serbia Slovakia
  Russia Ukraine Turkey Türkiye Kingston Kabul Ghazni Khuzestan Italy France Spain Portugal Brazil Germany Tunisia Gegharkunik Kotayk Aragatsotn
  Ararat Lori Shirak Tavush Vayots China Egypt Syria Israel Lebanon Georgia Kazakhstan Uzbekistan Turkmenistan Japan
  Tajikistan Kyrgyzstan Dagestan Chechnya Crimea Indonesia Malaysia Nigeria Kenya Australia Estonia Hungary Romania Bulgaria Greece
  Guinea Burkina Mali Niger Chad Senegal Ghana Togo Benin Cameroon Gabon Congo Angola Zambia Malawi Mozambique Tanzania Uganda Ethiopia Sudan
  Somalia Algeria Morocco Libya Mauritania Madagascar Liberia Namibia Botswana Peru Chile Bolivia Colombia Ecuador Venezuela Argentina Uruguay
  Paraguay Cuba Haiti Honduras Panama Nicaragua Nepal Bhutan Myanmar Thailand Vietnam Laos Cambodia Philippines Korea Mongolia Yemen Oman
  Jordan Kuwait Cyprus Malta Austria Switzerland Belgium Netherlands Denmark Norway Sweden Finland Iceland Ireland Scotland Wales England
  Latvia Lithuania Belarus Moldova Czechia Bosnia Montenegro Albania Macedonia Kosovo Sindh Punjab Bengal Bihar Kerala
  California Texas Ohio Idaho Florida Michigan Wisconsin Minnesota Oregon Nevada Montana Kansas Missouri Illinois Indiana Virginia Pennsylvania
  Massachusetts Maine Ontario Alberta Manitoba
  Elazığ Elazig Konya Bodrum Adana Muğla Antalya Sivas Malatya Kayseri Erzurum Diyarbakır Diyarbakir Izmir İzmir Bursa Ankara Istanbul Anatolia`)
const settlements =
  '(?:village|town|camp|suburb|hamlet|quarter|neighbou?rhood|island|settlement|district|city|county|municipality|river|commune|province|region|parish|lake|township|borough|ward|peak|mountain|(?:refugee|transit) camp)'

/** Demonyms of such countries. */
const demonyms =
  anyOf(`Iranian Iraqi Jamaican Mexican Guatemalan Afghan Indian Pakistani Canadian Polish Slovenian Croatian Serbian Slovak Ukrainian
  Italian Spanish Portuguese Brazilian Tunisian Californian Texan Japanese Chinese Egyptian Syrian Israeli Lebanese Kazakh Uzbek
  Turkmen Tajik Kyrgyz Dagestani Chechen Crimean Indonesian Estonian Hungarian Turkish Guinean Burkinab[eè] Malian Nigerian Senegalese
  Ghanaian Congolese Sudanese Ethiopian Libyan Algerian Moroccan Peruvian Chilean Bolivian Colombian Ecuadorian Venezuelan Argentine Nepalese
  Bangladeshi Romanian Bulgarian Greek Albanian Macedonian German Austrian Swiss French Belgian Dutch Swedish Norwegian Finnish`)

/** A town on another river: "Nakhichevan-on-Don". */
export const riverAfter: RegExp = after(`[-\\u2010-\\u2013](?:on|upon|na)[-\\u2010-\\u2013].*|(?: on)?(?: the)? Don`)

/** Another place of that name: "Ganja, a neighbourhood of Kingston", "Akna, Mexico". */
export const elsewhereAfter: RegExp = after(
  `,? (?:(?:is|was),? )?(?:an?|the) (?:[\\p{L}-]+ ){0,3}${settlements},? (?:in|of|near|on|outside) (?:the )?(?:[\\p{L}-]+,? ){0,3}?(?:${countries})|(?:,| lies| is| was) (?:an?|the) (?:${demonyms}) ${settlements}|, (?:${countries})(?=[,.;:)]|$)| \\((?:${countries})(?=\\))`,
)

/** The country right behind the name: "Gandja in Guinea"; also of whoever went there. */
export const countryAfter: RegExp = after(
  `(?: camp)?,? (?:(?:lies|is|situated|located) )?in (?:the )?(?:(?:north|south|east|west|centr)(?:ern|al)? |(?:north|south)-?(?:east|west)(?:ern)? |province of |district of )?(?:${countries})`,
)

/** Who is from the place and in another country: "refugees from Shushi in Russia", "the representation of Artsakh in France". */
export const abroadBefore: Cue = before(
  `from|(?:representation|representatives?|office|embassy|consulate|delegation|delegates?|envoys?|people|natives?|refugees|friends|ambassador|mission|supporters|aid|(?:on|about|over|for|with|by|between))(?: of| to| for)?(?: the)?`,
  'iu',
)

/** The same in front: "the Iranian village of". */
export const elsewhereBefore: Cue = before(`(?:${demonyms}) (?:\\p{L}+ ){0,2}${settlements}(?: of)?`)
