import type { AccountsWords } from "./accounts-words.ts";

const several = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const itAccounts: AccountsWords = {
  title: "Profili",
  lead: "Le Pagine su cui Bacheca pubblica, e come stanno. Ogni profilo viene controllato una volta all'ora.",
  nav: "Profili",
  none: "Nessun profilo ancora.",
  done: {
    connected: "Fatto: il profilo è collegato. Ciò che aspettava sta partendo.",
    "connected-some-trouble": "Il profilo è collegato e pubblica; qui sotto c'è ancora qualcosa da vedere.",
    checked: "Controllo fatto: qui sotto c'è il risultato.",
    "not-now": "Controllo non fatto: il profilo è in pausa, spento o non ancora collegato.",
  },
  back: "Torna ai profili",
  states: {
    active: "collegato",
    resting: "in pausa",
    disconnected: "scollegato",
    waiting: "da collegare",
    off: "spento",
  },
  active: "Pubblica regolarmente.",
  off: "Non è più nel file dell'ente, e non pubblica. Per riaccenderlo rimettetelo nel file, o ricollegatelo qui.",
  page: (externalId, network) => `${network}, Pagina ${externalId}`,
  ofFile: "Il token viene dal file dell'ente.",
  ofDesk: (moment) => `Collegato dalla scrivania ${moment}.`,
  lookedAt: (moment) => `Ultimo controllo ${moment}`,
  neverLooked: "Non ancora controllato.",
  allWell: (count) => `${several(count, "controllo", "controlli")}: tutto bene.`,
  details: "I controlli uno per uno",
  checkState: { ok: "bene", warning: "da vedere", fault: "guasto" },
  missingTitle: "Che cosa manca",
  connect: (network) => `Collega con ${network}`,
  connectAgain: (network) => `Ricollega con ${network}`,
  connectAnother: (network) => `Collega una Pagina con ${network}`,
  checkNow: "Controlla ora",
  pasteTitle: "Incolla un token",
  pasteLead:
    "Il token di un utente di sistema non dipende dalla password di una persona: è la via più stabile. Va bene anche il token della Pagina.",
  pasteLabel: "Token",
  pasteButton: "Guarda che cosa permette",
  another: "Un'altra Pagina",
  first: "La prima Pagina",
  addresses: "Indirizzi da scrivere nell'app",
  addressesLead: "Vanno copiati così come sono nelle impostazioni dell'app:",
  returnAddress: "Indirizzo di ritorno del login (URI di reindirizzamento OAuth validi)",
  callbackAddress: "Indirizzo degli avvisi (Webhooks, URL di callback)",
  deauthoriseAddress: "Indirizzo di revoca (Facebook Login, Deauthorize callback URL)",
  deleteDataAddress: "Indirizzo per la cancellazione dei dati (Impostazioni di base)",
  before: {
    title: (network) => `Prima di passare a ${network}`,
    lead: "Il collegamento si fa in una finestra che non è nostra. Poi si torna qui da soli.",
    steps: [
      "Entrate con il profilo personale di chi gestisce la Pagina: i cittadini non lo vedono.",
      "Spuntate la Pagina (o le Pagine) da collegare.",
      "Lasciate accesi tutti i permessi: a ognuno corrisponde qualcosa che Bacheca fa.",
      "Al ritorno scegliete quali Pagine collegare. Fino ad allora non cambia nulla.",
    ],
    go: (network) => `Continua su ${network}`,
    span: "Ci sono dieci minuti per finire, in questo stesso browser.",
  },
  choice: {
    title: "Quali Pagine collegare",
    lead: (network) =>
      `${network} permette a Bacheca di usare queste Pagine. Collegate solo quelle dell'ente.`,
    legend: "Pagine",
    isNew: "Nuovo profilo.",
    isAccount: (name) => `È il profilo «${name}»: riparte con il nuovo collegamento.`,
    isTaken: "È già di un altro ente di questa installazione: non si può collegare qui.",
    cannot: "Così non può pubblicare: date prima ciò che manca, poi ricominciate.",
    complete: "Ci sono tutti i permessi.",
    lacks: (count) =>
      count === 1
        ? "Manca un permesso: si può collegare lo stesso."
        : `Mancano ${count} permessi: si può collegare lo stesso.`,
    button: "Collega",
  },
  failed: "Collegamento non riuscito",
  unchanged: "Non è cambiato nulla: potete ricominciare quando volete.",
  today: {
    trouble: (count) => several(count, "cosa da vedere", "cose da vedere"),
    missing: (count) => several(count, "permesso mancante", "permessi mancanti"),
    waiting: "da collegare",
    connect: "Collega dalla pagina Profili",
  },
};
