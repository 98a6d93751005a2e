/**
 * Read the lines above an article that name its author and its date.
 *
 * A line is read from left to right, piece by piece: a word that announces a date, a date, a time, a word that announces
 * names, names, a count of comments. One piece that is none of these makes it a line of the article.
 */
import {findDate, findDates, findMonth} from './dates.js'
import {
  isJobTitle,
  isNobody,
  isOutlet,
  isPerson,
  namesSource,
  splitAuthors,
  withoutDegree,
  withoutOffice,
} from './persons.js'

/** A statement of a line about the document. */
export interface Statement {
  readonly field: string
  readonly value: string | readonly string[]
}

export interface HeadLine {
  readonly kind: 'byline' | 'date-line'
  /** Empty for a date whose order of day and month is uncertain. */
  readonly statements: readonly Statement[]
}

/** What introduces the author, by language. */
const bylineCue = String.raw`(?:(?:written |posted |reported |published |compiled |story |words |text |article |interview |analysis |opinion |review )?by:?|propos recueillis par|recueillis? par|entretien réalisé par|(?:das )?(?:gespräch|interview) führten?|aufgezeichnet von|беседовал[аи]?|rozmawiał[aiy]?|authors?(?:\(s\))?\s*:|words\s*:|text\s*:|von|autor(?:in|en)?\s*:|par|auteur\s*:|por|autora?\s*:|di|autore\s*:|auteur\s*:|автор(?:ы)?\s*:|текст\s*:|автор статьи\s*:|haber\s*:|yazan\s*:|yazar\s*:|yazı\s*:|röportaj\s*:|müəllif\s*:|հեղինակ(?:ներ)?\s*[՝:]|autor(?:ka|zy)?\s*:|tekst\s*:|ავტორი\s*:|نویسنده\s*:|به قلم\s*:?|الكاتب\s*:|الكاتبة\s*:|بقلم\s*:?|كتبت?\s*:|автори?\s*:)`
const cueBefore = new RegExp(String.raw`${bylineCue}\s*`, 'iuy')
// The cue may be written in any case, names may not.
const namesHere = new RegExp(String.raw`(?:(?:Prof|Dr)\.\s+)*${namesSource}(?![\p{L}\p{M}])`, 'uy')
/** One word after "by" names somebody only where a date stands beside it. */
const cueAndWord =
  /(?:posted by|published by|written by|by|von|par|por|автор\s*:)\s+(\p{L}[\p{L}\p{N}_-]{1,30})(?=$|\s*[,|•·–—-]|\s+(?:on|am|le|el)\s)/iuy
const dateCue = `(?:(?:article |story |page |post |originally )?(?:published|posted|last updated|updated|last modified|modified|last edited)|created|date|veröffentlicht|erschienen|erstellt|aktualisiert|zuletzt aktualisiert|zuletzt bearbeitet|stand|datum|publié|mis à jour|mise à jour|modifié|publicado|publicada|actualizado|pubblicato|aggiornato|опубликовано|опубликована|обновлено|дата публикации|дата|опубліковано|оновлено|yayınlanma tarihi|yayınlanma|yayımlanma|giriş|güncelleme|son güncelleme|tarix|tarih|dərc olunub|yenilənib|opublikowano|data publikacji|zaktualizowano|aktualizacja|հրապարակվել է|հրապարակված է|հրապարակվել|թարմացվել է|გამოქვეყნდა|განახლდა|تاریخ انتشار|آخرین به‌روزرسانی|تاريخ النشر|آخر تحديث|نشر في|نُشر في|تم النشر(?: في)?|atualizado|atualizada|postado|data de publicação|pubblicata|data pubblicazione|gepubliceerd|geplaatst|bijgewerkt|laatst bijgewerkt|פורסם(?: בתאריך| ב-?)?|עודכן(?: בתאריך| ב-?)?|प्रकाशित|अपडेटेड|अपडेट|发布时间|发表时间|发布日期|发布于|更新时间|更新日期|最后更新|發布時間|發佈時間|發布日期|更新時間|最後更新|公開日時?|更新日時?|最終更新日?|投稿日時?|掲載日)`
const dateCuePattern = new RegExp(
  String.raw`${dateCue}(?![\p{L}\p{M}])(?:\s+(?:on|am|le|el|il|at|dnia|в|em|op))?\s*[:：]?`,
  'iuy',
)
const isUpdate =
  /updated|modified|edited|aktualisiert|bearbeitet|jour|modifié|actualizado|aggiornato|обновлен|оновлено|güncelleme|yenilənib|zaktualizowano|aktualizacja|թարմաց|განახლდა|به‌روزرسانی|تحديث|atualizad|bijgewerkt|עודכן|अपडेट|更新/iu
