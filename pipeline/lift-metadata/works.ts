/**
 * Tell the lines about a work under review: when a book, a film or a record came out, and who wrote it, say nothing of the review.
 */
import type {PageLine} from './page-lines.js'

/** What only a book for sale has: a number of pages, a price, a binding. */
const ofBook =
  /(?<![\p{L}\d])\d{2,4}\s?(?:pp?\.|pp\b|pages?\b|seiten\b|páginas\b|pagine\b|stron\b|страниц|стр\.)|\b(?:hardback|paperback|hardcover|isbn)\b|[£$€]\s?\d{1,3}[.,]\d\d(?!\d)|(?<!\d)\d{1,3}[.,]\d\d\s?(?:€|euros?\b)/iu
/** Who else made a film, a play or a record. */
const credit =
  /^(?:(?:directed|produced|composed|choreographed|conducted|screenplay|music|cinematography|lyrics) by|director|directors?\s?:|producers?\s?:|screenplay\s?:|starring|cast|(?:running time|runtime|rating|certificate|genre|label)\s?:|regie|darsteller|drehbuch|kamera|laufzeit\s?:|réalis(?:é|ation|ateur)|scénario|avec\s?:|durée\s?:|dirigid[ao] por|dirección\s?:|guion\s?:|reparto|regia|sceneggiatura|reżyseria|scenariusz|obsada|режисс[её]р|сценарий|в ролях)(?![\p{L}\p{M}])/iu
/** That somebody wrote it, or that it came out; of a page both are said as well. */
const written = /^(?:(?:written|story|words|screenplay|book|text) by|writers?\s?:|screenplay\s?:)/iu
const released =
  /(?:^|[\s,(])(?:release(?:d| date)|out now|in cinemas|kinostart|erschienen|sortie|estreno|uscita|premiera|премьера)(?![\p{L}\p{M}])/iu
const review =
  /(?<![\p{L}\p{M}])(?:review(?:ed)?|rezension|buchkritik|filmkritik|plattenkritik|critique|reseña|recensione|recenzja|рецензия)(?![\p{L}\p{M}])/iu
const reach = 4

/** Tell the title of a review. */
export function isReviewTitle(title: string): boolean {
  return review.test(title)
}

/** Tell a line that says by whom or when something else than the document was made. */
export function isOfWork(lines: readonly PageLine[], index: number, title: string): boolean {
  const {zone, text} = lines[index]!
  if (ofBook.test(text)) return true
  const isReleased = released.test(text)
  if (!isReleased && !written.test(text)) return false
  if (isReleased && isReviewTitle(title)) return true
  return lines
    .slice(Math.max(0, index - reach), index + reach + 1)
    .some((line) => line !== lines[index] && line.zone === zone && credit.test(line.text))
}

/** Tell a document that reviews something: by its title, or for what is said of a book or a film in its head. */
export function isReview(lines: readonly PageLine[], title: string): boolean {
  return (
    isReviewTitle(title) || lines.some(({zone, text}) => zone === 'head' && (ofBook.test(text) || credit.test(text)))
  )
}

/** What names who reviewed. */
const reviewedBy = /^(?:reviewed by|review by|rezensiert von|besprochen von|critique de|reseña de|recensione di):?\s+/iu

/** A line that names the reviewer, as one that names an author; any other as it is. */
export function asByline(text: string): string {
  return text.replace(reviewedBy, 'By ')
}
