import { itAccounts } from "./it-accounts.ts";
import { itProblems } from "./it-problems.ts";
import { itReasons } from "./it-reasons.ts";
import { itToday } from "./it-today.ts";
import type { Words } from "./words.ts";

const typeNames: Record<string, string> = {
  string: "testo",
  number: "un numero",
  boolean: "true o false",
  object: "un oggetto",
  array: "un elenco",
};

export const it: Words = {
  code: "it",
  other: { code: "en", name: "English" },
  skip: "Vai al contenuto",
  demo: {
    title: "Dimostrazione",
    text: "L'ente, il portale e la Pagina che vedete sono inventati. Nulla esce da questo computer.",
  },
  nav: {
    label: "Pagine della scrivania",
    more: "Altre pagine",
    groups: { publishing: "Pubblicare", privacy: "Dati delle persone", authority: "Ente e staff" },
  },
  problems: itProblems,
  itemIdentity: "serve almeno uno tra reference, id e link: senza, la stessa notizia uscirebbe due volte",
  requiredField: "manca, ed è obbligatorio",
  otherType: (type) => `dev'essere ${typeNames[type] ?? type}`,
  emptyTitle: "il titolo, tolti i tag, è vuoto",
  backToDesk: "Vai alla pagina Oggi",
  kinds: {
    offer: "Offerta di lavoro",
    art16: "Avviamento art. 16",
    "targeted-placement": "Collocamento mirato",
    traineeship: "Tirocinio",
    competition: "Concorso",
    course: "Corso",
    event: "Evento",
    notice: "Avviso",
  },
  formats: {
    "link-post": "post con link",
    "photo-post": "post con foto",
    album: "album di foto",
    "photo-story": "storia con foto",
    "video-story": "storia con video",
    reel: "video Reel",
  },
  ...itReasons,
  times: {
    today: (clock) => `alle ${clock}`,
    yesterday: (clock) => `ieri alle ${clock}`,
    tomorrow: (clock) => `domani alle ${clock}`,
    onDay: (day, clock) => `il ${day} alle ${clock}`,
    justNow: "adesso",
  },
  today: itToday,
  accounts: itAccounts,
};
