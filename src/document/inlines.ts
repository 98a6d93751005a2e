/**
 * Read what stands in a paragraph or a heading where it is certain without a parser: text, escapes, hard breaks, links and
 * images with plain addresses, addresses in angles, emphasis that cannot pair otherwise.
 *
 * It gives up, rather than guess, at the first character that may mean more than is known here: a mark of emphasis that might
 * open as well as close, code, tags, references, a bracket with anything in it but words, an address that GFM links by itself.
 */
import type {Link, PhrasingContent, Root} from 'mdast'
import type {Range} from './range.js'

type Point = NonNullable<Root['position']>['start']
type Container = 'block' | 'emphasis' | 'strong' | 'link'

/** What is no plain character. */
const special = /[\\`*_~[\]<&!:\n]/g
const escapedMark = /\\[!-/:-@[-`{-~]/y
/** What a parser reads as one character, in an address too. */
const reference = /&#?[a-z\d]{1,31};/iy
const referenceWithin = /&#?[a-z\d]{1,31};/i
const angleAddress = /<(https?:\/\/[^\s<>[\]\\`\0-\x1f\x7f]{1,2000})>/y
/** The end of a link: one word for an address, no title. */
const resource = /\]\(([^\s()<>\\`\0-\x1f\x7f]{1,2000})\)/y
/** A description, which may have words in brackets in it. */
const imageLabel = /!\[((?:[^[\]\\`*_~<>&!\n]|\[[^[\]\\`*_~<>&!\n]{0,100}\](?!\()){0,300})(?=\]\()/y
/** Words in brackets that lead nowhere, since nothing defines them. */
const bracketed = /\[(?![\s^])[^[\]\\`*_~<>&!\n]{0,300}[^[\]\\`*_~<>&!\s]\](?![[(:])/y
/** What GFM may make a link of by itself, outside of links. */
const selfLinking = /[-.\w+]@|www\.|https?:\/\//i
/** An address that GFM links, up to a space or a parenthesis that closes. */
const bareAddress =
  /https?:\/\/[a-z\d](?:[a-z\d-]{0,62}\.)+[a-z\d]{2,62}(?:\/(?:[\w./?=#%&+-]{0,2000}[a-zA-Z\d/])?)?(?=\s|$|\)[.,;:]?(?:\s|$))/y
/** How a line may go on with a paragraph: whatever else it begins with might open something. */
const goesOn =
  /(?:[^\0-\x7f\s]|[a-z"'(,.;$%/@]|\d+(?!\d|[.)](?:\s|$))|\[(?!\^)|!\[|\*{1,2}[\p{L}\p{N}]|<https?:|\\[!-/:-@[-`{-~])/iuy
const punctuation = /[\p{P}\p{S}]/u
const wordCharacter = /[\p{L}\p{N}]/u

/**
 * Read the inlines of a range of a block; undefined where only a parser can.
 *
 * @param pointAt tells the line and column of an offset.
 */
export function readInlines(
  source: string,
  start: number,
  end: number,
  pointAt: (offset: number) => Point,
): PhrasingContent[] | undefined {
  const reader = new InlineReader(source, start, end, pointAt)
  const children = reader.read('block')
  return reader.at === end ? children : undefined
}

class InlineReader {
  readonly #source: string
  readonly #end: number
  readonly #pointAt: (offset: number) => Point
  /** How far it has read. */
  at: number

  constructor(source: string, start: number, end: number, pointAt: (offset: number) => Point) {
    this.#source = source
    this.at = start
    this.#end = end
    this.#pointAt = pointAt
  }

  /** Read up to what closes a container, or to the end of the block; undefined where something is not certain. */
  read(container: Container, isInLink = container === 'link'): PhrasingContent[] | undefined {
    const source = this.#source
    const children: PhrasingContent[] = []
    /** Where the text began that is being read, and what was read of it before the last escape. */
    let textStart = this.at
    let written = ''
    let copied = this.at
    const flush = (until: number): boolean => {
      const value = written + source.slice(copied, until)
      if (until > textStart) {
        if (!isInLink && selfLinking.test(value)) return false
        children.push({type: 'text', value, position: this.#between(textStart, until)})
      }
      return true
    }
    const resume = (): void => {
      textStart = copied = this.at
      written = ''
    }
    for (;;) {
      special.lastIndex = this.at
      const found = special.exec(source)
      const at = found && found.index < this.#end ? found.index : this.#end
      if (at === this.#end) {
        if (container !== 'block' || !flush(at)) return undefined
        this.at = at
        return children
      }
      const character = found![0]
      if (character === '\\' && this.#matches(escapedMark, at)) {
        written += source.slice(copied, at)
        copied = at + 1
        this.at = at + 2
        continue
      }
      if (character === '\n' || character === '\\') {
        const isBackslash = character === '\\'
        const lineEnd = isBackslash ? at + 1 : at
        if (container === 'link' || source.charAt(lineEnd) !== '\n' || !this.#matches(goesOn, lineEnd + 1))
          return undefined
        let breakStart = at
        if (!isBackslash) while (breakStart > textStart && source.charCodeAt(breakStart - 1) === 0x20) breakStart--
        if (source.charAt(breakStart - 1) === ' ' || at - breakStart === 1) return undefined
        this.at = lineEnd + 1
        // A line end without more is part of the text.
        if (!isBackslash && breakStart === at) continue
        if (!flush(breakStart)) return undefined
        children.push({type: 'break', position: this.#between(breakStart, this.at)})
        resume()
        continue
      }
      if (character === '!' && source.charAt(at + 1) !== '[') {
        this.at = at + 1
        continue
      }
      if (character === ':') {
        const address = isInLink || !source.startsWith('://', at) ? undefined : this.#bareAddress(at)
        if (!address) this.at = at + 1
        else {
          if (address.start < copied || !flush(address.start)) return undefined
          children.push(this.#addressLink(address.start, address.end))
          this.at = address.end
          resume()
        }
        continue
      }
      if (character === '&') {
        if (this.#matches(reference, at)) return undefined
        this.at = at + 1
        continue
      }
      if (character === '<' && !/[a-z/!?]/i.test(source.charAt(at + 1))) {
        this.at = at + 1
        continue
      }
      if (character === '[' && container !== 'link' && this.#matches(bracketed, at)) {
        this.at = bracketed.lastIndex
        continue
      }
      // What follows ends the text.
      if (!flush(at)) return undefined
      this.at = at
      if (character === ']') return container === 'link' ? children : undefined
      if (character === '*') {
        const size = /^\*+/.exec(source.slice(at, at + 3))![0].length
        if (container === (size === 1 ? 'emphasis' : size === 2 ? 'strong' : undefined)) {
          return this.#closes(at, at + size) ? children : undefined
        }
      }
      const node = this.#node(character, container, isInLink)
      if (!node) return undefined
      children.push(node)
      resume()
    }
  }

  #node(character: string, container: Container, isInLink: boolean): PhrasingContent | undefined {
    if (character === '*') return this.#emphasis(container, isInLink)
    if (character === '!') return this.#image()
    if (isInLink) return undefined
    return character === '[' ? this.#link() : character === '<' ? this.#angles() : undefined
  }

  #emphasis(container: Container, isInLink: boolean): PhrasingContent | undefined {
    const start = this.at
    const size = this.#source.charAt(start + 1) === '*' ? 2 : 1
    if (container === 'emphasis' || container === 'strong' || !this.#opens(start, start + size)) return undefined
    this.at = start + size
    const children = this.read(size === 2 ? 'strong' : 'emphasis', isInLink)
    if (!children) return undefined
    this.at += size
    return {type: size === 2 ? 'strong' : 'emphasis', children, position: this.#between(start, this.at)}
  }

  #image(): PhrasingContent | undefined {
    const start = this.at
    const alt = this.#match(imageLabel, start)?.[1]
    const url = alt !== undefined && this.#match(resource, imageLabel.lastIndex)?.[1]
    if (url === undefined || url === false || referenceWithin.test(url)) return undefined
    this.at = resource.lastIndex
    return {type: 'image', title: null, url, alt: alt!, position: this.#between(start, this.at)}
  }

  #link(): PhrasingContent | undefined {
    const start = this.at
    const source = this.#source
    if (/[\s^]/.test(source.charAt(start + 1))) return undefined
    this.at = start + 1
    const children = this.read('link')
    const url = this.#match(resource, this.at)?.[1]
    if (!children || url === undefined || referenceWithin.test(url) || /\s/.test(source.charAt(this.at - 1)))
      return undefined
    this.at = resource.lastIndex
    return {type: 'link', title: null, url, children, position: this.#between(start, this.at)}
  }

  #angles(): PhrasingContent | undefined {
    const start = this.at
    const url = this.#match(angleAddress, start)?.[1]
    if (url === undefined) return undefined
    this.at = angleAddress.lastIndex
    return {...this.#addressLink(start + 1, this.at - 1), position: this.#between(start, this.at)}
  }

  /** The address in which there is a colon. */
  #bareAddress(colon: number): Range | undefined {
    const source = this.#source
    const start = colon - (source.charAt(colon - 1) === 's' ? 5 : 4)
    if (start > 0 && !/[\s(]/.test(source.charAt(start - 1))) return undefined
    const url = this.#match(bareAddress, start)?.[0]
    return url === undefined || referenceWithin.test(url) ? undefined : {start, end: bareAddress.lastIndex}
  }

  #addressLink(start: number, end: number): Link {
    const url = this.#source.slice(start, end)
    const text: PhrasingContent = {type: 'text', value: url, position: this.#between(start, end)}
    return {type: 'link', title: null, url, children: [text], position: this.#between(start, end)}
  }

  /** Whether marks of emphasis can open, and nothing else. */
  #opens(start: number, end: number): boolean {
    const before = this.#source.charAt(start - 1)
    const after = this.#source.charAt(end)
    if (before === '' || /\s/.test(before)) return after !== '' && !/[\s*_~\\]/.test(after)
    return before !== '\\' && punctuation.test(before) && wordCharacter.test(after)
  }

  /** Whether marks of emphasis can close; if they could open as well, they close what is open all the same. */
  #closes(start: number, end: number): boolean {
    const before = this.#source.charAt(start - 1)
    const after = this.#source.charAt(end)
    if (/[\s*_~\\]/.test(before) || after === '\\') return false
    return after === '' || /\s/.test(after) || punctuation.test(after)
  }

  #matches(pattern: RegExp, at: number): boolean {
    pattern.lastIndex = at
    return pattern.test(this.#source) && pattern.lastIndex <= this.#end
  }

  #match(pattern: RegExp, at: number): RegExpExecArray | undefined {
    pattern.lastIndex = at
    const match = pattern.exec(this.#source)
    return match && pattern.lastIndex <= this.#end ? match : undefined
  }

  #between(start: number, end: number): NonNullable<Root['position']> {
    return {start: this.#pointAt(start), end: this.#pointAt(end)}
  }
}
