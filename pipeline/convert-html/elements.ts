/** What each element is to the conversion. Elements that are not named here are phrasing without a mark of its own. */

export const kinds = {
  phrasing: 0,
  block: 1,
  heading: 2,
  list: 3,
  item: 4,
  quote: 5,
  preformatted: 6,
  thematicBreak: 7,
  lineBreak: 8,
  strong: 9,
  emphasis: 10,
  deleted: 11,
  code: 12,
  link: 13,
  image: 14,
  table: 15,
  row: 16,
  cell: 17,
  tablePart: 18,
  spaced: 19,
  quotation: 20,
  superscript: 21,
  subscript: 22,
  rubyText: 23,
  script: 24,
  style: 25,
  template: 26,
  noscript: 27,
  head: 28,
  control: 29,
  media: 30,
  dialog: 31,
} as const

const tags: Readonly<Record<keyof typeof kinds, string>> = {
  phrasing: '',
  block:
    'address article aside blockcode body caption center dd details dir div dl dt fieldset figcaption figure footer form ' +
    'header hgroup html legend main nav optgroup option p search section summary',
  heading: 'h1 h2 h3 h4 h5 h6',
  list: 'ul ol menu',
  item: 'li',
  quote: 'blockquote',
  preformatted: 'pre listing xmp plaintext',
  thematicBreak: 'hr',
  lineBreak: 'br',
  strong: 'strong b',
  emphasis: 'em i',
  deleted: 'del s strike',
  code: 'code kbd samp tt',
  link: 'a',
  image: 'img amp-img amp-anim',
  table: 'table',
  row: 'tr',
  cell: 'td th',
  tablePart: 'tbody thead tfoot colgroup col',
  // A button is drawn as a box of its own: its words do not run into the next.
  spaced: 'button',
  quotation: 'q',
  superscript: 'sup',
  subscript: 'sub',
  rubyText: 'rt',
  script: 'script',
  style: 'style',
  template: 'template',
  noscript: 'noscript',
  head: 'head title base link meta',
  control: 'input select textarea datalist progress meter',
  media:
    'iframe svg video audio object embed canvas noembed applet map source track param annotation annotation-xml ' +
    'amp-ad amp-iframe amp-video amp-audio amp-youtube amp-analytics amp-pixel amp-embed amp-sticky-ad',
  dialog: 'dialog',
}

const kindOf: ReadonlyMap<string, number> = new Map(
  Object.entries(tags).flatMap(([name, list]) =>
    list
      .split(' ')
      .filter(Boolean)
      .map((tag) => [tag, kinds[name as keyof typeof kinds]] as const),
  ),
)

/** The kind of an element, one of `kinds`. */
export function elementKind(tag: string): number {
  return kindOf.get(tag) ?? kinds.phrasing
}

/** Tell whether an element of a kind stands on lines of its own. */
export function isBlockKind(kind: number): boolean {
  return (kind >= kinds.block && kind <= kinds.thematicBreak) || (kind >= kinds.table && kind <= kinds.tablePart)
}

/** The kind of a node of the page that is an element. */
export function kindOfElement({tag, isHtml}: {readonly tag: string; readonly isHtml: boolean}): number {
  return isHtml ? elementKind(tag) : foreignKind(tag)
}

/** The kind of an element of SVG or MathML: drawings are no text, formulas are. */
export function foreignKind(tag: string): number {
  if (tag === 'svg' || tag === 'annotation' || tag === 'annotation-xml') return kinds.media
  return tag === 'script' || tag === 'style' ? kinds.script : kinds.phrasing
}
