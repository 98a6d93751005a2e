/**
 * What a hyphen at the end of a line is in languages other than English, as data.
 *
 * In these the hyphen between words in lower case is rare and its kinds can be listed: clitics, particles, adjectives
 * of two peoples. What is of no such kind is a cut word. In a language that is not listed the hyphen stays.
 */
import type {Vocabulary} from './vocabulary.js'

/** A word cut in two, in lower case. */
export interface Cut {
  readonly left: string
  readonly right: string
  /** Whether another hyphen stands before the left half or behind the right one: `up-to-` before `date`. */
  readonly isChain: boolean
}

export interface Decision {
  /** It `goes`, or it `stays` in one word, or it `stands` for a part of a word and a space follows. */
  readonly hyphen: 'goes' | 'stays' | 'stands'
  readonly evidence: string
}

/** A kind of compound: the hyphen stays where both sides match, each as a whole. */
interface Compound {
  readonly left: RegExp
  readonly right: RegExp
}

const any = /./u
const halves = (words: string): RegExp => new RegExp(`^(?:${words.replaceAll(' ', '|')})$`, 'u')

const slavicAdjective = /(?:sk|ck|šk|čk)[oi]$/u
const slavicRight =
  /(?:sk|ck|šk|čk|n|l|w|v)(?:i|y|ý|a|á|e|é|ie|ą|ego|ého|iego|iej|ej|emu|iemu|im|ym|imi|ymi|ím|ým|ich|ych|ích|ých|u|ou|om|og|oj)$/u
const slavic: readonly Compound[] = [
  {left: slavicAdjective, right: slavicRight},
  {
    left: halves(
      'biało czarno czerwono społeczno północno południowo wschodnio zachodnio polityczno kulturalno wojskowo historyczno bílo černo červeno severo jiho sociálno sociálně kulturno vojno društveno ekonomsko crno crveno pravno finansowo',
    ),
    right: slavicRight,
  },
  {left: halves('ex eks non pro anti vice wice quasi'), right: /.{4}/u},
  {left: any, right: halves('li')},
]

const former: readonly Compound[] = [{left: halves('ex eks pro anti'), right: /.{4}/u}]

const romanceFirst =
  'franco anglo russo ruso greco hispano judeo turco sino italo austro arabo árabe afro euro luso ibero nippo nipo germano serbo croato socio político politico économico económico economico econômico técnico teórico teorico histórico historico físico fisico químico médico médio medico psico psicho cívico cultural'
const romance: Compound = {left: halves(romanceFirst), right: /.{5}/u}

