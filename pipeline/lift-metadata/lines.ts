/**
 * Recognise the sentences in which a page speaks about itself: first publication, author's note, rights. Bylines and
 * dates are `head-lines.ts`.
 *
 * Every recogniser takes the visible text of one short line or sentence and says what it states. Where a line stands is
 * not its concern: the stage asks only about lines in places where such statements are made.
 */
import {findDate, isMonth} from './dates.js'
import {weekdays} from './head-cues.js'
import type {Statement} from './head-lines.js'

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
/** What says that a text is taken from elsewhere, with leave. */
const reprint: readonly RegExp[] = [
  /^(?:(?:this|the)\s+(?:article|post|piece|essay|story|text|report|interview|commentary)\s+(?:is|was|has been)\s+)?(?:re-?published|re-?printed|re-?posted|reproduced|excerpted)\s+(?:here\s+)?(?:(?:with|by)\s+(?:the\s+)?(?:kind\s+|express\s+)?permission\s+)?(?:from|of|by)\s+(?<where>.{2,120})$/iu,
  /^nachdruck\s+mit\s+(?:freundlicher\s+)?genehmigung\s+(?:von|der|des)\s+(?<where>.{2,120})$/iu,
  /^(?:reproduit|republié)\s+avec\s+(?:l['’]aimable\s+)?(?:l['’])?autorisation\s+(?:de|du|des)\s+(?<where>.{2,120})$/iu,
  /^(?:reproducido|reimpreso|publicado)\s+con\s+(?:el\s+)?permiso\s+(?:de|del)\s+(?<where>.{2,120})$/iu,
  /^перепечатано\s+(?:с\s+разрешения|из)\s+(?<where>.{2,120})$/iu,
]
/** What follows a note of first publication and sends the reader there. */
const readOriginal = /^read the (?:original|full) (?:article|story|version|post|text|report)(?: (?:here|there))?$/iu
const sourceNote = /^(?:the\s+)?original source of this (?:article|post|text) is\s+(?<site>[^\s.][^.]{1,60})$/iu
const disclaimer =
  /^(?:the\s+)?(?:views?|points? of view|opinions?|positions?)\b.{0,60}\b(?:expressed|presented)\b.{0,160}\b(?:author|authors|authorial|editorial|reflect|represent|own|those of)\b/iu
const reservation =
  /(?:all rights reserved|(?:все|усі|всі) права (?:защищены|захищен[іо])|tüm hakları saklıdır|bütün hüquqlar qorunur|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|wszelkie prawa zastrzeżone|բոլոր իրավունքները պաշտպանված են|ყველა უფლება დაცულია|جميع الحقوق محفوظة|کلیه حقوق محفوظ است|تمامی حقوق محفوظ است|alle rechten voorbehouden|todos os direitos reservados|כל הזכויות שמורות|सर्वाधिकार सुरक्षित|सभी अधिकार सुरक्षित|版权所有|版權所有|保留所有权利|保留所有權利|無断転載(?:を)?禁(?:止|じます))/iu
const rights =
  /^(?:copyright|авторские права|©|\(c\)\s*(?:copyright|\d{4}))(?:[^.!?]|\.(?!\s+\p{Lu}\p{Ll}+\s+\p{Ll})|(?<=[\s.]\p{Lu}|\s(?:St|Dr|Mr|Mrs|Prof|Co))\.){0,140}$/iu
/** A sentence about copyright, not a notice of it: a word follows that names nobody. */
const aboutRights = /^[Cc](?:opyright|OPYRIGHT)\s+(?!(?:by|von|par|por|und|bei)\s)\p{Ll}/u
const bioStart =
  /^(?:,[^,]{2,60},\s*)?(?:is|was|are|were|has been|teaches|writes|works|serves|covers|lives|specializes|specialises|reports|studies|directs|heads|bakes|edits|es|fue|vive|trabaja|escribe|ist|war|lebt|arbeitet|schreibt|est|vit|travaille|enseigne|è|vive|lavora|jest|mieszka|pracuje|живёт|живет|работает|пишет)\s/iu
const bioRole =
  /\b(?:analyst|author|journalist|reporter|correspondent|editor|writer|columnist|fellow|professor|lecturer|researcher|scholar|historian|director|expert|blogger|freelance\w*|contributor|consultant|associate|student|candidate|economist|lawyer|diplomat|photographer|activist|scientist|adviser|advisor|teacher|founder|president|member|politician|commentator|escritora?|periodista|autora?|profesora?|poeta|schriftsteller(?:in)?|journalistin?|professorin|autorin?|écrivaine?|journaliste|auteure?|scrittore|scrittrice|giornalista|pisarz|pisarka|dziennikarka?|писатель|журналист(?:ка)?)s?(?![\p{L}])/iu

/** What a sentence under or over an article says about it; undefined for a sentence of the article. */
export interface Note {
  readonly kind: 'first-publication' | 'source' | 'bio' | 'rights' | 'disclaimer' | 'ornament'
  readonly statements: readonly Statement[]
}

/**
 * Read a note.
 *
 * @param authors the known authors; only of them a sentence is taken for an author's note.
 * @param isBoxed whether it stands under a heading that announces the author.
 */
