/** Load the data files beside the page. A page from disk may fetch nothing, but it may run scripts: each calls one function. */
import {
  type DocumentData,
  type DocumentFault,
  dataPath,
  documentsPerChunk,
  type Hit,
  type IndexRow,
  type ReportHead,
} from '../model.js'

interface Waiting {
  readonly resolve: (json: string) => void
}

const waiting = new Map<string, Waiting>()
const kept = new Map<string, Promise<unknown>>()
/** Documents and pages of hits that are kept in memory, the last ones. */
const mostKept = 12

Object.defineProperty(globalThis, 'palimpsestData', {
  value: (name: string, json: string): void => waiting.get(name)?.resolve(json),
})

interface TrustedTypes {
  createPolicy(name: string, rules: {createScriptURL(url: string): string}): {createScriptURL(url: string): string}
}

/** The one way to the address of a script: where the browser knows of it, it lets no other through. */
const addresses = (globalThis as {trustedTypes?: TrustedTypes}).trustedTypes?.createPolicy('palimpsest', {
  createScriptURL: checkedAddress,
}) ?? {createScriptURL: checkedAddress}

function checkedAddress(address: string): string {
  if (/^data\/(?:head|(?:[a-z]+\/)[\d/-]+)\.js$/.test(address)) return address
  throw new Error(`No data file is called ${address}`)
}

function loadOnce(name: string): Promise<unknown> {
  return new Promise<string>((resolve, reject) => {
    const script = document.createElement('script')
    const end = (): void => {
      waiting.delete(name)
      script.remove()
    }
    waiting.set(name, {resolve})
    script.addEventListener('load', () => {
      end()
      // It has called by now, unless it is not what it should be.
      reject(new Error(`${name}.js holds no data; make the report anew`))
    })
    script.addEventListener('error', () => {
      end()
      reject(new Error(`${name}.js is missing beside this page; make the report anew, or copy the whole folder`))
    })
    script.src = addresses.createScriptURL(`${name}.js`)
    document.head.append(script)
  }).then((json) => JSON.parse(json))
}

function load(name: string): Promise<unknown> {
  const known = kept.get(name)
  const loaded = known ?? loadOnce(name)
  kept.delete(name)
  kept.set(name, loaded)
  loaded.catch(() => kept.delete(name))
  for (const old of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(old)
  }
  return loaded
}

/** Load what is known of the whole corpus. */
export function loadHead(): Promise<ReportHead> {
  return loadOnce(dataPath.head) as Promise<ReportHead>
}

/** Load a document. */
export function loadDocument(number: number): Promise<DocumentData | DocumentFault> {
  return load(dataPath.document(number)) as Promise<DocumentData | DocumentFault>
}

/** Load a page of the hits of a rule. */
export function loadHits(rule: number, suspicion: number, page: number): Promise<Hit[]> {
  return load(dataPath.hits(rule, suspicion, page)) as Promise<Hit[]>
}

/** A document in the list, with its number. */
export interface Listed {
  readonly number: number
  readonly row: IndexRow
}

/** The index of documents, loaded chunk by chunk and kept. */
export class Index {
  readonly size: number
  readonly #chunks: Promise<IndexRow[]>[] = []

  constructor({documents}: ReportHead) {
    this.size = documents.clean + documents.suspect + documents.failed
  }

  /** The documents from one number to another, which is not among them. */
  async between(start: number, end: number): Promise<Listed[]> {
    const listed: Listed[] = []
    for (let number = start; number < Math.min(end, this.size); number++) {
      const chunk = await this.#chunk(Math.floor(number / documentsPerChunk))
      listed.push({number, row: chunk[number % documentsPerChunk]!})
    }
    return listed
  }

  /** All documents: to sort and search them there is no other way. */
  async all(): Promise<Listed[]> {
    const chunks: Promise<IndexRow[]>[] = []
    for (let chunk = 0; chunk * documentsPerChunk < this.size; chunk++) chunks.push(this.#chunk(chunk))
    return (await Promise.all(chunks)).flat().map((row, number) => ({number, row}))
  }

  #chunk(chunk: number): Promise<IndexRow[]> {
    this.#chunks[chunk] ??= loadOnce(dataPath.index(chunk)) as Promise<IndexRow[]>
    return this.#chunks[chunk]
  }
}
