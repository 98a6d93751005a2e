/** The built-in gazetteer, by groups. */
import type {NameEntry} from '../entry.js'
import {events} from './events.js'
import {monuments} from './monuments.js'
import {neighbours} from './neighbours.js'
import {peoples} from './peoples.js'
import {regions} from './regions.js'
import {towns} from './towns.js'
import {villages} from './villages.js'

export {corrections} from './corrections.js'
export {persons} from './persons.js'

export const gazetteer: readonly NameEntry[] = [
  ...regions,
  ...towns,
  ...villages,
  ...neighbours,
  ...monuments,
  ...peoples,
  ...events,
]