export function readNote(sentence: string, authors: readonly string[], isBoxed = false): Note | undefined {
  const text = sentence.trim().replace(/(?<![.։。])[.։。]+$/u, '')
  if (!/[\p{L}\p{N}]/u.test(text)) return text.length <= 5 ? {kind: 'ornament', statements: []} : undefined
  if (text.length > 400) return undefined
  for (const pattern of firstPublication) {
    const where = pattern.exec(text)?.groups?.['where']
    const name = where === undefined ? undefined : outlet(where)
    if (name) return {kind: 'first-publication', statements: [{field: 'first_published', value: name}]}
  }
  for (const pattern of reprint) {
    const where = pattern.exec(text)?.groups?.['where']
    // Where a clause follows, the sentence is about the reprint.
    const name = where === undefined || /,\s+\p{Ll}/u.test(where) ? undefined : outlet(where)
    if (name) return {kind: 'first-publication', statements: [{field: 'first_published', value: name}]}
  }
  if (readOriginal.test(text)) return {kind: 'disclaimer', statements: []}
  const source = sourceNote.exec(text)?.groups?.['site']
  if (source !== undefined && /^(?:\p{Lu}|\p{Lo})/u.test(source)) {
    const value = source.trim()
    return {
      kind: 'source',
      statements: [
        {field: 'site', value},
        {field: 'source', value},
      ],
    }
  }
  const holder = readRights(text)
  if (holder !== undefined) return {kind: 'rights', statements: holder === '' ? [] : [{field: 'rights', value: holder}]}
  if (disclaimer.test(text)) return {kind: 'disclaimer', statements: []}
  for (const author of authors) {
    if (!text.startsWith(`${author} `)) continue
    const rest = text.slice(author.length + 1)
    if (bioStart.test(rest) && (isBoxed || bioRole.test(rest))) {
      return {kind: 'bio', statements: [{field: 'author_bio', value: `${text}.`}]}
    }
  }
  return undefined
}

/** What follows in a note about an author whose first sentence names them. */
const bioGoesOn =
  /^(?:he|she|they|his|her|their|er|sie|sein|seine|ihr|ihre|il|elle|son|sa|ses|su|sus|él|ella|lui|lei|on|ona|jego|jej|он|она|его|её|ее|живёт|живет|o|onun)\s/iu

/** Tell a sentence that goes on about the author. */
export function goesOnAboutAuthor(sentence: string): boolean {
  return sentence.length <= 300 && bioGoesOn.test(sentence)
}

/** Read who holds the rights; empty for a line that only reserves them, undefined for any other. */
export function readRights(sentence: string): string | undefined {
  const text = sentence.trim().replace(/(?<![.։。])[.։。]+$/u, '')
  if (text.length > 200) return undefined
  const reserves = reservation.test(text)
  if (aboutRights.test(text) && !reserves) return undefined
  if (rights.test(text) || (reserves && /©|\(c\)/iu.test(text))) {
    const [holder] = text.split(/\s*[|•·]\s*/) as [string]
    return holder
  }
  if (reserves && text.replace(reservation, '').trim() === '') return ''
  return undefined
}

/** A day of the week, before a date that was cut off. */
const weekday = new RegExp(String.raw`^${weekdays}[\s,.]*$`, 'iu')

/**
 * Cut an outlet's name out of what follows "published in": no date, no licence, no link target, no "the" but one that
 * its capital makes part of the name. Undefined where a month, a plain noun or half a sentence follows: that is a report
 * about publishing, not a note.
 */
function outlet(where: string): string | undefined {
  const date = findDate(where)
  const name = (date ? where.slice(0, date.start) : where)
    .replace(/\s*\(.*$/u, '')
    .replace(/\s+(?:under|with)\s+(?:an?|the)?\s*(?:kind\s+)?(?:creative commons|cc|permission|licen[cs]e).*$/iu, '')
    .replace(/^the\s+/, '')
    .replace(/[\s,]*(?:\bon\b|\bam\b|\ble\b)?\s*$/iu, '')
    .trim()
  const isName = /^["“«‘]?[\p{Lu}\p{N}]|^[a-z\d-]+\.[a-z]{2,}/u.test(name) || /^\p{Lo}/u.test(name)
  const first = name.split(/\s+/)[0]!
  // The MEI is no May of the Dutch.
  const isDate = (isMonth(first) && !/^\p{Lu}{2,}$/u.test(first)) || weekday.test(`${name} `)
  return isName && name.split(/\s+/).length <= 9 && !isDate ? name : undefined
}

/** A full stop that ends a word more often than a sentence: behind an initial or a title. */
const abbreviation = /(?:(?:^|[\s.(])\p{Lu}|(?:^|[\s(])(?:St|Dr|Mr|Mrs|Ms|Prof|Mt|Ft))\.$/u
/** Words that begin a sentence also behind an initial: "from Washington, D.C. She writes". */
const opener =
  /^(?:All|He|She|They|It|This|These|His|Her|Their|In|For|Er|Sie|Alle|Tous|Il|Elle|Todos|Tutti|Все|Он|Она|No|Read|Follow|Any)(?![\p{L}\p{M}])/u

/** Cut a short paragraph into sentences. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let isOpen = false
  for (const piece of text.split(/(?<=[.!?…։。]["”»)]?)\s+(?=[\p{Lu}\p{N}"“«(❖■◆*])/u)) {
    if (isOpen && !opener.test(piece)) sentences.push(`${sentences.pop()} ${piece}`)
    else sentences.push(piece)
    isOpen = abbreviation.test(piece.slice(-8)) || /\bCo\.$/.test(piece.slice(-8))
  }
  return sentences
}
