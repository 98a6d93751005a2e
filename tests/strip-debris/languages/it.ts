/** Italian. */
import type {LanguageCases} from '../languages.js'

export const it: LanguageCases = {
  body: [
    'Il mulino sul fiume è stato venduto la settimana scorsa a una famiglia che intende viverci, ha detto il consiglio lunedì.',
    'La sua ruota non gira da trent’anni, e i nuovi proprietari dicono che la lasceranno com’è finché non troveranno un falegname.',
    'Nessuno nella valle si aspettava questa vendita, e meno di tutti il mugnaio, che l’ha saputa dal giornale.',
  ],
  cases: [
    ['login', 'Accedi', 'Accedi al mulino dal fiume, scrisse il mugnaio nella sua lettera.'],
    ['comments', '12 commenti', 'I commenti del mugnaio stanno ai margini della mappa della valle.'],
    [
      'date-stamp',
      'Pubblicato il 12 marzo 2019 alle 10:15',
      'Pubblicato il 12 marzo, il libro fu dimenticato prima di maggio.',
    ],
    ['sales-button', 'Richiedi un preventivo', 'Richiedi un preventivo al mugnaio e avrai un proverbio.'],
    ['table-of-contents', 'Indice dei contenuti', 'Indice dei contenuti e sigillo andarono persi nella piena.'],
    [
      'post-stamp',
      'Inoltrato da Farmacia della Fontana',
      'Inoltrato da una mano all’altra, il biglietto arrivò a maggio.',
    ],
    ['forum-furniture', 'Rispondi citando', 'Rispondi citando un salmo, gli aveva insegnato la nonna.'],
    ['continuation', '(Continua a pagina 4)', 'Continua a pagina bianca il registro, e poi riprende.'],
    [
      'scan-viewer',
      'Hai trovato un errore? Segnalalo alla redazione',
      'Hai trovato un errore nella legge, non nel mulino, rispose il giudice.',
    ],
    ['gallery-position', 'Guarda le foto', 'Guarda le foto di suo padre ogni sera, senza dire una parola.'],
    ['click-notice', 'Per vedere le foto clicca qui', 'Per vedere le foto saliva ogni sera in soffitta.'],
    [
      'mail-furniture',
      'Ricevi questa email perché sei iscritto alla nostra newsletter.',
      'Ricevi questa casa dal nonno, disse il notaio alla ragazza.',
    ],
    ['shop', 'Aggiungi al carrello', 'Aggiungi al carrello due pani, disse la mugnaia.'],
    ['comment-form', 'Lascia un commento', 'Lascia un commento chi non ha coraggio di parlare, si diceva.'],
    [
      'comment-form',
      'Il tuo indirizzo email non sarà pubblicato. I campi obbligatori sono contrassegnati *',
      'Il tuo indirizzo non lo saprà nessuno, disse la padrona.',
    ],
    ['share-button', 'Condividi su Facebook', 'Condividi su una tavola il pane e il sale, e sarete amici.'],
    ['share-bar', 'Condividi Facebook WhatsApp', 'Condividi il pane, diceva il mugnaio, e non avrai nemici.'],
    ['related-list', 'Articoli simili', 'Articoli simili della legge si contraddicono da un secolo.'],
    ['read-also', 'Leggi anche: Il ponte che nessuno voleva', 'Leggi anche tra le righe, diceva il maestro.'],
    [
      'cookie-notice',
      'Questo sito utilizza cookie per migliorare la tua esperienza di navigazione.',
      'Questo sito fu scelto dai monaci per la pendenza del fiume.',
    ],
    ['copyright', 'Riproduzione riservata ©', 'Riproduzione fedele del mulino, il modello sta in chiesa.'],
    ['newsletter', 'Seguici su Facebook', 'Seguici fino al ponte, gridavano i ragazzi del mulino.'],
    ['paywall', 'Contenuto riservato agli abbonati', 'Contenuto riservato della lettera: tre righe e una firma.'],
    ['author-box', 'Informazioni sull’autore', 'Informazioni sull’autore della lettera non ce ne sono.'],
    ['image-credit', 'Crediti: Ada Mugnaio', 'Crediti e debiti del mulino stanno nello stesso libro.'],
    ['counter', 'Tempo di lettura: 4 minuti', 'Tempo di lettura era l’inverno, quando il ruscello gelava.'],
    ['skip-link', 'Vai al contenuto', 'Vai al contenuto del contratto, disse l’avvocato, e troverai la ruota.'],
    ['breadcrumb', 'Home > Notizie > Politica', 'Home page era una parola che il mugnaio non conosceva.'],
    ['tags', 'Etichette: mulino, fiume', 'Etichette di latta pendevano da ogni sacco del mulino.'],
  ],
}
