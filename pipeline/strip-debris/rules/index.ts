/** All tables of rules, family by family. The first rule that matches a unit names the removal. */
import {commentRules} from './comments.js'
import {furnitureRules} from './furniture.js'
import {legalRules} from './legal.js'
import type {DebrisRule} from './model.js'
import {navigationRules} from './navigation.js'
import {promotionRules} from './promotion.js'
import {relatedRules} from './related.js'
import {shareRules} from './share.js'

export const debrisRules: readonly DebrisRule[] = [
  ...commentRules,
  ...shareRules,
  ...relatedRules,
  ...legalRules,
  ...promotionRules,
  ...furnitureRules,
  ...navigationRules,
]
