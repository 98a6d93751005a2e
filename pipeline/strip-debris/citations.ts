/** Tell a reference, as a list of literature has it, from a sentence: a year, and signs that only references have. */
import type {Unit} from './units.js'

const longest = 90
const year = /(?<!\d)(?:1[6-9]|20)\d\d(?!\d)/
const sign =
  /https?:|doi\b|\bURL\b|\bvol\b\.?|\bno\. ?\d|\bnr\.? ?\d|№|\bpp?\. ?\d|(?<!\p{L})(?:С|с|S|s)\. ?\d|\d ?[-–—] ?\d|\/\/|\d ?\(\d|\(\d{4}\)|\b(?:accessed|retrieved|consulté|abgerufen|dostęp|consultado|erişim)\b|дата обращения/iu

export function isCitation({type, plain, words}: Unit): boolean {
  if (type === 'heading' || type === 'table' || type === 'code') return false
  return words > 0 && words <= longest && year.test(plain) && sign.test(plain)
}
