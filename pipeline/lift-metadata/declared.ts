/**
 * Read what an HTML page declares about itself: JSON-LD, microdata and RDFa, OpenGraph and other meta elements, links, times.
 *
 * Each field takes the first source that states a value of it, those first that an editor fills in for machines and that are right most
 * often; where they contradict each other on what is checked easily (the site as its author, a change before the publication) the
 * less likely gives way.
 */
import type {MetadataFact} from '../../src/document/document.js'
import type {HtmlFacts} from '../../src/document/html-facts.js'
import type {Range} from '../../src/document/range.js'
import {foldText} from '../../src/document/visible-text.js'
import {isBefore, readDeclaredDate} from './declared-dates.js'
import {sources} from './declared-sources.js'
import {collectStatements, type Statements} from './declared-statements.js'
import {
  authorNames,
  hasLegalForm,
  imageAddress,
  isAccount,
  isAddressLike,
  isAgency,
  isHouse,
  isTeam,
  plainText,
  rightsNotice,
  sectionName,
  siteName,
  webAddress,
  withoutSite,
} from './declared-values.js'
import {isGenericTitle} from './generic-titles.js'
import {languageTag} from './language.js'

/** Most words of a site's name, and longest title in UTF-16 code units that is believed where there is another. */
const mostSiteWords = 12
const longestTitle = 250

/** List what the page declares, one fact a field. */
export function declaredFacts(html: HtmlFacts): MetadataFact[] {
  return new Declared(html).facts()
}

/** A value that a source states, brought into the form of its field. */
interface Candidate {
  readonly source: string
  readonly value: string
  readonly rule: string
  readonly raw: Range
  readonly isOrganization?: boolean
}

class Declared {
  readonly #statements: Statements
  readonly #html: HtmlFacts
  readonly #facts = new Map<string, MetadataFact>()

  constructor(html: HtmlFacts) {
    this.#html = html
    this.#statements = collectStatements(html.declarations)
  }

  facts(): MetadataFact[] {
    const base = this.#findSource()
    const sites = this.#sites()
    this.#put('site', bestSite(sites))
    this.#findTitle(sites.map(({value}) => value))
    this.#findAuthor(sites)
    this.#findDates()
    const said = (...fields: string[]): Set<string> =>
      new Set(fields.flatMap((field) => [this.#facts.get(field)?.value ?? []].flat()).map(foldText))
    const isNew = (value: string | undefined, ...fields: string[]): string | undefined =>
      value !== undefined && !said(...fields).has(foldText(value)) ? value : undefined
    this.#put(
      'subtitle',
      this.#first('subtitle', (value) => isNew(plainText(value), 'title', 'site')),
    )
    this.#put(
      'section',
      this.#first('section', (value) => isNew(sectionName(value), 'title', 'site', 'author')),
    )
    this.#put(
      'description',
      this.#first('description', (value) => isNew(plainText(value), 'title', 'site')),
    )
    this.#put(
      'language',
      this.#first('language', (value) => languageTag(value)?.replace(/-.*/, '')),
    )
    const licences = new Set(this.#statements.get('link license')?.map(({value}) => value))
    // Where there are several licences, they are those of pictures.
    this.#put(
      'rights',
      this.#first('rights', (value) => (licences.size > 1 && licences.has(value) ? undefined : rightsNotice(value))),
    )
    const logos = new Set((this.#statements.get('logo') ?? []).map(({value}) => value))
    this.#put(
      'image',
      this.#first('image', (value) => (logos.has(value) ? undefined : imageAddress(value, base))),
    )
    return Object.keys(sources).flatMap((field) => this.#facts.get(field) ?? [])
  }

  #put(field: string, candidate: Candidate | undefined, value: string | string[] | undefined = candidate?.value): void {
    if (candidate && value !== undefined) {
      this.#facts.set(field, {field, value, rule: candidate.rule, raw: candidate.raw})
    }
  }

