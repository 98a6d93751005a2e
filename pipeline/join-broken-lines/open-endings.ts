/**
 * Words with which hardly a sentence ends, so that a paragraph that stops at one goes on in the next.
 *
 * Some may end one ("he came in"): what follows must look like the rest of a sentence as well.
 */
const openEndings: ReadonlySet<string> = new Set(
  [
    'the a an another every such these those its their his her our my your which whose that',
    'and or of to with from into between than on in at by for as is are was were has have had be',
    'und oder der die das des dem den ein eine einer mit von zum zur',
    'et ou le la les un une des du de dans pour avec sur que qui',
    'y el los las en con para por',
    'il gli di della dei che per e o os da do em um uma',
    'het een van en of voor',
    'и в на с по из от для что или к у о за не',
    've ile için bir bu ki və üçün ilə',
    'եւ և ու կամ որ թե իսկ բայց',
    'და რომ თუ ან',
    'و که از به در با برای تا یا این آن',
    'في من إلى على عن مع أن التي الذي أو ثم هذا هذه',
    'של את על עם או כי אל בין כדי',
    'के का में से को और या कि',
    'і та у від що й',
    'i w z na do od że oraz lub',
  ].flatMap((words) => words.split(' ')),
)

/** Tell whether a text stops amid a sentence for the word that it ends with. */
export function endsOpen(text: string): boolean {
  return openEndings.has(text.split(/\s/).at(-1)!.toLowerCase())
}
