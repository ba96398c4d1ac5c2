import { FAULT_GROUPS, type Words } from "./words.ts";

const PANEL: Words["panel"] = {
  title: "Banco dei guasti",
  intro: "Qui si rompe Facebook apposta, per vedere se in bacheca resta tutto giusto.",
  token: {
    title: "Token della Pagina",
    states: {
      valid: "valido",
      expired: "scaduto (190/463)",
      password: "annullato da un cambio di password (190/460)",
      "not-installed": "app non più autorizzata (190/458)",
      checkpoint: "fermo a un controllo di sicurezza (190/459)",
      invalidated: "invalidato (190/467)",
      "role-lost": "ruolo sulla Pagina perso (190/492)",
      unconfirmed: "persona non confermata (190/464)",
    },
    expire: "Fallo scadere",
    password: "Cambio password",
    restore: "Rinnova il token",
    what: "Finché non è rinnovato, ogni chiamata riceve l'errore 190.",
  },
  lag: {
    title: "Ritardo di lettura",
    what: "Un post appena creato resta invisibile a chi rilegge la Pagina.",
    label: "Secondi",
    set: "Imposta",
    now: (seconds) => (seconds === 0 ? "Nessun ritardo." : `Ora: ${seconds.toLocaleString("it-IT")} s.`),
  },
  active: {
    title: "Accesi adesso",
    none: "Nessun guasto acceso.",
    on: "acceso",
    off: "Spegni",
    allOff: "Spegni tutto",
    remaining: (count) =>
      count === "forever"
        ? "finché non si spegne"
        : count === 1
          ? "ancora una volta"
          : `ancora ${count} volte`,
    throttled: (seconds) => `La Pagina è frenata ancora per circa ${seconds}\u00a0s.`,
    held: (count) => (count === 1 ? "Una chiamata è trattenuta." : `${count} chiamate sono trattenute.`),
    release: "Lascia andare",
  },
  times: { once: "Una volta", five: "5 volte", forever: "Sempre" },
  groups: [
    { title: "Pubblica, ma dice un'altra cosa", modes: FAULT_GROUPS.after },
    { title: "Non pubblica e non è raggiungibile", modes: FAULT_GROUPS.before },
    { title: "Troppe chiamate", modes: FAULT_GROUPS.limits },
    { title: "Rifiuti", modes: FAULT_GROUPS.refusals },
    { title: "Lentezza", modes: FAULT_GROUPS.slow },
    { title: "Video", modes: FAULT_GROUPS.films },
  ],
  calls: {
    title: "Ultime chiamate",
    none: "Nessuna chiamata ricevuta.",
    what: "Che cosa è successo davvero e che cosa è stato risposto.",
  },
};

