/**
 * Recognise the lines in which a page speaks about itself: byline, date, first publication, author's note, rights.
 *
 * Every recogniser takes the visible text of one short line or sentence and says what it states. Where a line stands is
 * not its concern: the stage asks only about lines in places where such statements are made.
 */
import {findDate, isMonth} from './dates.js'

const particle = `(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|af|av|zu|zum|ter|ten|y|e|i|ve)`
const nameWord = String.raw`(?:\p{Lu}[\p{L}\p{M}'’ʼ-]+|\p{Lu}\.(?:-?\p{Lu}\.)?|(?:al|el|ad|ar|as)-\p{Lu}[\p{L}\p{M}'’-]+)`
const name = String.raw`${nameWord}(?:\s+(?:${particle}\s+)?${nameWord}){1,4}`
const separator = String.raw`(?:\s*[,;&]\s*(?:(?:and|und|et|и)\s+)?|\s+(?:and|und|et|y|ve|i|и|և|və)\s+)`
const names = `${name}(?:${separator}${name}){0,5}`

/** What introduces the author, by language; English "by" also stands alone. */
const bylineCue = String.raw`(?:(?:written |posted |reported |story |words |text |article |interview |analysis |opinion )?by|author(?:\(?s\)?)?\s*:|von|autor(?:in|en)?\s*:|par|auteur\s*:|por|autor(?:a)?\s*:|di|autore\s*:|автор(?:ы)?\s*:|текст\s*:|yazan\s*:|yazar\s*:|müəllif\s*:|հեղինակ(?:ներ)?\s*[՝:]|autor(?:ka|zy)?\s*:|ავტორი\s*:|نویسنده\s*:|الكاتب\s*:|بقلم\s*:?)`
const byline = new RegExp(String.raw`^${bylineCue}\s*(${names})(?<rest>(?:\s*[(,|•·–—-].*)?)$`, 'iu')
const strictNames = new RegExp(`^${names}$`, 'u')
const splitNames = new RegExp(separator, 'u')

/** A statement of a line about the document. */
export interface Statement {
  readonly field: string
  readonly value: string | readonly string[]
}

/** Read a byline: "By A. Author and B. Author", in the languages of the table. */
export function readByline(line: string): Statement[] | undefined {
  if (line.length > 200) return undefined
  const match = byline.exec(line)
  if (!match) return undefined
  const found = match[1]!
  // The cue may be written in any case, names may not.
  if (!strictNames.test(found)) return undefined
  const authors = unglued(found)
    .split(splitNames)
    .map((author) => author.trim())
    .filter(Boolean)
  const rest = match.groups?.['rest'] ?? ''
  if (rest.split(/\s+/).length > 14) return undefined
  const date = findDate(rest)?.iso
  return [
    {field: 'author', value: authors.length === 1 ? authors[0]! : authors},
    ...(date ? [{field: 'date', value: date}] : []),
  ]
}

/** Cut off what a flattened page glued to a name: "Anna ExampleStaff Writer". */
function unglued(text: string): string {
  const glue = /(?<=\p{Lu}\p{Ll}{3,})\p{Lu}\p{Ll}{3,}/u.exec(text)
  return glue ? text.slice(0, glue.index) : text
}

const dateCue = String.raw`(?:published|posted|updated|last updated|modified|last modified|first published|date|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|опубликовано|обновлено|дата|yayınlanma|yayınlanma tarihi|güncelleme|tarih|dərc olunub|opublikowano|data publikacji|հրապարակվել է|հրապարակված է)(?:\s+(?:on|am|le|el|at))?\s*[:：]?`
const updated =
  /^(?:updated|last updated|modified|last modified|aktualisiert|mis à jour|actualizado|обновлено|güncelleme)/i
