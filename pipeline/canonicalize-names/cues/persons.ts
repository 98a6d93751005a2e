/** The words around a name that tell that a person, a god or an animal bears it. */
import {after, anyOf, before, type Cue, ending} from './words.js'

const bearers = anyOf(`
  poets? writer singer composer philosopher captain colonel general major lieutenant sergeant private mr mrs ms miss dr sir lady saint st uncle aunt
  brother sister son daughter cousin actor actress girl boy wife husband goddess god angel archangel deity dancer painter professor teacher
  nurse nephew niece grandmother grandfather grandson granddaughter falcon prophet dog horse mare cat puppy kitten baby widow nanny bride princess
  queen king sultan sheikh imam mullah coach bey
  lt capt col gen sgt maj cpl officer agent
  chairman chairwoman chairperson detective inspector constable defendant plaintiff senator congressman congresswoman judge attorney messrs mme mlle
  rabbi comrade heiress hero heroine protagonist character
  rapper footballer player midfielder striker goalkeeper wrestler journalist blogger activist lawyer monsieur madame herr frau señor signor
  ship vessel frigate tanker ferry yacht boat steamer cruiser submarine asteroid racehorse brand trademark locomotive`)

/** Who bears the name, right in front of it, of whatever name. */
export const bearerBefore: Cue = before(`(?:${bearers})\\.?`, 'iu')

/** A calling and a first name: "Professor Elin". The calling may have a capital, the name must. */
export const titledBefore: Cue = before(
  `(?:[Pp]rofessor|Prof\\.?|Dr\\.?|Mrs?\\.?|Ms\\.?|Captain|Colonel|General|Major|Sir|Lady|[Pp]layer|[Ff]ootballer|[Ss]inger|[Pp]oet|[Ww]riter|[Cc]omposer|[Jj]ournalist|[Aa]ctor|[Aa]ctress|[Cc]oach) \\p{Lu}[\\p{L}.-]*`,
)

/** "A certain Karabach". */
export const certainBefore: Cue = before('an? certain|one', 'iu')

/** The same for names that are as often a person's. */
export const personBefore: Cue = before(
  `(?:(?:${bearers}|${anyOf('friend colleague neighbou?r named commander father mother young little dear by hi hello thanks')})\\.?|(?:${anyOf(`verses?
    poems? poetry ghazals? divans? works statues? busts? tomb mausoleum grave portraits? life biography jubilee anniversary manuscripts scholars readers
    son daughter brother sister wife husband friend disciple pupil cult goddess`)}) of)`,
  'iu',
)

const kin = anyOf(`
  brother sister mother father son daughter wife husband uncle aunt cousin nephew niece grandmother grandfather parents birthday smile`)

const callings = anyOf(`
  poet singer writer composer painter dancer rapper journalist teacher student lawyer girl boy footballer actor actress deity goddess god angel archangel
  falcon cat dog horse mare`)

/** What only a person has or does, behind a name. */
export const bearerAfter: RegExp = after(
  `['’]s (?:${kin})|,? (?:who|whom)(?= (?!is called|are called|call))|, et al|,? (?:smiled|smiles|laughed|laughs|slept|sleeps|married|marries|nodded|shrugged|sighed|giggled|blushed|yawned)|-class| dynasty|(?: the| is an?| was an?) (?:\\p{L}+ )?(?:${callings})|, (?:(?:my|his|her|their|our) (?:\\p{L}+ )?(?:${kin}|friend|colleague|neighbou?r)|(?:aged )?\\d\\d?(?=,| years old))`,
)

/** The same for names that are as often a person's. */
export const personAfter: RegExp = after(
  `['’]s (?:${kin}|${anyOf(`poems? poetry verses? divan ghazals? friends? voice eyes hands? face lyrics songs? works? novels? books? paintings? career phone
    boyfriend girlfriend tomb grave portrait statue monument jubilee legacy kitchen bedroom hair dress desk bag blog`)})|,? (?:who|whom|whose)|,? (?:the|an?) (?:\\p{L}+ ){0,2}(?:${callings})|,? (?:${anyOf(`wrote
    writes sings said says told tells replied asked composed recited studied dreamed answered explained thinks thought himself herself spoke
    speaks loved loves graduated retired argued argues`)}|was born|is my|is his|is her|(?:is|was) an? (?:\\p{L}+ )?(?:${callings})|and (?:his|her))`,
)

/** An initial: "J. Karabach", not "the U.S. Karabach". */
export const initialBefore: Cue = ending(String.raw`(?<![\p{L}\p{N}.])(?:\p{Lu}\.[ -]?){0,2}\p{Lu}\. `)

/** Endings of surnames of the region, behind a first name. */
export const surnameAfter: RegExp =
  /^ \p{Lu}\p{Ll}+(?:yan|ian|yants|[eo]va?|yeva?|zade|zadeh|zadə|oglu|oğlu|ashvili|idze|enko|ski)(?!\p{L})/u

/** What mostly people do, behind what may be a surname; places do it too. */
export const sayingAfter: RegExp = after(
  `['’]s|,? (?:${anyOf(`denied denies refused led leads resigned declined promised joined wrote works worked runs ran owns owned plays played wins won lives lived
    teaches taught leaves began became had has was is did does can could would will never also`)}|and \\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+)`,
)

/** Words that open a sentence right in front of a place, beside the function words of English. */
export const openers: ReadonlySet<string> = new Set(
  `yesterday today tomorrow tonight meanwhile elsewhere nowhere thus hence still soon later again instead moreover nevertheless otherwise perhaps maybe
  never always often sometimes once twice despite without within beyond along across around beside besides unlike except per via
  whether although though unless until lest nor yet either neither visit see discover explore leave save free rebuild defend remember greater lesser
  upper lower inner outer old new young little great whole poor rich dear snowy rainy windy cold hot sunny foggy muddy dusty empty dark modern ancient
  medieval future former present nearby wartime prewar postwar downtown suburban rural urban what whose here there just even likewise plus say says
  said like welcome goodbye farewell hello bye according`.split(/\s+/),
)

/** What is done to the body, and who else is there: stronger than a verb that is also one of places. */
export const bodyAfter: RegExp = after(
  ` (?:(?:in|on|over|across) (?:the|his|her|my|their) (?:face|head|arms?|chest|legs?|mouth|eyes?|shoulders?|back|cheek|forehead|hands?|nose|stomach)|by (?:the|his|her) (?:hand|arm|shoulders?|sleeve|waist|hair|throat)|to (?:court|bed|dinner|lunch|school|task|tears|hospital)|for (?:another|an older|a younger|an? rich(?:er)?) (?:woman|man|girl|boy)|and (?:his|her|their) (?:\\p{L}+ )?(?:${kin}|children|sons|daughters|fianc[eé]e?|friends?|colleagues?))`,
)

/** The family of a surname, where it is one family: "the Karabach family", not "a Karabach family". */
export const familyBefore: Cue = before('(?:[Tt]he|[Tt]hat)(?: \\p{Ll}+){0,2}')
export const familyAfter: RegExp = after(' (?:family|clan|brothers|sisters|household|heirs|siblings)')

/** Whose the thing behind the name is: "in Susha's kitchen". */
export const owns: RegExp = /^['’]s(?!\p{L})/u