const weekday =
  /(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?(?=[\s,])|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela)(?![\p{L}])/iuy
const clock =
  /\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?(?:\s*(?:UTC|GMT|EST|EDT|CET|CEST|MSK|ET|CT|PT|BST|IST|PST|PDT|МСК|Uhr))?(?![\p{L}\p{N}])/iuy
const counter =
  /(?:(?:leave|add|post)\s+a?\s*comment|no comments?(?: yet)?|comments? (?:off|closed)|\d[\d.,]{0,8}\s*(?:min(?:ute)?s?(?:\s*(?:read|reading|okuma|lesezeit|de lecture|de lectura|чтения))?|comments?|repl(?:y|ies)|views?|shares?|likes?|kommentare?|commentaires?|comentarios?|commenti|komentarz[ey]?|komentarzy|комментари[йяев]{1,2}|коментар\p{L}{1,3}|просмотр\p{L}{0,3}|yorum|şərh|մեկնաբանություն|კომენტარი|تعليقات|دیدگاه|baxış|görüntülenme)|(?:comments?|views?|reading time|read time|lesezeit|kommentare|комментарии|просмотров|просмотры|yorum(?:lar)?)\s*[:(]?\s*\d[\d.,]{0,8}\)?(?:\s*min(?:utes?|uten)?)?|edit|print|share|⁄)(?![\p{L}])/iuy
