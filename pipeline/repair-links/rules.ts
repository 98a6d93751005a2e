/** The rules of repair-links, each with what it mends and what it leaves. */
import type {Rule} from '../../src/document/stage.js'
import {addressRules} from './rules/addresses.js'
import {nowhereRules} from './rules/nowhere.js'
import {pageRules} from './rules/pages.js'
import {piecesRules} from './rules/pieces.js'

export const rules: readonly Rule[] = [...nowhereRules, ...piecesRules, ...addressRules, ...pageRules]
