/**
 * Keys: single ones, for whoever walks through documents all day. They do nothing while one types, and may be turned off, since some
 * people's voices or hands press them unasked.
 */

export type Keys = Readonly<Record<string, () => void>>

/** Under this name the browser remembers whether they are off. */
const storedAs = 'palimpsest-keys'

/** All keys, for the help. */
export const keyHelp: readonly (readonly [keys: string, what: string])[] = [
  ['n / p', 'next, previous mark of a document'],
  ['j / k', 'next, previous row of a document'],
  ['] / [', 'next, previous stage that changed something'],
  ['Esc', 'close what is said of a mark'],
  ['/', 'search the documents'],
  ['d, c, r', 'documents, corpus, rules'],
  ['?', 'this help'],
]

export class KeyBoard {
  #own: Keys = {}
  readonly #everywhere: Keys
  #isOff = read() === 'off'

  constructor(everywhere: Keys) {
    this.#everywhere = everywhere
    document.addEventListener('keydown', (event) => this.#press(event))
  }

  /** Keys of the view that is shown now. */
  set own(keys: Keys) {
    this.#own = keys
  }

  get isOff(): boolean {
    return this.#isOff
  }

  set isOff(isOff: boolean) {
    this.#isOff = isOff
    try {
      localStorage.setItem(storedAs, isOff ? 'off' : 'on')
    } catch {
      // Where the browser keeps nothing of pages from disk, they are off until the page is left.
    }
  }

  #press(event: KeyboardEvent): void {
    const {key, target, altKey, ctrlKey, metaKey} = event
    if (event.defaultPrevented || altKey || ctrlKey || metaKey || document.querySelector('dialog[open]')) return
    const isTyping =
      target instanceof Element && target.matches('input:not([type=range], [type=checkbox]), select, textarea')
    if (isTyping || (this.#isOff && key !== 'Escape')) return
    const keys = Object.hasOwn(this.#own, key) ? this.#own : this.#everywhere
    if (!Object.hasOwn(keys, key)) return
    event.preventDefault()
    keys[key]!()
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(storedAs)
  } catch {
    return null
  }
}
