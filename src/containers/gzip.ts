/**
 * Decompress a gzip file member by member. Where one is damaged, its place is told, and reading goes on at the next: archives of
 * the web have a member for each record, and a bad sector should cost one of them.
 *
 * Memory is bounded whatever the file decompresses to, and so is the work: what is read again behind damages is no more, in all,
 * than what was read.
 */
import type {FileHandle} from 'node:fs/promises'
import type {Chunk, Gap} from './chunks.js'
import {FileWindow} from './file-window.js'
import {beginsMember, isMemberHeader, type MemberOutcome, measureMember, readMember} from './gzip-member.js'

/** How far before the place where a damage showed the next member may begin: inflate notices within a block or two. */
const furthestBack = 1024 * 1024
/** How much is read again in any case, in all. */
const freeRewind = 16 * 1024 * 1024

const searchSize = 256 * 1024

/** Decompress an open file from its beginning. */
export async function* gunzip(file: FileHandle): AsyncGenerator<Chunk, void, undefined> {
  const window = new FileWindow(file)
  let at = 0
  const search = memberSearch(window)
  let hasMember = false
  /** Whether a gap was told and nothing has come since: what fails now is part of it. */
  let isLost = false
  for (;;) {
    const head = await window.peek(at, 10)
    if (head.length === 0) {
      if (!hasMember && !isLost) yield {gap: 'cut', at: 0, given: 0, reason: 'is empty, and no gzip file'}
      return
    }
    if (!beginsMember(head)) {
      const {next, isBlank, end} = await findMember(window, at)
      // Zeros fill up blocks of tapes; gzip passes over them as well.
      if (!(isBlank && hasMember) && !isLost) {
        const isNone = !hasMember && next === undefined
        yield {gap: 'foreign', at, given: 0, reason: isNone ? 'is no gzip file' : foreign(at, next ?? end)}
        isLost = true
      }
      if (next === undefined) return
      at = next
      continue
    }
    hasMember = true
    const {outcome, content} = await measureMember(window, at)
    const {state, given, end} = outcome
    if (given > 0) {
      // Before a cut all is right.
      yield {member: at, ...(state !== 'whole' && state !== 'cut' && {doubt: doubts[state](at)})}
      yield* content
    }
    if (state === 'whole') {
      isLost = false
      at = end
      continue
    }
    if (!isLost || given > 0) yield gapOf(state, at, given)
    isLost = true
    // Data that end in order end where the next begin.
    if (state === 'checksum' && beginsMember(await window.peek(end, 10))) {
      at = end
      continue
    }
    const next = await search.behind(at, end)
    if (next === undefined) return
    at = next
  }
}

/** Begin to search a file for members behind damaged ones. */
function memberSearch(window: FileWindow): {behind(start: number, end: number): Promise<number | undefined>} {
  let spent = 0
  return {
    /**
     * Find the member behind a damaged one, which may have begun before the damage showed: the rest of a member that is cut off
     * short is read from what follows. What is found there has to prove that it is a member, for payloads may be gzip as well.
     */
    async behind(start, end) {
      for (let from = Math.max(start + 1, end - furthestBack); ; ) {
        const {next} = await findMember(window, from)
        if (next === undefined || next >= end) return next
        if (spent > end + freeRewind) return (await findMember(window, end)).next
        const proof = await prove(window, next)
        if (proof.isMember) return next
        spent += proof.spent
        from = next + 1
      }
    },
  }
}

/** How much of a large member is decompressed to prove it one. */
const enoughProof = 4 * 1024 * 1024

/** Decompress what may be a member: it is one if its checksum is right and another follows, or nothing. */
async function prove(window: FileWindow, start: number): Promise<{readonly isMember: boolean; readonly spent: number}> {
  const member = readMember(window, start)
  for (let given = 0; ; ) {
    const {done, value} = await member.next()
    if (done) {
      const spent = value.end - start + given
      if (value.state !== 'whole') return {isMember: false, spent}
      const following = await window.peek(value.end, 10)
      return {isMember: following.length === 0 || following[0] === 0 || beginsMember(following), spent}
    }
    given += value.length
    if (given < enoughProof) continue
    await member.return({state: 'cut', given, end: start})
    return {isMember: true, spent: given}
  }
}

/** Search for the header of a member. */
async function findMember(
  window: FileWindow,
  from: number,
): Promise<{readonly next: number | undefined; readonly isBlank: boolean; readonly end: number}> {
  let isBlank = true
  for (let position = from; ; ) {
    const bytes = await window.peek(position, searchSize)
    let found = bytes.indexOf(0x1f)
    while (found >= 0 && !isMemberHeader(bytes, found)) found = bytes.indexOf(0x1f, found + 1)
    isBlank &&= isZero(found < 0 ? bytes : bytes.subarray(0, found))
    if (found >= 0) return {next: position + found, isBlank, end: position + found}
    if (bytes.length < searchSize) return {next: undefined, isBlank, end: position + bytes.length}
    // A header may stand across the end of what was searched.
    position += searchSize - 9
  }
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0)
}

const problems: Readonly<Record<Exclude<MemberOutcome['state'], 'whole'>, (at: number) => string>> = {
  damaged: (at) => `cannot be read: the gzip data that begin at byte ${at} of the file are damaged`,
  checksum: (at) => `cannot be trusted: the gzip data that begin at byte ${at} of the file do not match their checksum`,
  cut: (at) => `is cut off: the file ends inside of the gzip data that begin at its byte ${at}`,
}

/** What is wrong with the bytes of a member, as a clause. */
const doubts: Readonly<Record<'damaged' | 'checksum', (at: number) => string>> = {
  damaged: (at) =>
    `the gzip data that it stands in, which begin at byte ${at} of the file, are damaged behind it or before`,
  checksum: (at) =>
    `the gzip data that it stands in, which begin at byte ${at} of the file, do not match their checksum`,
}

function gapOf(gap: Exclude<MemberOutcome['state'], 'whole'>, at: number, given: number): Gap {
  return {gap, at, given, reason: problems[gap](at)}
}

function foreign(at: number, end: number): string {
  return `cannot be read: bytes ${at} to ${end} of the file are no gzip data`
}
