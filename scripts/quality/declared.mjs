/**
 * What a page declares of itself to machines, taken as the truth of it; the page without those declarations; and whether
 * what was found is that truth.
 */
import {load} from 'cheerio'

/** Names of meta elements by field, the most deliberate first. */
const metaNames = {
  title: [
    'og:title',
    'twitter:title',
    'citation_title',
    'dc.title',
    'dcterms.title',
    'parsely-title',
    'sailthru.title',
  ],
  date: [
    'article:published_time',
    'og:published_time',
    'citation_publication_date',
    'datepublished',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publishdate',
    'publish-date',
    'date',
  ],
  author: [
    'author',
    'citation_author',
    'parsely-author',
    'dc.creator',
    'dcterms.creator',
    'sailthru.author',
    'byl',
    'article:author',
  ],
}

/**
 * What the head declares: titles, the days that the dates of publication can mean (`YYYY-MM-DD`), of several declarations all of them,
 * and authors, those of the first source that names any; a field that is not declared is missing.
 */
export function declarationsOf(html) {
  const page = load(html)
  const {articles, byId} = articlesOf(page)
  const metas = new Map()
  page('meta').each((_, element) => {
    const name = (page(element).attr('property') ?? page(element).attr('name') ?? '').trim().toLowerCase()
    const content = page(element).attr('content')?.trim()
    if (!name || !content) return
    // A quote that nobody escaped ends the value: what is left is half of it, the rest are attributes that no element has.
    if (Object.keys(element.attribs).some((key) => /["“”]/.test(key))) return
    metas.set(name, [...(metas.get(name) ?? []), content])
  })
  const ofMeta = (field) => metaNames[field].flatMap((name) => metas.get(name) ?? [])
  const titles = [...ofMeta('title'), ...articles.flatMap(({headline}) => strings(headline))].filter(Boolean)
  const dates = [...articles.flatMap(({datePublished}) => strings(datePublished)), ...ofMeta('date')].flatMap(daysOf)
  const sites = sitesOf(page, metas, articles)
  const inLinkedData = articles.flatMap(({author}) => authorsIn(author, byId, sites))
  const inMeta = metaNames.author.map((name) => (metas.get(name) ?? []).filter((value) => namesSomebody(value, sites)))
  const authors = [inLinkedData, ...inMeta].find((names) => names.length > 0) ?? []
  return {
    ...(titles.length > 0 && {title: [...new Set(titles)]}),
    ...(dates.length > 0 && {date: [...new Set(dates.flat())]}),
    ...(authors.length > 0 && {author: [...new Set(authors)]}),
  }
}

/** The page without linked data and without meta elements that name what they say; what a reader sees stays. */
export function withoutDeclarations(html) {
  const page = load(html, {sourceCodeLocationInfo: true})
  const hidden = []
  page('script, meta').each((_, element) => {
    const {startOffset, endOffset} = element.sourceCodeLocation ?? {}
    if (startOffset === undefined) return
    const isHidden =
      element.name === 'meta'
        ? ['name', 'property', 'itemprop'].some((name) => element.attribs[name] !== undefined)
        : /ld\+json/i.test(element.attribs.type ?? '')
    if (isHidden) hidden.push([startOffset, endOffset])
  })
  let rest = ''
  let from = 0
  for (const [start, end] of hidden.sort(([a], [b]) => a - b)) {
    if (start < from) continue
    rest += html.slice(from, start)
    from = end
  }
  return rest + html.slice(from)
}

/** Hold what was found of a field against what is declared: `right`, `wrong` or `missing`. */
export function verdictOn(field, declared, found) {
  if (found === undefined) return 'missing'
  if (field === 'date') {
    // What is less exact is no day, and not wrong where it agrees.
    if (found.length < 10) return declared.some((day) => day.startsWith(found)) ? 'missing' : 'wrong'
    return declared.includes(found.slice(0, 10)) ? 'right' : 'wrong'
  }
  if (field === 'title') {
    const names = declared.flatMap(withoutSite)
    return withoutSite(found).some((title) => names.includes(title)) ? 'right' : 'wrong'
  }
  const names = [found].flat().map(fold)
  const truths = declared.map(fold)
  const isOne = (name, other) =>
    ` ${name} `.includes(` ${other} `) || ` ${other} `.includes(` ${name} `) || isSameName(name, other)
  const areAll = (some, others) => some.every((name) => others.some((other) => isOne(name, other)))
  return areAll(names, truths) && areAll(truths, names) ? 'right' : 'wrong'
}

/** Tell one name in two orders, with an initial or without, `Roe, Jane P.`, or written as one word, `janeroe`. */
function isSameName(name, other) {
  const [short, long] = [name.split(' '), other.split(' ')].sort((a, b) => a.length - b.length)
  return (
    name.replaceAll(' ', '') === other.replaceAll(' ', '') ||
    (short.length > 1 &&
      short.every((word) => long.includes(word)) &&
      long.every((word) => short.includes(word) || word.length === 1))
  )
}

/** What two values are compared by: letters and figures in lower case. */
export function fold(text) {
  const decoded = text.includes('&') ? load('')('<p>').html(text).text() : text
  return (
    decoded
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  ).join(' ')
}

/** A title as it is compared: whole, and without what follows or precedes it behind a sign, as the name of a site does. */
export function withoutSite(title) {
  const parts = title.split(/\s+[|│–—·•»›«:-]+\s+|\s*[|│»›]\s*|\s*::\s*|\s+[–—-](?=\p{Lu})/u)
  const whole = fold(title)
  const some = [whole]
  for (let cut = 1; cut < parts.length; cut++) {
    const front = fold(parts.slice(0, cut).join(' '))
    if (front.split(' ').length >= 2 || front.length * 2 >= whole.length) some.push(front)
    const back = fold(parts.slice(cut).join(' '))
    if (back.length * 2 >= whole.length) some.push(back)
  }
  return some.filter(Boolean)
}

function articlesOf(page) {
  const nodes = []
  const collect = (item, depth) => {
    if (depth > 6 || !item || typeof item !== 'object') return
    if (Array.isArray(item)) for (const child of item) collect(child, depth + 1)
    else {
      nodes.push(item)
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) collect(item[key], depth + 1)
    }
  }
  page('script').each((_, element) => {
    if (!/ld\+json/i.test(element.attribs.type ?? '')) return
    try {
      collect(JSON.parse(page(element).text()), 0)
    } catch {
      // Linked data that is no JSON declares nothing.
    }
  })
  const typeOf = (node) => strings(node['@type']).join(' ')
  const articles = nodes.filter(
    (node) => /Article|BlogPosting|Report|Review|LiveBlog/.test(typeOf(node)) && node.headline,
  )
  const pages = nodes.filter((node) => /WebPage/.test(typeOf(node)) && node.headline && node.datePublished)
  return {
    articles: [...articles, ...pages].slice(0, 1),
    byId: new Map(nodes.filter((node) => node['@id'] && node.name).map((node) => [node['@id'], node])),
  }
}

function strings(value) {
  return [value].flat().filter((item) => typeof item === 'string')
}

const letters = (text) => fold(text).replaceAll(' ', '')

/** What the page's site is called, as letters: by its name, and by its address without what all addresses have. */
function sitesOf(page, metas, articles) {
  const address = page('link[rel=canonical]').attr('href') ?? metas.get('og:url')?.[0] ?? ''
  const labels = (/^(?:https?:)?\/\/([^/?#:]+)/i.exec(address)?.[1] ?? '').toLowerCase().split('.')
  const label = labels.at(-2)?.length <= 3 && labels.length > 2 ? labels.at(-3) : labels.at(-2)
  const names = ['og:site_name', 'application-name'].flatMap((name) => metas.get(name) ?? [])
  const publishers = articles.flatMap(({publisher}) => strings(publisher?.name))
  return new Set([...names, ...publishers, label ?? ''].map(letters).filter((name) => name.length > 2))
}

/** The names in linked data, those included that it states elsewhere. */
function authorsIn(value, byId, sites) {
  return [value].flat().flatMap((item) => {
    const author = item?.['@id'] && !item.name ? byId.get(item['@id']) : item
    const isPerson = strings(author?.['@type']).includes('Person')
    return strings(typeof author === 'string' ? author : author?.name).filter((name) =>
      namesSomebody(name, isPerson ? [] : sites),
    )
  })
}

/** Whether a declared author says who wrote the page: neither an address, nor an account that every site has, nor the site itself. */
function namesSomebody(name, sites) {
  if (/^https?:|^www\.|^\/|^@/.test(name) || /^(?:admin|administrator|root|webmaster)$/i.test(name)) return false
  const own = letters(name)
  if (own === '') return false
  return ![...sites].some((site) => own.startsWith(site) || (site.startsWith(own) && 2 * own.length >= site.length))
}

/**
 * The days that a declared date can mean: the one that is written, first; and of a moment that is given in universal time, the day
 * on which it fell elsewhere. None where day and month could be exchanged.
 */
function daysOf(value) {
  const iso = /^\s*(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)/.exec(value)
  if (iso) {
    const day = iso.slice(1).join('-')
    // The first day of a computer's calendar is none.
    if (/^(?:1970-01-01|1969-12-31|0)/.test(day)) return []
    const moment = /[T ](\d{2}):(\d{2})(?::[\d.]+)?\s?(?:Z|[+-]00:?00)$/i.exec(value.trim())
    return [moment ? daysNear(day, moment) : [day]]
  }
  if (!/\p{L}{3}/u.test(value) || !/\d{4}/.test(value)) return []
  const time = Date.parse(`${value.replace(/\s+\d{1,2}:.*$/, '')} UTC`)
  if (Number.isNaN(time)) return []
  const day = new Date(time).toISOString().slice(0, 10)
  const moment = /\s(\d{2}):(\d{2})(?::\d{2})?\s(?:GMT|UTC)(?:\+0000)?(?:\s\(.*\))?$/.exec(value.trim())
  return [moment ? daysNear(day, moment) : [day]]
}

/** The days on which a moment of universal time falls, the one of universal time first; midnight is a day and no moment. */
function daysNear(day, [, hours, minutes]) {
  if (Number(hours) + Number(minutes) === 0) return [day]
  const near = (shift) =>
    new Date(Date.parse(`${day}T${hours}:${minutes}:00Z`) + shift * 3_600_000).toISOString().slice(0, 10)
  return [...new Set([day, near(-10), near(12)])]
}