  #first(field: string, read: (value: string) => string | undefined): Candidate | undefined {
    for (const source of sources[field]!) {
      for (const statement of this.#statements.get(source) ?? []) {
        const value = read(statement.value)
        if (value !== undefined) return {...statement, source, value}
      }
    }
    return undefined
  }

  #candidates(field: string, read: (value: string) => string | undefined): Candidate[] {
    return sources[field]!.flatMap((source) =>
      (this.#statements.get(source) ?? []).flatMap((statement): Candidate[] => {
        const value = read(statement.value)
        return value === undefined ? [] : [{...statement, source, value}]
      }),
    )
  }

  /**
   * Find the address of the page; gives what relative addresses are relative to.
   *
   * A canonical address on another site, which nothing else on the page speaks for, is that of the text that this one is a copy of.
   */
  #findSource(): string | undefined {
    const stated = this.#html.declarations.find(({kind}) => kind === 'base')?.value
    const known = this.#candidates('source', (value) => webAddress(value, undefined))
    const base = stated !== undefined && /^https?:/i.test(stated) ? stated : known[0]?.value
    const all = this.#candidates('source', (value) => withoutFragment(webAddress(value, base)))
    const [first] = all
    const others = all.filter(({source}) => source.startsWith('meta '))
    const isOnSite = (candidate: Candidate): boolean => isSameSite(candidate.value, first!.value)
    if (first?.source === 'link canonical' && others.length > 0 && !others.some(isOnSite)) {
      this.#put('source', others[0])
      this.#put('first_published_url', first)
    } else {
      // A canonical address that is the site's leads to no page of it.
      const isRoot = first && isFrontPage(first.value)
      this.#put('source', (isRoot ? all.find(({value}) => !isFrontPage(value)) : undefined) ?? first)
    }
    const source = this.#facts.get('source')?.value
    const original = this.#first('first_published_url', (value) => {
      const address = webAddress(value, undefined)
      return address !== undefined && typeof source === 'string' && !isSameSite(address, source) ? address : undefined
    })
    if (!this.#facts.has('first_published_url')) this.#put('first_published_url', original)
    return base
  }

  /** The names of the site; software without one for it takes that of the page. */
  #sites(): readonly Candidate[] {
    const titles = ['meta og:title', 'title', 'json-ld headline']
      .flatMap((source) => this.#statements.get(source) ?? [])
      .map(({value}) => `${foldText(value)} `)
    return this.#candidates('site', siteName).filter(({value}) => {
      const fold = `${foldText(value)} `
      const words = fold.split(' ').length - 1
      const isTitle = titles.length > 0 && titles.every((title) => title.startsWith(fold))
      return words <= mostSiteWords && !isTitle
    })
  }

  #findTitle(sites: readonly string[]): void {
    const folds = new Set(sites.map(foldText))
    const source = this.#facts.get('source')?.value
    const hosts = typeof source === 'string' ? hostNames(hostOf(source)) : []
    const title = this.#first('title', (value) => {
      const text = plainText(value)
      const bare = text === undefined ? '' : withoutSite(text, sites, hosts)
      const isNone = bare === '' || bare.length > longestTitle || folds.has(foldText(bare)) || isGenericTitle(bare)
      return isNone ? undefined : bare
    })
    // A page that is named as its site is has a title all the same.
    this.#put('title', title ?? this.#first('title', plainText))
    const site = this.#facts.get('site')
    if (site && !title && foldText(String(site.value)) === foldText(String(this.#facts.get('title')?.value ?? ''))) {
      this.#facts.delete('site')
    }
  }

  /** Find the authors: people, or else the house, where it is not that of the site. */
  #findAuthor(sites: readonly Candidate[]): void {
    // A blog may be published by its one author.
    const houses = new Set(
      sites.flatMap(({value, isOrganization}) => (isOrganization === false ? [] : [foldText(value)])),
    )
    const title = foldText(String(this.#facts.get('title')?.value ?? ''))
    const isAuthor = (name: string): boolean => !houses.has(foldText(name)) && foldText(name) !== title
    let house: MetadataFact | undefined
    for (const source of sources['author']!) {
      const statements = this.#statements.get(source) ?? []
      const isInverted = /^meta (?:citation_|dc)/.test(source)
      const all = [...new Set(statements.flatMap(({value}) => authorNames(value, isInverted)))].filter(isAuthor)
      const people = all.filter((name) => !isTeam(name))
      // A team beside a person is the house; a link may show an account in place of a name.
      const names = (people.length > 0 ? people : all).filter((name) => source !== 'rel author' || !isAccount(name))
      if (names.length === 0) continue
      const {rule, raw} = statements.find(({value}) => authorNames(value, isInverted).includes(names[0]!))!
      const fact: MetadataFact = {field: 'author', value: names.length === 1 ? names[0]! : names, rule, raw}
      const areHouses = names.every(isHouse) || statements.every(({isOrganization}) => isOrganization)
      // Links to more than one author's texts say nothing of this one.
      if (source === 'rel author' && names.length > 1) continue
      if (!areHouses) {
        this.#facts.set('author', fact)
        return
      }
      // What a template says of every page is its house, or who made it; an agency wrote what it is named for.
      if (!/^(?:meta (?:author|article:author)|rel)(?: |$)/.test(source) || names.every(isAgency)) house ??= fact
    }
    if (house) this.#facts.set('author', house)
  }

  #findDates(): void {
    const language = this.#statements.get('lang')?.[0]?.value
    const read = (value: string): string | undefined => readDeclaredDate(value, language)
    const date = exactest(this.#candidates('date', read))
    this.#put('date', date)
    const modified = exactest(this.#candidates('modified', read))
    if (modified && !(date && isBefore(modified.value, date.value))) this.#put('modified', modified)
  }
}

/** The date that is trusted most, as exact as any source says the same day. */
function exactest(candidates: readonly Candidate[]): Candidate | undefined {
  const [first] = candidates
  return first && (candidates.find(({value}) => value.length > 10 && value.startsWith(first.value)) ?? first)
}

/**
 * Of the names of a site its own, not its address or what its company is called in law; without a slogan, and cut into words, where
 * another source has it so.
 */
function bestSite(candidates: readonly Candidate[]): Candidate | undefined {
  const isOwn = ({value}: Candidate): boolean => !isAddressLike(value) && !hasLegalForm(value)
  const first = candidates.find(isOwn) ?? candidates[0]
  if (!first) return undefined
  const fold = ` ${foldText(first.value)} `
  const hasSlogan = fold.split(' ').length > 6 || /\s[|–—·•»:-]\s|\w:\s/.test(first.value)
  const short = candidates.find(
    (other) => isOwn(other) && fold.includes(` ${foldText(other.value)} `) && other.value.length < first.value.length,
  )
  if (hasSlogan && short) return short
  const letters = (text: string): string => foldText(text).replace(/^the | /g, '')
  const isSame = ({value}: Candidate): boolean => letters(value) === letters(first.value)
  return first.value.includes(' ')
    ? first
    : (candidates.find((other) => other.value.includes(' ') && isSame(other)) ?? first)
}

function withoutFragment(address: string | undefined): string | undefined {
  return address?.replace(/#.*$/, '')
}

function isFrontPage(address: string): boolean {
  return /^https?:\/\/[^/?#]+\/?$/i.test(address)
}

/** Whether two addresses are of one site: of one host, of two hosts of one name, or of a host and its parent. */
function isSameSite(address: string, other: string): boolean {
  const [a, b] = [hostOf(address), hostOf(other)]
  if (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)) return true
  const [x, y] = [a.split('.'), b.split('.')]
  // The last two labels, or three behind a short one: `example.org`, `example.co.uk`.
  const count = (x.at(-2) ?? '').length > 3 ? 2 : 3
  return x.length >= count && x.slice(-count).join('.') === y.slice(-count).join('.')
}

/** What a site may be called after its host: `valleypost` and `valleypost org`, of `news.valley-post.org`, and `news`, where that is a word. */
function hostNames(host: string): string[] {
  const labels = host.split('.').map((label) => label.replaceAll('-', ''))
  // The last but one, or the one before a short one: `example.org`, `example.co.uk`.
  const at = labels.length > 2 && labels.at(-2)!.length <= 3 ? labels.length - 3 : labels.length - 2
  const name = labels[at]
  return name === undefined
    ? []
    : [name, labels.slice(at).join(''), ...labels.slice(0, at)].filter((label) => label.length > 3)
}

function hostOf(address: string): string {
  return (/^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address)?.[1] ?? '')
    .toLowerCase()
    .replace(/^(?:www\d?|m|amp)\./, '')
}

/** The site's name, where the title element is the heading of the page and one name more. */
export function siteInTitle(html: HtmlFacts, heading: string): MetadataFact | undefined {
  const element = html.declarations.find(({kind}) => kind === 'title')
  const title = element && plainText(element.value)
  if (title === undefined) return undefined
  const parts = title.split(/\s+[|–—·•»-]\s+|\s*::\s*/u)
  const [first, last] = [parts[0]!, parts.at(-1)!]
  if (parts.length < 2) return undefined
  const name =
    foldText(parts.slice(0, -1).join(' ')) === heading ? last : foldText(last) === heading ? first : undefined
  if (name === undefined || name.split(' ').length > 5 || siteName(name) === undefined) return undefined
  return {field: 'site', value: name, rule: 'declared-title', raw: element!.raw}
}
