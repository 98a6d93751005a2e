/**
 * Remove captions whose picture is not in the text. Such a sentence reads like one of the text and interrupts it; the credit
 * that it ends with tells it: who took the picture, which agency sent it. With its picture beside it a caption stays.
 */
import type {Removal} from './decide.js'
import {type Memory, makeMemory} from './memory.js'
import type {Unit} from './units.js'

/** Houses that have pictures and nothing else: their name is enough. */
const stock =
  'AP (?:Photo|Images)|A\\.P\\. Photo|(?:Getty|GETTY|getty)(?: (?:Images|IMAGES))?|Shutterstock|iStock(?:photo)?|Alamy|Rex Features|Unsplash|Pexels|Pixabay|Wikimedia(?: Commons)?|Flickr|picture[ -]alliance|imago images|Photolure|Фотолур|Ֆոտոլուր'
/** Houses that have reports as well: beside a name or under a label. */
const wires =
  'AP|Associated Press|AFP|Agence France-Presse|Reuters|REUTERS|EPA(?:-EFE)?|European Pressphoto Agency|EFE|PA(?: Wire| Images)?|ANSA|[Dd][Pp][Aa]|PTI|ANI|UPI|AAP|Bloomberg|REX|Imago|Keystone|Xinhua|Anadolu(?: Agency| Ajansı)?|AA|DHA|İHA|TASS|ТАСС|РИА Новости|Sputnik|USA TODAY Sports|Handout'
/** What a credit is announced by. A source of figures is named in prose as well, so "Source" is none of them. */
const labels =
  '(?:Photo|Image|Picture|Pic|Photograph|Illustration|Graphic)s?(?: (?:[Cc]redit|[Cc]ourtesy|[Ss]ource|[Cc]opyright))?|Credit|Courtesy|Foto(?:graf|grafía|s)?|Bild(?:quelle|nachweis)?|Crédits?(?: photos?)?|Photographie|Fot\\.|Zdjęcie|Imagen|Fotoğraf|Görsel|Şəkil|Фото|Изображение|Լուսանկարը?|ფოტო|عکس|الصورة|تصوير|图片(?:来源)?|图|摄影|圖片(?:來源)?|攝影|写真(?:提供)?'

/** Longest beginning and end in which a credit is looked for, in characters. */
const reach = 120

const some = '[^()\\n]{0,70}'
const named = `\\p{Lu}[^.!?:()\\n]{2,50}`
const closed = `[.!?…։。！？»”"'] ?`
const forms = [
  `\\((?:${some}[/|,] ?)?(?:${stock})(?: ?[/|,–-] ?${some})?\\)`,
  `\\(${named} ?[/|] ?(?:${wires})(?: ?[/|] ?${some})?\\)`,
  `\\((?:${wires}) ?[/|] ?\\p{Lu}\\S* \\p{Lu}${some}\\)`,
  `\\((?:${labels}) ?(?:[:/|]|by|courtesy of|via) ?${some}\\)`,
  `${closed}${named} ?[/|] ?(?:${stock}|${wires})`,
  `${closed}(?:${stock})(?: ?/ ?${named})?`,
  `${closed}(?:${labels}) ?(?:[:：]|by) ?(?:['‘“"]?[\\p{Lu}\\p{Lo}]\\p{L}[^!?:()\\n]{1,60}|dpa)`,
  ` \\p{Lu}[\\p{L}.'’-]{1,30} \\p{Lu}[\\p{L}.'’-]{1,30} ?/ ?(?:${stock}|${wires})`,
]
const ending = new RegExp(`(?:${forms.join('|')})['’”".\\s]*(?:\\bless\\b)?\\s*$`, 'u')
const filed =
  /^\s*(?:FILE ?[-–—:]|(?:FILE PHOTO|File [Pp]hoto) ?[-–—:]?|(?:In )?[Tt]his (?:\p{Lu}\w+\.? )?(?:\d{1,2}, )?(?:\d{4},? )?(?:file (?:photo|image|picture)\b|undated (?:photo|image|picture),? (?:provided|released|supplied|taken|made available|distributed) (?:by|from)\b)|Image copyright )|\((?:[Ff]ile [Pp]hoto|FILE(?: PHOTO)?|Archivbild|Archivfoto|Symbolbild|[Аа]рхивное фото|Arşiv)\)[.\s]*$/u

/** Fewest words of a caption, and most; a credit alone is for the phrases. */
const fewestWords = 5
const mostWords = 80
/** Share of a text's sentences from which on captions are the text: of a gallery, of a catalogue. */
const mostCaptions = 0.34

/** Tell whether a line says whose picture it is about, and more than that. */
export function isCaption({type, plain, words, linked}: Unit): boolean {
  if (type !== 'paragraph' || words < fewestWords || words > mostWords || linked >= 0.3) return false
  let answer = known.get(plain)
  if (answer === undefined) known.set(plain, (answer = hasCredit(plain)))
  return answer
}

/** The rules look at the units of a document several times. */
const known: Memory<boolean> = makeMemory()

function hasCredit(plain: string): boolean {
  const credit = ending.exec(plain.slice(-reach))?.[0]
  return (credit !== undefined && !isSaidOf(plain.slice(0, -credit.length), credit)) || filed.test(plain)
}

/** Words in small letters that stand in a credit beside the names. */
const joining =
  /^(?:of|the|and|by|for|from|via|courtesy|with|in|at|to|used|permission|special|staff|photographer|de|del|della|di|da|la|le|les|du|des|et|y|e|von|van|der|den|für|und|im|i|z|w|и|из|dpa)$/
/** Most other words in small letters: in a credit they are few. */
const mostOther = 1

/**
 * Tell a credit that a sentence speaks of: "Photo by Anonymous, the papers wrote.", or one that the sentence gives as its
 * source, inside of its full stop, where other sentences go before it.
 */
function isSaidOf(before: string, credit: string): boolean {
  if (credit.startsWith('(')) {
    return /\)['’”"]*[.։]/u.test(credit) && /[^\s.!?…։'’”»"]\s*$/u.test(before) && /\p{Ll}[.!?…։]['’”"]? /u.test(before)
  }
  if (!/\p{L}['’”"]*\.['’”"\s]*$/u.test(credit)) return false
  const other = (credit.match(/(?<![\p{L}\p{M}.@])\p{Ll}[\p{L}\p{M}]*/gu) ?? []).filter((word) => !joining.test(word))
  return other.length > mostOther
}

/** Decide on captions that have no picture beside them and are in no form of an author's. */
export function removeCaptions(
  units: readonly Unit[],
  removals: (Removal | undefined)[],
  authored: ReadonlySet<Unit>,
): void {
  let prose = 0
  const captions: number[] = []
  for (const [index, unit] of units.entries()) {
    if (removals[index] || authored.has(unit)) continue
    if (isCaption(unit)) {
      if (!hasPicture(units, index)) captions.push(index)
    } else if (unit.isProse) prose++
  }
  if (captions.length > (prose + captions.length) * mostCaptions) return
  for (const index of captions) {
    removals[index] = {
      rule: 'picture-caption',
      evidence: `credits a picture: “${units[index]!.plain.slice(-60).trim()}”`,
    }
  }
}

function hasPicture(units: readonly Unit[], index: number): boolean {
  return [index - 1, index, index + 1].some((near) => (units[near]?.images ?? 0) > 0)
}
