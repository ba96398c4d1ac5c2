import type { Words } from "./words.ts";

const reconnect =
  "Ricollegate la Pagina con un nuovo token. Ciò che è in attesa partirà da solo dopo il collegamento.";
const nothingToDo = "Non serve fare nulla: Bacheca riprova da sola.";
const looksItUp =
  "Non serve fare nulla: Bacheca guarda sulla Pagina se il post c'è, e lo rimanda solo se è sicuro che manchi.";
const waits = "Non serve fare nulla: i post restano in coda e ripartono da soli quando Facebook lo permette.";
const renewToken =
  "Ricollegate la Pagina dalla pagina Profili prima della scadenza, così nessun post dovrà aspettare.";
const renewAccess =
  "La persona che ha collegato la Pagina deve accedere di nuovo con Facebook all'app, prima della scadenza.";

const reasons: Words["reasons"] = {
  "token-invalid": { happened: "Facebook non accetta più il token della Pagina.", toDo: reconnect },
  "token-expired": { happened: "Il token della Pagina è scaduto.", toDo: reconnect },
  "token-invalidated": { happened: "Facebook ha annullato il token della Pagina.", toDo: reconnect },
  "password-changed": {
    happened: "La persona che ha collegato la Pagina ha cambiato la password, e il token non vale più.",
    toDo: reconnect,
  },
  "login-check-needed": {
    happened: "Facebook chiede un controllo di sicurezza alla persona che ha collegato la Pagina.",
    toDo: "Questa persona deve entrare su facebook.com, completare il controllo e poi ricollegare la Pagina.",
  },
  "person-unconfirmed": {
    happened: "La persona che ha collegato la Pagina non ha ancora confermato il proprio profilo Facebook.",
    toDo: "Questa persona deve confermare il profilo su facebook.com e poi ricollegare la Pagina.",
  },
  "app-removed": {
    happened: "L'app è stata tolta dal profilo della persona che ha collegato la Pagina.",
    toDo: reconnect,
  },
  "role-lost": {
    happened: "La persona che ha collegato la Pagina non ha più un ruolo sulla Pagina.",
    toDo: "Ridatele il ruolo in Impostazioni > Accesso alla Pagina, oppure ricollegate con un'altra persona.",
  },
  "session-ended": { happened: "L'accesso a Facebook è terminato.", toDo: reconnect },
  "code-used": {
    happened: "Il codice di collegamento di Facebook era già stato usato.",
    toDo: "Ricominciate il collegamento della Pagina dall'inizio.",
  },
  "code-refused": {
    happened:
      "Facebook non ha accettato il codice di collegamento: forse sono passati troppi minuti, o l'indirizzo di ritorno non è quello registrato nell'app.",
    toDo: "Ricominciate il collegamento. Se succede di nuovo, controllate nell'app Meta l'indirizzo di ritorno mostrato nella pagina Profili.",
  },
  "login-cancelled": {
    happened: "Il collegamento è stato annullato nella finestra di Facebook.",
    toDo: "Nulla è cambiato. Quando volete, ricominciate il collegamento e scegliete «Continua».",
  },
  "login-refused": {
    happened: "Facebook non ha permesso il collegamento.",
    toDo: "Controllate che l'app Meta sia in modalità Live e che chi accede vi abbia un ruolo, poi riprovate.",
  },
  "no-pages": {
    happened: "Facebook non ha indicato nessuna Pagina.",
    toDo: "Ricominciate e, nella finestra di Facebook, spuntate la Pagina da collegare. Se non compare, chi accede non ha un ruolo sulla Pagina, oppure la Pagina è in un portfolio aziendale che non la condivide con l'app.",
  },
  "not-connected": {
    happened: "La Pagina non è ancora collegata: nessuno le ha dato un token.",
    toDo: "Collegatela dalla pagina Profili, con Facebook o incollando un token. Ciò che è in attesa partirà da solo.",
  },
  "token-of-an-app": {
    happened: "Il token è quello dell'app, che non può parlare a nome di una Pagina.",
    toDo: "Incollate il token di un utente di sistema, di una persona o della Pagina.",
  },
  "page-token-needed": {
    happened: "Il token non è della Pagina: Facebook pubblica solo con il token della Pagina stessa.",
    toDo: "Prendete il token della Pagina (non quello della persona) e inseritelo nelle impostazioni del profilo.",
  },
  "token-of-a-person": {
    happened: "Il token è di una persona o di un utente di sistema, non della Pagina.",
    toDo: "Con quel token chiedete a Facebook il token della Pagina (/me/accounts) e inserite quest'ultimo.",
  },
  "token-of-another-page": {
    happened: "Il token appartiene a un'altra Pagina o a una persona.",
    toDo: "Controllate il numero della Pagina e inserite il token di questa Pagina.",
  },
  "token-of-another-app": {
    happened: "Il token è stato creato con un'altra app: i post non si potranno modificare.",
    toDo: "Create il token con l'app indicata nelle impostazioni, oppure correggete appId e appSecret.",
  },
  "permission-missing": {
    happened: "Manca un permesso di Facebook per questa operazione.",
    toDo: "Ricollegate la Pagina concedendo tutti i permessi chiesti (almeno pages_manage_posts e pages_read_engagement).",
  },
  "read-permission-missing": {
    happened: "Manca il permesso di leggere i post della Pagina.",
    toDo: "Ricollegate la Pagina concedendo anche il permesso pages_read_engagement.",
  },
  "task-missing": {
    happened: "La persona che ha collegato la Pagina non può creare contenuti sulla Pagina.",
    toDo: "Datele l'attività Contenuti in Impostazioni > Accesso alla Pagina; i post ripartono dopo il collegamento.",
  },
  "page-restricted": {
    happened: "Facebook ha limitato la Pagina.",
    toDo: "Aprite la Pagina su facebook.com, leggete gli avvisi sul suo stato e, se è un errore, chiedete una verifica.",
  },
  "page-not-found": {
    happened: "Con questo token la Pagina non si vede: non esiste, non è pubblica o il token non è suo.",
    toDo: "Controllate il numero della Pagina e che sia pubblicata, poi ricollegatela.",
  },
  "page-not-granted": {
    happened: "Il permesso c'è, ma non per questa Pagina.",
    toDo: "Ricollegate e, nella finestra di Facebook, spuntate anche questa Pagina.",
  },
  "capability-missing": {
    happened: "L'app di Facebook non può usare questa funzione.",
    toDo: "Controllate l'app su developers.facebook.com: dev'essere attiva (Live) e avere l'accesso alle Pagine.",
  },
  "new-page-unsupported": {
    happened: "La Pagina usa la nuova versione delle Pagine e il ruolo o il token non bastano.",
    toDo: "Serve una persona con accesso completo alla Pagina: fatele ricollegare la Pagina.",
  },
  "terms-not-accepted": {
    happened:
      "Chi amministra la Pagina non ha ancora accettato le condizioni di Facebook per questa funzione.",
    toDo: "Chi amministra la Pagina apra Meta Business Suite e accetti le condizioni proposte.",
  },
  "messaging-permission-missing": {
    happened: "L'app non ha il permesso di scrivere messaggi a chi non ne fa parte.",
    toDo: "Chiedete per l'app l'accesso avanzato a pages_messaging su developers.facebook.com.",
  },
  "proof-refused": {
    happened: "Facebook non accetta la prova fatta con la chiave segreta dell'app, o non l'ha ricevuta.",
    toDo: "Inserite in appSecret la chiave segreta dell'app del token (Impostazioni > Di base dell'app).",
  },
  "app-limit": { happened: "L'app ha raggiunto il limite di chiamate di Facebook.", toDo: waits },
  "person-limit": {
    happened: "La persona del token ha raggiunto il limite di chiamate di Facebook.",
    toDo: waits,
  },
  "page-limit": { happened: "La Pagina ha raggiunto il limite di chiamate di Facebook.", toDo: waits },
  "page-limit-near": {
    happened: "La Pagina ha quasi raggiunto il limite di chiamate di Facebook, e Bacheca rallenta per tempo.",
    toDo: waits,
  },
  "posting-limit": {
    happened: "La Pagina ha raggiunto il numero di post che Facebook permette per ora.",
    toDo: "I post ripartono da soli. Se capita spesso, impostate un tetto giornaliero o il riepilogo.",
  },
  "request-limit": { happened: "Facebook chiede una pausa tra una chiamata e l'altra.", toDo: waits },
  "thread-limit": {
    happened: "Troppi messaggi nella stessa conversazione in poco tempo.",
    toDo: "Non serve fare nulla: la risposta parte da sola dopo la pausa.",
  },
  "posting-too-fast": {
    happened: "Facebook giudica troppo rapida la pubblicazione e l'ha bloccata per un periodo.",
    toDo: "I post aspettano un giorno. Intanto impostate una distanza minima tra i post e un tetto giornaliero.",
  },
  "blocked-for-abuse": {
    happened: "Facebook ha bloccato questa operazione perché la ritiene contraria alle sue regole.",
    toDo: "Aprite la Pagina su facebook.com, leggete gli avvisi sul suo stato e chiedete una verifica; i post aspettano un giorno.",
  },
  "invalid-parameter": {
    happened: "Facebook ha rifiutato il contenuto della richiesta.",
    toDo: "Guardate il testo e il link di questa notizia, correggeteli e riprovate; il dettaglio dice che cosa manca.",
  },
  "edit-not-allowed": {
    happened: "Facebook non lascia modificare o togliere questo post a questa app.",
    toDo: "Modificate o togliete il post a mano su Facebook: lo ha creato un'altra app o una persona.",
  },
  "object-missing": {
    happened: "Su Facebook questo oggetto non c'è più, o non si vede con questo token.",
    toDo: "Controllate sulla Pagina; se è stato tolto a mano, non serve fare altro.",
  },
  "person-unreachable": {
    happened: "Questa persona non può ricevere messaggi dalla Pagina.",
    toDo: "Rispondete per un'altra via, se la conoscete; altrimenti chiudete la conversazione.",
  },
  "outside-window": {
    happened: "È passato il tempo entro cui Facebook lascia rispondere.",
    toDo: "Aspettate che la persona scriva di nuovo, o rispondete dalla posta di Meta Business Suite.",
  },
  "message-unavailable": {
    happened: "Il messaggio è stato cancellato o è troppo vecchio, o la funzione è limitata.",
    toDo: "Aprite la conversazione nella posta di Meta Business Suite e rispondete da lì.",
  },
  "attachment-unusable": {
    happened: "Facebook non è riuscito a usare l'allegato.",
    toDo: "Controllate che il file si apra e che non sia troppo grande, poi riprovate.",
  },
  "image-unusable": {
    happened: "Facebook non è riuscito a usare l'immagine.",
    toDo: "Usate un'immagine JPEG o PNG più piccola e riprovate.",
  },
  "video-unusable": {
    happened: "Facebook non è riuscito a usare il video.",
    toDo: "Controllate durata, dimensioni e formato del video, poi riprovate.",
  },
  "upload-interrupted": {
    happened: "L'invio del video a Facebook si è interrotto.",
    toDo: "Non serve fare nulla: Bacheca riprende da dove era arrivata. Se dura, controllate la linea del server.",
  },
  "upload-address-strange": {
    happened: "Facebook ha indicato un indirizzo inatteso per il video; Bacheca non vi ha mandato nulla.",
    toDo: "Il dettaglio dice quale. Se è di Meta, scrivetelo in uploadUrl nelle impostazioni del profilo e rimandate il post.",
  },
  "media-not-prepared": {
    happened: "Le immagini o il video di questo post non sono più a disposizione.",
    toDo: "Guardate sulla Pagina se il post c'è già; se manca, rimandatelo: Bacheca li prepara di nuovo.",
  },
  "story-stays": {
    happened: "Facebook non permette ai programmi di modificare o togliere una storia.",
    toDo: "Non serve fare nulla: la storia sparisce da sola dopo 24 ore. Se è urgente, toglietela a mano su Facebook.",
  },
  "feature-unavailable": {
    happened: "Questa funzione non è disponibile per la Pagina.",
    toDo: "Alcune funzioni chiedono almeno 100 follower o un'impostazione della Pagina: controllatele su Facebook.",
  },
  "conversation-elsewhere": {
    happened: "La conversazione è in mano a un'altra app.",
    toDo: "Rispondete dalla posta di Meta Business Suite, o fate rilasciare la conversazione dall'altra app.",
  },
  "text-empty": {
    happened: "Nella risposta non c'è scritto nulla.",
    toDo: "Scrivete qualcosa e inviate di nuovo.",
  },
  "text-too-long": {
    happened: "La risposta è troppo lunga per Facebook, e Bacheca non taglia le vostre parole.",
    toDo: "Accorciatela, o dividetela in due messaggi, e inviate di nuovo.",
  },
  "answer-permission-missing": {
    happened: "Manca il permesso di rispondere ai commenti e di moderarli.",
    toDo: "Ricollegate la Pagina concedendo anche pages_manage_engagement e pages_read_user_content, con una persona che può moderare.",
  },
  "human-answer-not-granted": {
    happened: "Sono passate più di 24 ore, e l'app non ha la funzione Human Agent per rispondere più tardi.",
    toDo: "Rispondete dalla posta di Meta Business Suite, o chiedete la funzione Human Agent su developers.facebook.com.",
  },
  "answer-refused": {
    happened: "Facebook non ha accettato questa risposta.",
    toDo: "Guardate il testo e riprovate; se non passa, rispondete dalla posta di Meta Business Suite. Il dettaglio riporta le parole di Facebook.",
  },
  "private-reply-closed": {
    happened:
      "A questo commento non si può più rispondere in privato: Facebook lo permette una volta sola, entro 7 giorni, e mai a un'altra Pagina.",
    toDo: "Rispondete sotto il commento, senza dati personali, e invitate la persona a scrivere alla Pagina.",
  },
  "hide-not-allowed": {
    happened: "Facebook non lascia nascondere questo commento, per esempio perché è della Pagina stessa.",
    toDo: "Se non deve restare, eliminatelo.",
  },
  "insights-permission-missing": {
    happened: "Manca il permesso di leggere le statistiche della Pagina.",
    toDo: "Ricollegate la Pagina concedendo anche read_insights, con una persona che può vedere le statistiche.",
  },
  "answer-uncertain": {
    happened: "Facebook non ha confermato se la risposta è arrivata.",
    toDo: "Non serve fare nulla: Bacheca guarda se la risposta c'è, e la rimanda solo se è sicuro che manchi.",
  },
  "callback-not-verified": {
    happened: "Facebook ha provato l'indirizzo a cui mandare gli eventi e non ha avuto la risposta attesa.",
    toDo: "Controllate che l'indirizzo pubblico di Bacheca si apra da fuori, in https e con un certificato valido; poi Bacheca riprova da sola.",
  },
  "link-not-readable": {
    happened: "Facebook non è riuscito a leggere la pagina del link per farne l'anteprima.",
    toDo: "Bacheca riprova da sola. Se continua, controllate che l'indirizzo pubblico di Bacheca si apra da fuori.",
  },
  "already-there": {
    happened: "Facebook dice che questo post c'è già.",
    toDo: "Non serve fare nulla: Bacheca cerca il post sulla Pagina e ne prende nota.",
  },
  "not-visible-yet": { happened: "Il post forse c'è, ma Facebook non lo mostra ancora.", toDo: looksItUp },
  "facebook-unsure": {
    happened: "Facebook ha avuto un guasto e non ha detto se il post è uscito.",
    toDo: looksItUp,
  },
  "unknown-code": {
    happened: "Facebook ha risposto con un errore che Bacheca non conosce.",
    toDo: `${looksItUp} Se capita ancora, mandate il dettaglio a chi cura Bacheca.`,
  },
  "server-error": { happened: "I server di Facebook hanno risposto con un guasto.", toDo: looksItUp },
  "answer-not-readable": {
    happened: "È arrivata una risposta che non sembra di Facebook.",
    toDo: `${looksItUp} Se continua, controllate che nessun proxy o firewall cambi il traffico verso Facebook.`,
  },
  "answer-without-id": {
    happened: "Facebook ha detto di sì, ma senza il numero del post.",
    toDo: looksItUp,
  },
  "answer-lost": {
    happened: "La richiesta è partita ma la risposta non è arrivata.",
    toDo: looksItUp,
  },
  "name-not-found": {
    happened: "Il nome del server di Facebook non si trova.",
    toDo: `${nothingToDo} Se dura, controllate la rete e il DNS del server.`,
  },
  unreachable: {
    happened: "Facebook non è raggiungibile da questo server.",
    toDo: `${nothingToDo} Se dura, controllate la rete e il firewall verso graph.facebook.com.`,
  },
  "private-address": {
    happened: "L'indirizzo di Facebook porta a una rete interna, e Bacheca non ci va.",
    toDo: "Controllate il DNS e graphUrl. Solo per l'ambiente di prova impostate allowPrivateAddress: true.",
  },
  "tls-refused": {
    happened: "Il certificato di chi risponde al posto di Facebook non è valido.",
    toDo: "Controllate l'orologio del server e se un proxy apre il traffico cifrato.",
  },
  "address-wrong": {
    happened: "L'indirizzo delle chiamate a Facebook è scritto male.",
    toDo: "Correggete graphUrl nelle impostazioni del profilo (di norma https://graph.facebook.com).",
  },
  "search-incomplete": {
    happened:
      "Non è stato possibile leggere fino in fondo ciò che la Pagina mostra, per cercare il nostro post o la nostra risposta.",
    toDo: "Guardate se c'è, e dite a Bacheca che cosa avete trovato.",
  },
  "story-past": {
    happened:
      "È passato più di un giorno: se la storia era uscita, è già sparita da sola e non si può più cercare.",
    toDo: "Se l'avete vista, o se non serve più, lasciatela perdere; altrimenti rimandatela.",
  },
  "app-not-configured": {
    happened: "Senza appId e appSecret non si possono controllare permessi e scadenze del token.",
    toDo: "Inseriteli nelle impostazioni del profilo (si trovano in Impostazioni > Di base dell'app).",
  },
  "app-credentials-wrong": {
    happened: "Facebook non accetta il numero o la chiave segreta dell'app.",
    toDo: "Ricopiate appId e appSecret da Impostazioni > Di base dell'app su developers.facebook.com.",
  },
  "token-expires-within-30-days": {
    happened: "Il token della Pagina scade entro 30 giorni.",
    toDo: renewToken,
  },
  "token-expires-within-10-days": {
    happened: "Il token della Pagina scade entro 10 giorni.",
    toDo: renewToken,
  },
  "token-expires-within-3-days": {
    happened: "Il token della Pagina scade entro 3 giorni.",
    toDo: renewToken,
  },
  "data-access-expired": {
    happened: "L'accesso ai dati concesso all'app è scaduto: commenti e nomi non si leggono più.",
    toDo: "La persona che ha collegato la Pagina deve accedere di nuovo con Facebook all'app.",
  },
  "data-access-expires-within-30-days": {
    happened: "L'accesso ai dati concesso all'app scade entro 30 giorni.",
    toDo: renewAccess,
  },
  "data-access-expires-within-10-days": {
    happened: "L'accesso ai dati concesso all'app scade entro 10 giorni.",
    toDo: renewAccess,
  },
  "data-access-expires-within-3-days": {
    happened: "L'accesso ai dati concesso all'app scade entro 3 giorni.",
    toDo: renewAccess,
  },
  "version-expired": {
    happened: "Facebook risponde con un'altra versione: quella chiesta non esiste più.",
    toDo: "Aggiornate Bacheca, o graphVersion nelle impostazioni se l'avete scritta voi.",
  },
  "clock-off": {
    happened: "L'orologio del server non va d'accordo con quello di Facebook.",
    toDo: "Attivate la sincronizzazione dell'ora (NTP) sul server.",
  },
};

export const it: Words = {
  reasons,
  general: {
    happened: "Facebook non ha accettato l'operazione, per un motivo che questa versione non conosce.",
    toDo: "Guardate il dettaglio del tentativo e la Pagina; se il motivo non è chiaro, scrivete a chi cura Bacheca.",
  },
};
