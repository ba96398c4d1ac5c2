import type { Words } from "./words.ts";

const nothingToDo = "Non serve fare nulla: Bacheca riprova da sola, sempre più di rado.";

/** Why something stopped or a portal gives nothing: what happened, what to do. */
export const itReasons: Pick<Words, "reasons" | "faults" | "generalFault"> = {
  reasons: {
    flood: {
      happened:
        "Sono arrivate molte notizie nuove tutte insieme: forse un'importazione o un cambio del portale.",
      toDo: "Guardate se sono davvero nuove. Pubblicatele tutte, o scegliete; le altre lasciatele perdere.",
    },
    restored: {
      happened:
        "È stata ripristinata una copia di sicurezza: ciò che è uscito dopo la copia Bacheca non lo ricorda, e può essere già sulla Pagina.",
      toDo: "Guardate sulla Pagina: ciò che c'è già lasciatelo perdere, ciò che manca pubblicatelo.",
    },
    "by-hand": {
      happened: "Una persona lo ha trattenuto.",
      toDo: "Quando è il momento pubblicatelo, oppure lasciatelo perdere.",
    },
    discarded: {
      happened: "Una persona ha deciso di non pubblicarlo.",
      toDo: "Non serve fare nulla.",
    },
    interrupted: {
      happened: "Bacheca si è fermata mentre inviava, e non sa se il post è uscito.",
      toDo: "Non serve fare nulla: Bacheca guarda sulla Pagina e lo rimanda solo se è sicuro che manchi.",
    },
    "gave-up": {
      happened: "Dopo giorni di tentativi il post non è partito.",
      toDo: "Risolvete la causa, poi inviatelo di nuovo.",
    },
    "already-there-not-found": {
      happened: "Facebook dice che il post c'è già, ma sulla Pagina Bacheca non lo trova.",
      toDo: "Guardate sulla Pagina. Se il post non c'è, inviatelo di nuovo; se c'è, non serve altro.",
    },
    slept: {
      happened: "Il computer si era addormentato prima dell'invio.",
      toDo: "Non serve fare nulla: l'invio è stato rifatto.",
    },
    processing: {
      happened: "Facebook ha accettato il video, ma dopo giorni non lo mostra ancora.",
      toDo: "Guardate sulla Pagina. Se il video non c'è, inviatelo di nuovo; se c'è, lasciatelo perdere.",
    },
    "clip-impossible": {
      happened: "Su questa macchina il video non riesce.",
      toDo: "Chi cura Bacheca guardi il dettaglio tecnico: di solito basta installare ffmpeg. Poi inviatelo di nuovo, o scegliete un altro formato.",
    },
    "machine-busy": {
      happened: "La macchina era troppo occupata per fare il video in tempo.",
      toDo: nothingToDo,
    },
    "format-unknown": {
      happened: "La rete di questo profilo non ha questo formato.",
      toDo: "Correggete i formati nel file dell'ente e applicatelo; questo post lasciatelo perdere.",
    },
    "said-gone": {
      happened: "Facebook dice che il post non c'è. Lo dice anche di post appena usciti.",
      toDo: "Non serve fare nulla: Bacheca guarda ancora prima di crederci.",
    },
    "still-there": {
      happened: "Facebook dice che il post non c'è, ma sulla Pagina si vede ancora.",
      toDo: `${nothingToDo} Se dura, controllate i permessi del collegamento, o togliete il post dalla Pagina stessa.`,
    },
    "end-open": {
      happened: "Non si sa ancora se il post è uscito, e prima va chiarito questo.",
      toDo: "Riprovate tra qualche minuto.",
    },
    "format-stays": {
      happened: "Facebook non permette di modificare né di togliere un post di questo formato.",
      toDo: "Se è una storia, sparisce da sola dopo 24 ore; prima, si può togliere solo dalla Pagina stessa.",
    },
    "to-be-removed": {
      happened: "Il post sta per essere tolto dalla Pagina: il suo testo non si cambia più.",
      toDo: "Non serve fare nulla.",
    },
    "no-post": {
      happened: "Sulla Pagina non c'è nessun post da cambiare.",
      toDo: "Non serve fare nulla.",
    },
    disconnected: {
      happened: "Il collegamento con la Pagina non funziona più.",
      toDo: "Ricollegate la Pagina con un nuovo token. Ciò che è in attesa partirà da solo.",
    },
    "login-withdrawn": {
      happened: "La persona che aveva collegato la Pagina ha tolto Bacheca dal proprio profilo Facebook.",
      toDo: "Ricollegate la Pagina, con la stessa persona o con un'altra. Ciò che è in attesa partirà da solo.",
    },
    unexplained: {
      happened: "Si è fermata per un motivo che questa versione non conosce.",
      toDo: "Guardate il dettaglio tecnico, o scrivete a chi cura Bacheca.",
    },
  },
  faults: {
    unreachable: {
      happened: "Il portale non risponde.",
      toDo: `${nothingToDo} Se dura, chiedete a chi cura il portale.`,
    },
    "name-not-found": {
      happened: "L'indirizzo del portale non esiste (il nome non si trova).",
      toDo: "Controllate come è scritto l'indirizzo; se è giusto, chiedete a chi cura il portale.",
    },
    timeout: {
      happened: "Il portale è troppo lento: la risposta non è arrivata in tempo.",
      toDo: nothingToDo,
    },
    "private-address": {
      happened: "L'indirizzo del portale porta a una rete interna, e Bacheca non ci va senza permesso.",
      toDo: "Se il portale è davvero nella vostra rete, impostate allowPrivateAddress: true per questa fonte.",
    },
    tls: {
      happened: "Il certificato del portale non è valido.",
      toDo: "Chiedete a chi cura il portale di rinnovarlo: anche i cittadini vedono l'avviso.",
    },
    "too-many-redirects": {
      happened: "Il portale rimanda da un indirizzo all'altro senza fine.",
      toDo: "Aprite l'indirizzo nel browser e usate quello a cui si arriva.",
    },
    "too-large": {
      happened: "Il portale manda un elenco troppo grande.",
      toDo: "Chiedete un feed con le sole notizie recenti.",
    },
    "http-status": {
      happened: "Il portale risponde con un errore.",
      toDo: "Aprite l'indirizzo nel browser; se l'errore resta, chiedete a chi cura il portale.",
    },
    busy: { happened: "Il portale chiede di aspettare.", toDo: nothingToDo },
    "empty-body": { happened: "Il portale manda una pagina vuota.", toDo: nothingToDo },
    "not-a-feed": {
      happened: "A questo indirizzo non c'è un feed.",
      toDo: "Cercate sul portale l'indirizzo RSS o Atom e correggete quello della fonte.",
    },
    "html-instead": {
      happened: "Al posto del feed arriva una pagina web: un errore, un accesso, una manutenzione.",
      toDo: "Aprite l'indirizzo nel browser e guardate che cosa dice.",
    },
    broken: {
      happened: "Il feed è rovinato e non si riesce a leggere.",
      toDo: `${nothingToDo} Se dura, segnalatelo a chi cura il portale.`,
    },
  },
  generalFault: {
    happened: "Il portale non dà notizie leggibili, per un motivo che questa versione non conosce.",
    toDo: nothingToDo,
  },
};
