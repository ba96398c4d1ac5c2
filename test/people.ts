// The cast all tests share: invented bodies, people with habits, and items as such portals publish them. Names of places
// do not exist; addresses end in .example.
import { type AuthoritySettings, authoritySettings } from "../src/authority/settings.ts";
import type { FoundItem } from "../src/watching/found-item.ts";

/** A person of the story: who they are and what they do all day. */
export interface Person {
  name: string;
  role: "editor" | "moderator" | "head" | "operator" | "reader";
  habit: string;
}

export const giulia: Person = {
  name: "Giulia",
  role: "editor",
  habit: "publishes on the portal, corrects a title two minutes later, and looks at the desk twice a day",
};
export const marco: Person = {
  name: "Marco",
  role: "moderator",
  habit: "answers twenty comments and messages a day, some angry, some desperate, some in dialect",
};
export const drFerri: Person = {
  name: "Dr Ferri",
  role: "head",
  habit: "answers for the promise and wants one page a month",
};
export const sara: Person = {
  name: "Sara",
  role: "operator",
  habit: "runs one installation for twelve bodies, upgrades on Friday, wants to sleep",
};
export const youssef: Person = { name: "Youssef", role: "reader", habit: "looks for work on a cheap phone" };
export const anna: Person = { name: "Anna", role: "reader", habit: "has no account anywhere" };
export const luca: Person = { name: "Luca", role: "reader", habit: "is blind and uses a screen reader" };

/** An authority as tests write it into the database. */
export interface PublicBody {
  id: string;
  name: string;
  settings: AuthoritySettings;
}

/** A province with a tidy portal and a reference on every offer: Giulia's. */
export const valdilago: PublicBody = {
  id: "valdilago",
  name: "Provincia di Valdilago – Settore Lavoro",
  settings: authoritySettings.parse({
    portal: "https://lavoro.valdilago.example",
    references: ["VDL-\\d{4}-\\d{4}"],
  }),
};

/** A metropolitan city whose portal gives no references and changes its ids at every upgrade. */
export const pietrachiara: PublicBody = {
  id: "pietrachiara",
  name: "Città metropolitana di Pietrachiara – Centri per l'impiego",
  settings: authoritySettings.parse({ portal: "https://www.pietrachiara.example/lavoro" }),
};

/** A small union of towns that posts in English too and expects few items. */
export const altocolle: PublicBody = {
  id: "altocolle",
  name: "Unione dei Comuni di Altocolle",
  settings: authoritySettings.parse({ language: "en", holdAbove: 10 }),
};

/** An offer with all its facts: what Giulia publishes most. */
export const warehouseOffer: FoundItem = {
  id: "offerta-412",
  link: "https://lavoro.valdilago.example/offerte/412",
  title: "Magazziniere a Cascina Nuova (rif. VDL-2026-0412)",
  text: "L'azienda Logistica Lariana cerca 2 magazzinieri.\nSi richiede il patentino per il muletto.\nTurni dalle 6 alle 22.",
  kind: "offer",
  publishedAt: new Date("2026-11-20T08:30:00+01:00"),
  facts: {
    employer: "Logistica Lariana S.r.l.",
    place: "Cascina Nuova",
    contract: "Tempo determinato, 6 mesi",
    deadline: "2026-12-05",
    howToApply: "Curriculum a offerte@valdilago.example con il riferimento",
  },
  labels: ["Logistica"],
};

/** The same offer extended: another page and another id, and still the same by its reference. */
export const extendedWarehouseOffer: FoundItem = {
  ...warehouseOffer,
  id: "offerta-437",
  link: "https://lavoro.valdilago.example/offerte/437",
  title: "PROROGA – Magazziniere a Cascina Nuova (rif. VDL-2026-0412)",
  facts: { ...warehouseOffer.facts, deadline: "2026-12-20" },
};

/** A public call with a deadline at an hour, and accents and signs that dirty feeds break. */
export const publicCall: FoundItem = {
  id: "offerta-413",
  link: "https://lavoro.valdilago.example/offerte/413",
  title: "Avviamento a selezione (art. 16 L. 56/87): 1 operaio – Comune di Sant'Àgata, € 1.450",
  text: "Presentarsi giovedì 3 dicembre, dalle 9 alle 12, con documento d'identità e attestazione ISEE.",
  kind: "art16",
  publishedAt: new Date("2026-11-20T09:00:00+01:00"),
  facts: { deadline: "2026-12-03T12:00:00+01:00" },
};

/** Two notices with the same words, as noticeboards have them: two items, not one. */
export const closedOnMonday: FoundItem = {
  id: "avviso-77",
  link: "https://lavoro.valdilago.example/avvisi/77",
  title: "Chiusura degli uffici",
  text: "Gli uffici restano chiusi lunedì.",
  kind: "notice",
};
export const closedOnMondayAgain: FoundItem = {
  ...closedOnMonday,
  id: "avviso-81",
  link: "https://lavoro.valdilago.example/avvisi/81",
};

/** An item with a title and nothing else: some portals have no more to say. */
export const bareItem: FoundItem = { title: "Corso gratuito di saldatura", text: "" };

/** As many different offers of Valdilago as a test needs, oldest first, one a minute. */
export function offers(count: number): FoundItem[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(1000 + index);
    return {
      id: `offerta-${number}`,
      link: `https://lavoro.valdilago.example/offerte/${number}`,
      title: `Offerta ${number} (rif. VDL-2026-${number})`,
      text: `Si cerca personale per la sede n. ${index + 1}.`,
      kind: "offer",
      publishedAt: new Date(Date.UTC(2026, 10, 20, 8, index)),
    };
  });
}
