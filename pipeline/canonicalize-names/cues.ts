/**
 * The words around a name that tell what it names: an organisation, an event, a person, another place, or the name itself.
 *
 * They are lists, anchored next to the name, and tried on a short stretch before and behind it only.
 */

const list = (words: string): string => words.trim().split(/\s+/).join('|')

/** Nouns that make a name of capitalised words an organisation, an institution or an event, even in a title-case heading. */
const organisationNouns = list(`
  University Institute Academy College School Lyceum Fund Foundation Club Theatre Theater Museum Gallery Hotel Office Ministry
  Army Telecom Airport Airline Airlines Airways Hospital Cathedral Mosque Church Society Union Association Party Committee
  Council Chamber Company Corporation Bank Radio Television TV Press Times News Gazette Herald Tribune Post Orchestra Ensemble
  Choir Festival Declaration Accord Accords Agreement Treaty Protocol Protocols Massacre Offensive Corridor Operation Group
  Centre Center Bureau Brigade Regiment Battalion Division Congress Conference Summit Forum Award Prize Cup League Federation
  District Province River Street Avenue Square Genocide Pogrom Pogroms Tragedy Uprising Siege Battle War Winery Brandy FC FK
  Municipality Prison Monastery Refugees Veterans Archive Archives Library Observatory Railways Commission Assembly`)

/** A capitalised word that follows, up to three of them, or an organisation's noun at their end. */
export const organisationAfter: RegExp = new RegExp(
  `^[ \\u00a0-](?:[\\p{Lu}][\\p{L}'’-]*[ \\u00a0](?:(?:of|and|for|the|&)[ \\u00a0])?){0,4}(?:${organisationNouns})(?![\\p{L}])`,
  'u',
)
/** The same in capitals. */
export const organisationAfterCapitals: RegExp = new RegExp(
  `^ (?:\\p{Lu}+ ){0,3}(?:${organisationNouns.toUpperCase()})(?![\\p{L}])`,
  'u',
)
/** Nouns of events that follow a name, in lower case too. */
export const eventAfter: RegExp = new RegExp(
  `^(?:[ \\u00a0-]\\p{L}+)?[ \\u00a0](?:${list(`massacre massacres offensive corridor tragedy genocide pogrom pogroms declaration accord accords
    uprising siege battle operation protocol protocols treaty convention ceasefire-agreement`)})(?![\\p{L}])`,
  'iu',
)
/** What comes before "of", when the whole is the name of an event or an institution. */
export const namedOf: RegExp = new RegExp(
  `(?:${list(`Battle Siege Fall Capture Liberation Treaty Peace Declaration Accords Republic University Union Diocese Bank Bishopric
    Khanate Melikdom Principality Institute Museum Society Friends Sons Daughters Defence Defense Voice Church Order Museum Archive
    Academy Ministry Parliament Government Army Club Committee Council Massacre Operation Hero Heroes Congress Cathedral Museums Radio`)}) of (?:the )?$`,
)
/** Offices: "the Mayor of Shushi" is a person in a place, not a name. */
export const officeOf: RegExp = new RegExp(
  `(?:${list(`President Mayor Governor Bishop Archbishop Minister Head Chief Prefect Khan Ombudsman Speaker City Town Village District People
    Region Province Commander Defenders Armenians Azerbaijanis Azeris Residents Citizens Port Streets Roads Hills North South East West
    Rep`)}) of (?:the )?$`,
)
/** Words in front that belong to a club, a ship, a hotel, a station. */
export const organisationBefore: RegExp =
  /(?<![\p{L}])(?:FC|FK|PFC|SC|BC|CF|AFC|Radio|Hotel|Café|Cafe|Restaurant|Camp|Mount|Mt|Lake|Dinamo|Dynamo|Club|Fort|Villa|SS|MV|Monastery|Hostel|Operation|TV|Bank|Studio)\.? $/u

