/** Make patterns of lists of words, so that the lists can be read. */

/** The words of a list, as the branches of a group. */
export function anyOf(words: string): string {
  return words.trim().split(/\s+/).join('|')
}

/** Phrases, one a line, as the branches of a group; they may be patterns themselves. */
export function anyLineOf(phrases: string): string {
  return phrases
    .trim()
    .split(/\s*\n\s*/)
    .join('|')
}

/** What a text is asked for. */
export interface Cue {
  test(text: string): boolean
}

/**
 * What a text ends with. It is read backwards from its end, once; a pattern with `$` behind it would be tried at each
 * place of the text, with each of its branches.
 */
export function ending(branches: string, flags = 'u'): Cue {
  const pattern = new RegExp(`(?<=${branches})`, `${flags}y`)
  return {
    test(text) {
      pattern.lastIndex = text.length
      return pattern.test(text)
    },
  }
}

/** What stands right in front of a name: whole words, up to the space before it. */
export function before(branches: string, flags = 'u'): Cue {
  return ending(`(?<![\\p{L}\\p{N}])(?:${branches})\\s+`, flags)
}

/** What stands right behind a name, the space or comma included, up to the end of a word. */
export function after(branches: string, flags = 'u'): RegExp {
  return new RegExp(`^(?:${branches})(?![\\p{L}\\p{N}])`, flags)
}

/** Whole words anywhere in a text. */
export function within(branches: string, flags = 'iu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${branches})(?![\\p{L}\\p{N}])`, flags)
}
