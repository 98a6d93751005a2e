/** Look up what is known of a host: whatever is said of a domain holds for its sub-domains too. */

/** What a table says of hosts. `example.*` stands for a domain under any country or `com`. */
export interface OfHosts {
  readonly hosts: readonly string[]
}

/** A table of entries by host; a look-up costs as much as the host has labels, however long the table is. */
export class HostTable<Entry extends OfHosts> {
  readonly #entries: Map<string, Entry[]> = new Map()
  /** What was looked up lately: the links of a page lead to few hosts. */
  readonly #known: Map<string, readonly Entry[]> = new Map()

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      for (const host of entry.hosts) {
        const known = this.#entries.get(host)
        if (known) known.push(entry)
        else this.#entries.set(host, [entry])
      }
    }
  }

  /** What is known of a host in lower case; the entries of the nearest domain first. */
  of(host: string): readonly Entry[] {
    let entries = this.#known.get(host)
    if (!entries) {
      if (this.#known.size >= maxKnown) this.#known.clear()
      this.#known.set(host, (entries = this.#find(host)))
    }
    return entries
  }

  #find(host: string): readonly Entry[] {
    const labels = host.split('.', maxLabels + 1)
    if (labels.length > maxLabels) return []
    const found: Entry[] = []
    for (let at = 0; at < labels.length - 1; at++) {
      const known = this.#entries.get(labels.slice(at).join('.'))
      if (known) found.push(...known)
      const rest = labels.slice(at + 1).join('.')
      if (anyCountry.test(rest)) found.push(...(this.#entries.get(`${labels[at]!}.*`) ?? []))
    }
    return found
  }
}

const maxLabels = 8
const maxKnown = 500
const anyCountry = /^(?:com|[a-z]{2}|com?\.[a-z]{2})$/
