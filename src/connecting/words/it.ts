import type { ConnectingWords } from "./words.ts";

export const it: ConnectingWords = {
  reasons: {
    "no-app": {
      happened: "Per questo ente non è descritta nessuna app con cui collegarsi.",
      toDo: "Chi cura il server la descrive in «apps» nel file dell'ente e usa bacheca apply. La guida «Collegare una Pagina» dice come.",
    },
    "return-unreadable": {
      happened: "Il ritorno dalla finestra di accesso non contiene ciò che serve.",
      toDo: "Ricominciate il collegamento dalla pagina Profili, senza usare un indirizzo salvato.",
    },
    "login-unknown": {
      happened: "Questo ritorno non appartiene a un collegamento cominciato da questo browser.",
      toDo: "Ricominciate dalla pagina Profili e finite nello stesso browser. Se succede di nuovo, aprite la scrivania al suo indirizzo pubblico e permettete i cookie.",
    },
    "login-expired": {
      happened: "Il collegamento è rimasto aperto troppo a lungo e non vale più.",
      toDo: "Ricominciate: ci sono dieci minuti per finire.",
    },
    "login-used": {
      happened: "Questo collegamento era già stato concluso.",
      toDo: "Guardate nella pagina Profili se il profilo è collegato; se non lo è, ricominciate.",
    },
    "choice-over": {
      happened: "La scelta delle Pagine non è più aperta: è già stata fatta, oppure è passata mezz'ora.",
      toDo: "Guardate nella pagina Profili se il profilo è collegato; se non lo è, ricominciate.",
    },
    "none-chosen": {
      happened: "Non avete scelto nessuna Pagina.",
      toDo: "Spuntate almeno una Pagina, poi premete «Collega».",
    },
    "page-taken": {
      happened: "La Pagina scelta appartiene già a un altro ente di questa installazione.",
      toDo: "Una Pagina si collega una volta sola: chi cura il server dica quale ente la deve tenere.",
    },
    "essential-missing": {
      happened: "Con i permessi dati, sulla Pagina scelta non si può pubblicare.",
      toDo: "Date ciò che manca, poi ricominciate il collegamento.",
    },
    "token-unreadable": {
      happened: "Quello incollato non è un token: è vuoto, è troppo lungo o contiene spazi.",
      toDo: "Copiate il token intero, senza spazi né a capo, e incollatelo di nuovo.",
    },
    "network-in-trouble": {
      happened: "Dall'altra parte c'è un guasto, o non risponde nessuno.",
      toDo: "Riprovate tra qualche minuto. Il dettaglio tecnico dice che cosa è tornato.",
    },
    "other-page": {
      happened: "Fra le Pagine permesse non c'è quella di questo profilo.",
      toDo: "Ricominciate e, nella finestra di accesso, spuntate la Pagina del profilo; oppure collegate una delle altre come profilo nuovo.",
    },
    sealed: {
      happened: "I segreti di questo profilo sono cifrati con un'altra chiave e non si aprono.",
      toDo: "Rimettete la chiave di prima, oppure ricollegate il profilo.",
    },
    "subscription-missing": {
      happened: "Dal canale non arrivano avvisi di ciò che succede sulla Pagina.",
      toDo: "Bacheca riattiva gli avvisi da sola al prossimo controllo. Intanto i post escono, ma commenti e messaggi arrivano tardi.",
    },
    "subscription-unasked": {
      happened: "Non si è potuto vedere se gli avvisi di commenti e messaggi sono attivi.",
      toDo: "Bacheca riprova ogni ora. Se dura, guardate fra i permessi che mancano.",
    },
    "subscription-refused": {
      happened: "Non è stato possibile attivare gli avvisi di commenti e messaggi: i post escono lo stesso.",
      toDo: "Controllate che BACHECA_PUBLIC_URL si apra da Internet con https, e che l'app sia attiva (Live). Bacheca riprova ogni ora.",
    },
    "subscription-unsteady": {
      happened: "Gli avvisi di commenti e messaggi, appena riattivati, si sono spenti di nuovo.",
      toDo: "Guardate nell'app, sotto Webhooks, se ci sono errori di consegna, e che nessun altro programma li tolga. Bacheca riprova ogni ora.",
    },
  },
  checks: {
    page: "Pagina",
    token: "token",
    permissions: "permessi",
    expiry: "scadenza del token",
    "data-access": "scadenza dell'accesso ai dati",
    clock: "orologio",
    version: "versione dell'API",
    subscription: "avvisi di commenti e messaggi",
  },
  never: "mai",
};
