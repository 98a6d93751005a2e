/**
 * What is done to a scrape: the stages, in the order in which they run. This list is the only place that knows the order.
 */
import type {Stage} from '../src/document/stage.js'

export const stages: readonly Stage[] = []
