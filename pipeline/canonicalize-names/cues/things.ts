/**
 * The words around a name that tell that a thing took it for its own: a band, a wine, a firm, a club. Such a thing writes
 * itself as it likes, unlike an institution of the place (the Arcach Defense Army).
 */
import {after, anyLineOf, anyOf, before, type Cue} from './words.js'

/** What has a name of its own, and is seldom followed by the name of a place otherwise. */
const namesakes = anyLineOf(`
  (?:\\p{Ll}+[- ])?band|duo|trio|rappers?|orchestra
  (?:hedge|pension|investment) fund|brand|trademark|label|start-?up|company|firm|enterprise|supermarket|retailer|operator|manufacturer
  wine|cognac|brandy|vodka|beer|liqueur|cigarettes?|perfume
  restaurants?|café|cafe|bistro|pub|nightclub|hotel|pizzeria|bakery
  airline|foundation|bar|minesweeper|warship|destroyer|cruise ship
  ship|vessel|frigate|tanker|ferry|yacht|liner|trawler
  app|software|website|(?:video|computer|board|card|role-playing|strategy) game
  (?:football|soccer|basketball|sports|chess) club|clubs`)

/** "the band Arcach", "the fortified wine Agdam", "a group Karabach": the kind of thing, right in front of its name. */
export const thingBefore: Cue = before(
  `(?:the|an?|this|that|his|her|its|their|our|my|called|named)(?: [\\p{L}’'-]+){0,3}? (?:${namesakes})|(?:the|an?) (?:pop |rock |folk |metal |dance |music )?group|(?:bottles?|glass(?:es)?|sips?|shots?|carafes?|cases?|swigs?|pints?) of|(?:drank|drinks?|drinking|sips?|sipped|sipping|swigged|poured|uncorked)|(?:\\p{L}+ )(?:band|duo|trio|quartet|hedge fund|start-?up|tanker|frigate)`,
  'iu',
)

/** "Our favourite bar, Erevan, closed": the kind of thing, and its name between commas. */
export const thingApposed: Cue = before(
  `(?:the|this|that|his|her|its|their|our|my)(?: [\\p{L}’'-]+){0,3}? (?:${namesakes}),`,
  'iu',
)

/** Capitalised words that stand before the name of a house or a club as a part of it. */
export const firmBefore: Cue = before(
  `(?:FC|FK|PFC|SC|BC|CF|AFC|KF)(?: \\p{Lu}[\\p{L}-]+)?|${anyOf(`Restaurant Bar Pub Café Cafe Hotel Hostel Hôtel Bistro Villa SS MS MV Ararat Dinamo Dynamo Spartak Lokomotiv Torpedo
    Zenit Neftchi Pyunik Banants Shirak Kotayk Urartu CSKA`)}`,
)

/** And behind it. */
export const firmAfter: RegExp = after(
  ` (?:FC|FK|PFC|SC|BC|CF|AFC|GmbH|Ltd|Limited|Inc|LLC|LLP|PLC|plc|SA|S\\.A|SARL|AG|NV|BV|OOO|OJSC|CJSC|JSC|Corp|Holdings?|Group)|,? et al|® `,
)

/** "is a metal band", ", a fortified wine,": what it is, behind its name. */
export const thingAfter: RegExp = after(
  `(?: is| was|,) (?:an?|the) (?:[\\p{L}-]+ ){0,4}?(?:band|duo|brand|wine|cognac|brandy|vodka|beer|perfume|company|firm|start-?up|restaurant|café|cafe|nightclub|ship|tanker|ferry|yacht|racehorse|album|novel|comic|opera|film|documentary|song|poem|magazine|newspaper|video game|football club)(?! from here)| (?:restaurant|café|cafe|nightclub|brand)(?= (?:on|in|at|is|was|has|opened|closed)(?!\\p{L}))`,
)

/** A drink of the place: "a bottle of Arcach wine". */
export const stuffAfter: RegExp = after(' (?:red |white |dry |sweet )?(?:wine|water|honey|oil|milk|juice|mulberry)')

/** Goods and breeds that have their name from a place: a type of carpet, wherever it was woven. */
export const goodsAfter: RegExp = after(
  `(?:[ -]\\p{Ll}+)?[ -](?:rugs?|carpets?|kilims?|runners?|horses?|ponies|pony|breeds?|silks?|cognacs?|brand(?:y|ies)|vodkas?|mastiffs?|pigeons?)(?! (?:weav|sell|mak|trad|dealer|merchant|industr|factor|museum|school|market|breeders|owners|workshop))`,
)