export const ITALIAN: Words = {
  banner: {
    word: "Simulazione",
    sentence: "Non è Facebook: è una prova, e nulla è pubblicato davvero.",
  },
  skip: "Vai ai post",
  otherLanguage: { label: "English", lang: "en" },
  pages: "Pagine simulate",
  category: "Pagina di prova · ente pubblico",
  posts: (count) => `${count.toLocaleString("it-IT")} post`,
  duplicates: (count) => (count === 1 ? "1 doppione" : `${count.toLocaleString("it-IT")} doppioni`),
  duplicate: "Doppione",
  duplicateHint: "Stesso testo e stesso collegamento di un post già presente",
  hidden: "Nascosto",
  edited: "modificato",
  empty: { title: "La bacheca è vuota", text: "I post compaiono qui da soli appena arrivano." },
  older: "Post precedenti",
  newest: "Torna ai più recenti",
  wallOf: "Bacheca simulata",
  permalink: "Apri questo post da solo",
  notFound: {
    title: "Qui non c'è niente",
    text: "Il post o la Pagina non esiste, oppure è stato eliminato.",
    back: "Torna alla bacheca",
  },
  panel: PANEL,
  media: {
    stories: "Storie",
    left: (minutes) =>
      minutes < 60 ? `ancora ${minutes}\u00a0min` : `ancora ${Math.round(minutes / 60)}\u00a0h`,
    video: "Video",
    reel: "Reel",
    noAlt: "Immagine senza testo alternativo",
    gone: "Le immagini e i video non restano da un avvio all'altro della simulazione.",
  },
  faults: {
    "lost-after": {
      title: "Risposta persa dopo aver pubblicato",
      imitates: "Il post esce, ma la connessione cade prima della risposta.",
    },
    "error-2-after": {
      title: "Errore 500, ma ha pubblicato",
      imitates: "Risponde «riprova più tardi» (codice 2) anche se il post è uscito.",
    },
    "error-1-99-after": {
      title: "Errore ignoto, ma ha pubblicato",
      imitates: "Risponde «errore sconosciuto» (codice 1/99) anche se il post è uscito.",
    },
    "html-502-after": {
      title: "Pagina 502, ma ha pubblicato",
      imitates: "Un intermediario risponde in HTML dopo che il post è uscito.",
    },
    "truncated-after": {
      title: "Risposta troncata",
      imitates: "Il post esce, ma arriva solo metà della risposta JSON.",
    },
    "no-id-after": {
      title: "Risposta senza identificativo",
      imitates: "Il post esce e la risposta è 200, ma vuota: manca l'id.",
    },
    "lost-before": {
      title: "Connessione caduta prima",
      imitates: "La connessione cade senza che sia uscito nulla.",
    },
    unavailable: {
      title: "Servizio non disponibile",
      imitates: "Risponde 503 in JSON (codice 2) e davvero non pubblica.",
    },
    "html-502": {
      title: "Pagina 502",
      imitates: "Un intermediario risponde in HTML al posto di Facebook e nulla è uscito.",
    },
    "rate-limit-80001": {
      title: "Limite della Pagina (80001)",
      imitates: "Troppe chiamate su questa Pagina: frenata per 30 secondi, annunciati nell'intestazione.",
    },
    "rate-limit-32": {
      title: "Limite della Pagina (32)",
      imitates: "La forma più vecchia dello stesso limite, per 30 secondi.",
    },
    "app-limit-4": {
      title: "Limite dell'app (4)",
      imitates: "L'intera app ha chiamato troppo: 30 secondi di attesa.",
    },
    "permission-lost": {
      title: "Permesso tolto (200)",
      imitates: "Qualcuno ha revocato all'app il permesso di pubblicare.",
    },
    "blocked-368": {
      title: "Blocco per abuso (368)",
      imitates: "Facebook giudica troppo veloce o scorretto il comportamento dell'app.",
    },
    "scrape-failed": {
      title: "Anteprima impossibile (1609005)",
      imitates: "Il visitatore automatico non riesce a leggere la pagina collegata.",
    },
    "invalid-100-trace-490": {
      title: "Parametro non valido (100)",
      imitates: "Un rifiuto comune, il cui codice di traccia contiene per caso «490».",
    },
    slow: { title: "Risposta lenta", imitates: "Il post esce subito, la risposta arriva dopo 10 secondi." },
    "slow-before": {
      title: "Esecuzione lenta",
      imitates: "Il post esce dopo 10 secondi, anche se chi ha chiamato se n'è già andato.",
    },
    hold: {
      title: "Chiamata trattenuta",
      imitates: "La richiesta resta ferma prima di agire finché non la si lascia andare.",
    },
    "hold-after": {
      title: "Risposta trattenuta",
      imitates: "Il post esce, la risposta resta ferma finché non la si lascia andare.",
    },
    "token-expired": {
      title: "Token scaduto (190/463)",
      imitates: "Il token della Pagina non vale più finché non è rinnovato.",
    },
    "token-password": {
      title: "Password cambiata (190/460)",
      imitates: "Chi ha collegato la Pagina ha cambiato la password.",
    },
    "upload-cut": {
      title: "Caricamento interrotto",
      imitates: "Di un video arriva la metà, poi la connessione cade.",
    },
    "film-refused": {
      title: "Video rifiutato (6000)",
      imitates: "Il video arriva tutto, ma l'elaborazione finisce con un errore.",
    },
    "read-lag": {
      title: "Letture in ritardo",
      imitates: "Chi rilegge la Pagina non vede ancora i post appena usciti.",
    },
  },
  did: {
    nothing: "nessun effetto",
    uploaded: "ha ricevuto un file",
    created: "ha pubblicato",
    edited: "ha modificato",
    deleted: "ha eliminato",
    commented: "ha commentato",
    moderated: "ha moderato",
    messaged: "ha scritto in privato",
    configured: "ha cambiato impostazioni",
  },
  told: ({ answered }) => {
    if (!answered) return "in attesa di risposta";
    if (answered.kind === "lost") return "risposta persa";
    if (answered.kind === "gone") return "chi chiamava se n'è andato";
    if (answered.truncated) return "risposta troncata";
    if (answered.code !== undefined)
      return `risposto errore ${answered.code}${answered.subcode ? `/${answered.subcode}` : ""}`;
    return `risposto ${answered.status}`;
  },
  news: (count) => (count === 1 ? "È arrivato un nuovo post." : `Sono arrivati ${count} nuovi post.`),
};
