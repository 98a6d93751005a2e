/**
 * Words that introduce an author or a date in the lines about an article, or stand beside them, by language. Sources of patterns, to
 * be read without regard to case.
 */

/** Join phrases, the longest first, so that none hides a longer one. */
function anyOf(byLanguage: Readonly<Record<string, readonly string[]>>): string {
  const phrases = [...new Set(Object.values(byLanguage).flat())].sort((a, b) => b.length - a.length)
  return `(?:${phrases.join('|')})`
}

/** What introduces authors; a colon stands where the word alone says too little. */
export const bylineCue: string = anyOf({
  en: [
    '(?:(?:written|posted|reported|published|submitted|compiled|created|story|words|text|article|interview|analysis|opinion|review|report|post)(?: and photo(?:graph)?s)? )?by:?',
    '(?:post )?authors?(?:\\(s\\))?\\s?:',
    'words\\s?:',
    'text\\s?:',
    'written\\s?:',
  ],
  de: [
    'von:?',
    'autor(?:in|en|innen)?(?:/-?in)?\\s?:',
    '(?:ein )?(?:beitrag|artikel|kommentar|interview|gastbeitrag|bericht|text|analyse|reportage|kolumne|essay|rezension|glosse) von',
    '(?:das )?(?:gespräch|interview) führten?',
    '(?:geschrieben|verfasst|veröffentlicht|aufgezeichnet|erstellt) von',
    'verfasser(?:in)?\\s?:',
  ],
  nl: ['door:?', 'auteurs?\\s?:', 'tekst\\s?:', '(?:geschreven|geplaatst) door'],
  fr: [
    'par:?',
    'auteure?s?\\s?:',
    'texte\\s?:',
    'propos recueillis par',
    'recueillis? par',
    'entretien réalisé par',
    '(?:écrit|publié|rédigé|posté) par',
  ],
  es: ['por:?', 'autora?(?:es)?\\s?:', 'texto\\s?:', '(?:escrito|publicado|redactado) por', 'redactora?\\s?:'],
  pt: ['autora?(?:es)?\\s?:', '(?:escrito|publicado|postado) por', 'reportagem\\s?:', 'texto de'],
  it: ['di', 'a cura di', 'autor[ei]\\s?:', 'testo di', '(?:scritto|pubblicato) da'],
  pl: [
    'autor(?:ka|zy)?\\s?:',
    'tekst\\s?:',
    'opracowa(?:ł|ła|nie)\\s?:?',
    'oprac\\.',
    'rozmawiał[aiy]?',
    'napisał[aiy]?',
    'przez',
  ],
  ru: [
    'автор(?:ы)?\\s?:',
    'автор(?:ы)? (?:статьи|текста|материала|публикации)\\s?:?',
    'текст\\s?:',
    'беседовал[аи]?',
    'подготовил[аи]?\\s?:?',
    'написал[аи]?',
    'записал[аи]?',
    'корреспондент\\s?:',
  ],
  uk: ['автори?\\s?:', 'текст\\s?:', 'підготувал[аи]\\s?:?', 'підготував\\s?:?', 'розмовля(?:в|ла)', 'автор(?:ка)?\\s?:'],
  tr: ['haber\\s?:', 'yazan\\s?:', 'yazar(?:lar)?\\s?:', 'yazı\\s?:', 'röportaj\\s?:', 'muhabir\\s?:', 'hazırlayan\\s?:', 'kaleme alan\\s?:'],
  az: ['müəllif\\s?:', 'yazar\\s?:', 'hazırladı\\s?:', 'müxbir\\s?:'],
  hy: ['հեղինակ(?:ներ)?\\s?[՝:]', 'տեքստ\\s?[՝:]', 'թղթակից\\s?[՝:]'],
  ka: ['ავტორ(?:ი|ები)\\s?:'],
  ar: ['بقلم\\s?:?', 'كتبت?\\s?:', 'الكاتبة?\\s?:', 'إعداد\\s?:', 'تحرير\\s?:'],
  fa: ['نویسنده\\s?:', 'به قلم\\s?:?', 'نویسندگان\\s?:', 'گزارش از\\s?:?', 'خبرنگار\\s?:'],
  he: ['מאת\\s?:?', 'כתב(?:ה|ת)?\\s?:', 'מחבר(?:ת)?\\s?:'],
  hi: ['लेखक\\s?:', 'लेखिका\\s?:', 'रिपोर्ट\\s?:', 'संवाददाता\\s?:', 'द्वारा\\s?:'],
  zh: ['(?:本报)?(?:作者|记者|記者|撰文|撰稿|文字)\\s?[:：/／|｜]', '[文撰]\\s?[:：/／|｜]'],
  ja: ['(?:執筆(?:者)?|著者|筆者|記者|取材・文|ライター|投稿者)\\s?[:：/／|｜]'],
})

