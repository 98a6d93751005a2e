/**
 * What a sentence must hold, besides a beginning that debris has too, to be debris: by rule.
 *
 * A beginning is enough for a label. A sentence that begins like one may go on about anything ("Sign up for the choir was
 * slow"), so it must also say what only pages say, and must not tell of persons or of the past, as pages hardly do.
 */

/** Words of reporting: third persons, the past, verbs of saying. */
export const narration: RegExp =
  /(?<![\p{L}\p{M}'-])(?:said|says|told|asked|asks|wrote|writes|cried|replied|answered|was|were|had|came|went|he|she|him|his|hers|yesterday|sagte[nt]?|hieß|schrieb|rief|fragte|dachte|war|waren|hatten?|gestern|er|dit|disait(?:-il)?|lit-on|demande|écrivit|était|étaient|avait|avaient|fut|furent|hier soir|elle|dijo|dice|decía|pide|escribió|era|eran|fue|fueron|había|estaba|ayer|él|ella|ellos|сказала?|говорила?|писал[аи]?|просит|спросила?|был[аои]?|вчера|он|она|они|powiedziała?|mówi|prosi|pisała?|mówiła?|był[aoiy]?|byli|wczoraj|jego|dedi|diyor|diyordu|yazdı|idi|vardı|dün|onlar|dünən|yazırdı|ասաց|գրեց|էր|էին|երեկ|նա|նրանք|თქვა|იყო|იყვნენ|გუშინ|گفت|نوشت|بود|بودند|دیروز|او|قال|قالت|كتب|كان|كانت|كانوا|أمس)(?![\p{L}\p{M}'-])/u

/** Rules whose sentences speak of a person, or of what was, all the same. */
export const narrators: ReadonlySet<string> = new Set([
  'author-promotion',
  'contact-line',
  'form-answer',
  'disclaimer',
  'follow-invitation',
  'printed-page',
  'how-to-cite',
  'mail-furniture',
  'forum-furniture',
  'wiki-furniture',
])

/**
 * Rules of notices that speak to the reader in every sentence: an essay on such notices quotes one and goes on to something
 * else.
 */
export const notices: ReadonlySet<string> = new Set([
  'cookie-notice',
  'newsletter',
  'comment-form',
  'share-button',
  'share-invitation',
])

const networks =
  'facebook|twitter|instagram|youtube|telegram|whatsapp|linkedin|tiktok|google news|fb\\.com|телеграм|вконтакте|фейсбук|ютуб|дзен|ֆեյսբուք|فيسبوك|تويتر|تلغرام|تيليجرام|يوتيوب|واتساب|انستغرام|إنستغرام|تلگرام|اینستاگرام'

const none = /(?!)/

