/** Dutch. */
import type {LanguageCases} from '../languages.js'

export const nl: LanguageCases = {
  body: [
    'De molen aan de rivier is vorige week verkocht aan een gezin dat erin wil gaan wonen, meldt de raad maandag.',
    'Het rad heeft dertig jaar niet gedraaid, en de nieuwe eigenaars laten het zoals het is tot ze een timmerman vinden.',
    'Niemand in het dal rekende op deze verkoop, en de molenaar zelf het minst, die het in de krant las.',
  ],
  cases: [
    ['login', 'Inloggen', 'Inloggen was een woord dat de molenaar niet kende, zei hij.'],
    ['comments', '12 reacties', 'De reacties van de molenaar staan in de kantlijn van de kaart.'],
    [
      'date-stamp',
      'Gepubliceerd op 12 maart 2019 om 10:15 uur',
      'Gepubliceerd op 12 vellen, bleef het gedicht van de molenaar ongelezen.',
    ],
    ['sales-button', 'Offerte aanvragen', 'Offerte aanvragen bij de molenaar leverde een spreekwoord op.'],
    ['table-of-contents', 'Inhoudsopgave', 'Inhoudsopgave en zegel ontbreken al sinds de brand aan de akte.'],
    [
      'post-stamp',
      'Doorgestuurd van Apotheek bij de Fontein',
      'Doorgestuurd van hand tot hand kwam de brief in mei aan.',
    ],
    ['forum-furniture', 'Reageer met citaat', 'Reageer met citaat of spreuk, leerde zijn grootmoeder hem.'],
    ['continuation', 'Lees verder op pagina 4', 'Lees verder op de muur van de kerk, staat er in het boek.'],
    ['scan-viewer', 'Heb je een fout gezien? Laat het ons weten', 'Heb je een fout gemaakt, dan draait het rad niet.'],
    ['gallery-position', 'Foto 3 van 12', 'Foto 3 van 12 paarden hangt nog altijd in de schuur.'],
    ['click-notice', 'Voor meer foto’s klik hier', 'Voor meer foto’s klom hij elke avond naar de zolder.'],
    [
      'mail-furniture',
      'Je ontvangt deze e-mail omdat je bent ingeschreven voor onze nieuwsbrief.',
      'Je ontvangt deze molen van je grootvader, zegt de notaris.',
    ],
    ['shop', 'In winkelwagen', 'In winkelwagens en karren lag het meel van het hele dal.'],
    ['comment-form', 'Geef een reactie', 'Geef een reactie op de brief, vroeg de rechter, maar niemand sprak.'],
    [
      'comment-form',
      'Je e-mailadres wordt niet gepubliceerd. Vereiste velden zijn gemarkeerd met *',
      'Je adres wordt hier aan niemand verteld, zei de waardin.',
    ],
    ['share-button', 'Delen op Facebook', 'Delen op zondag was de wet van het dal, brood en zout.'],
    ['share-bar', 'Delen Facebook WhatsApp', 'Delen is in het dal geen woord maar een gewoonte.'],
    ['related-list', 'Gerelateerde artikelen', 'Gerelateerde artikelen van de wet spreken elkaar al een eeuw tegen.'],
    ['read-also', 'Lees ook: De brug die niemand wilde', 'Lees ook tussen de regels, zei de meester.'],
    [
      'cookie-notice',
      'Deze website maakt gebruik van cookies om je ervaring te verbeteren.',
      'Deze site is door de monniken gekozen om de helling van de rivier.',
    ],
    [
      'copyright',
      'Alle rechten voorbehouden.',
      'Alle rechten voorbehouden aan de bisschop kocht de molenaar later op.',
    ],
    ['newsletter', 'Schrijf je in voor onze nieuwsbrief', 'Schrijf je in het boek van de molen in, zei de oude vrouw.'],
    ['advertisement', 'Advertentie', 'Advertentie en rekening bewaarde de molenaar in dezelfde doos.'],
    ['author-box', 'Over de auteur', 'Over de auteur van de brief is niets bekend.'],
    ['image-credit', 'Beeld: Ada Molenaar', 'Beeld na beeld vulde zich de muur van de schuur.'],
    ['counter', 'Leestijd: 4 minuten', 'Leestijd was bij ons de winter, als de beek bevroor.'],
    ['skip-link', 'Ga naar de inhoud', 'Ga naar de inhoud van de kist, en je hebt ruzie voor jaren.'],
    ['breadcrumb', 'Home > Nieuws > Politiek', 'Home was een woord dat de molenaar nooit gebruikte.'],
    ['tags', 'Trefwoorden: molen, rivier', 'Trefwoorden van zijn leven waren brood en water.'],
  ],
}