/** Capitalised words next to a name that are no part of it. */
export const looseNeighbour: RegExp = new RegExp(
  `^(?:I|${list(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December Armenian Armenians Azerbaijani Azerbaijanis Azeri Azeris Russian Russians Soviet Turkish Turks Ottoman
    Persian Iranian Georgian American European British French German Western Eastern Northern Southern Christian Muslim Islamic Jewish
    Christmas Easter Christians Muslims Mr Mrs Ms Dr Prof Lieutenant English Old`)})$`,
)
/** Titles of office that begin a person's name behind a place: "in Shushi President Sahakyan said". */
export const officeNeighbour: RegExp = new RegExp(
  `^(?:${list('President Prime Minister Foreign Defence Defense General Colonel Major Captain Mayor Governor Bishop Archbishop Father Sir Lady')})$`,
)

/** A place is spoken of: a preposition or a place noun with "of". */
export const placeBefore: RegExp = new RegExp(
  `(?<![\\p{L}])(?:in|at|near|into|towards?|around|outside|inside|within|via|through|across|beyond|above|below|between|past|over|leaving|
    reach|reached|reaches|reaching|left|entered|entering|captured|capturing|took|seized|struck|hit|hitting|liberated|liberating|shelled|shelling|visited|visiting|bombed|retook|recaptured|besieged|occupied|held|
    (?:back|road|roads|way|bus|train|trip|march|marched|went|go|going|goes|come|came|leads?|led|drove|drive|fled|flew|moved|returned|travelled|traveled|walked|close|next|north|south|east|west|up|down|run|runs|ran|sent|brought|retreated|advanced|[\\w-]+ed|buses|return|returns) to|
    (?<!(?:letters?|poems?|verses?|heard|borrowed|quoted|translated|lines?) )from|
    (?:city|town|village|villages|district|region|province|area|streets?|roads?|hills?|mountains?|mayor|people|residents|inhabitants|fall|capture|liberation|occupation|north|south|east|west|outskirts|cent(?:re|er)|ruins|mosques?|church|bazaar|market|defen[cs]e|evacuation|destruction|shelling|suburbs?|walls?|fortress|garrison|population|garden|gardens|refugees|side|part|school|airport|station|control|front|loss|recapture|settlement|valley|kilomet(?:re|er)s?|km|miles?) of|
    (?:the|this|that) (?:city|town|village|district|region) )\\s*(?:(?:the|nearby|neighbou?ring|old|occupied|ruined|liberated|central|downtown|northern|southern|eastern|western|then|both) ){0,2}$`.replace(
    /\s*\n\s*/g,
    '',
  ),
  'iu',
)
/** A place is spoken of: a noun of places behind the name, or what only happens to places. */
export const placeAfter: RegExp =
  /^(?:[-–] ?(?:\p{Lu}\p{L}+ )?(?:road|highway|railway|line|based|born|area|region)|(?:,? and \p{Lu}\p{L}+)? (?:road|roads|highway|railway|station|district|districts|region|area|front|town|city|village|province|direction|sector|airport|bridge|valley|pass|market|bazaar|fell|falls|lies|lay|(?:is|was) (?:a|the) (?:\p{L}+ ){0,2}(?:town|city|village|district|place)|(?:is|was|lies|lay|stands|stood) (?:now |still |again )?(?:in ruins|empty|deserted|on the|near|north|south|east|west)|was (?:hit|returned|handed|shelled|renamed|founded|burned|built|captured|taken|shelled|liberated|destroyed|recaptured|occupied|bombed|evacuated|rebuilt|abandoned|surrounded|lost|seized))(?!\p{L}))/u
/** "the town of", and what befalls only towns. */
export const settlementBefore: RegExp =
  /(?<!\p{L})(?:town|city|village|fortress|capture|fall|liberation|occupation|battle|defen[cs]e|siege|district|shelling|streets|residents|mayor) of (?:the )?$/iu

/** A person is spoken of. */
export const personBefore: RegExp = new RegExp(
  `(?<![\\p{L}])(?:poet|writer|singer|composer|philosopher|captain|colonel|general|major|lieutenant|sergeant|mr|mrs|ms|dr|sir|saint|st|uncle|aunt|brother|
    sister|son|daughter|friend|colleague|neighbou?r|cousin|actor|actress|named|girl|boy|wife|husband|goddess|god|angel|archangel|deity|dancer|painter|
    commander|professor|teacher|nurse|nephew|niece|father|mother|grandmother|grandfather|falcon|prophet|dog|horse|cat|baby|widow|young|little|dear) $`.replace(
    /\s*\n\s*/g,
    '',
  ),
  'iu',
)
export const personAfter: RegExp =
  /^(?:['’]s (?:brother|sister|mother|father|son|daughter|wife|husband|poems?|poetry|verses?|divan|ghazals?|uncle|aunt|friends?|birthday|smile|voice|eyes|hands?|face|cousin|grandmother|grandfather|lyrics|songs?)(?!\p{L})|,? (?:who|whom|whose)(?!\p{L})|,? (?:the|a|an) (?:\p{L}+ ){0,2}(?:goddess|god|poet|singer|writer|angel|girl|boy|painter|deity|falcon)(?!\p{L})|,? (?:wrote|writes|sang|sings|said|says|told|tells|replied|asked|smiled|smiles|laughed|slept|sleeps|married|died|composed|recited|studied|dreamed|nodded|shrugged|answered|explained|thinks|thought|himself|herself|spoke|speaks|loved|loves|was born|is my|is his|is her)(?!\p{L}))/u
/** Another place of that name is spoken of: "Ganja, a neighbourhood of Kingston", "Nakhichevan-on-Don". */
export const elsewhereAfter: RegExp = new RegExp(
  `^(?:[-\\u2010-\\u2013](?:on|upon|na)[-\\u2010-\\u2013]|(?: on)?(?: the)? Don(?!\\p{L})|,? (?:(?:a|an|the) (?:\\p{L}+ ){0,3}(?:village|town|suburb|hamlet|quarter|neighbou?rhood|island|settlement|district|city) )?(?:(?:in|of|near) (?:the )?)?(?:northern |southern |eastern |western |central )?(?:${list(`Iran Iraq Jamaica
    Mexico Guatemala Afghanistan India Pakistan Canada Quebec Montreal Poland Slovenia Croatia Serbia Slovakia Russia Ukraine Turkey
    Kingston Kabul Ghazni Khuzestan Italy France Spain Germany Tunisia Bangladesh Gegharkunik Kotayk Aragatsotn Ararat Lori Shirak Tavush
    California Texas Ohio Japan China Egypt Syria`)})(?!\\p{L}))`,
  'u',
)

/** A work is spoken of, whose title follows without marks. */
export const titleBefore: RegExp =
  /(?<!\p{L})(?:novel|film|movie|documentary|song|ballad|poem|play|opera|painting|album|book|memoir|exhibition|magazine|journal|newspaper|weekly|entitled|titled|short story|symphony|single) (?:called |named |entitled |titled )?$/iu
/** A bibliographic reference: author and year, or page and volume. */
export const citation: RegExp =
  /^\s*(?:\p{Lu}[\p{L}'’-]+, (?:\p{Lu}\. ?){1,3}.*(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|.*(?<!\d)(?:1[5-9]|20)\d\d(?!\d).*(?<!\p{L})(?:pp?\. ?\d|vol\. ?\d|ISBN|doi:|ed\. by|edited by))/su

/** The sentence is about spellings. */
export const aboutSpelling: RegExp =
  /(?<!\p{L})(?:(?:mis)?spel(?:led|lings?|t)|etymolog(?:y|ies|ical|ist|ists)|toponyms?|toponymy|toponymic|transliterat(?:e|ed|es|ing|ion|ions)|pronounc(?:e|ed|es|ing)|pronunciations?|exonyms?|endonyms?|romani[sz](?:ed|ation)|renam(?:e|ed|es|ing|ings)|style ?(?:guides?|books?|sheets?)|(?:Armenian|Azerbaijani|Azeri|Russian|Soviet|Turkish|Persian|official|historical|historic|old|new|former|ancient|medieval|original|both|town['’]s|city['’]s|place|two|their own|alternative) names?)(?!\p{L})/iu
/** The name itself is spoken of: in front of it, */
export const aboutBefore: RegExp =
  /(?<!\p{L})(?:(?:the|its|whose|a|an|old|new|former|official|historical|historic|original|current|present|ancient|modern|other|this|that|both|alternative|Armenian|Azerbaijani|Azeri|Russian|Soviet|Turkish|Persian|English|local|city['’]s|town['’]s|place) (?:place )?(?:names?|forms?|words?|terms?|variants?|versions?|labels?|toponyms?|designations?)(?: (?:was|is|of|for|as|to|from|were|are|became|being|remains?|being used is|in use is))?(?: (?:the|its))?|(?:named?|names|called|calls?|calling|known as|known to \p{L}+ as|refer(?:red|s|ring)? to (?:\p{L}+ ){0,4}as|(?:call|calls|called|named?|names) (?:it|the (?:town|city|place|region|village|district|province))(?: simply)?|say|says|write|writes|wrote|saying|writing|says? not|known locally as|now called|formerly|formally|also|a\.k\.a\.|aka|or rather|which (?:\p{L}+ ){1,2}call|use the word|the word|instead of (?:writing|saying)|(?:Armenian|Azerbaijani|Azeri|Russian|Turkish|Polish|French|German|Persian)(?: (?:form|name|spelling))?:)) ?[("“‘'«„]?$/iu
/** and behind it. */
export const aboutAfter: RegExp =
  /^["”’'»]?(?: (?:is|was|as|being|remains|became)(?: also| only| merely| simply)? (?:the|a|an|its|one)(?: \p{L}+){0,2} (?:name|word|spelling|form|term|toponym|variant|version)(?!\p{L})|,? (?:also |better |formerly |previously |now |locally |otherwise |then )?(?:known|called|named|spelled|spelt|renamed|written) (?:as |to |by |in |locally )?(?:\p{L}+ (?:as )?){0,2}(?=\p{Lu}|["“‘'«„])|,? (?:means|meaning|derives from|comes from the (?:word|name|Persian|Turkish|Armenian|Arabic|Turkic))(?!\p{L})|,? (?:in|to) (?:its |their |the )?(?:Armenian|Azerbaijani|Azeri|Russian|Turkish|Armenians|Azerbaijanis|Azeris)(?![\p{L}]| (?:hands|control|villages?|territory|side|forces|troops|families|refugees|soldiers|army|\p{Lu})))/u

/** What joins the two names of one place. */
export const pairLink: RegExp =
  /^(?:"?[ ,]? ?[/|] ?["“]?| ?[([][^()[\]]{0,40}|[—–]|,? ["“]?(?:or|also|aka|a\.k\.a\.|alias|now|formerly|previously|otherwise|today|then|today's|i\.e\.|that is,?|as)(?: also| known| called| as| the| in| to)* ["“‘'*_]?|,? (?:(?:better|also|formerly|now|then|otherwise|locally|which)? ?(?:is )?(?:known|called|named|renamed) ?(?:as|to|by|in)? ?(?:\p{L}+ ){0,3}["“‘'*_]?)|,? (?:\p{L}+ ){0,2}(?:call|calls|called|say|says|write|writes) (?:it )?["“‘'*_]?|,? (?:which|that) (?:(?:the )?\p{L}+ ){0,2}(?:calls?|know as|knew as) ["“‘'*_]?|,? (?:to|in) (?:its |their |the )?(?:\p{L}+ ){1,3}(?:and|but|or|,) ["“]?|,? (?:in )?(?:Armenian|Azerbaijani|Azeri|Russian|Turkish|Arm\.|Az\.|Azerb\.),? |["”]? (?:and|versus|vs\.?|to) ["“]|"? ?[—–=] ?(?:or |in \p{L}+ )?)$/iu
/** What joins two names that are set against each other, where their traditions differ. */
export const pairOnly: RegExp =
  /^(?: and | or |, | rather than | instead of | over | versus | vs\.? | not |, not |-)["“‘'*_]?$/u

/** A person who bears the name of a place that is seldom a person's. */
export const bearerBefore: RegExp =
  /(?<!\p{L})(?:poet|singer|captain|colonel|sergeant|lieutenant|mrs|ms|miss|mr|dr|uncle|aunt|girl|boy|actress|dancer)\.? $/iu
export const bearerAfter: RegExp =
  /^(?:['’]s (?:brother|sister|mother|father|son|daughter|wife|husband|uncle|aunt|cousin|birthday|smile)(?!\p{L})|,? (?:who|whom) |,? (?:smiled|smiles|laughed|slept|sleeps|married|nodded|shrugged|sighed|wept|sang)(?!\p{L}))/u