const linking = /(?:on|at|am|um|le|el|il|à|в|den|dnia|saat|о)(?=\s)/iuy
const category =
  /(?:posted |filed |published )?(?:in|under|категория:?|рубрика:?|kategorie:?|kategori:?)\s+[\p{Lu}«"“][^.!?|•·]{1,40}/iuy
const gap = /[\s,;|•·⋅∙∣⁄/–—()[\]›»«:*.\u00a0-]+/uy

/**
 * Read one line.
 *
 * @param text what a reader sees of it.
 * @param isAuthor tells the names that are known to be the author's from elsewhere: a declaration, the address of a link.
 */
export function readHeadLine(text: string, isAuthor: (name: string) => boolean = () => false): HeadLine | undefined {
  if (text.length > 200 || text.length < 3) return undefined
  const month = findMonth(text)
  if (month) return {kind: 'date-line', statements: [{field: 'date', value: month}]}
  const dates = findDates(text, 3)
  const statements: Statement[] = []
  const put = (field: string, value: string | readonly string[]): void => {
    if (!statements.some((statement) => statement.field === field)) statements.push({field, value})
  }
  let hasAuthor = false
  let hasSite = false
  let isBare = true
  let field = 'date'
  let next = 0
  for (let at = 0; at < text.length; ) {
    const rest = at
    const take = (pattern: RegExp): RegExpExecArray | undefined => {
      pattern.lastIndex = rest
      const match = pattern.exec(text)
      if (match) at = pattern.lastIndex
      return match ?? undefined
    }
    while (next < dates.length && dates[next]!.start < at) next++
    const date = dates[next]
    if (date && date.start === at) {
      if (date.iso) put(field, date.iso)
      field = 'date'
      at = date.end
      next++
      continue
    }
    if (take(gap)) continue
    const named = take(cueBefore)
    if (named) {
      namesHere.lastIndex = at
      // A date glued to a name begins with a word that could be one.
      const found = namesHere.exec(date ? text.slice(0, date.start) : text)?.[0]
      if (found === undefined) at = rest
      else {
        if (hasAuthor) return undefined
        at += found.length
        const authors = splitAuthors(found).flatMap((author) => withoutOffice(author) ?? [])
        if (authors.length > 0) put('author', authors.length === 1 ? authors[0]! : authors)
        hasAuthor = true
        isBare = false
        // Behind the names their office may stand, or a place.
        if (!dates.some(({start}) => start >= at)) {
          const office = text.slice(at)
          return /^(?:\s*[(,|•·–—-].*)?$/u.test(office) &&
            office.split(/\s+/).length <= 14 &&
            !/[.!?]\s+\p{Lu}\p{Ll}/u.test(office)
            ? {kind: 'byline', statements}
            : readRest(office)
              ? {kind: 'byline', statements}
              : undefined
        }
        continue
      }
    }
    const cue = take(dateCuePattern)
    if (cue) {
      // "Posted by": the names follow first.
      field = isUpdate.test(cue[0]) ? 'modified' : 'date'
      continue
    }
    if (take(counter) || take(clock) || take(weekday)) continue
    if (dates.length > 0) {
      const single = take(cueAndWord)
      if (single) {
        if (isAuthor(single[1]!) && !isNobody(single[1]!)) put('author', single[1]!)
        continue
      }
      if ((statements.length > 0 || dates.length > 0) && (take(linking) || take(category))) continue
    }
    // A piece without a word that says what it is: a name beside a date, or the paper's.
    const stop = Math.min(date?.start ?? text.length, pieceEnd(text, at))
    const piece = text.slice(at, stop).replace(/[\s,]+$/u, '')
    if (piece === '' || dates.length === 0) return undefined
    at = stop
    if (!hasAuthor && (isPerson(piece) || (isAuthor(piece) && !isNobody(piece)))) {
      put('author', withoutDegree(piece))
      hasAuthor = true
      continue
    }
    if (isJobTitle(piece)) continue
    if (!hasSite && isBare && piece.split(/\s+/).length <= 5 && /^[\p{Lu}\p{N}]/u.test(piece) && isOutlet(piece)) {
      put('site', piece)
      hasSite = true
      continue
    }
    // A paper, a place or a person, one cannot tell: the date beside it is a date all the same.
    if (isBare && !hasAuthor && !hasSite && date && at === stop && areCapitalised(piece)) {
      hasSite = true
      continue
    }
    return undefined
  }
  if (!hasAuthor && dates.length === 0) return undefined
  return {kind: hasAuthor && !isBare ? 'byline' : dates.length > 0 ? 'date-line' : 'byline', statements}
}

/** Tell one to four words that all begin with a capital. */
function areCapitalised(piece: string): boolean {
  const words = piece.split(/\s+/)
  return words.length <= 4 && words.every((word) => /^\p{Lu}[\p{L}\p{M}'’.&-]*$/u.test(word))
}

/** Tell whether nothing but counts and separators is left. */
function readRest(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    const pattern = [gap, counter, clock, category].find((entry) => {
      entry.lastIndex = at
      return entry.test(text)
    })
    if (!pattern) return false
    at = pattern.lastIndex
  }
  return true
}

/** Where a piece ends: at a separator with space around it, or a comma. */
function pieceEnd(text: string, at: number): number {
  const end = /\s*[,|•·⋅∙(]|\s+[–—/-]\s|\s+(?:by|on|von|am|par|le)\s/u
  const found = end.exec(text.slice(at))
  return found && found.index > 0 ? at + found.index : text.length
}

/** Read a line that names a date and nothing that is not beside dates; for rules that look at debris. */
export function readDateLine(text: string): readonly Statement[] | undefined {
  if (!findDate(text) && !findMonth(text)) return undefined
  const line = readHeadLine(text)
  return line && !line.statements.some(({field}) => field === 'author') ? line.statements : undefined
}

/** Read a line that names the author. */
export function readByline(text: string): readonly Statement[] | undefined {
  const line = readHeadLine(text)
  return line?.statements.some(({field}) => field === 'author') ? line.statements : undefined
}
