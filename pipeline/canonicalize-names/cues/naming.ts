/** The words that tell that a name is spoken of, not what it names: spellings, origins, who calls a town what. */
import {anyLineOf, anyOf, before, type Cue, ending, within} from './words.js'

const languages = anyOf(
  'Armenian Azerbaijani Azeri Russian Soviet Turkish Turkic Persian Arabic English French German Polish Georgian Greek Latin',
)
const adjectives = `(?:${languages}|${anyOf(`old new former official unofficial historical historic original current present modern ancient medieval local both alternative
  alternate other two three different correct proper place street own traditional colloquial popular western common pen stage code brand family maiden middle first
  last user screen working artistic`)}|(?:town|city|village|place)['’]s)`

/** A sentence with these words is about names, whichever of them it holds. */
export const aboutNames: RegExp = within(
  anyLineOf(`
    (?:mis)?spel(?:led|lings?|t|ls?)
    misprint(?:s|ed)?|typos?
    etymolog(?:y|ies|ical|ically|ists?)
    toponym(?:s|y|ic|ics|ists?)?|exonyms?|endonyms?|demonyms?|onomastics?
    transliterat(?:e|ed|es|ing|ion|ions)|transcri(?:be|bed|ption|ptions)|romani[sz](?:ed|ation|ations)
    pronounc(?:e|ed|es|ing)|pronunciations?
    (?:un)?renam(?:e|ed|es|ing|ings)
    syllables?|consonants?|vowels?|diacritics?|cedillas?
    style ?(?:guides?|books?|sheets?)
    place[ -]names?|placenames?
    ${adjectives} names?
    (?:variant|form|version|variety|corruption) of the name
    names? of (?:the|this|that|our) (?:town|city|village|place|region|settlement|fortress|capital|republic)
    (?:its|their|the town['’]s|the city['’]s) (?:\\p{L}+ ){0,2}?names?
    the names? (?:itself|derives?|comes?|means|meant|appears?|goes back|has|was first)
    (?:is|are|was|were) (?:said|heard|written|rendered) (?:differently|with an?|without|as one word)
    (?:${languages}) (?:words?|nouns?|verbs?|roots?) (?:for|that|meaning|which)
    (?:is|was) (?:${languages}) for
    deriv(?:es?|ed|ing|ation) (?:\\p{L}+ ){0,3}?(?:from (?:the|an?) (?:\\p{L}+ )?(?:word|name|root|verb)|from (?:${languages}))`),
)

const naming = anyOf(
  `names? forms? words? terms? variants? versions? labels? toponyms? designations? spellings? nicknames? exonyms? surnames? pseudonyms? aliases alias
  titles? signatures? passwords? pen-?names? code-?names? usernames? monikers? handles?`,
)
const calling =
  anyOf(`call calls called calling name names named spell spells spelled spelt label labels labelled labeled marked signposted
  dubbed nicknamed christened styled translated codenamed code-named surnamed entitled titled`)

