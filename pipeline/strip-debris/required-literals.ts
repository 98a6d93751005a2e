/**
 * Read off a regular expression a list of literals of which at least one stands in every text that it matches: what a
 * prefilter looks for, so that hundreds of expressions need not be tried on a line that has nothing of them.
 *
 * Only what is certain is told. What is not spelled out (a dot, a large class, a reference) may be any text, and of an
 * expression of which nothing is certain there is no list.
 */

/**
 * Stands for the start of the text in the literals of expressions that match only there. It counts as several characters
 * of a literal, since it tells as much: few texts begin with a "t", and nearly all have one.
 */
export const startMark = '\u0002\u0002\u0002'

/** Length to which literals are cut: what is longer hardly tells more. */
const longestLiteral = 10
/** Most texts, and most characters of a class, that are spelled out. */
const mostTexts = 120
const mostCharacters = 12

/** What is certain of the texts that a part of an expression matches. */
interface Certain {
  /** All of them, where they are few. */
  readonly texts?: readonly string[] | undefined
  /** With one of these each of them begins. */
  readonly beginnings: readonly string[]
  /** One of these stands in each of them, or, of a part that looks ahead, in what it looks at. */
  readonly inside?: readonly string[] | undefined
}

const nothing: Certain = {texts: [''], beginnings: ['']}
const anything: Certain = {beginnings: ['']}

/** Find the literals of an expression; undefined where nothing is certain. */
export function requiredLiterals({source, flags}: RegExp): readonly string[] | undefined {
  // Without regard to case a letter is several, with `m` any line is a start, and without `u` a character may be cut in half.
  if (/[imv]/.test(flags) || (!flags.includes('u') && /[\ud800-\udfff]/.test(source))) return undefined
  // In a group with flags of its own, which newer engines read, a letter is several as well.
  if (/\(\?[a-z]*-?[a-z]+:/.test(source)) return undefined
  const {texts, inside} = new Reader(source).read()
  const literals = better(texts, inside)
  return literals && shortest(literals) > 0 ? cut(literals) : undefined
}

const plain = /[^\\()[\]{}.*+?^$|]+/uy
const quantifier = /[?*+]|\{\d+(?:,\d*)?\}/y
const counts: Readonly<Record<string, readonly [least: number, most: number]>> = {
  '': [1, 1],
  '?': [0, 1],
  '*': [0, Number.POSITIVE_INFINITY],
  '+': [1, Number.POSITIVE_INFINITY],
}
const groupKind = /\?(?:[:=!]|<[=!]|<[^>]*>)/y
/** What stands behind a backslash and is more than a sign. */
const escapeSequence = /[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|k<[^>]*>|\d+|[a-zA-Z]/y
const anyCharacter = /[\s\S]/uy

/** Read an expression from its first character to its last. */
class Reader {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  read(): Certain {
    return this.#alternatives(true)
  }

  /** @param isStart whether nothing stands before it, so that a `^` in it is the start of the text. */
  #alternatives(isStart: boolean): Certain {
    const list = [this.#sequence(isStart)]
    while (this.#take('|')) list.push(this.#sequence(isStart))
    if (list.length === 1) return list[0]!
    const texts = united(list.map((one) => one.texts))
    if (texts) return {texts, beginnings: texts, inside: united(list.map(({inside}) => inside))}
    return {
      beginnings: united(list.map(({beginnings}) => beginnings)) ?? [''],
      inside: united(list.map(({texts, inside}) => better(texts, inside))),
    }
  }

  #sequence(isStart: boolean): Certain {
    let beginnings: readonly string[] | undefined
    let inside: readonly string[] | undefined
    // Parts side by side are spelled out together up to one that is not certain, and anew behind it.
    let texts: readonly string[] = ['']
    for (let isFirst = isStart; !this.#isEnd(); isFirst = false) {
      const part = this.#quantified(isFirst)
      const joined = part.texts && product(texts, part.texts)
      if (joined) texts = joined
      else {
        texts = product(texts, part.beginnings) ?? texts
        beginnings ??= texts
        inside = better(inside, texts)
        texts = part.texts ?? ['']
      }
      inside = better(inside, part.inside)
    }
    return beginnings ? {beginnings, inside: better(inside, texts)} : {texts, beginnings: texts, inside}
  }

  #quantified(isStart: boolean): Certain {
    const part = this.#part(isStart)
    const [least, most] = this.#counts()
    if (least === 1 && most === 1) return part
    if (least > 0) return {beginnings: part.beginnings, inside: better(part.texts, part.inside)}
    return most === 1 && part.texts ? {texts: united([part.texts, ['']]), beginnings: ['']} : anything
  }

  #counts(): readonly [least: number, most: number] {
    const found = this.#match(quantifier)
    if (found !== '') this.#take('?')
    const known = counts[found]
    if (known) return known
    const [least, most = least] = found.slice(1, -1).split(',')
    return [Number(least), Number(most || Number.POSITIVE_INFINITY)]
  }

  #part(isStart: boolean): Certain {
    const text = this.#match(plain)
    if (text !== '') return exactly(this.#withoutCounted(text))
    const sign = this.#match(anyCharacter)
    switch (sign) {
      case '(':
        return this.#group(isStart)
      case '[':
        return this.#characterClass()
      case '\\':
        return this.#escape()
      case '.':
        return anything
      case '^':
        return isStart ? exactly(startMark) : nothing
      case '$':
        return nothing
      default:
        return exactly(sign)
    }
  }

  /** Give back the last character of a text where a quantifier behind it is of that one alone. */
  #withoutCounted(text: string): string {
    const start = this.#at
    const isCounted = this.#match(quantifier) !== ''
    this.#at = start
    if (!isCounted) return text
    const last = [...text].at(-1)!
    if (last === text) return text
    this.#at -= last.length
    return text.slice(0, -last.length)
  }

  #group(isStart: boolean): Certain {
    const kind = this.#match(groupKind)
    const isAround = /[=!]$/.test(kind)
    const group = this.#alternatives(isStart && !isAround)
    this.#take(')')
    if (!isAround) return group
    return kind === '?=' ? {...nothing, inside: better(group.texts, group.inside)} : nothing
  }

  #characterClass(): Certain {
    const found: string[] = []
    let isCertain = !this.#take('^')
    while (!this.#take(']')) {
      const sign = this.#match(anyCharacter)
      const {texts} = sign === '\\' ? this.#escape() : exactly(sign)
      if (!texts?.[0] || (sign === '-' && found.length > 0 && !this.#isAt(']'))) isCertain = false
      else found.push(texts[0])
    }
    return isCertain && found.length <= mostCharacters ? {texts: found, beginnings: found} : anything
  }

  /** A sign behind a backslash is itself; what a letter or digits stand for is left open. */
  #escape(): Certain {
    const found = this.#match(escapeSequence)
    if (found === 'b' || found === 'B') return nothing
    return found === '' ? exactly(this.#match(anyCharacter)) : anything
  }

  #isEnd(): boolean {
    return this.#at >= this.#source.length || this.#isAt('|') || this.#isAt(')')
  }

  #isAt(sign: string): boolean {
    return this.#source[this.#at] === sign
  }

  #take(sign: string): boolean {
    if (!this.#isAt(sign)) return false
    this.#at++
    return true
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#source)?.[0] ?? ''
    this.#at += found.length
    return found
  }
}

