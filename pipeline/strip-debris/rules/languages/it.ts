/** Italian. */
import {type Language, phrases} from './model.js'

export const italian: Language = {
  language: 'it',
  narration:
    /(?<![\p{L}\p{M}'-])(?:disse|diceva|scrisse|rispose|chiese|era|erano|fu|furono|stava|aveva|avevano|ieri|egli|lui|lei|loro)(?![\p{L}\p{M}])/u,
  signs: {
    'comment-form': /comment[oi]|pubblicat|contrassegnat|obbligatori|akismet/u,
    'share-button': /finestra/u,
    'share-invitation': /condivid|amici/u,
    'read-also': /clicca qui|a questo link/u,
    'cookie-notice':
      /(?<![\p{L}\p{M}])(?:tua|tuoi|vostra|nostro|nostri|sito|esperienza|navigazione|utente|utenti|accett\p{L}*|acconsent\p{L}*|consenso|terze parti|informativa)(?![\p{L}\p{M}])/u,
    copyright: /riproduzione riservata|vietata|anche parziale|citare la fonte|testata giornalistica/u,
    disclaimer: /autor[ei](?!\p{L})|redazione|responsabilit[aà]|rispecchi/u,
    newsletter: /canale|notizie|aggiornat|(?<!\p{L})nostr[aoie](?!\p{L})|nostra pagina/u,
    paywall: /abbonat|abbonament|abbonarti/u,
    donation: /giornalismo|donazion|sostien|indipendent[ei](?!\p{L})/u,
    'scan-viewer': /segnala|redazione/u,
    'mail-furniture': /iscritt|newsletter/u,
    'skip-link': /contenut|menu|navigazione|pi[eè] di pagina/u,
  },
  rules: {
    'comment-form': {
      whole: phrases(`
        lascia un commento annulla risposta | lascia una risposta | lascia una risposta cancella la risposta
        lascia una risposta annulla risposta | cancella risposta | cancella la risposta | lascia il tuo commento
        lascia un tuo commento | invia commento | invia un commento | invia il commento | pubblica commento
        pubblica un commento | pubblica il commento | posta un commento | posta commento | scrivi un commento
        scrivi il tuo commento | aggiungi commento | aggiungi un commento | aggiungi un nuovo commento
        commenta | commenta la notizia | commenta l'articolo | commenta per primo | il tuo commento
        i commenti sono chiusi | commenti chiusi | commenti disabilitati | i commenti sono disabilitati
        nessun commento | nessun commento: | non ci sono commenti | ancora nessun commento
        sii il primo a commentare | sii il primo a commentare! | di' la tua | nome * | commento * | sito web
        vedi tutti i commenti | mostra commenti | mostra i commenti | leggi i commenti | visualizza i commenti
        accedi per commentare | registrati per commentare | partecipa alla discussione | regole per i commenti
      `),
      starts: phrases(`
        il tuo indirizzo email non | il tuo indirizzo e-mail non | l'indirizzo email non | i campi obbligatori
        i campi contrassegnati | campi obbligatori | salva il mio nome
        do il mio consenso affinché un cookie salvi | questo sito usa akismet | questo sito utilizza akismet
        scopri come vengono elaborati | avvertimi via email | avvisami via email | avvisami quando
        notificami nuovi | devi essere connesso per | devi accedere per | devi effettuare il login
        per commentare | per poter commentare | per lasciare un commento | i commenti sono moderati
        i commenti sono soggetti
      `),
    },
    comments: {
      whole: phrases(`
        commenti (0) | 0 commenti | 0 commento | commenti: 0 | 0 commenti: | un commento | i commenti
        tutti i commenti | commenti recenti | commenti dei lettori | i vostri commenti | 0 risposte
      `),
      patterns: [/^(?:0|un|una|due|tre) (?:comment[oi]|rispost[ae]|pensier[oi]|riflession[ei]) (?:su|a|per) /],
    },
    'thread-furniture': {
      whole: phrases('rispondi | segnala | segnala abuso | segnala commento | cita | elimina | anonimo | ospite'),
      patterns: [/^0 (?:minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa$/],
    },
    'share-button': {
      whole: phrases(`
        condividi | condividi: | condividilo | condividi su | condividi questo articolo | condividi articolo
        condividi l'articolo | condividi la notizia | condividi questa notizia | condividi questo
        condividi su facebook | condividi su twitter | condividi su x | condividi su whatsapp
        condividi su telegram | condividi su linkedin | condividi via email | condividi con gli amici
        condividi tramite | stampa | stampa articolo | stampa questo articolo | stampa la pagina | stampa pagina
        versione stampabile | invia | invia via email | invia per email | invia per e-mail | invia ad un amico
        invia a un amico | invia tramite email | segnala ad un amico | segnala a un amico | copia link
        copia il link | link copiato | mi piace | mi piace: | mi piace caricamento | twitta | tweetta | salva
        salva articolo | postalo sul blog | condivisioni | ascolta l'articolo
      `),
      starts: phrases(`
        fai clic per condividere | fai clic qui per condividere | clicca per condividere
        fai clic qui per inviare | fai clic qui per stampare | clicca per inviare | condividi su
      `),
    },
    'share-bar': {
      telling: phrases('condividi | stampa | condividere | condivisioni'),
      vocabulary: ['su', 'via', 'per'],
    },
    'share-invitation': {
      patterns: [
        /^(?:ti è piaciut[oa]|se ti è piaciut[oa]) (?:questo|quest'|l'|il|la|questa) ?(?:articolo|post|contenuto|notizia|pezzo).*/,
      ],
    },
    'related-list': {
      whole: phrases(`
        leggi anche: | leggi anche questi articoli | leggi tutto su | leggi pure | vedi anche | guarda anche
        potrebbe interessarti anche | potrebbero interessarti | potrebbero interessarti anche
        ti potrebbe interessare | ti potrebbe interessare anche | ti potrebbero interessare
        ti potrebbe anche interessare | potrebbe piacerti | potrebbero piacerti | forse ti può interessare
        articoli simili | articolo correlato | post correlati | notizie correlate | contenuti correlati
        correlati | contenuti sponsorizzati | argomenti correlati | in evidenza | i più letti | le più lette
        più letti | più lette | i più visti | i più popolari | articoli più letti | più popolari
        articoli popolari | articoli recenti | ultimi articoli | post recenti | post più popolari
        ultime notizie | le ultime notizie | ultime news | ultima ora | altre notizie | altri articoli
        altri post | altre news | notizie del giorno | dalla stessa sezione | nella stessa categoria
        dello stesso autore | articolo precedente | articolo successivo | prossimo articolo | articolo seguente
        post più recente | post più vecchio | navigazione articoli | navigazione articolo | navigazione post
        consigliati | consigliati per te | ti consigliamo | raccomandati | scelti per te | da non perdere
        per approfondire | approfondimenti correlati | sullo stesso argomento | sullo stesso tema
        archivio blog | scelti dalla redazione
      `),
      patterns: [/^(?:altri articoli|altre notizie|tutte le notizie|tutti gli articoli) (?:di|su|da|in) .{2,40}$/],
    },
    'read-also': {
      starts: phrases(`
        leggi anche: | leggi anche | leggi anche - | leggi pure: | leggi di più: | vedi anche: | guarda anche
        guarda anche: | per approfondire: | approfondisci: | continua a leggere | leggi l'articolo completo
        leggi tutto l'articolo | leggi la notizia completa | potrebbe interessarti: | ti potrebbe interessare:
        articolo correlato:
      `),
      whole: phrases(`
        leggi tutto | leggi di più | leggi altro | leggi | continua | continua la lettura | continua a leggere
        scopri di più | per saperne di più | mostra altro | mostra di più | mostra tutto | vedi tutto
        vedi tutti | vedi altro | altro | carica altri | clicca qui
      `),
    },
    'skip-link': {
      starts: phrases(`
        vai al contenuto | vai al menu | vai alla navigazione | vai al footer | passa al contenuto
        salta al contenuto | salta al menu | salta alla navigazione
      `),
      whole: phrases(
        'cerca nel sito | cerca nel blog | ricerca | ricerca per: | cerca: | menu di navigazione | menu principale | apri menu | chiudi menu |',
      ),
    },
    'back-to-top': {
      whole: phrases(
        "torna su | torna in alto | torna all'inizio | torna a inizio pagina | inizio pagina | torna indietro | torna alla lista | torna all'elenco | torna alla home | vai su",
      ),
    },
    login: {
      whole: phrases(`
        accedi | accedi o registrati | accedi / registrati | login | registrati | registrazione
        iscriviti gratis | crea un account | crea account | il mio account | il mio profilo | area riservata
        password dimenticata | password dimenticata? | hai dimenticato la password? | ricordami | esci
        nome utente | entra | sei già registrato? | sei già abbonato? | hai già un account?
        non hai un account? | sei già abbonato? accedi
      `),
    },
    breadcrumb: {patterns: [/^(?:home|inizio) ?[>»›/|→•] ?/, /^(?:sei qui|ti trovi qui|ti trovi in|tu sei qui) ?:/]},
    'menu-label': {
      vocabulary: phrases(`
        home | notizie | politica | economia | cronaca | esteri | mondo | italia | cultura | spettacoli
        spettacolo | sport | salute | tecnologia | scienza | scuola | opinioni | editoriali | blog | video
        foto | contatti | chi | siamo | redazione | pubblicità | lavora | con | noi | privacy | cookie | policy
        note | legali | termini | abbonamenti | abbonati | archivio | meteo | viaggi | motori | ambiente
        cucina | oroscopo | lavoro | attualità | rubriche | eventi | gerenza | mappa | sito | del
      `),
    },
    'language-switcher': {
      whole: phrases(
        'lingua | lingue | seleziona lingua | scegli la lingua | altre lingue | traduci | disponibile anche in',
      ),
      starts: phrases('disponibile anche in | leggi in | questo articolo è disponibile anche'),
    },
    tags: {
      whole: phrases('etichette | categorie | parole chiave | argomenti'),
      patterns: [
        /^(?:tag|tags|etichette|etichetta|categori[ae]|parole chiave|argomenti|argomento|temi|sezione|archiviato in|pubblicato in|contrassegnato da|taggato con) ?:.*$/,
        /^(?:archiviato in|contrassegnato da tag|contrassegnato|pubblicato in|taggato|etichettato) .{2,120}$/,
      ],
    },
    pager: {
      patterns: [
        /^(?:successiv[ao]|precedente|avanti|indietro|pagina successiva|pagina precedente|prossima pagina)$/,
        /^pagina 0 di 0$/,
      ],
    },
    newsletter: {
      whole: phrases(`
        iscriviti ora | iscriviti al canale | iscriviti alla nostra newsletter | iscriviti al nostro canale
        iscriviti qui | iscriviti al blog | iscrizione newsletter | ricevi la newsletter
        ricevi la nostra newsletter | abbonati | abbonati ora | abbonati subito | la nostra newsletter
        le nostre newsletter | la tua email | la tua e-mail | il tuo indirizzo email | inserisci la tua email
        indirizzo email | indirizzo e-mail | seguici su | seguici: | seguici sui social | seguici su facebook
        seguici su instagram | seguici su telegram | seguici su google news | seguici anche su | segui
        rimani aggiornato | resta aggiornato | resta in contatto | rimani in contatto | unisciti a noi
        scarica l'app | attiva le notifiche | metti mi piace | canale telegram | social network
      `),
      patterns: [
        /^(?:iscriviti|iscrivetevi|abbonati|ricevi|segui|seguici|seguite|seguiteci|unisciti|entra|rimani aggiornato|resta aggiornato|vuoi (?:ricevere|restare|rimanere))(?!\p{L}).{0,100}(?:newsletter|facebook|twitter|instagram|youtube|telegram|whatsapp|e-?mail|google news|canale|social|notizie)(?!\p{L}).{0,60}/u,
      ],
    },
    advertisement: {
      whole: phrases(`
        pubblicità | annuncio | annunci | annuncio pubblicitario | annunci sponsorizzati | sponsorizzato
        contenuto sponsorizzato | messaggio pubblicitario | caricamento | caricamento... | caricamento in corso
        continua dopo la pubblicità | l'articolo continua dopo la pubblicità | informazione pubblicitaria
      `),
      patterns: [
        /^(?:pubblicità|annuncio) ?[-–|:·] ?/,
        /^(?:questo (?:post|articolo|sito) contiene link (?:di )?affilia|potremmo ricevere una commissione|in qualità di affiliat).{0,160}/,
      ],
    },
    paywall: {
      whole: phrases(
        'riservato agli abbonati | solo per abbonati | contenuto riservato agli abbonati | articolo riservato agli abbonati | per abbonati',
      ),
      patterns: [
        /^(?:questo (?:contenuto|articolo) è riservato|contenuto riservato|articolo riservato|per continuare a leggere|continua a leggere con|abbonati per (?:leggere|continuare))(?!\p{L}).{0,120}/u,
      ],
    },
    donation: {
      whole: phrases(
        'dona | dona ora | fai una donazione | sostienici | sostieni il progetto | sostieni il nostro lavoro | diventa socio | diventa sostenitore | aiutaci',
      ),
      patterns: [
        /^(?:sostieni|sostienici|aiutaci|fai una donazione|dona)(?!\p{L}) ?.{0,20}(?:nostr|giornalismo|progetto|sito|indipendent|donazione).{0,80}/u,
      ],
    },
    'author-box': {
      whole: phrases(`
        informazioni sull'autore | l'autore | l'autrice | sull'autore | chi è l'autore
        visualizza tutti gli articoli | tutti gli articoli | vedi tutti gli articoli
        altri articoli dell'autore | articoli dell'autore | info autore | autore
      `),
      patterns: [/^(?:visualizza|vedi|leggi) tutti gli articoli di .{2,50}$/],
    },
    'cookie-notice': {
      whole: phrases(`
        accetta | accetto | accetta tutto | accetta tutti | accetta i cookie | accetta tutti i cookie | rifiuta
        rifiuta tutto | rifiuto | ho capito | va bene, grazie | chiudi | personalizza | gestisci cookie
        gestisci preferenze | preferenze cookie | impostazioni cookie | cookie policy | continua senza accettare
      `),
      patterns: [
        /^(?:questo sito|il sito|il nostro sito|il presente sito|utilizziamo|usiamo|noi e|questo blog|questo portale|continuando|proseguendo|cliccando|navigando|chiudendo).{0,120}cookies?/,
      ],
    },
    copyright: {
      patterns: [
        /tutti i diritti (?:sono )?riservati/,
        /^(?:©? ?riproduzione riservata|è vietata la riproduzione|vietata la riproduzione|riproduzione vietata|riproduzione (?:anche parziale|consentita))(?!\p{L})/u,
        /^questo blog non rappresenta una testata giornalistica/,
      ],
    },
    disclaimer: {
      patterns: [
        /^(?:le opinioni|i contenuti|gli articoli|il contenuto|i testi).{0,80}(?:responsabilità|rispecchiano|riflettono|rappresentano|espress[ei])/,
      ],
    },
    'site-footer': {
      whole: phrases(`
        chi siamo | contatti | contattaci | la redazione | redazione | pubblicità su questo sito
        fai pubblicità | lavora con noi | note legali | informativa privacy | informativa sulla privacy
        privacy policy | informativa cookie | termini e condizioni | termini di servizio | condizioni d'uso
        condizioni generali | mappa del sito | gerenza | aiuto | disclaimer | scrivici | dati societari
        la pubblicità | dichiarazione di accessibilità
      `),
      patterns: [
        /^(?:direttore responsabile|registrazione (?:al )?tribunale|reg\. trib\.|testata (?:giornalistica )?registrata|p\. ?iva|partita iva)(?!\p{L}).{0,120}/u,
      ],
    },
    'image-credit': {
      whole: phrases(`
        ingrandisci | ingrandisci immagine | galleria fotografica | fotogallery | clicca per ingrandire
      `),
      patterns: [
        /^(?:immagine|immagini|foto|foto di|fotografia|crediti|crediti foto|credit|credits|fonte foto|immagine di copertina|illustrazione) ?(?::|©|\/|\| )/,
      ],
    },
    player: {
      whole: phrases(
        'ascolta | guarda il video | guarda video | riproduci | diretta | in diretta | ascolta la notizia',
      ),
    },
    counter: {
      patterns: [
        /^tempo (?:stimato )?di lettura ?(?:: ?.{1,24}|.{0,14}0.{0,14})$/,
        /^0 ?(?:min|minut[oi]) di lettura$/,
        /^(?:0[ .,]?)+ ?(?:visualizzazioni|visite|letture|condivisioni|mi piace)$/,
        /^(?:visualizzazioni|visite|letture|condivisioni) ?: ?(?:0[ .,]?)+$/,
      ],
    },
    'form-answer': {
      whole: phrases(`
        grazie per esserti iscritto | grazie per l'iscrizione | grazie per la tua iscrizione
        il tuo messaggio è stato inviato | messaggio inviato con successo | si è verificato un errore. riprova
        si è verificato un errore, riprova più tardi
      `),
    },
    'table-of-contents': {
      whole: phrases("sommario | contenuti | in questa pagina | indice articolo | indice dell'articolo"),
    },
    'gallery-position': {
      whole: phrases(
        'guarda le foto | vedi la gallery | vai alla gallery | apri la galleria | tutte le foto | schermo intero',
      ),
      patterns: [/^(?:foto|immagine|slide) 0 di 0$/],
    },
    'click-notice': {
      patterns: [/^.{0,80}(?:clicca|clicca e leggi|cliccate|cliccare|clic) (?:qui|su questo link|al link)$/],
    },
    'scan-viewer': {
      whole: phrases('segnala un errore | segnala errore | hai trovato un errore?'),
      patterns: [/^(?:hai (?:trovato|notato)|avete trovato) un errore(?: n\p{L}* \p{L}+)? ?\?.{0,80}/u],
    },
    'mail-furniture': {
      whole: phrases(
        "cancella iscrizione | cancellati | disiscriviti | annulla l'iscrizione | visualizza nel browser | visualizza questa email nel browser",
      ),
      patterns: [/^(?:hai ricevuto|ricevi) questa (?:e-?mail|newsletter)(?!\p{L}).{0,120}/u],
    },
    'forum-furniture': {
      whole: phrases(
        'rispondi citando | risposta rapida | segnala messaggio | messaggio privato | discussioni simili | indice del forum | nuova discussione | argomenti simili',
      ),
    },
    'wiki-furniture': {
      whole: phrases(
        "da wikipedia, l'enciclopedia libera | modifica wikitesto | [modifica | modifica wikitesto] | vai alla navigazione vai alla ricerca",
      ),
      patterns: [/^(?:questa pagina è stata modificata per l'ultima volta|lo stesso argomento in dettaglio ?:).{0,90}/],
    },
    shop: {
      whole: phrases(
        'acquista | acquista ora | acquista il libro | acquista su amazon | compra ora | compra il libro | aggiungi al carrello | ordina ora',
      ),
    },
    'sales-button': {
      whole: phrases(
        'prova gratis | prova gratuita | prova ora | richiedi un preventivo | richiedi preventivo | richiedi una demo | prenota una demo | inizia ora',
      ),
    },
  },
}