/** The name is spoken of, right in front of it: "the name", "known as", "call it", "Azerbaijani:". */
export const aboutBefore: Cue = ending(
  `(?<![\\p{L}-])(?:${anyLineOf(`
    (?:the|its|his|her|their|my|our|your|whose|an?|this|that|these|by|\\p{L}+['’]s|${adjectives}) (?:place |very )?(?:${naming})(?: (?:is|was|of|for|as|to|were|are|became|being|remains?|being used is|in use is))?(?: (?:the|its))?
    (?:title|name|pseudonym) of (?:the|his|her|this|their) \\p{L}+ (?:is|was)
    (?:the|his|her|their|my|our|whose|\\p{L}+['’]s|${adjectives}) (?:names?|surnames?|pseudonyms?|alias|titles?|signature|password|moniker),
    sign(?:s|ed|ing)? (?:(?:\\p{L}+ ){0,3}as|himself|herself|themselves)
    (?:is|are|was|were) (?:only |simply |all )?signed
    (?:enter(?:s|ed)|join(?:s|ed)) (?:the|a) (?:chat|forum|group|game|room) as
    (?:published|performed|recorded|billed|credited|registered|tweets|posts) as
    (?:goes|went|going) by
    noms? de (?:guerre|plume)(?: is| was|,)?
    (?:${calling})
    (?:${calling}) (?:it|them|(?:the|this|their) (?:town|city|place|region|village|district|province|area|land|country))(?: simply| just| now| still)?
    (?:known|renamed|rechristened|referred to|refer to \\p{L}+|refers to \\p{L}+|appears?|appeared|listed|recorded|rendered|shown|given|written|transliterated|transcribed|translated|marked|used|styled) (?:\\p{L}+ ){0,3}?(?:as|under)
    (?:officially|formerly|locally|originally|historically|traditionally|previously|aka)
    a\\.k\\.a\\.|or rather
    written
    (?:which|what) (?:\\p{L}+ ){1,2}call
    use the word|instead of (?:writing|saying)
    (?:we|i|media|agency|editors?|paper|article|author|authors|government|side|publications?|maps?|reporters?) (?:\\p{L}+ )?(?:use|uses|used|prefers?|preferred|adopt|adopts|chose)
    prefers?
    (?:${languages})(?: (?:form|name|spelling|version))?[:,]
    (?:${languages}) (?:form|name|spelling|version),?`)}) ?[("“‘'«„]?`,
  'iu',
)

/** "In the name of Artsakh he thanked them" speaks of no name. */
export const onBehalfBefore: Cue = before('in the names? of(?: the)?', 'iu')

/** A verb that gives the word itself where nothing is said of it: "they write", "the sign says". */
export const sayingBefore: Cue = ending(
  String.raw`(?<!\p{L})(?:say|says|saying|write|writes|wrote|writing|reads?|use|uses) ["“‘'«„]?`,
  'iu',
)
export const sayingAfter: RegExp =
  /^["”’'»]?(?:[,.;:!?)]|$| (?:and|or|not|instead|rather|when|where|but|while|in (?:English|\p{Lu}\p{L}+|this|their|its|all))(?!\p{L}))/u

/** And behind it: "is the Armenian name", "means", "is a corruption of". */
export const aboutAfter: RegExp = new RegExp(
  `^["”’'»]?(?:${anyLineOf(`
    (?:[ ]is|[ ]was| as| being| remains| became|,)(?: also| only| merely| simply| itself)? (?:the|an?|its|one)(?: \\p{L}+){0,2} (?:(?:sur|nick)?name|word|spelling|form|term|toponym|variant|version|corruption|translation|diminutive|misnomer|exonym)(?!\\p{L})
    ,? (?:also |better |formerly |previously |now |locally |otherwise |then |officially )?(?:known|called|named|spelled|spelt|renamed|written|pronounced) (?:as |to |by |in |locally |with )?(?:\\p{L}+ (?:as )?){0,2}(?=\\p{Lu}|["“‘'«„])
    [ ](?:\\(disambiguation\\)|redirects? here(?!\\p{L}))
    ,? (?:means|meaning|literally|derives|derived|stems|comes from the (?:\\p{L}+ )?(?:word|name|root|Persian|Turkish|Armenian|Arabic|Turkic)|comes from (?:${languages})|got its name|took its name|takes its name|owes its name|received its name|bears? the name|its (?:present |current |old )?name)(?!\\p{L})
    ,? (?:in|to) (?:its |their |the )?(?:Armenian|Azerbaijani|Azeri|Russian|Turkish|Armenians|Azerbaijanis|Azeris)(?![\\p{L}]| (?:hands|control|villages?|territory|side|forces|troops|families|refugees|soldiers|army|rule|occupation|service|captivity|custody|lines|\\p{Lu}))`)})`,
  'u',
)
