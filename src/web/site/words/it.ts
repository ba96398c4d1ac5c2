import { itChannel, itData } from "./it-channel.ts";
import { itItem } from "./it-item.ts";
import { itLegal } from "./it-legal.ts";
import { itModeration } from "./it-moderation.ts";
import { itSchema } from "./it-schema.ts";
import { itFeedback, itRules, itTalk } from "./it-talk.ts";
import { itContracts, itProfessions } from "./it-work.ts";
import type { SiteWords } from "./words.ts";

const several = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString("it-IT")} ${many}`;

export const it: SiteWords = {
  code: "it",
  other: { code: "en", name: "English" },
  skip: { content: "Vai al contenuto", footer: "Vai al piè di pagina" },
  demo: {
    title: "Dimostrazione",
    text: "L'ente e le notizie che vedete sono inventati.",
  },
  nav: {
    label: "Pagine",
    channel: "Il canale",
    board: "Notizie e offerte",
    data: "Dati e feed",
    poster: "Locandina",
    home: "Tutti gli enti",
    breadcrumb: "Percorso",
    portal: "Portale ufficiale",
  },
  directory: {
    title: "Gli enti su Bacheca",
    lead: "Ogni ente ha qui la sua bacheca: le offerte di lavoro, i corsi e gli avvisi che pubblica.",
    none: {
      title: "Non c'è ancora nessun ente",
      text: "Quando il primo ente sarà configurato, la sua bacheca comparirà qui.",
    },
    desk: "Sei della redazione? Vai alla scrivania",
  },
  kinds: {
    offer: "Offerta di lavoro",
    art16: "Avviamento a selezione (art. 16)",
    "targeted-placement": "Collocamento mirato",
    traineeship: "Tirocinio",
    competition: "Concorso pubblico",
    course: "Corso di formazione",
    event: "Evento",
    notice: "Avviso",
  },
  kindsMany: {
    offer: "Offerte di lavoro",
    art16: "Avviamenti art. 16",
    "targeted-placement": "Collocamento mirato",
    traineeship: "Tirocini",
    competition: "Concorsi",
    course: "Corsi",
    event: "Eventi",
    notice: "Avvisi",
  },
  contracts: itContracts,
  professions: itProfessions,
  states: { open: "Aperte", soon: "In scadenza", all: "Tutte, anche chiuse" },
  standing: {
    open: "Aperta",
    closed: "Chiusa",
    daysLeft: (days) => {
      if (days === 0) return "Scade oggi";
      return days === 1 ? "Scade domani" : `Mancano ${days} giorni`;
    },
    closedOn: (day) => `Chiusa dal ${day}`,
  },
  board: {
    title: "Notizie e offerte di lavoro",
    lead: (authority) => `Tutto quello che pubblica ${authority}, dalla più recente.`,
    count: (found) => (found === 0 ? "Nessuna notizia" : several(found, "notizia", "notizie")),
    page: (page, pages) => `Pagina ${page} di ${pages}`,
    search: "Cerca tra le notizie",
    searchHint: "Per esempio: magazziniere, Cantù, part-time",
    find: "Cerca",
    all: "Tutti i tipi",
    states: "Scadenza",
    kinds: "Tipo",
    more: (chosen) =>
      chosen === 0 ? "Altri filtri: professione, luogo, sede, contratto" : `Altri filtri (${chosen} attivi)`,
    place: "Luogo di lavoro",
    anyPlace: "Tutti i luoghi",
    contract: "Contratto",
    anyContract: "Tutti i contratti",
    profession: "Professione",
    anyProfession: "Tutte le professioni",
    office: "Centro per l'impiego",
    anyOffice: "Tutti i centri",
    apply: "Applica i filtri",
    clear: "Togli tutti i filtri",
    chosen: "Filtri attivi",
    remove: (what) => `Togli il filtro ${what}`,
    alike: (search) => `Nessuna notizia contiene «${search}». Queste hanno parole simili.`,
    empty: {
      title: "La bacheca è ancora vuota",
      text: "Appena il portale pubblica qualcosa, lo trovi qui.",
    },
    nothing: {
      title: "Nessuna notizia con questi filtri",
      text: "Prova con meno parole, con un luogo vicino o guarda anche le notizie chiuse.",
    },
    publishedOn: (day) => `Pubblicata il ${day}`,
    previous: "Pagina precedente",
    next: "Pagina successiva",
    pages: "Pagine dei risultati",
    follow: "Ricevi le novità di questa ricerca:",
  },
  item: itItem,
  channel: itChannel,
  data: itData,
  embed: { title: (authority) => `Ultime notizie: ${authority}`, all: "Vedi tutte le notizie" },
  poster: {
    what: "Offerte di lavoro, corsi e avvisi, appena pubblicati.",
    how: "Inquadra il codice con il telefono, oppure scrivi questo indirizzo:",
    free: "Non serve iscriversi. È gratis per tutti.",
    sheet: (size) => `Formato ${size}`,
  },
  weekly: {
    title: "Le notizie della settimana",
    lead: (day) => `Aperte il ${day}.`,
    more: "Tutte le notizie, con i dettagli e le candidature:",
    none: "Questa settimana non c'è niente di nuovo.",
  },
  faults: {
    "search-too-long": {
      title: "La ricerca è troppo lunga",
      text: "Bastano poche parole: il mestiere, il paese o il nome dell'azienda.",
    },
    "unknown-filter": {
      title: "Questo filtro non esiste",
      text: "L'indirizzo chiede un filtro che la bacheca non conosce. Riparti dalla bacheca e scegli da lì.",
    },
    "bad-page": {
      title: "Questa pagina non esiste",
      text: "Il numero di pagina nell'indirizzo non è valido.",
    },
    "past-the-end": {
      title: "I risultati finiscono prima",
      text: "Non ci sono così tante pagine: forse alcune notizie sono state chiuse.",
    },
    "no-such-page": {
      title: "Pagina non trovata",
      text: "L'indirizzo non porta a nessuna pagina. Controlla di averlo scritto bene.",
    },
    "no-such-item": {
      title: "Notizia non trovata",
      text: "A questo indirizzo non c'è nessuna notizia. Cercala nella bacheca.",
    },
    gone: {
      title: "Questa notizia è stata tolta",
      text: "L'ente l'ha ritirata e non è più disponibile. Nella bacheca trovi quelle attuali.",
    },
    busy: {
      title: "Un momento di pazienza",
      text: "Ci sono molte richieste insieme. Riprova tra qualche secondo.",
    },
  },
  toBoard: "Vai a notizie e offerte",
  toLastPage: "Vai all'ultima pagina",
  footer: {
    contacts: "Contatti",
    pec: "PEC",
    email: "Posta",
    phone: "Telefono",
    offices: "Sedi e orari",
    rules: "Regole di conversazione",
    register: "Registro delle decisioni",
    figures: "Le decisioni in numeri",
    review: "Chiedi un riesame",
    report: "Segnala un problema di accessibilità",
    about: "Su queste pagine",
    privacy: "Informativa privacy",
    legal: "Note legali",
    accessibility: "Accessibilità",
    feeds: "Dati e feed",
    made: "Pagine senza cookie, senza tracciamento e senza servizi di terzi.",
  },
  legal: itLegal,
  talk: itTalk,
  rules: itRules,
  feedback: itFeedback,
  moderation: itModeration,
  schema: itSchema,
};
