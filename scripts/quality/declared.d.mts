/** What a page declares of itself, taken as the truth of it; see declared.mjs. */

export interface Declared {
  readonly title?: readonly string[]
  /** The day that is written, first; and on which day the moment fell elsewhere. */
  readonly date?: readonly string[]
  readonly author?: readonly string[]
}

export function declarationsOf(html: string): Declared
export function withoutDeclarations(html: string): string
export function verdictOn(
  field: 'title' | 'date' | 'author',
  declared: readonly string[],
  found: string | readonly string[] | undefined,
): 'right' | 'wrong' | 'missing'
export function fold(text: string): string
export function withoutSite(title: string): string[]
