/**
 * Remember what was found out about a text, for the next stage that asks the same of it: lift-metadata looks at the lines
 * near the body, then strip-debris at all, and again at what is left, which is most of an article.
 *
 * Answers are only remembered that depend on the text alone, so that nothing shows of it but in time. A memory holds one
 * document's texts or so: it is emptied when it is full, and by whoever asks last.
 */

/** Most texts in a memory, and the longest one: longer ones seldom come again, and would keep much alive. */
const mostTexts = 4096
const longestText = 4000

/** Rises with each document: what was remembered before is forgotten. */
let current = 0

/** What is remembered of texts; a text that was not asked for yet, or is too long, has no answer. */
export interface Memory<Answer> {
  get(text: string): Answer | undefined
  set(text: string, answer: Answer): void
}

export function makeMemory<Answer>(): Memory<Answer> {
  const answers = new Map<string, Answer>()
  let document = current
  return {
    get(text) {
      if (document !== current) answers.clear()
      document = current
      return text.length > longestText ? undefined : answers.get(text)
    },
    set(text, answer) {
      if (text.length > longestText) return
      if (answers.size >= mostTexts) answers.clear()
      answers.set(text, answer)
    },
  }
}

/** Forget all texts: the next will be those of another document. */
export function forgetTexts(): void {
  current++
}
