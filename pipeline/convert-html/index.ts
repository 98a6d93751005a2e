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

export const convertHtml: Stage = defineStage({
  id: 'convert-html',
  version: 1,
  description: 'Turn the visible text of an HTML page into markdown',
  rules,
  options: z.strictObject({}),
  run(document) {
    if (document.mediaType !== 'text/html') return {edits: []}
    const {edits, facts} = convertPage(document.text)
    return {
      edits,
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