/** Signs, on the folded unit; a rule that is not listed takes a sentence by its pattern alone. */
export const secondSigns: ReadonlyMap<string, RegExp> = new Map([
  [
    'comment-form',
    /consent|privacy|agree|comment|repl(?:y|ies)|respon[ds]|logged|log ?in|sign ?in|signed|e-?mail|mail address|regist|browser|html|moderat|akismet|publish|marked|required|коммент|отзыв|помечены|опубликован|авториз|e-mail|yorum|yayınlan|kommentar|markiert|veröffentlicht|angemeldet|kommentieren|verarbeitet|commentaire|commenter|publiée|indiqués|connecté|komentarz|opublikowany|oznaczone|zalogow|comentar|publicad|marcados|sesión|correo|commento|pubblicat|gepubliceerd|comentário|publicado|մեկնաբան|հրապարակ|նշված|şərh|dərc|işarə|rəy|კომენტარ|გამოქვეყნ|მონიშნ|نظر|دیدگاه|منتشر|علامت|هرزنامه|وارد|e-posta|tarayıcı|kaydedil|تعليق|نشر|بريد|إليها/u,
  ],
  ['comments', /["'«]|^(?:there (?:are|is)|readers have left|showing|displaying|viewing)/u],
  ['thread-furniture', none],
  ['pingback', /\bclosed|\bopen\b|allowed|currently|disabled|\boff\b|https?:|:/u],
  ['mailing-list', /\blist\b|e-?mail|message|subscribed|click|newsletter|https?:|@|:|liste|verschickt|versandt/u],
  [
    'share-button',
    new RegExp(`${networks}|friend|window|fenster|fenêtre|ventana|okn|окн|e-?mail|teilen(?:$| ?\\()|partager`, 'u'),
  ],
  [
    'share-invitation',
    /friend|social|comment|below|what'?s this|what is this|share (?:our|my)|networks|button|lists|everyone|colleague|spread|^ ?(?:share )?this \p{L}+$|shar(?:e|ing) it|subscri|follow|donat|teil|abonn|spend|unterstütz|partage|друз|поделит|arkadaş|paylaş|compart|udostępn/u,
  ],
  ['related-list', none],
  [
    'read-also',
    /(?<!\p{L})(?:here|full (?:story|article|text|report|interview)|on our|our site|hier|ici|aquí|здесь|тут|tutaj|buradan|https?)(?!\p{L})/u,
  ],
  [
    'read-on-link',
    /\bto (?:view|see|read|enlarge|subscribe|download|watch|listen|open)|more (?:posts|articles|stories)/u,
  ],
  [
    'cookie-notice',
    /(?<![\p{L}\p{M}])(?:zu laden|to load the content|you|your|our|web ?sites?|sites?|this page|consent|accept\p{L}*|agree\p{L}*|experience|polic(?:y|ies)|partners|third[- ]part(?:y|ies)|browser|settings|preferences|traffic|visitors|statistics|personali[sz]e\p{L}*|analytics|ihnen|ihre[nmrs]?|dir|unsere[nrms]?|web-?site\p{L}*|webseite\p{L}*|seite|nutzung|einverstanden|zustimm\p{L}*|einstellungen|datenschutz\p{L}*|erfahrung|vous|votre|vos|nos|notre|expérience|navigation|accept\p{L}*|politique|w celu|strony|stron\p{L}*|witryn\p{L}*|serwis\p{L}*|użytkown\p{L}*|zgod\p{L}*|zgadza\p{L}*|su|tu|sus|tus|nuestro|nuestra|nuestros|sitio|web|experiencia|usuario\p{L}*|aceptas?|политик\p{L}*|сайт\p{L}*|соглас\p{L}*|соглашаетесь|пользовател\p{L}*|вы|вам|ваш\p{L}*|site\p{L}*|sitemiz\p{L}*|size|sizlere|deneyim\p{L}*|politika\p{L}*|kabul|կայք\p{L}*|ձեր|ձեզ|համաձայն\p{L}*|sayt\p{L}*|saytımız\p{L}*|sizin|sizə|razı\p{L}*|საიტ\p{L}*|თქვენ\p{L}*|ვებგვერდ\p{L}*|سایت|شما|تجربه|وبسایت|الموقع|موقعنا|تجربتك|لتحسين|لك|توافق)(?![\p{L}\p{M}])/u,
  ],
  [
    'copyright',
    /©|\(c\)|(?:^|[.;|] ?|0 .{0,60}|copyright.{0,80})(?:all rights reserved|все права защищены|всі права захищені|tüm hakları saklıdır|bütün hüquqlar qorunur|բոլոր իրավունքները պաշտպանված են|alle rechte vorbehalten|tous droits réservés|wszelkie prawa zastrzeżone|todos los derechos reservados|tutti i diritti riservati|alle rechten voorbehouden|todos os direitos reservados|ყველა უფლება დაცულია|her hakkı saklıdır|her hakkı mahfuzdur|كل الحقوق محفوظة|همه حقوق|تمامی حقوق|تمام حقوق|کلیه حقوق|جميع الحقوق محفوظة)(?:[^\p{L}]*(?:$|[.;|!©]|copyright|terms|privacy|powered))|(?:^all rights reserved|alle rechte vorbehalten|tous droits réservés|все права защищены)$|copyright (?:holder|owner|act|law|0|by|notice)|permission (?:of|from|is|in)|(?:without|with|by|written|prior|express)[^.]{0,30} permission(?:$|\.)|prohibited|licen[sc]e|creative commons (?:licen|attribution|by|0)|under a creative|publisher|redistribut|in whole or in part|property of|without (?:the )?(?:prior|written|express)|original source|обязательн|запрещ|разрешен|согласи|ссылк|редакц|правообладател|istinad|vacib|mütləq|kaynak|izin|yasak|kullanılamaz|alıntılanamaz|հղում|պարտադիր|արգելվ|zabron|zgod|chronion|praw autor|interdit|autoris|prohibid[ao]s? (?:su|la) reproducción (?:total|parcial|sin|de est)|total o parcial|queda prohibid|autoriz|untersagt|genehmig|verboten|erlaubnis|აკრძალ|მითით|منبع|ممنوع|مجاز|بلامانع|إذن|المصدر/u,
  ],
  [
    'disclaimer',
    /author|writer|publisher|editor|are (?:their|his|her|my|our|its|the author's) own|those of|solely|information|investment|affiliate|compensation|purposes?|necessarily|do(?:es)? not (?:reflect|represent)|responsib|liab|advice|endors|copyright|fair use|for information|tüm hakları|совпада|редакц|yazar|sorumlu|հեղինակ|խմբագր|redaks|müəllif|autor|redaktion|redakcj|verantwort|auteur|rédaction|responsab|نویسنده|لزوما|الكاتب|صاحب|رأي/u,
  ],
  [
    'site-footer',
    /javascript|ad ?block|your browser|©|theme|wordpress|blogger|powered|@|https?:|www\.|\b0 0|\binc\b|\bltd\b|\bllc\b|\bgroup\b|privacy policy|terms of|cookie|updated|inquir|enquir|issn|учредитель|редактор|зарегистр|конфиденциальн|datenschutz|impressum|тел|rights reserved/u,
  ],
  [
    'newsletter',
    new RegExp(
      `${networks}|newsletter|inbox|mailing list|e-?mails?(?!\\p{L})|\\bupdates?\\b|alerts|digest|briefing|\\bour\\b|\\bus\\b|\\bfeed\\b|subscri(?:bers?|ption)|for free|\\bnews\\b|\\bapps?\\b|app store|google play|posts?\\b|(?:a|another|any) (?:story|post|issue|episode|article|thing|beat|update)|latest|notif|privacy|terms|agree|unsubscribe|reader-supported|headlines|sign up (?:today|now)|podcast|\\brss\\b|channel|канал|новост|рассылк|соцсет|социальн|обновлен|(?<!\\p{L})нами(?!\\p{L})|читайте нас|на нас|сообществ|bizi(?!\\p{L})|kanal|sosyal|sosial|bülten|haber|xəbər|səhifə|մեզ|մեր |ալիք|էջ|նորություն|aktuell|kostenlos|laufenden|informiert|lettre|chaîne|boletín|grup|خبرنامه|کانال|النشرة|قناتنا|بريد|صفحتنا|قناة|نشرتنا|أخبار`,
      'u',
    ),
  ],
  [
    'advertisement',
    /commission|compensation|affiliate|purchase|sponsor|amazon|advert|\bads?\b|video|gallery|newsletter|anzeige|werbung|реклам|reklam|инн|erid|ооо|publicité/u,
  ],
  [
    'paywall',
    /subscri|log ?in|sign ?in|regist|account|trial|paying|premium|unlimited|free (?:articles?|preview|month)|articles? (?:left|remaining)(?:$|[.!]| this)|this month|monthly limit|digital access|members|abonn|exklusiv|weiterlesen|inscri|réservé|prenumer|suscri|para seguir leyendo|подпис|abone|0 .{0,20}articles/u,
  ],
  [
    'donation',
    /donat(?:e|ion|ing)|patreon|paypal|membership|subscri|journalism|independent|tax-deductible|reader|our (?:work|reporting|site|mission|organi[sz]ation)|support us|fund|e-?mail|contact us|(?:send|tell|let|write) us|your (?:article|stories|tips|photos)|be a reporter|проект|редакц|издани|донат|пожертв|журналист|spende|journalismus|unabhängig|unsere|indépendan|journalis|notre|redakc|wpłat|darowizn|patronite|portal|periodism|donaci|independiente|nuestr/u,
  ],
  [
    'author-promotion',
    /@|https?:|www\.|\.com|amazon|twitter|facebook|blog|web ?site|e-?mail|\bhere\b|podcast|timely|available|published by|order|copy|reached at|followed on/u,
  ],
  ['author-box', none],
  ['date-stamp', none],
  ['checked-by', none],
  ['desk-line', none],
  ['sales-button', none],
  ['contact-line', /@/],
  [
    'image-credit',
    /^[^.]{0,40}[:©/]|getty|reuters|shutterstock|courtesy|wikimedia|flickr|unsplash|pixabay|creative commons|copyright|տ՝/u,
  ],
  [
    'player',
    /browser|javascript|playback|unavailable|not available|supported|currently|minutes|\bbelow\b|transcript|player|format/u,
  ],
  ['printed-page', /https?:|www\.|0\/0|\b0:0|\.(?:com|org|net)\b|version of this/u],
  [
    'skip-link',
    /content|navigation|menu|search|footer|inhalt|suche|contenu|contenido|treści(?: strony| głównej| serwisu)?$|содерж|навигац|içeri|բովանդակ|məzmun|კონტენტ|محتوا|المحتوى|contenuto|inhoud|conteúdo/u,
  ],
  ['back-to-top', /\btop\b|home ?page|front page|main page|overview|results|blog/u],
  ['login', /log ?in|sign ?in|sign ?up|regist|password|subscrib|\bfree\b|\bhere\b|google|facebook|account$|access/u],
  ['breadcrumb', none],
  [
    'language-switcher',
    /english|french|german|spanish|russian|arabic|persian|turkish|polish|language|google translate|русск|английск|français|anglais|español|inglés|deutsch|englisch|العربية|الإنجليزية|türkçe|ingilizce/u,
  ],
  ['tags', none],
  ['pager', none],
  ['post-reactions', none],
  ['post-stamp', none],
  ['post-buttons', none],
  ['counter', /0/],
  ['forum-furniture', /\b0\b|forum|topic|thread|times|редакт|düzenl|bearbeitet|modifi|edytow|edita/u],
  [
    'scan-viewer',
    /error|typo|mistake|correct|ocr|project|librar|archiv|google|universit|museum|society|foundation|institut|biblioth|ctrl|enter|ошибк|опечат|неточн|fehler|faute|erreur|błąd|literówk|errata|hata|yanlış|səhv|սխալ|վրիպակ/u,
  ],
  ['journal-furniture', none],
  ['journal-label', none],
  ['live-blog', none],
  ['gallery-position', none],
  ['data-embed', /©|openstreetmap|created with|made with|erstellt mit|source|quelle/u],
  ['issue-line', none],
  ['press-release', none],
  ['pull-quote', /(?:tweet|quote|teilen|twittern|citation|твитнуть|цитатой|paylaş)$/u],
  [
    'wiki-furniture',
    /wikipedia|citation|stub|edited|modified|cleanup|orphan|issues|https?|disambiguation|for other|redirects|creative commons|template|отредактирована|изменение|değiştiril|düzenlen|bearbeitet|modifi|edytowa|editó|redaktə|խմբագրվել|შეიცვალა|ویرایش|تعديل|см\.|siehe|voir|véase|zobacz|maddesine/u,
  ],
  [
    'mail-furniture',
    /@|\byou\b|\byour\b|e-?mail|newsletter|unsubscri|subscrib|browser|address book|рассылк|письм|подпис|e-posta|bülten|abone|abmelden|inscri|abonn|recev|wiadomo|subskry|suscri|correo|bolet|iscri|նամակ|բաժանորդ|məktub|abunə|ایمیل|اشتراک|الرسالة|البريد/u,
  ],
  ['petition', /supporters|signatures|goal/u],
  ['call-for-authors', /\?|send|pitch|e-?mail|contact|us\b|our\b/u],
  ['shop', none],
  ['widget', none],
])
