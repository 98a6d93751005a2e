/**
 * How often each rule hit on labelled pages, and how often what it took stood in the body. Written by scripts/quality.mjs; see
 * docs/quality.md.
 */
import type {Measured} from '../../src/document/stage.js'

export const measured: Readonly<Record<string, Measured>> = {
  "cut-teaser": {"hits": 3, "inGold": 0},
  "joined-copy": {"hits": 4, "inGold": 0},
  "pull-quote": {"hits": 10, "inGold": 2},
  "repeated-lead": {"hits": 1, "inGold": 0},
  "repeated-neighbour": {"hits": 61, "inGold": 17},
  "repeated-paragraph": {"hits": 84, "inGold": 34},
  "repeated-run": {"hits": 134, "inGold": 62}
}
