/** Tell which site a document is of. */
import type {DecisionScope} from './decision.js'
import type {Document, MetadataFact} from './document.js'

/** Names of hosts that show the pages of another one. */
const mirrors = /^(?:www\d?|m|mobile|amp)\./

/**
 * The site a document is of: the host of its address, else the site that it names, else its folder, which ends in a slash.
 *
 * Two names below one domain are two sites: whether one house stands behind them, or a house that lets out rooms, is not to
 * be told from the names without a list of all such houses, and the pages of tenants are not alike.
 */
export function groupOf({
  id,
  facts,
}: Pick<Document, 'id'> & {readonly facts: readonly Pick<MetadataFact, 'field' | 'value'>[]}): string {
  const source = textOf(facts.find(({field}) => field === 'source')?.value)
  const host = source === undefined ? undefined : hostOf(source)
  if (host !== undefined) return host
  const site = textOf(facts.find(({field}) => field === 'site')?.value)
  if (site !== undefined && site.trim() !== '') return hostOf(site) ?? site.trim()
  return id.slice(0, id.lastIndexOf('/') + 1) || '/'
}

/** How evidence calls a site. */
export function nameOfGroup(group: string): string {
  if (group === '/') return 'this folder'
  return group.endsWith('/') ? `the folder ${group.slice(0, -1)}` : group
}

function textOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0]
}

function hostOf(address: string): string | undefined {
  const host =
    /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).hostname : address.toLowerCase()
  return /^(?=.*\p{L})[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(host) ? host.replace(mirrors, '') : undefined
}

/** Whether a decision holds for a document, by what is known of it so far. */
export function holdsFor({document, site}: DecisionScope, subject: Document): boolean {
  if (document !== undefined) return document === subject.id
  return site === undefined || site === groupOf(subject)
}