/** Says that something was made public; a language's bare "date" among them. */
const published: Readonly<Record<string, readonly string[]>> = {
  en: [
    '(?:(?:article |story |page |post |first |originally |date )?(?:published|posted))(?: date)?',
    'publication date',
    'publish(?:ed)? date',
    'pub date',
    'release date',
    'released',
    'issued',
    'filed',
    'created',
    'date',
    'dated',
  ],
  de: ['veröffentlicht', 'erschienen', 'erstellt', 'erstellt am', 'publiziert', 'online seit', 'eingestellt', 'eingetragen', 'datum', 'vom', 'veröffentlichungsdatum', 'erstveröffentlichung'],
  nl: ['gepubliceerd', 'geplaatst', 'gepost', 'datum', 'publicatiedatum', 'geschreven'],
  fr: ['publiée?', 'paru', 'mise? en ligne', 'posté', 'date(?: de publication)?', 'créé', 'diffusé', 'article publié', 'rédigé'],
  es: ['publicad[oa]', 'fecha(?: de publicación)?', 'creado', 'actualidad'],
  pt: ['publicad[oa]', 'postad[oa]', 'data(?: d[ea] publicação)?', 'criado'],
  it: ['pubblicat[oa]', 'data(?: di pubblicazione)?', 'data pubblicazione', 'inserito', 'scritto'],
  pl: ['opublikowano', 'data(?: publikacji| dodania| utworzenia)?', 'dodano', 'utworzono', 'publikacja', 'data'],
  ru: ['опубликован[оаы]?', 'дата публикации', 'дата', 'размещено', 'добавлено', 'публикация'],
  uk: ['опубліковано', 'дата публікації', 'дата', 'додано', 'розміщено'],
  tr: ['yayın(?:lanma)? tarihi', 'yayınlanma', 'yayımlanma', 'yayınlandı', 'giriş(?: tarihi)?', 'oluşturulma(?: tarihi)?', 'eklenme(?: tarihi)?', 'tarih', 'yayın'],
  az: ['tarix', 'dərc olunub', 'dərc edilib', 'yayımlanıb', 'yerləşdirilib'],
  hy: ['հրապարակվել է', 'հրապարակված է', 'հրապարակվել', 'հրապարակում', 'ամսաթիվ'],
  ka: ['გამოქვეყნდა', 'გამოქვეყნებულია', 'თარიღი'],
  ar: ['تاريخ النشر', 'نشر في', 'نُشر في', 'تم النشر(?: في)?', 'نشرت? في', 'نشر بتاريخ', 'التاريخ', 'تاريخ', 'نُشر', 'نشر'],
  fa: ['تاریخ انتشار', 'منتشر شده(?: در)?', 'تاریخ', 'زمان انتشار', 'انتشار'],
  he: ['פורסם(?: בתאריך| ב-?)?', 'תאריך(?: פרסום)?'],
  hi: ['प्रकाशित', 'प्रकाशन तिथि', 'published', 'दिनांक', 'तारीख'],
  zh: ['发布时间', '发表时间', '发布日期', '发布于', '发表于', '發布時間', '發佈時間', '發布日期', '發表時間', '時間', '时间', '日期'],
  ja: ['公開日時?', '投稿日時?', '掲載日', '配信', '公開', '作成日', '発表日'],
}

