/** The languages that come as a whole. */

import {hebrew} from './he.js'
import {hindi} from './hi.js'
import {italian} from './it.js'
import {japanese} from './ja.js'
import type {Language} from './model.js'
import {dutch} from './nl.js'
import {portuguese} from './pt.js'
import {ukrainian} from './uk.js'
import {chinese} from './zh.js'

export const languages: readonly Language[] = [ukrainian, portuguese, italian, dutch, hebrew, hindi, chinese, japanese]
