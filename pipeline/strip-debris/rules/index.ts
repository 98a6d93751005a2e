/** All tables of rules, those of kinds of pages before those of all. The first rule that matches a unit names the removal. */

import {advertisingRules} from './advertising.js'
import {callRules} from './calls.js'
import {commentFormRules} from './comment-forms.js'
import {commentRules} from './comments.js'
import {contentsRules} from './contents.js'
import {cookieRules} from './cookies.js'
import {creditRules} from './credits.js'
import {furnitureRules} from './furniture.js'
import {jumpRules} from './jumps.js'
import {languages} from './languages/index.js'
import {withLanguages} from './languages/model.js'
import {legalRules} from './legal.js'
import {loginRules} from './login.js'
import type {DebrisRule} from './model.js'
import {navigationRules} from './navigation.js'
import {newsletterRules} from './newsletters.js'
import {newsroomRules} from './newsroom.js'
import {pictureRules} from './pictures.js'
import {postRules} from './posts.js'
import {printedRules} from './printed.js'
import {promotionRules} from './promotion.js'
import {readAlsoRules} from './read-also.js'
import {relatedRules} from './related.js'
import {shareRules} from './share.js'
import {siteRules} from './sites.js'

const families: readonly DebrisRule[] = [
  ...postRules,
  ...printedRules,
  ...newsroomRules,
  ...contentsRules,
  ...creditRules,
  ...callRules,
  ...siteRules,
  ...commentFormRules,
  ...commentRules,
  ...shareRules,
  ...relatedRules,
  ...readAlsoRules,
  ...cookieRules,
  ...legalRules,
  ...newsletterRules,
  ...advertisingRules,
  ...promotionRules,
  ...pictureRules,
  ...furnitureRules,
  ...jumpRules,
  ...loginRules,
  ...navigationRules,
]

export const debrisRules: readonly DebrisRule[] = withLanguages(families, languages)