/** Says that something was changed since. */
const changed: Readonly<Record<string, readonly string[]>> = {
  en: ['(?:(?:page |article |story |last |first )?(?:updated|modified|edited|revised))(?: date)?', 'last update', 'update', 'last modification'],
  de: ['(?:zuletzt |letzte )?(?:aktualisiert|bearbeitet|geändert|aktualisierung|änderung)', 'stand', 'update', 'letztes update', 'überarbeitet'],
  nl: ['(?:laatst )?(?:bijgewerkt|gewijzigd|aangepast)', 'laatste update'],
  fr: ['mise? à jour', 'modifié', 'actualisé', 'dernière (?:mise à jour|modification)', 'màj'],
  es: ['(?:última )?actualizad[oa]', '(?:última )?actualización', 'modificado'],
  pt: ['(?:última )?atualizad[oa]', '(?:última )?atualização', 'modificad[oa]'],
  it: ['(?:ultimo )?aggiornat[oa]', 'ultimo aggiornamento', 'aggiornamento', 'modificato'],
  pl: ['(?:ostatnia )?aktualizacja', 'zaktualizowano', 'zmodyfikowano', 'modyfikacja'],
  ru: ['обновлен[оа]', 'обновлён', 'изменено', 'последнее обновление', 'дата изменения'],
  uk: ['оновлено', 'змінено', 'останнє оновлення'],
  tr: ['(?:son )?güncell?eme(?: tarihi)?', 'güncellendi'],
  az: ['yenilənib', 'yenilənmə'],
  hy: ['թարմացվել է', 'թարմացված է', 'թարմացում'],
  ka: ['განახლდა', 'განახლებულია'],
  ar: ['آخر تحديث', 'تحديث', 'تم التحديث'],
  fa: ['آخرین به‌روزرسانی', 'به‌روزرسانی', 'به روز رسانی'],
  he: ['עודכן(?: לאחרונה)?(?: בתאריך| ב-?)?', 'עדכון אחרון'],
  hi: ['अपडेटेड', 'अपडेट', 'अद्यतन', 'updated'],
  zh: ['更新时间', '更新日期', '最后更新', '更新時間', '最後更新', '更新於', '更新于'],
  ja: ['更新日時?', '最終更新日?', '更新'],
}

export const publishedCue: string = anyOf(published)
export const changedCue: string = anyOf(changed)
/** What may stand between such a word and its date. */
export const cueLink: string = String.raw`(?:\s{1,3}(?:on|am|le|el|il|at|dnia|в|em|op|den|at|date|:))?\s?[:：՝]?`

export const weekdays: string = anyOf({
  en: ['(?:mon|tues|wednes|thurs|fri|satur|sun)day', '(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?:\\.|(?=[\\s,]))'],
  de: ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonnabend', 'sonntag', '(?:mo|di|mi|do|fr|sa|so)(?:\\.,?|,)(?=\\s)'],
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  pt: ['(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?', 'sábado', 'domingo'],
  it: ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'],
  pl: ['poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota', 'niedziela'],
  ru: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье', '(?:пн|вт|ср|чт|пт|сб|вс)(?=[.,\\s])'],
  uk: ['понеділок', 'вівторок', 'середа', 'четвер', "п['’]ятниця", 'субота', 'неділя'],
  tr: ['pazartesi', 'salı', 'çarşamba', 'perşembe', 'cuma', 'cumartesi', 'pazar'],
  az: ['bazar ertəsi', 'çərşənbə axşamı', 'çərşənbə', 'cümə axşamı', 'cümə', 'şənbə', 'bazar'],
  hy: ['երկուշաբթի', 'երեքշաբթի', 'չորեքշաբթի', 'հինգշաբթի', 'ուրբաթ', 'շաբաթ', 'կիրակի'],
  ka: ['ორშაბათი', 'სამშაბათი', 'ოთხშაბათი', 'ხუთშაბათი', 'პარასკევი', 'შაბათი', 'კვირა'],
  ar: ['(?:يوم )?(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت|الأحد|الاحد)'],
  fa: ['دوشنبه', 'سه‌شنبه', 'سه شنبه', 'چهارشنبه', 'پنجشنبه', 'پنج‌شنبه', 'جمعه', 'یکشنبه', 'شنبه'],
  he: ['יום (?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת)', "יום [אבגדהו]['׳]"],
  hi: ['सोमवार', 'मंगलवार', 'बुधवार', 'गुरुवार', 'शुक्रवार', 'शनिवार', 'रविवार'],
  zh: ['星期[一二三四五六日天]', '[周週][一二三四五六日]'],
  ja: ['[月火水木金土日]曜日?'],
})
