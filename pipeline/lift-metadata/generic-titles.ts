/** Tell what stands where a title does and is none: the name of every first page, a notice of cookies, the head of a journal, a label. */
import {isPerson} from './persons.js'

/** What software calls a page that nobody named, and sites their first page or the list of their texts. */
const generic =
  /^(?:home(?:[ -]?page)?|welcome|index|main(?: page)?|default(?: page)?|untitled(?: (?:document|page))?|new page(?: \d+)?|page title|document|no title|startseite|start|willkommen|unbenannt(?:es dokument)?|dokument ohne titel|aktuelles|accueil|page d['’]accueil|bienvenue|document sans (?:nom|titre)|sans titre|inicio|página (?:de inicio|principal|inicial)|portada|bienvenidos?|documento sin título|sin título|início|bem-vindos?|documento sem título|sem título|home ?page|pagina iniziale|benvenuti|documento senza titolo|senza titolo|voorpagina|startpagina|welkom|naamloos(?: document)?|strona (?:główna|startowa)|witamy|bez tytułu|главная(?: страница)?|без названия|головна(?: сторінка)?|начална страница|úvod(?:ní stránka)?|kezdőlap|főoldal|acasă|pagina principală|αρχική(?: σελίδα)?|ana ?sayfa|baş səhifə|ana səhifə|գլխավոր(?: էջ)?|მთავარი(?: გვერდი)?|startsida|hem|forside|hjem|etusivu|الرئيسية|الصفحة الرئيسية|صفحه اصلی|خانه|דף הבית|עמוד הבית|मुख्य पृष्ठ|होम|首页|首頁|主页|無題(?:ドキュメント)?|ホーム|トップページ|홈|beranda|trang chủ)$/iu
const separator = /\s+[|│–—·•»›«:-]+\s+|\s*[|│»›]\s*|\s*::\s*/u

/** Tell the name of no page in particular, with or without that of the site behind it. */
export function isGenericTitle(title: string): boolean {
  const parts = title.trim().split(separator)
  return parts.length <= 3 && generic.test(parts[0]!.trim())
}

/** Heading of a notice about cookies or consent. */
const consent =
  /^(?:we (?:value|respect|care about|take) your (?:data and )?privacy(?: seriously)?|your privacy(?: (?:choices|settings|matters(?: to us)?|is important to us))?|(?:manage |your |about )?cookies?(?: (?:settings|consent|notice|preferences|banner|use|usage))?|(?:manage|privacy|consent) (?:cookies?|consent|preferences|settings)|(?:this (?:web)?site|we)(?: (?:and our partners))? uses? cookies(?: .{0,60})?|wir (?:verwenden|nutzen|benutzen|setzen) cookies(?: .{0,60})?|diese (?:web)?seite (?:verwendet|nutzt) cookies|cookie-?(?:einstellungen|hinweis|richtlinie)|datenschutz-?(?:einstellungen|hinweis)|(?:wir respektieren )?ihre privatsphäre(?: .{0,40})?|nous (?:utilisons des cookies|respectons votre vie privée)|(?:gestion|paramètres) des cookies|votre vie privée|(?:usamos|utilizamos) cookies|este sitio (?:web )?(?:usa|utiliza) cookies|(?:valoramos|respetamos) (?:tu|su) privacidad|configuración de cookies|usiamo i cookie|utilizziamo i cookie|la tua privacy|wij gebruiken cookies|deze (?:web)?site gebruikt cookies|używamy (?:plików )?cookies?|ta strona używa (?:plików )?cookies?|мы используем (?:файлы )?cookies?|çerez(?:ler| politikası| kullanımı)?)[.!]?$/iu

/** Tell the heading of a notice about cookies. */
export function isConsentHeading(text: string): boolean {
  return consent.test(text.trim())
}

/** The head of a journal's page: its volume, number and pages. */
const ofJournal =
  /\b(?:vol(?:ume)?|bd|band|tome?|jg|jahrgang)\b\.?\s?[\divxlc]+.{0,60}(?:\b(?:no|nr|issue|heft|pp?|s)\b\.?\s?\d|\(\d{4}\))|^(?:working|discussion|research|occasional|policy) papers?(?: series)?(?: no\.? ?\d+)?$|^(?:policy brief|technical report|report|working paper|discussion paper) no\.? ?\d+$/iu
/** An institution and nothing else, in capitals or with its place: `UNIVERSITY OF EXAMPLE`, `Faculty of Arts`. */
const institution =
  /^(?:the )?(?:[\p{L}.'’-]+ ){0,4}(?:university|faculty|department|school|college|institute|academy|court(?: of (?:appeals?|justice|claims))?|universität|fakultät|institut|université|faculté|universidad|facultad|università|facoltà|uniwersytet|wydział|университет|факультет)(?: (?:of|for|de|des|di|für|in)(?: the| la)? [\p{Lu}][\p{L}'’-]+(?: (?:and|of|the|&|de) [\p{Lu}][\p{L}'’-]+| [\p{Lu}][\p{L}'’-]+){0,4})?$/iu
/** What front matter begins its lines with; lists of texts are called "Tag: …", forms have "Title: …". */
const key = /^(?:title|author|date|layout|slug|draft|tags|categories):\s/
/** Who stands behind a thesis. */
const labelled =
  /^(?:supervisors?|advis[eo]rs?|(?:thesis |committee )?(?:chair|members?|committee)|examiners?|betreuer(?:in)?|(?:erst|zweit)?gutachter(?:in)?|directeurs?(?: de thèse)?|director(?:a|es)?(?: de tesis)?|relatore|promotor|научный руководитель)\s?[:：]/iu

/** At how many lines from its beginning a printed text names the journal or the institution that it comes from. */
const reachOfInstitution = 3

/**
 * Tell a line of the head that is no title: of a journal, an institution, a form.
 *
 * @param index how many blocks of the text stand before it: below the menus of a page, the name of an institution or of an issue may be its title.
 */
export function isNoTitle(text: string, index: number): boolean {
  const line = text.trim()
  if (key.test(line) || labelled.test(line)) return true
  return index < reachOfInstitution && (ofJournal.test(line) || (institution.test(line) && !isPerson(line)))
}
