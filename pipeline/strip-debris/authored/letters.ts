/**
 * Find how a letter begins and ends: a salutation over its first sentence, a phrase of leave behind its last one, and the
 * names below that.
 */
import {fold} from '../fold.js'
import type {Unit} from '../units.js'
import {type FindAuthored, isLine} from './shapes.js'

const salutation =
  /^(?:dear|hi|hello|greetings|sehr geehrte[rs]?|liebe[rs]?|hallo|guten tag|monsieur|madame|mesdames|messieurs|ch(?:er|ère)s?|bonjour|estimad[oa]s?|querid[oa]s?|muy señor|hola|уважаем\p{L}{2,3}|дорог\p{L}{2,3}|здравствуйте|sayın|sevgili|değerli|merhaba|szanown[aeiy]|szanowni|drog[aieo]|drodzy|հարգելի|սիրելի|hörmətli|əziz|პატივცემულო|ძვირფასო|عزيزي|السيد|آقای|جناب|cari?|gentile|egregio|geachte|beste|prezad[oa]s?|car[oa]s?)(?![\p{L}])/u
const longestSalutation = 9

const leaves: ReadonlySet<string> = new Set(
  [
    'sincerely',
    'sincerely yours',
    'yours sincerely',
    'yours truly',
    'yours faithfully',
    'yours',
    'very truly yours',
    'respectfully',
    'respectfully yours',
    'regards',
    'best regards',
    'kind regards',
    'warm regards',
    'with kind regards',
    'best',
    'best wishes',
    'all the best',
    'with best wishes',
    'warmly',
    'cheers',
    'love',
    'with love',
    'in solidarity',
    'thank you',
    'thanks',
    'many thanks',
    'mit freundlichen grüßen',
    'mit freundlichem gruß',
    'freundliche grüße',
    'herzliche grüße',
    'viele grüße',
    'beste grüße',
    'liebe grüße',
    'hochachtungsvoll',
    'herzlich',
    'ihr',
    'ihre',
    'euer',
    'eure',
    'dein',
    'deine',
    'cordialement',
    'bien cordialement',
    'sincères salutations',
    'salutations distinguées',
    'amicalement',
    'bien à vous',
    'respectueusement',
    'atentamente',
    'cordialmente',
    'un saludo',
    'saludos',
    'saludos cordiales',
    'un abrazo',
    'con cariño',
    'с уважением',
    'с наилучшими пожеланиями',
    'искренне ваш',
    'искренне ваша',
    'ваш',
    'ваша',
    'с любовью',
    'saygılarımla',
    'saygılarımızla',
    'sevgilerimle',
    'sevgiler',
    'en iyi dileklerimle',
    'z poważaniem',
    'z wyrazami szacunku',
    'serdecznie pozdrawiam',
    'pozdrawiam',
    'pozdrowienia',
    'հարգանքով',
    'սիրով',
    'hörmətlə',
    'sayğılarımla',
    'პატივისცემით',
    'مع خالص التحية',
    'مع أطيب التحيات',
    'با احترام',
    'cordiali saluti',
    'distinti saluti',
    'met vriendelijke groet',
    'hoogachtend',
    'atenciosamente',
    'com os melhores cumprimentos',
  ].map(fold),
)

/** Most lines of names below a phrase of leave, and the longest of them in words. */
const mostNames = 3
const longestName = 6

export const findLetters: FindAuthored = (units, matches) => {
  const found: number[] = []
  for (const [index, unit] of units.entries()) {
    if (!isLine(unit) || unit.type !== 'paragraph') continue
    const isBeside = (place: number): boolean => units[place]?.isProse === true && !matches[place]
    if (
      unit.words <= longestSalutation &&
      /[,:!،՝]$/.test(unit.plain) &&
      salutation.test(unit.folded) &&
      isBeside(index + 1)
    )
      found.push(index)
    if (leaves.has(unit.folded) && (isBeside(index - 1) || isBeside(index - 2))) {
      const names = namesBelow(units, matches, index)
      if (names > 0) for (let place = index; place <= index + names; place++) found.push(place)
    }
  }
  return found
}

/** Count the lines of names below a phrase of leave; 0 where there are none, or more than somebody signs with. */
function namesBelow(units: readonly Unit[], matches: Parameters<FindAuthored>[1], index: number): number {
  let count = 0
  while (count <= mostNames && isNameLine(units[index + 1 + count], matches[index + 1 + count])) count++
  if (count <= mostNames) return count
  return isPerson(units[index + 1]!) ? 1 : 0
}

function isNameLine(unit: Unit | undefined, match: Parameters<FindAuthored>[1][number]): boolean {
  return (
    unit !== undefined &&
    !match &&
    isLine(unit) &&
    unit.type === 'paragraph' &&
    unit.words <= longestName &&
    !/[.:!?]$/.test(unit.plain) &&
    /^[^\p{L}\p{N}]*[\p{Lu}\p{Lo}]/u.test(unit.plain)
  )
}

/** Tell what may be a person's name: a few words, each with a capital. */
function isPerson({plain}: Unit): boolean {
  return /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*(?: [\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*){0,3}$/u.test(plain)
}
