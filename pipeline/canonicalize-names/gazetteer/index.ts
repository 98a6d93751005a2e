/** The built-in gazetteer, by groups. */
import type {NameEntry} from '../entry.js'
import {neighbours} from './neighbours.js'
import {regions} from './regions.js'
import {towns} from './towns.js'

export {corrections} from './corrections.js'
export {persons} from './persons.js'

export const gazetteer: readonly NameEntry[] = [...regions, ...towns, ...neighbours]
