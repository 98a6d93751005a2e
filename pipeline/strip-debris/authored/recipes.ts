/**
 * Find the parts of a recipe under the words that every recipe has: what goes in, a short line each, and what is done and how
 * it keeps, in sentences as short.
 */

import {fold} from '../fold.js'
import type {Match} from '../match.js'
import type {Unit} from '../units.js'
import {type FindAuthored, isLine, isSaid} from './shapes.js'

const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold))

const ingredients = folded([
  'ingredients',
  'the ingredients',
  'you will need',
  "what you'll need",
  'zutaten',
  'ingrédients',
  'ingredientes',
  'ingredienti',
  'ingrediënten',
  'ингредиенты',
  'состав',
  'malzemeler',
  'gerekli malzemeler',
  'składniki',
  'բաղադրիչներ',
  'բաղադրություն',
  'ərzaqlar',
  'inqrediyentlər',
  'ინგრედიენტები',
  'مواد لازم',
  'المكونات',
  'المقادير',
])
const steps = folded([
  'method',
  'directions',
  'instructions',
  'preparation',
  'steps',
  'storage',
  'how to store',
  'notes',
  'tips',
  'serving',
  'zubereitung',
  'lagerung',
  'aufbewahrung',
  'hinweise',
  'tipps',
  'préparation',
  'conservation',
  'astuces',
  'preparación',
  'elaboración',
  'conservación',
  'consejos',
  'preparazione',
  'conservazione',
  'preparo',
  'modo de preparo',
  'bereiding',
  'приготовление',
  'способ приготовления',
  'хранение',
  'советы',
  'yapılışı',
  'hazırlanışı',
  'saklama',
  'püf noktası',
  'przygotowanie',
  'przechowywanie',
  'պատրաստում',
  'պատրաստման եղանակը',
  'պահպանում',
  'hazırlanması',
  'saxlanması',
  'მომზადება',
  'შენახვა',
  'طرز تهیه',
  'نگهداری',
  'طريقة التحضير',
  'التخزين',
])

const servings =
  /^(?:serves|makes|yields?|für|ergibt|pour|para|per|voor|на|porcje|porsiyon)(?: about| etwa| environ)? 0(?: \p{L}+)?$|^0 (?:servings|portionen|personen|personnes|raciones|porciones|порци\p{L}+|kişilik|porsiyon|porcje)$/u

/** Longest line of what goes in, in words; fewest such lines, and most lines of a part. */
const longestIngredient = 12
const leastIngredients = 2
const mostLines = 40

export const findRecipes: FindAuthored = (units, matches) => {
  const found: number[] = []
  // A word like "Notes" heads a part of a recipe only where there is one.
  const first = units.findIndex((unit, index) => ingredients.has(unit.folded) && partBelow(units, matches, index) > 0)
  if (first < 0) return found
  for (let index = first; index < units.length; index++) {
    const size = partBelow(units, matches, index)
    for (let place = index; size > 0 && place <= index + size; place++) found.push(place)
    if (size > 0 && servings.test(units[index + size + 1]?.folded ?? '')) found.push(index + size + 1)
  }
  return found
}

/** Count the lines under the word that heads a part; 0 where it heads none. */
function partBelow(units: readonly Unit[], matches: readonly (Match | undefined)[], index: number): number {
  const {folded: word, type} = units[index]!
  const isIngredients = ingredients.has(word)
  if ((!isIngredients && !steps.has(word)) || type === 'list') return 0
  let count = 0
  for (let place = index + 1; place < units.length && count < mostLines; place++, count++) {
    const unit = units[place]!
    if (matches[place] || !isLine(unit) || unit.type === 'heading' || steps.has(unit.folded)) break
    if (isIngredients ? unit.words > longestIngredient || unit.isProse : !isSaid(unit)) break
  }
  return count >= (isIngredients ? leastIngredients : 1) ? count : 0
}
