/** Where in the report one is: it stands behind the `#` of the address, so that it can be sent and gone back to. */

export interface Route {
  readonly view: string
  /** What the view is of. */
  readonly number: number
  readonly query: URLSearchParams
}

/** Read an address. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [view = '', number = ''] = path.split('/')
  return {
    view: view || 'documents',
    number: /^\d+$/.test(number) ? Number(number) : -1,
    query: new URLSearchParams(query),
  }
}

/** The address of a document. Its id stands there for people: the number finds it. */
export function documentRoute(
  number: number,
  id: string,
  place?: {readonly stage: number; readonly edit: number},
): string {
  const query = place ? `?stage=${place.stage}&edit=${place.edit}` : ''
  return `#/document/${number}/${encode(id)}${query}`
}

/** The address of a rule. */
export function ruleRoute(number: number, stage: string, rule: string): string {
  return `#/rule/${number}/${encode(stage)}/${encode(rule)}`
}

/** A lone surrogate has no place in an address. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'))
}