function exactly(text: string): Certain {
  return {texts: [text], beginnings: [text]}
}

/** All texts of several lists; undefined where one is not known, or they are too many. */
function united(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const all = new Set<string>()
  for (const list of lists) {
    if (!list) return undefined
    for (const text of list) all.add(text)
  }
  return all.size <= mostTexts ? [...all] : undefined
}

/** Each text of one list before each of another; undefined where they are too many, or long enough without. */
function product(list: readonly string[], others: readonly string[]): readonly string[] | undefined {
  if (list.length === 1 && list[0] === '') return others
  if (list.length * others.length > mostTexts || shortest(list) === longestLiteral) return undefined
  return list.flatMap((text) => others.map((other) => text + other))
}

/** The list that tells more: the one whose shortest literal is longer, or else the one of fewer. */
function better(
  list: readonly string[] | undefined,
  other: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!list || !other) return list ?? other
  const more = shortest(list) - shortest(other)
  return more > 0 || (more === 0 && list.length <= other.length) ? list : other
}

/** Length of the shortest of some literals, as far as it tells anything. */
function shortest(literals: readonly string[]): number {
  let least = longestLiteral
  for (const {length} of literals) if (length < least) least = length
  return least
}

function cut(literals: readonly string[]): readonly string[] {
  return [...new Set(literals.map((literal) => literal.slice(0, longestLiteral)))]
}
