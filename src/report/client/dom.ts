/**
 * Make elements. What is given as text becomes text and nothing else: there is no way from here, nor from anywhere in this client, for
 * a string to be read as markup.
 */

export type Child = Node | string | undefined | false | readonly Child[]

/** Attributes by name; a listener by `on` and its event. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: never) => void)>>

/** Make an element. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  setAttributes(element, attributes)
  append(element, children)
  return element
}

/** Make an element of SVG, whose sizes are attributes and so need no style. */
export function svg(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  setAttributes(element, attributes)
  append(element, children)
  return element
}

function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as (event: Event) => void)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === false) continue
    if (typeof child === 'string' || child instanceof Node) element.append(child)
    else append(element, child)
  }
}

/** A text of a scrape on its own: whatever its direction, it does not turn what stands around it. */
export function foreign(text: string): HTMLElement {
  return el('bdi', {}, text)
}
