/** Runs of short lines inside the body, and thematic breaks that part nothing any more. */
import type {Body} from './body.js'
import type {Context, Removal} from './decide.js'
import type {Unit} from './units.js'

/** Runs of short lines inside the body of which most are known debris. */
export function removeInnerRuns(
  units: readonly Unit[],
  removals: (Removal | undefined)[],
  body: Body,
  {title, names}: Context,
): void {
  let index = body.start
  while (index < body.end) {
    if (units[index]!.isProse && !removals[index]) {
      index++
      continue
    }
    const start = index
    let known = 0
    let links = 0
    while (index < body.end && (removals[index] || !units[index]!.isProse)) {
      if (removals[index]) known++
      else if (units[index]!.linked > 0.8 && units[index]!.words > 0) links++
      index++
    }
    for (let place = start; place < index; place++) {
      const {type, folded} = units[place]!
      if (removals[place] || type === 'heading' || !(folded === title || names.has(folded)) || folded === '') continue
      if (!removals[place - 1] || !removals[place + 1]) continue
      removals[place] = {rule: 'inside-body', evidence: 'a name that the front matter states, between lines that go'}
    }
    const size = index - start
    if (size < 4 || known < 2 || known + links < 3 || (known + links) / size < 0.6) continue
    for (let place = start; place < index; place++) {
      const unit = units[place]!
      if (removals[place] || unit.type === 'table' || unit.type === 'code' || unit.type === 'quote') continue
      if (place === index - 1 && unit.linked < 0.5) continue
      if (unit.type === 'heading' || (unit.isClosed && unit.words > 3)) continue
      if (unit.words === 0 && unit.images > 0 && unit.linked === 0) continue
      if (unit.linked < 0.5 && (unit.words > 4 || /[:\d]/.test(unit.plain))) continue
      removals[place] = {
        rule: 'inside-body',
        evidence: `stands in a run of ${size} short lines, ${known} of them known furniture`,
      }
    }
  }
}

/** Thematic breaks that nothing stands before, nothing behind, or that stand twice. */
export function removeLonelyRules(units: readonly Unit[], removals: (Removal | undefined)[], isTouched: boolean): void {
  let isOpen = false
  if (!isTouched && !removals.some((removal) => removal)) return
  let last = -1
  for (let index = 0; index < units.length; index++) {
    if (removals[index]) continue
    if (isBreak(units[index]!)) {
      if (!isOpen) removals[index] = {rule: 'lonely-rule', evidence: 'a break with nothing on one side of it'}
      else if (last >= 0) removals[index] = {rule: 'lonely-rule', evidence: 'a second break in a row'}
      else last = index
    } else {
      isOpen = true
      last = -1
    }
  }
  if (last >= 0) removals[last] = {rule: 'lonely-rule', evidence: 'a break with nothing behind it'}
}

/** Tell a thematic break, or a line of nothing. */
export function isBreak(unit: Unit): boolean {
  return unit.type === 'rule' || (unit.words === 0 && unit.images === 0 && unit.type === 'paragraph')
}