const languages: Readonly<Record<string, readonly Compound[]>> = {
  de: [
    {left: /(?:isch|deutsch)$/u, right: /(?:isch|deutsch)(?:e[mnrs]?)?$/u},
    {
      left: halves('rot grün blau gelb schwarz weiß links rechts ex nicht anti pro neo süß bitter trocken'),
      right:
        /^(?:rot|grün|blau|gelb|schwarz|weiß|sauer|süß|liberal|extrem|radikal|konservativ).{0,2}$|isch(?:e[mnrs]?)?$/u,
    },
  ],
  nl: [{left: halves('ex niet non oud zuid noord oost west sociaal zwart rood anti pro'), right: /.{3}/u}],
  fr: [
    {
      left: /[^t]t$|^(?:a|va|y|aura|sera|fera|ira|dira|ait|ai|suis|dis|as|es|vas|veux|peux|sais|fais|crois|vois|voilà)$|(?:ez|ons|d|ra)$/u,
      right: halves('il elle on ils elles je vous nous tu moi toi leur lui y en'),
    },
    {left: /(?:ez|ons|is|is|ne|nt|ut|it)$/u, right: halves('moi toi vous nous leur lui')},
    {left: halves('est était sera serait sont fut soit puisse peut dit fût'), right: halves('ce on il elle ils elles')},
    {left: any, right: halves('même mêmes là t ci')},
    {
      left: halves(
        'demi demie semi non vice ex avant après arrière quasi nord sud grand grands grande libre court saint sainte peut rendez franco chef tout toute nouveau nouvelle bien petit petite petits petites haut haute beau belle moyen pause lave porte garde dix vingt trente quarante cinquante soixante quatre anti soi eux elles lui moi nous vous arc chou dessous dessus là ci par quelques vis mot long',
      ),
      right: /^(?!logue|ment|cation|vaise|ance|tion|aux$|ages?$|eur|ice|té$|ien|iens|tisme|dique).{2}/u,
    },
    {left: halves('sous'), right: /^(?!cri|tra[iyc]|tens).{2}/u},
    {
      left: halves('mi'),
      right: halves(
        'temps chemin mandat parcours journée saison hauteur août juin juillet mai mars avril janvier février septembre octobre novembre décembre clos longue',
      ),
    },
    {left: halves('contre'), right: /^(?!di[rst]|bande|fa[çi]|poids|ven|temps|maître|carr|sens)./u},
    romance,
  ],
  es: [romance, {left: halves('ex'), right: halves('presidente ministro marido mujer jefe director gobernador')}],
  it: [romance, {left: halves('ex vice neo'), right: /.{5}/u}],
  pt: [
    {left: any, right: halves('lhe lhes feira feiras')},
    {left: /[áéêíô]$/u, right: halves('lo la los las')},
    {left: /(?:[aeiou]|am|em|ou)$/u, right: halves('se')},
    {
      left: halves(
        'pós pré recém ex vice bem além aquém sem guarda primeiro primeira segunda terça quarta quinta sexta',
      ),
      right: /.{3}/u,
    },
    romance,
  ],
  ca: [romance],
  ro: [
    {left: halves('într dintr printr s n l m c d v i le ne mi ți și'), right: halves('o un a au am ai ar i l le se')},
    romance,
  ],
  ru: [
    {
      left: /^(?:кто|что|чт[оу]|чего|чему|чем|чём|кого|кому|кем|ком|где|как|когда|куда|откуда|почему|зачем|отчего|сколько|как(?:ой|ая|ое|ие|ого|ому|ую|их|им|ими)|чей|чья|чьё|чьи|он|она|они|оно|я|мы|вы|ты|это|этот|так|вот|здесь|там|тут|тогда|теперь|раз)$/u,
      right: halves('то либо нибудь'),
    },
    {left: /^(?:вс[её]|так|опять|довольно|прям|прямо|снова|.*л[аио]?)$/u, right: halves('таки')},
    {left: halves('кое кой'), right: /./u},
    {left: halves('по'), right: /(?:[сц]ки|(?:^(?!тому|этому|чему|ему).+(?:ому|ему)))$/u},
    {left: halves('из'), right: halves('за под')},
    {left: halves('во в'), right: /^(?:перв|втор|треть|четв[её]рт|пят)ых$/u},
    {
      left: halves('экс вице пресс интернет веб медиа онлайн бизнес штаб премьер генерал мини топ обер унтер'),
      right: /.{4}/u,
    },
    {left: halves('юго северо'), right: /^(?:восто|запад)/u},
    {
      left: /(?:[сц]к|[нт]ич|турец|немец)о$|^(?:социально|военно|общественно|научно|торгово|культурно|историко|северо|восточно|западно|южно|нагорно|физико|химико|медико|англо|франко|германо|армяно|азербайджано|грузино|русско|украино|ирано|японо|китайско|политико|экономико|финансово|правово|светло|т[её]мно|ярко|бледно|красно|чёрно|черно|бело|сине|учебно|организационно|материально|морально|религиозно|административно|информационно|мирно|государственно|национально|народно|жилищно|промышленно|церковно|литературно|рабоче|лечебно|партийно)$/u,
      right: /(?:[нсцлвтрк]|[еиао])(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ую|юю|ых|их|ым|им|ом|ем|ыми|ими)$/u,
    },
  ],
  az: [
    {
      left: /(?:al|i|ı|ə|a|u)$/u,
      right:
        /^(?:iqtisadi|siyasi|mədəni|texniki|hüquqi|tarixi|elmi|mənəvi|hərbi|ictimai|tədqiqat|praktik|publisist|strateji|coğrafi|diplomatik|psixoloji|inzibati|təşkilati|nəqliyyat|xilasetmə|axtarış|quraşdırma|bərpa)/u,
    },
    {left: halves('ata ana alış get gec az ev'), right: /^(?:ana|bala|veriş|satış|gəl|tez|çox|eşik)/u},
  ],
  hy: [
    {
      left: /(?:ական|ային)$|^(?:հայ|ռուս|վրաց|թուրք|ադրբեջանա|իրանա|սոցիալ|հարավ|հյուսիս)$/u,
      right: /(?:ական|ային|յան)/u,
    },
    {left: halves('մեկ երկու երեք չորս հինգ'), right: /^(?:երկու|երեք|չորս|հինգ|վեց)/u},
  ],
  tr: [
    {
      left: /(?:al|sel|î|i|k|o)$/u,
      right:
        /^(?:ekonomik|siyasi|kültürel|askeri|politik|hukuki|teknik|stratejik|toplumsal|ideolojik|psikolojik|coğrafi|dini|diplomatik)/u,
    },
    {left: halves('anne kadın arz neden giriş asker iç'), right: /^(?:baba|erkek|talep|sonuç|çıkış|sivil|dış)/u},
  ],
  // Names begin small in Georgian, so that a compound of two looks like a word.
  ka: [
    ...former,
    {left: /(?:ურ|ულ|იკ)$|^(?:სოციალ|სამხრეთ|ჩრდილო|აღმოსავლეთ|დასავლეთ)$/u, right: any},
    {
      left: /^(?:რუსეთ|საქართველო|სომხეთ|აზერბაიჯან|თურქეთ|ირან|აშშ|უკრაინა|ჩინეთ|ისრაელ|მთიან)$/u,
      right: any,
    },
  ],
}
/** The compounds of a language, by its ISO 639-1 code. */
const compoundsOf: ReadonlyMap<string, readonly Compound[]> = new Map([
  ...Object.entries(languages),
  ...'pl cs sk hr sr sl bs'.split(' ').map((code) => [code, slavic] as const),
  ...'uk be bg mk'.split(' ').map((code) => [code, languages['ru']!] as const),
  ...'sv da no nb fi et lv lt el'.split(' ').map((code) => [code, former] as const),
  // Hungarian asks with it.
  ['hu', [{left: any, right: halves('e')}]],
])

/** Decide about a cut in a language other than English. */
export function decideByLanguage(cut: Cut, language: string | undefined, vocabulary: Vocabulary): Decision {
  const compounds = compoundsOf.get(language ?? '')
  if (!compounds) return {hyphen: 'stays', evidence: 'nothing tells the hyphen from that of a compound'}
  const {left, right} = cut
  if (compounds.some((compound) => compound.left.test(left) && compound.right.test(right))) {
    return {hyphen: 'stays', evidence: 'the hyphen belongs to a compound'}
  }
  // In a chain of hyphens, or where both halves are words of the text, it is a compound of a kind not listed.
  const areWords = left.length > 3 && right.length > 3 && vocabulary.has(left) && vocabulary.has(right)
  if (areWords || (cut.isChain && vocabulary.has(right))) return {hyphen: 'stays', evidence: 'both halves are words'}
  return {hyphen: 'goes', evidence: `compounds with a hyphen are few in this language (${language}), and this is none`}
}
