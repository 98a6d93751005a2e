/** Count again what the manifest counts: words, what each class and rule changed, and what was recognised. */
import type {Counts, ManifestAnnotation, ProvenanceActivity, ProvenanceAnnotation} from '../model.js'

const word = /[\p{L}\p{N}\p{M}]+/gu
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

/** Count words: runs of letters, digits and marks, and besides every character of scripts that write no spaces. */
export function countWords(text: string): number {
  return occurrences(text, word) + (/^[\0-\u0dff]*$/.test(text) ? 0 : occurrences(text, unspaced))
}

function occurrences(text: string, pattern: RegExp): number {
  pattern.lastIndex = 0
  let count = 0
  while (pattern.exec(text)) count++
  return count
}

/** Count edits and words by class and by `stage/rule`: all of what was given markdown, and of the rest what is `custom`. */
export function countEdits(activities: readonly ProvenanceActivity[]): {
  classes: Record<string, Counts>
  rules: Record<string, Counts>
} {
  const classes = new Map<string, Counts>()
  const rules = new Map<string, Counts>()
  for (const {stage, mediaType, classes: classOf, edits} of activities) {
    for (const {rule, before, after} of edits) {
      const name = classOf[rule] ?? ''
      if (mediaType !== 'text/markdown' && name !== 'custom') continue
      // Of a page the words between the tags count.
      const words =
        countWords(mediaType === 'text/html' ? before.split(/<[^<>]*>/).join(' ') : before) - countWords(after)
      add(classes, name, words)
      add(rules, `${stage}/${rule}`, words)
    }
  }
  return {classes: Object.fromEntries(classes), rules: Object.fromEntries(rules)}
}

function add(counts: Map<string, Counts>, key: string, words: number): void {
  const sum = counts.get(key) ?? {edits: 0, words: 0}
  counts.set(key, {edits: sum.edits + 1, words: sum.words + words})
}

/** Count annotations that say the same of different places, by kind, in the order of the first of each. */
export function groupAnnotations(annotations: readonly ProvenanceAnnotation[]): Record<string, ManifestAnnotation[]> {
  const groups: Record<string, Map<string, ManifestAnnotation>> = {}
  for (const {kind, stage: _, raw: __, ...said} of annotations) {
    groups[kind] ??= new Map()
    const key = JSON.stringify(said)
    const group = groups[kind].get(key)
    if (group) group.count++
    else groups[kind].set(key, {...said, count: 1})
  }
  return Object.fromEntries(Object.entries(groups).map(([kind, ofKind]) => [kind, [...ofKind.values()]]))
}
