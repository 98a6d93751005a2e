/**
 * How often each rule hit on labelled pages, and how often what it took stood in the body. Written by scripts/quality.mjs; see
 * docs/quality.md.
 */
import type {Measured} from '../../src/document/stage.js'

export const measured: Readonly<Record<string, Measured>> = {
  "cut-teaser": {"hits": 4, "inGold": 0},
  "joined-copy": {"hits": 4, "inGold": 0},
  "pull-quote": {"hits": 9, "inGold": 0},
  "repeated-lead": {"hits": 3, "inGold": 0},
  "repeated-neighbour": {"hits": 93, "inGold": 26},
  "repeated-paragraph": {"hits": 99, "inGold": 34},
  "repeated-run": {"hits": 337, "inGold": 60}
}
