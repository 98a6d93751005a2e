/**
 * Tell the lines that say when and where something takes place: their day is the event's and not the document's.
 *
 * What is labelled so, begins at an hour or lasts from one to another is an event wherever it stands. A weekday with an hour or a place
 * below it is one only where nothing else in the head speaks of a publication: papers write their own day so, too.
 */
import {changedCue, publishedCue, weekdays} from './head-cues.js'
import {readBylineIn, readHeadLine} from './head-lines.js'
import type {PageLine} from './page-lines.js'

/** What is said of an event beside its day. */
const label =
  /^(?:start(?:s|ing)?|time|doors|kick-?off|venue|where|when|location|place|tickets?|admission|uhrzeit|beginn|anpfiff|anstoß|ort|wo|wann|einlass|eintritt|lieu|heure|horaires?|coup d['’]envoi|où|entrée|lugar|hora|dónde|cuándo|entradas?|luogo|ora|orario|dove|quando|ingresso|local|miejsce|godzina|bilety|где|когда|место|время|начало|вход|tid|plats|sted|yer|saat|地点|時間|会場)\s?[:：]/iu
/** The same in a line of its own, which its value follows. */
const labelAlone =
  /^(?:(?:date (?:and|&) )?time|when|where|venue|location|doors|wann|wo|uhrzeit|quand|où|lieu|cuándo|dónde|lugar|quando|dove|luogo|kiedy|gdzie|miejsce|когда|где|место|日時|会場|場所)\s?[:：?]?$/iu
/** That something begins at an hour. */
const beginsAt =
  /(?:^|[\s,(])(?:doors(?: open)?|starts?|starting|begins|kick-?off|einlass|beginn|anpfiff|début|comienzo|inizio|początek|начало|вход)\s*(?:at|from|ab|um|à|a las|alle|o|od|в|с)?\s*\d{1,2}|\d\s?時(?:\s?\d{1,2}\s?分|半)?\s?(?:開演|開場|開始|より|から)/iu
const clock = String.raw`\d{1,2}[:.h]\d{2}\s?(?:[ap]\.?m\.?|uhr|h)?`
const hour = String.raw`\d{1,2}\s?(?:[ap]\.?m\.?|uhr|h)`
const until = String.raw`\s?(?:[-–—]|to|until|till|bis|à|a|al|alle|do|до)\s?`
/** From one hour to another. */
const hours = new RegExp(
  String.raw`(?<![\d.:/-])(?:${clock}${until}${clock}|(?:${hour}|\d{1,2})${until}${hour})(?![\p{L}\d.:/])`,
  'iu',
)
const hourAlone = new RegExp(String.raw`^(?:(?:at|um|ab|à|om|o|в|kl\.?) )?(?:${clock}|${hour})$`, 'iu')
/** Words of places in which people meet. */
const place =
  /(?:^|[\s'’])(?:church|hall|theat(?:re|er)|museum|library|park|square|cent(?:re|er)|school|stadium|arena|pub|chapel|cathedral|club|gallery|gardens?|[\p{L}-]{0,20}(?:kirche|haus|saal|halle|platz|schule|bibliothek|bücherei)|église|place|salle|mairie|théâtre|parc|musée|iglesia|plaza|teatro|salón|museo|biblioteca|chiesa|piazza|sala|kościół|dom kultury|biblioteka|muzeum|церковь|театр|музей|зал|дом культуры|парк|библиотека)(?=$|[\s,.])/iu
const mostPlace = 10
const weekday = new RegExp(String.raw`(?<![\p{L}\p{M}])${weekdays}(?![\p{L}\p{M}])`, 'iu')
const published = new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${publishedCue}|${changedCue})(?![\p{L}\p{M}])`, 'iu')
const reach = 3

/** Tell a line among those that say when and where something takes place. */
export function isOfEvent(lines: readonly PageLine[], index: number): boolean {
  const {zone, text} = lines[index]!
  const near = lines.slice(Math.max(0, index - reach), index + reach + 1).filter((line) => line.zone === zone)
  if (near.some((line) => saysWhen(line.text))) return true
  const next = lines[index + 1]
  return (
    zone === 'head' &&
    next?.zone === 'head' &&
    weekday.test(text) &&
    !published.test(text) &&
    (hourAlone.test(next.text) || isPlace(next.text)) &&
    !hasStatement(lines)
  )
}

const known = new WeakMap<readonly PageLine[], boolean>()

/** Tell a head that names who wrote the document or says that it was published; asked for each of its days. */
function hasStatement(lines: readonly PageLine[]): boolean {
  const found = known.get(lines) ?? lines.some((line) => line.zone === 'head' && isOfDocument(line.text))
  known.set(lines, found)
  return found
}

function saysWhen(text: string): boolean {
  return label.test(text) || labelAlone.test(text) || beginsAt.test(text) || hours.test(text)
}

function isPlace(text: string): boolean {
  return text.split(' ').length <= mostPlace && place.test(text) && !/[.!?…]$/u.test(text)
}

/** Tell a line that names who wrote the document, or says that it was published. */
function isOfDocument(text: string): boolean {
  const statements = readHeadLine(text)?.statements ?? []
  return (
    statements.some(({field}) => field !== 'date') ||
    (statements.length > 0 && published.test(text)) ||
    readBylineIn(text, true) !== undefined
  )
}
