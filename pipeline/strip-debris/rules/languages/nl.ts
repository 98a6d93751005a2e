/** Dutch. */
import {type Language, phrases} from './model.js'

export const dutch: Language = {
  language: 'nl',
  narration:
    /(?<![\p{L}\p{M}'-])(?:zei|zegt|zeiden|schreef|vroeg|antwoordde|was|waren|had|hadden|werd|werden|gisteren|hij|haar|hem)(?![\p{L}\p{M}])/u,
  signs: {
    'comment-form': /reactie|reageren|reageer|gepubliceerd|gemarkeerd|verplicht|ingelogd|inloggen|akismet/u,
    'share-button': /venster|vriend/u,
    'share-invitation': /(?<!\p{L})(?:deel|delen|vrienden)(?!\p{L})/u,
    'read-also': /lees hier|klik hier/u,
    'cookie-notice':
      /(?<![\p{L}\p{M}])(?:jouw|uw|onze|website|websites|ervaring|akkoord|toestemming|voorkeuren|gebruikservaring)(?![\p{L}\p{M}])/u,
    copyright: /toestemming|verboden|overgenomen|bronvermelding/u,
    disclaimer: /redactie|verantwoordelijk|persoonlijke titel/u,
    newsletter: /nieuwsbrief|kanaal|nieuws|hoogte|(?<!\p{L})onze(?!\p{L})/u,
    paywall: /abonnee|abonnement|inlog/u,
    donation: /journalistiek|doneer|donatie|onafhankelijke/u,
    'scan-viewer': /laat het|meld/u,
    'mail-furniture': /nieuwsbrief|ingeschreven|aangemeld/u,
    'skip-link': /inhoud|content|menu|navigatie|zoek|footer/u,
  },
  rules: {
    'comment-form': {
      whole: phrases(`
        geef een reactie reactie annuleren | geef een reactie antwoord annuleren | geef een antwoord
        laat een reactie achter | laat een reactie achter reactie annuleren | laat een antwoord achter
        antwoord annuleren | plaats een reactie | plaats reactie | reactie plaatsen | een reactie posten
        reageer | reageer op dit artikel | reageren | schrijf een reactie | reactie toevoegen
        voeg een reactie toe | nieuwe reactie inzenden | verstuur reactie | jouw reactie | je reactie
        uw reactie | reacties zijn gesloten | reacties gesloten | de reacties zijn gesloten
        reageren is niet meer mogelijk | reageren niet meer mogelijk | reacties uitgeschakeld | geen reacties
        geen reacties: | nog geen reacties | er zijn nog geen reacties | wees de eerste om te reageren
        wees de eerste die reageert | naam * | reactie * | jouw naam | uw naam | toon reacties | bekijk reacties
        bekijk alle reacties | lees de reacties | alle reacties | praat mee | discussieer mee
        log in om te reageren | inloggen om te reageren | spelregels voor reacties
      `),
      starts: phrases(`
        het e-mailadres wordt niet | je e-mailadres wordt niet | uw e-mailadres wordt niet
        jouw e-mailadres wordt niet | je e-mailadres zal niet | uw e-mailadres zal niet | vereiste velden zijn
        verplichte velden zijn | mijn naam, e-mail en site | mijn naam, e-mailadres | bewaar mijn naam
        mijn naam, e-mail en website | deze site gebruikt akismet | ontdek hoe de data van je reactie
        lees meer over hoe je reactiegegevens | stuur mij een e-mail als | houd me op de hoogte van
        breng mij op de hoogte | je moet ingelogd zijn | je moet inloggen | je moet zijn ingelogd
        u moet ingelogd zijn | om te reageren | om te kunnen reageren | om een reactie te plaatsen
        reacties worden gemodereerd
      `),
    },
    comments: {
      whole: phrases(`
        reacties (0) | 0 reacties | 0 reactie | reacties: 0 | één reactie | een reactie | alle reacties (0)
        reacties van lezers | recente reacties | laatste reacties | 0 antwoorden | 0 opmerkingen | opmerkingen
      `),
      patterns: [/^(?:0|één|een|twee|drie) (?:reacties?|gedachten?|antwoorden?|opmerkingen?) (?:op|over|bij) /],
    },
    'thread-furniture': {
      whole: phrases(
        'beantwoorden | antwoorden | rapporteer | rapporteren | meld misbruik | citeer | citeren | verwijderen | anoniem | gast',
      ),
      patterns: [/^0 (?:minuten|minuut|uur|uren|dagen|dag|weken|week|maanden|maand|jaar|jaren) geleden$/],
    },
    'share-button': {
      whole: phrases(`
        delen: | deel dit | deel dit: | deel via | deel dit bericht | deel dit verhaal | deel dit artikel:
        artikel delen | deel artikel | deel op | delen via | delen op facebook | deel op facebook
        deel op twitter | delen op twitter | delen op x | delen via whatsapp | deel via whatsapp
        deel via e-mail | delen via e-mail | dit delen: | delen met vrienden | deel met je vrienden
        print dit artikel | afdrukken | printen | artikel printen | printversie | printvriendelijke versie
        kopieer link | link kopiëren | link gekopieerd | kopieer de link | mail dit | e-mail dit | mailen
        doorsturen | stuur door | stuur naar een vriend | vind ik leuk | vind ik leuk: | vind-ik-leuk laden
        tweeten | bewaar | bewaren | bewaar artikel | opslaan | dit bloggen! | leeslijst
        luister naar dit artikel
      `),
      starts: phrases(`
        klik om te delen | klik om af te drukken | klik om dit te delen | klik om dit te e-mailen
        klik om een link te e-mailen | delen op | deel op | delen met
      `),
    },
    'share-bar': {telling: phrases('delen | deel | afdrukken | mailen'), vocabulary: ['op', 'via', 'met']},
    'share-invitation': {
      patterns: [
        /^(?:vond je dit|vind je dit|vond u dit|heb je genoten van dit) (?:een )?(?:leuk|interessant|goed|mooi|nuttig)?e? ?(?:artikel|bericht|verhaal|stuk).*/,
      ],
    },
    'related-list': {
      whole: phrases(`
        lees ook: | lees ook deze artikelen | lees verder | lees meer: | lees meer over | zie ook | bekijk ook
        gerelateerd | gerelateerde berichten | gerelateerd nieuws | gerelateerde onderwerpen
        verwante artikelen | vergelijkbare artikelen | soortgelijke artikelen | meer over dit onderwerp
        meer over | meer lezen | meer artikelen | meer berichten | meer uit deze rubriek
        dit vind je misschien ook leuk | dit vind je vast ook leuk | misschien vind je dit ook interessant
        dit is misschien ook interessant | ook interessant | aanbevolen | aanbevolen artikelen
        aanbevolen voor jou | aanraders | meest gelezen | best gelezen | meest bekeken | populair
        populaire artikelen | populaire berichten | meest populair | net binnen | laatste nieuws
        het laatste nieuws | laatste berichten | laatste artikelen | recente berichten | recente artikelen
        nieuwste berichten | nieuwste artikelen | ander nieuws | andere artikelen | overig nieuws
        vorig artikel | volgend artikel | vorig bericht | volgend bericht | vorige bericht | volgende bericht
        vorige artikel | volgende artikel | bericht navigatie | berichtnavigatie | berichten navigatie
        nieuwere post | oudere post | mis het niet | niet te missen | tip van de redactie
        keuze van de redactie | blogarchief | uitgelicht | partnercontent | meer van deze auteur
      `),
      patterns: [/^(?:meer|overige artikelen|alle artikelen|ander nieuws) (?:van|over|uit|in) .{2,40}$/],
    },
    'read-also': {
      starts: phrases(`
        lees ook: | lees ook | lees ook - | lees meer: | lees verder: | lees hier: | lees ook het | bekijk ook
        bekijk ook: | zie ook: | meer over dit onderwerp: | luister ook: | kijk ook: | lees het hele artikel
        lees het volledige artikel
      `),
      whole: phrases(`
        verder lezen | meer info | meer informatie | toon meer | meer tonen | bekijk meer | bekijk alle
        bekijk alles | alles bekijken | meer weergeven | meer laden | laad meer | lees het artikel
        lees het hele verhaal | klik hier
      `),
    },
    'skip-link': {
      starts: phrases(
        'ga naar de inhoud | ga naar hoofdinhoud | ga naar de hoofdinhoud | direct naar artikelinhoud | direct naar de inhoud | spring naar inhoud | spring naar de inhoud | spring naar content | meteen naar de inhoud | naar de inhoud | overslaan en naar de inhoud',
      ),
      whole: phrases(
        'zoek | zoeken | zoeken naar: | zoek op deze site | deze blog doorzoeken | menu openen | open menu | menu sluiten | sluit menu | hoofdmenu | hoofdnavigatie',
      ),
    },
    'back-to-top': {
      whole: phrases(
        'naar boven | terug naar boven | ga naar boven | terug naar begin | terug naar top | terug naar overzicht | terug naar het overzicht | terug naar de homepage | terug',
      ),
    },
    login: {
      whole: phrases(`
        inloggen | log in | aanmelden | meld je aan | registreren | registreer | account aanmaken
        maak een account aan | maak een account | mijn account | mijn profiel | uitloggen | wachtwoord vergeten
        wachtwoord vergeten? | wachtwoord | gebruikersnaam | onthoud mij | ingelogd blijven | nog geen account?
        heb je al een account? | al abonnee? log in | al abonnee? | inloggen / registreren
      `),
    },
    breadcrumb: {patterns: [/^(?:home|voorpagina|startpagina) ?[>»›/|→•] ?/, /^(?:u bent hier|je bent hier) ?:/]},
    'menu-label': {
      vocabulary: phrases(`
        home | nieuws | politiek | economie | binnenland | buitenland | wereld | cultuur | sport | wetenschap
        gezondheid | tech | opinie | columns | media | video | foto's | podcasts | podcast | contact | over
        ons | adverteren | adverteer | privacy | cookies | voorwaarden | vacatures | redactie | abonneren
        abonnement | service | klantenservice | archief | weer | regio | entertainment | lifestyle | reizen
        natuur | muziek | boeken | agenda | algemene | privacyverklaring | disclaimer | colofon
      `),
    },
    'language-switcher': {
      whole: phrases(
        'taal | talen | kies een taal | kies je taal | taal selecteren | andere talen | vertalen | ook beschikbaar in',
      ),
      starts: phrases('dit artikel is ook beschikbaar | lees dit artikel in het | ook beschikbaar in'),
    },
    tags: {
      whole: phrases('trefwoorden | categorieën | onderwerpen | labels'),
      patterns: [
        /^(?:tags?|trefwoorden|labels?|categorie(?:ën)?|onderwerpen|onderwerp|thema's|rubriek|geplaatst in|getagd(?: met)?|gelabeld(?: met)?|geplaatst onder) ?:.*$/,
        /^(?:dit bericht werd geplaatst in|geplaatst in|getagd|getagged|gelabeld) .{2,120}$/,
      ],
    },
    pager: {patterns: [/^(?:volgende|vorige)(?: pagina)?$/, /^pagina 0 van 0$/]},
    newsletter: {
      whole: phrases(`
        nieuwsbrief | nieuwsbrieven | nieuwsbrief ontvangen | onze nieuwsbrief | onze nieuwsbrieven
        schrijf je in voor de nieuwsbrief | schrijf je in voor onze nieuwsbrief | inschrijven nieuwsbrief
        inschrijven voor de nieuwsbrief | inschrijven | aanmelden voor de nieuwsbrief | aanmelden nieuwsbrief
        meld je aan voor de nieuwsbrief | meld je aan voor onze nieuwsbrief | ontvang de nieuwsbrief
        ontvang onze nieuwsbrief | abonneer | abonneer nu | abonneer je | word abonnee | neem een abonnement
        je e-mailadres | uw e-mailadres | jouw e-mailadres | vul je e-mailadres in | e-mailadres | volg ons op
        volg ons via | volg ons op social media | volg ons op facebook | volg ons op instagram | volg ons:
        volgen | blijf op de hoogte | blijf op de hoogte! | download de app | download onze app | social media
        meldingen inschakelen | vind ons op facebook
      `),
      patterns: [
        /^(?:schrijf je|schrijf u|meld je|meld u|abonneer|ontvang|volg|volg ons|blijf|wil je|wilt u|mis niets|like)(?!\p{L}).{0,100}(?:nieuwsbrief|facebook|twitter|instagram|youtube|telegram|whatsapp|e-?mail|google (?:news|nieuws)|kanaal|social media|hoogte|inbox)(?!\p{L}).{0,60}/u,
      ],
    },
    advertisement: {
      whole: phrases(
        'advertentie | advertenties | reclame | gesponsord | gesponsorde inhoud | gesponsorde content | verhaal gaat verder onder de advertentie | artikel gaat verder onder de advertentie | tekst gaat verder onder de advertentie | de tekst gaat verder onder de afbeelding | tekst gaat verder onder de foto | bezig met laden | bezig met laden... | wordt geladen | laden...',
      ),
      patterns: [
        /^(?:advertentie|reclame) ?[-–|:·] ?/,
        /^(?:het |de )?(?:artikel|tekst|verhaal|bericht) (?:gaat|loopt) (?:verder|door) (?:onder|na|hieronder)(?!\p{L}).{0,40}$/u,
        /^(?:dit (?:artikel|bericht) bevat affiliate|als je via (?:deze|onze) links?).{0,160}(?:affiliate|commissie|vergoeding)/,
      ],
    },
    paywall: {
      whole: phrases(
        'alleen voor abonnees | exclusief voor abonnees | voor abonnees | premium artikel | alleen voor leden',
      ),
      patterns: [
        /^(?:dit artikel is (?:alleen|exclusief|voorbehouden)|om (?:verder|dit artikel) te lezen|verder lezen\?|lees verder met|je hebt nog 0|log in om verder te lezen)(?!\p{L}).{0,120}/u,
      ],
    },
    donation: {
      whole: phrases(
        'doneer | doneer nu | doneren | steun ons | steun ons werk | word lid | word donateur | word vriend | steun onafhankelijke journalistiek',
      ),
      patterns: [/^(?:steun|doneer|help)(?!\p{L}) .{0,30}(?:ons|onze|journalistiek|project|website).{0,80}/u],
    },
    'author-box': {
      whole: phrases(
        'over de auteur | over de auteurs | over de schrijver | alle berichten | bekijk alle berichten | alle artikelen van deze auteur | auteur',
      ),
      patterns: [/^(?:bekijk|toon|lees) alle (?:berichten|artikelen) (?:van|door) .{2,50}$/],
    },
    'cookie-notice': {
      whole: phrases(`
        accepteren | accepteer | alles accepteren | alle cookies accepteren | cookies accepteren
        accepteer alle cookies | ik ga akkoord | akkoord | weigeren | alles weigeren | weiger | begrepen
        sluiten | cookie-instellingen | cookies instellen | cookievoorkeuren | cookie instellingen
        voorkeuren beheren | instellingen aanpassen | cookiebeleid
      `),
      patterns: [
        /^(?:deze (?:web)?site|onze (?:web)?site|wij gebruiken|we gebruiken|wij maken gebruik|we maken gebruik|door (?:verder|gebruik|op|deze)|om (?:je|u|onze|de)).{0,120}cookies/,
      ],
    },
    copyright: {
      patterns: [
        /alle rechten voorbehouden/,
        /^(?:niets uit deze (?:uitgave|website|site)|overname van|auteursrecht voorbehouden|op dit artikel (?:rust|berust))(?!\p{L})/u,
      ],
    },
    disclaimer: {
      patterns: [
        /^(?:de (?:meningen|mening|inhoud|opinies)|opinieartikelen|dit artikel).{0,80}(?:verantwoordelijk|persoonlijke titel|weerspiegel|niet noodzakelijk)/,
      ],
    },
    'site-footer': {
      whole: phrases(`
        over ons | contact opnemen | neem contact op | adverteren | adverteren? | adverteer
        algemene voorwaarden | gebruiksvoorwaarden | privacybeleid | privacyverklaring | privacy statement
        privacy- en cookiebeleid | cookieverklaring | disclaimer | colofon | vacatures | werken bij
        klantenservice | veelgestelde vragen | toegankelijkheid | redactie | tip de redactie | voorpagina
        auteursrecht | copyright en disclaimer
      `),
    },
    'image-credit': {
      whole: phrases('beeld vergroten | foto vergroten | klik voor een vergroting | fotogalerij'),
      patterns: [
        /^(?:foto|foto's|beeld|afbeelding|fotograaf|fotografie|illustratie|bron foto|fotocredit|beeldmateriaal) ?(?::|©|\/|\| )/,
        /^beeld (?:anp|getty|afp|reuters|ap|epa|shutterstock).{0,40}$/,
      ],
    },
    player: {
      whole: phrases('luister | beluister | bekijk de video | bekijk video | video afspelen | afspelen |'),
    },
    counter: {
      patterns: [
        /^leestijd ?(?:: ?.{1,24}|.{0,14}0.{0,14})$/,
        /^0 ?(?:min|minuten|minuut) (?:leestijd|lezen|leesplezier)$/,
        /^(?:0[ .,]?)+ ?(?:keer gelezen|keer bekeken|weergaven|views|lezers|x gelezen|keer gedeeld)$/,
      ],
    },
    'form-answer': {
      whole: phrases(
        'bedankt voor je aanmelding | bedankt voor uw aanmelding | bedankt voor je inschrijving | je bericht is verzonden | uw bericht is verzonden | er is iets misgegaan. probeer het opnieuw | er ging iets mis. probeer het later opnieuw',
      ),
    },
    'table-of-contents': {whole: phrases('inhoudsopgave | inhoud | in dit artikel | op deze pagina')},
    'gallery-position': {
      whole: phrases("bekijk de galerij | bekijk alle foto's | bekijk de foto's | volledig scherm | alle foto's"),
      patterns: [/^(?:foto|afbeelding|slide|beeld) 0 van 0$/],
    },
    'click-notice': {
      patterns: [
        /^(?:klik hier|klik op de link) (?:voor|om) .{3,80}$/,
        /^.{3,80}(?:klik|klikt u|klik dan) (?:dan )?hier$/,
      ],
    },
    'scan-viewer': {
      whole: phrases('fout gezien | meld een fout | fout melden | fout gevonden | typefout gezien?'),
      patterns: [
        /^(?:heb je een (?:fout|typefout|taalfout) (?:gezien|gevonden|ontdekt)|een fout (?:gezien|gevonden|ontdekt)|(?:typefout|taalfout|spelfout) (?:gezien|gevonden|ontdekt))(?!\p{L}).{0,100}/u,
      ],
    },
    'mail-furniture': {
      whole: phrases(
        'afmelden | afmelden voor de nieuwsbrief | uitschrijven | schrijf je uit | bekijk in browser | bekijk deze e-mail in je browser | bekijk online',
      ),
      patterns: [/^(?:je|u) ontvangt deze (?:e-?mail|nieuwsbrief|mail)(?!\p{L}).{0,120}/u],
    },
    'forum-furniture': {
      whole: phrases(
        'reageer met citaat | snel reageren | meld dit bericht | rapporteer bericht | privébericht | vergelijkbare onderwerpen | soortgelijke onderwerpen | forumoverzicht | nieuw onderwerp',
      ),
    },
    'wiki-furniture': {
      whole: phrases(
        'uit wikipedia, de vrije encyclopedie | brontekst bewerken | [bewerken | brontekst bewerken] | naar navigatie springen naar zoeken springen',
      ),
      patterns: [
        /^(?:deze pagina is voor het laatst bewerkt|zie .{2,60} voor het hoofdartikel over dit onderwerp).{0,90}/,
      ],
    },
    shop: {
      whole: phrases(
        'bestel nu | bestellen | koop nu | in winkelwagen | in winkelmandje | bestel het boek | koop het boek | toevoegen aan winkelwagen',
      ),
    },
    'sales-button': {
      whole: phrases(
        'probeer gratis | gratis proberen | nu gratis proberen | offerte aanvragen | vraag een offerte aan | plan een demo | demo aanvragen | begin nu',
      ),
    },
  },
}