const datePrefix = new RegExp(
  String.raw`^(?:${dateCue}\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*|(?:mon|tue|wed|thu|fri|sat|sun),?\s*)?$`,
  'i',
)
const siteBefore = /^(\p{Lu}[\p{L}\p{N}.&'’ -]{1,40}?)\s*[,|•·–—-]\s*$/u

/**
 * Read a line that is a date and hardly more: with a word like "Published" or a site's name before it, with a reading
 * time or the time of an update behind it.
 *
 * @returns the statements; empty for a line that is a date of uncertain order.
 */
export function readDateLine(line: string): Statement[] | undefined {
  if (line.length > 120) return undefined
  const date = findDate(line)
  if (!date) return undefined
  const before = line.slice(0, date.start).trim()
  const after = line.slice(date.end).trim()
  if (
    after.length > 60 ||
    !/^[^\p{L}\p{N}]*(?:$|(?:updated|modified|last|\d+\s*min|reading|•|\||aktualisiert|обновлено|մ\b|г\b))/iu.test(
      after,
    )
  )
    return undefined
  const statements: Statement[] = []
  const site = siteBefore.exec(`${before} `.trimStart()) ?? siteBefore.exec(before)
  if (!datePrefix.test(before)) {
    if (!site || before.split(/\s+/).length > 5 || findDate(site[1]!)) return undefined
    statements.push({field: 'site', value: site[1]!.trim()})
  }
  if (date.iso) statements.push({field: updated.test(before) ? 'modified' : 'date', value: date.iso})
  return statements
}

const firstPublication: readonly RegExp[] = [
  /^(?:this\s+(?:article|post|piece|essay|story|text|report|interview|commentary|op-ed|column|analysis|paper)|the\s+(?:article|post|piece|essay))\s+(?:was|is|has been|had been|originally|first)?\s*(?:originally\s+|first\s+|also\s+)*(?:published|appeared|posted|printed|ran)\s+(?:originally\s+|first\s+)*(?:in|on|at|by|with)\s+(?<where>.{2,120})$/iu,
  /^(?:an? (?:earlier|longer|shorter) version of (?:this|the) \w+ )?(?:originally|first)\s+(?:published|appeared|posted)\s*(?:in|on|at|by|:)\s*(?<where>.{2,120})$/iu,
  /^(?:эта\s+)?(?:статья|материал|текст)\s+(?:был[аи]?\s+)?(?:впервые\s+)?опубликован[аоы]?\s+(?:впервые\s+)?(?:в|на)\s+(?<where>.{2,120})$/iu,
  /^впервые\s+опубликовано:?\s+(?:в|на)?\s*(?<where>.{2,120})$/iu,
  /^(?:dieser\s+(?:artikel|text|beitrag)\s+)?(?:ist\s+|erschien\s+)?(?:zuerst|ursprünglich|erstmals)\s+(?:erschienen\s+|veröffentlicht\s+)?(?:in|auf|bei|im)\s+(?<where>.{2,120})$/iu,
  /^(?:cet\s+article\s+a\s+été\s+)?(?:initialement\s+publié|publié\s+initialement|paru\s+initialement)\s+(?:sur|dans|par)\s+(?<where>.{2,120})$/iu,
  /^(?:este\s+artículo\s+(?:fue|se)\s+)?(?:publicado|publicó)\s+originalmente\s+(?:en|por)\s+(?<where>.{2,120})$/iu,
  /^(?:artykuł|tekst)\s+(?:ukazał\s+się|został\s+opublikowany)\s+(?:pierwotnie\s+)?(?:w|na)\s+(?<where>.{2,120})$/iu,
  /^(?:bu\s+(?:makale|yazı)\s+)?ilk\s+(?:olarak|kez)\s+(?<where>.{2,80}?)\s*(?:['’]?[dt][ae])\s+yayımlan(?:mıştır|dı)$/iu,
]
const sourceNote = /^(?:the\s+)?original source of this (?:article|post|text) is\s+(?<site>\p{Lu}[^.]{1,60})$/iu
const disclaimer =
  /^(?:the\s+)?(?:views?|points? of view|opinions?|positions?)\b.{0,60}\b(?:expressed|presented)\b.{0,160}\b(?:author|authors|authorial|editorial|reflect|represent|own|those of)\b/iu
const rights =
  /^(?:copyright|all rights reserved|©|\(c\)\s*(?:copyright|\d{4}))(?:[^.!?]|\.(?!\s+\p{Lu}\p{Ll}+\s+\p{Ll})){0,140}$/iu
const bioVerb = `(?:is|was|are|were|has been|teaches|writes|works|serves|covers|lives|specializes|specialises|reports|studies|directs|heads)`
const bioRole =
  /\b(?:analyst|author|journalist|reporter|correspondent|editor|writer|columnist|fellow|professor|lecturer|researcher|scholar|historian|director|expert|blogger|freelance\w*|contributor|consultant|associate|student|candidate|economist|lawyer|diplomat|photographer|activist|scientist|adviser|advisor|teacher|founder|president|member|politician|commentator)s?\b/i

/** What a sentence under or over an article says about it; undefined for a sentence of the article. */
export interface Note {
  readonly kind: 'first-publication' | 'source' | 'bio' | 'rights' | 'disclaimer' | 'ornament'
  readonly statements: readonly Statement[]
}

/**
 * Read a note.
 *
 * @param authors the known authors; only of them a sentence is taken for an author's note.
 */
export function readNote(sentence: string, authors: readonly string[]): Note | undefined {
  const text = sentence.trim().replace(/[.։。]+$/u, '')
  if (!/[\p{L}\p{N}]/u.test(text)) return text.length <= 5 ? {kind: 'ornament', statements: []} : undefined
  if (text.length > 400) return undefined
  for (const pattern of firstPublication) {
    const where = pattern.exec(text)?.groups?.['where']
    const name = where === undefined ? undefined : outlet(where)
    if (name) return {kind: 'first-publication', statements: [{field: 'first_published', value: name}]}
  }
  const source = sourceNote.exec(text)?.groups?.['site']
  if (source !== undefined) {
    const value = source.trim()
    return {
      kind: 'source',
      statements: [
        {field: 'site', value},
        {field: 'source', value},
      ],
    }
  }
  if (rights.test(text)) {
    const [holder] = text.split(/\s*[|•·]\s*/) as [string]
    return {kind: 'rights', statements: [{field: 'rights', value: holder}]}
  }
  if (disclaimer.test(text)) return {kind: 'disclaimer', statements: []}
  for (const author of authors) {
    if (!text.startsWith(`${author} `)) continue
    const rest = text.slice(author.length + 1)
    if (new RegExp(`^(?:,[^,]{2,60},\\s*)?${bioVerb}\\s`, 'i').test(rest) && bioRole.test(rest)) {
      return {kind: 'bio', statements: [{field: 'author_bio', value: `${text}.`}]}
    }
  }
  return undefined
}

/**
 * Cut an outlet's name out of what follows "published in": no date, no link target, no "the". Undefined where a month,
 * a plain noun or half a sentence follows: that is a report about publishing, not a note.
 */
function outlet(where: string): string | undefined {
  const date = findDate(where)
  const name = (date ? where.slice(0, date.start) : where)
    .replace(/\s*\(.*$/u, '')
    .replace(/^the\s+/i, '')
    .replace(/[\s,]*(?:\bon\b|\bam\b|\ble\b)?\s*$/iu, '')
    .trim()
  const isName = /^["“«‘]?[\p{Lu}\p{N}]|^[a-z\d-]+\.[a-z]{2,}/u.test(name) || /^\p{Lo}/u.test(name)
  return isName && name.split(/\s+/).length <= 9 && !isMonth(name.split(/\s+/)[0]!) ? name : undefined
}

/** Cut a short paragraph into sentences. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?…։。]["”»)]?)\s+(?=[\p{Lu}\p{N}"“«(❖■◆*])/u)
}
