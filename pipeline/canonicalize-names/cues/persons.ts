/** The words around a name that tell that a person, a god or an animal bears it. */
import {after, anyOf, before} from './words.js'

const bearers = anyOf(`
  poets? writer singer composer philosopher captain colonel general major lieutenant sergeant private mr mrs ms miss dr sir lady saint st uncle aunt
  brother sister son daughter cousin actor actress girl boy wife husband goddess god angel archangel deity dancer painter professor teacher
  nurse nephew niece grandmother grandfather grandson granddaughter falcon prophet dog horse mare cat puppy kitten baby widow nanny bride princess
  queen king sultan sheikh imam mullah coach bey
  rapper footballer player midfielder striker goalkeeper wrestler journalist blogger activist lawyer monsieur madame herr frau señor signor
  ship vessel frigate tanker ferry yacht boat steamer cruiser submarine asteroid racehorse brand trademark locomotive`)

/** Who bears the name, right in front of it, of whatever name. */
export const bearerBefore: RegExp = before(`(?:${bearers})\\.?`, 'iu')

/** A calling and a first name: "Professor Elin". The calling may have a capital, the name must. */
export const titledBefore: RegExp = before(
  `(?:[Pp]rofessor|Prof\\.?|Dr\\.?|Mrs?\\.?|Ms\\.?|Captain|Colonel|General|Major|Sir|Lady|[Pp]layer|[Ff]ootballer|[Ss]inger|[Pp]oet|[Ww]riter|[Cc]omposer|[Jj]ournalist|[Aa]ctor|[Aa]ctress|[Cc]oach) \\p{Lu}[\\p{L}.-]*`,
)

/** The same for names that are as often a person's. */
export const personBefore: RegExp = before(
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
  `['’]s (?:${kin})|,? (?:who|whom)(?= (?!is called|are called|call))|,? (?:smiled|smiles|laughed|laughs|slept|sleeps|married|marries|nodded|shrugged|sighed|giggled|blushed|yawned)|-class| (?:family|dynasty|brothers|sisters|clan)(?= )|(?: the| is an?| was an?) (?:\\p{L}+ )?(?:${callings})|, (?:(?:my|his|her|their|our) (?:\\p{L}+ )?(?:${kin}|friend|colleague|neighbou?r)|(?:aged )?\\d\\d?(?=,| years old))`,
)

/** The same for names that are as often a person's. */
export const personAfter: RegExp = after(
  `['’]s (?:${kin}|${anyOf(`poems? poetry verses? divan ghazals? friends? voice eyes hands? face lyrics songs? works? novels? books? paintings? career phone
    boyfriend girlfriend tomb grave portrait statue monument jubilee legacy kitchen bedroom hair dress desk bag blog`)})|,? (?:who|whom|whose)|,? (?:the|an?) (?:\\p{L}+ ){0,2}(?:${callings})|,? (?:${anyOf(`wrote
    writes sings said says told tells replied asked composed recited studied dreamed answered explained thinks thought himself herself spoke
    speaks loved loves graduated retired argued argues`)}|was born|is my|is his|is her|(?:is|was) an? (?:\\p{L}+ )?(?:${callings})|and (?:his|her))`,
)

/** Whose the thing behind the name is: "in Susha's kitchen". */
export const owns: RegExp = /^['’]s(?!\p{L})/u
