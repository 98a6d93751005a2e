/**
 * Turn an HTML page into markdown, as edits of the page: visible text stays, in verbatim ranges; everything between two of
 * them is an edit whose rule says what stood there.
 *
 * It takes out nothing that a reader of the page would see, and leaves what is not HTML alone. Addresses stay as they are:
 * a later stage knows the base against which they are resolved.
 */
import {z} from 'zod'
import {defineStage, type Stage} from '../../src/document/stage.js'
import {convertPage} from './convert.js'
import {rules} from './rules.js'
import type {PageSelectors} from './selection.js'
import {selectorProblem} from './selectors.js'

const selector = z.string().refine((text) => selectorProblem(text) === undefined, {
  error: ({input}) => `expected a CSS selector (${selectorProblem(String(input))})`,
})

export const convertHtml: Stage<PageSelectors> = defineStage<PageSelectors>({
  id: 'convert-html',
  version: 5,
  description: 'Turn the visible text of an HTML page into markdown.',
  rules,
  options: z.strictObject({
    remove: z
      .array(selector)
      .default([])
      .describe(
        'CSS selectors of elements that are left out, whatever they hold; what they declare (dates, names, JSON-LD) is not read either',
      ),
    content: z
      .array(selector)
      .default([])
      .describe(
        'CSS selectors of elements that hold the document: on a page where any of them matches, all else is left out, but for what it declares; a page without a match is read as a whole',
      ),
  }),
  run(document, options) {
    if (document.mediaType !== 'text/html') return {edits: []}
    const {edits, facts, messages} = convertPage(document.text, options)
    return {
      edits,
      messages,
      mediaType: 'text/markdown',
      html: {
        ...facts,
        declarations: facts.declarations.map((declaration) => ({
          ...declaration,
          raw: document.rawRange(declaration.raw),
        })),
      },
    }
  },
})
