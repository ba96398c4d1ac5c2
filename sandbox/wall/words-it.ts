import { FAULT_WORDS } from "./fault-words-it.ts";
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
  meets: {
    title: "Che cosa colpiscono",
    names: {
      feed: "Post",
      photos: "Foto",
      photo_stories: "Storie con foto",
      video_stories: "Storie con video",
      video_reels: "Reel",
      rupload: "Caricamento video",
      post: "Modifica ed eliminazione",
      comments: "Commenti",
      messages: "Messaggi",
    },
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
    earlierStories: (count) =>
      `Le più recenti; ${count === 1 ? "un'altra" : `altre ${count}`} prima di queste.`,
    left: (minutes) =>
      minutes < 60 ? `ancora ${minutes}\u00a0min` : `ancora ${Math.round(minutes / 60)}\u00a0h`,
    video: "Video",
    reel: "Reel",
    noAlt: "Immagine senza testo alternativo",
    gone: "Le immagini di questo post non ci sono più.",
  },
  faults: FAULT_WORDS,
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
