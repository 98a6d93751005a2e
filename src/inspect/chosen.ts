/** Choose edits by stage, rule or class, and make of a stage one that did no more than those. */
import type {Counts, ManifestEntry} from '../provenance/model.js'
import type {ReplayedEdit, ReplayedStage} from '../provenance/read.js'

/** What somebody asks for; what is missing is any. */
export interface Chosen {
  readonly stage?: string | undefined
  /** `rule`, or `stage/rule`. */
  readonly rule?: string | undefined
  readonly class?: string | undefined
}

/** Whether a rule is asked for. */
export function isChosen(chosen: Chosen, stage: string, rule: string, name: string | undefined): boolean {
  if (chosen.stage !== undefined && chosen.stage !== stage) return false
  if (chosen.class !== undefined && chosen.class !== name) return false
  return chosen.rule === undefined || chosen.rule === rule || chosen.rule === `${stage}/${rule}`
}

/** A stage with those of its edits that are asked for, and the text that they alone give. */
export function choose(stage: ReplayedStage, chosen: Chosen): ReplayedStage {
  if (chosen.rule === undefined && chosen.class === undefined) return stage
  const edits: ReplayedEdit[] = []
  const parts: string[] = []
  let offset = 0
  let shift = 0
  for (const edit of stage.edits) {
    if (!isChosen(chosen, stage.stage, edit.rule, stage.classes[edit.rule])) continue
    const {at, after} = edit
    parts.push(stage.input.slice(offset, at.start), after)
    edits.push({...edit, to: {start: at.start + shift, end: at.start + shift + after.length}})
    shift += after.length - (at.end - at.start)
    offset = at.end
  }
  parts.push(stage.input.slice(offset))
  return {...stage, edits, output: parts.join('')}
}

/**
 * What the manifest counts of what is asked for in a document; nothing before its text is markdown, and no class of one stage alone.
 */
export function countsIn({rules, classes}: ManifestEntry, chosen: Chosen): Counts {
  const sum = {edits: 0, words: 0}
  const add = ({edits, words}: Counts): void => {
    sum.edits += edits
    sum.words += words
  }
  if (chosen.class !== undefined) add(classes[chosen.class] ?? sum)
  else {
    for (const [name, counts] of Object.entries(rules)) {
      const slash = name.indexOf('/')
      if (isChosen(chosen, name.slice(0, slash), name.slice(slash + 1), undefined)) add(counts)
    }
  }
  return sum
}
