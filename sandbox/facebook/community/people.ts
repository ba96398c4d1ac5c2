/**
 * The people who live around the pretend Pages. All names are invented. Two have a role on the app, the citizens have
 * none: what an app may see of them depends on its access level (graph-api.md section 3.8).
 */
export interface Person {
  /** Decimal string; nobody outside Facebook sees it: Pages know a PSID, apps an app-scoped id. */
  id: string;
  /** Short name for addresses and forms of the wall. */
  key: string;
  firstName: string;
  lastName: string;
  /** A role on every app here (administrator, developer or tester). */
  role?: "administrator" | "tester";
  /** How they are on Facebook, for whoever plays them on the wall. */
  habit: { it: string; en: string };
  /** What they tend to write; the load mode lets them write it. */
  phrases: [string, ...string[]];
}

export const ADMINISTRATOR_ID = "10100000000000001";

export const PEOPLE: readonly Person[] = [
  {
    id: "10200000000000001",
    key: "anna",
    firstName: "Anna",
    lastName: "Bianchi",
    habit: {
      it: "Chiede sempre la scadenza, anche quando è scritta.",
      en: "Always asks for the deadline, even when it is written.",
    },
    phrases: ["Scade quando?", "Fino a che giorno si può fare domanda?", "Grazie, gentilissimi!"],
  },
  {
    id: "10200000000000002",
    key: "youssef",
    firstName: "Youssef",
    lastName: "El Fassi",
    habit: {
      it: "Scrive in privato la sera, dopo il turno, e allega il curriculum.",
      en: "Writes privately in the evening, after his shift, and attaches his CV.",
    },
    phrases: ["Buonasera, è ancora aperta?", "Vi mando il curriculum", "C'è bisogno della patente?"],
  },
  {
    id: "10200000000000003",
    key: "luca",
    firstName: "Luca",
    lastName: "Ferraris",
    habit: {
      it: "Brontola in pubblico e poi ringrazia.",
      en: "Grumbles in public and says thank you afterwards.",
    },
    phrases: ["Sempre i soliti requisiti…", "Ma è vero o è la solita storia?", "Ok, scusate, trovato."],
  },
  {
    id: "10200000000000004",
    key: "olena",
    firstName: "Olena",
    lastName: "Kovalchuk",
    habit: {
      it: "Legge col telefono, mette reazioni e fa domande brevi.",
      en: "Reads on her phone, reacts and asks short questions.",
    },
    phrases: ["Part-time?", "Dove è di preciso?", "Posso venire allo sportello giovedì?"],
  },
  {
    id: "10200000000000005",
    key: "giorgio",
    firstName: "Giorgio",
    lastName: "Sartori",
    habit: {
      it: "Racconta in pubblico più del dovuto: telefono, salute, famiglia.",
      en: "Tells more in public than he should: phone number, health, family.",
    },
    phrases: ["Ho 58 anni, vale anche per me?", "Chiamatemi pure al 000 0000000", "Mia figlia cerca lavoro"],
  },
  {
    id: "10200000000000006",
    key: "niccolo",
    firstName: "Niccolò",
    lastName: "Rossi",
    habit: {
      it: "Cerca il primo lavoro, usa emoji e modifica ciò che ha scritto.",
      en: "Looks for a first job, uses emoji and edits what he wrote.",
    },
    phrases: ["C'è posto? 🙏", "Anche senza esperienza?", "Perfetto 👍 grazie"],
  },
  {
    id: ADMINISTRATOR_ID,
    key: "giulia",
    firstName: "Giulia",
    lastName: "Redazione (simulazione)",
    role: "administrator",
    habit: { it: "Amministra le Pagine.", en: "Administers the Pages." },
    phrases: ["Prova della redazione"],
  },
  {
    id: "10100000000000002",
    key: "tommaso",
    firstName: "Tommaso",
    lastName: "Collaudo",
    role: "tester",
    habit: {
      it: "Collaudatore dell'app: lo si vede anche senza accesso avanzato.",
      en: "Tester of the app: visible without advanced access too.",
    },
    phrases: ["Commento di collaudo"],
  },
];

/** Who can be played on the wall. */
export const CITIZENS = PEOPLE.filter((person) => person.role !== "administrator");

export function fullName(person: Person): string {
  return `${person.firstName} ${person.lastName}`;
}

export function personById(id: string): Person | undefined {
  return PEOPLE.find((person) => person.id === id);
}

export function personByKey(key: string | undefined): Person | undefined {
  return PEOPLE.find((person) => person.key === key);
}

/**
 * The page-scoped id of a person: another one for every Page (section 12). Sixteen digits that begin with 7, after the
 * capture in section 15.4; as in the capture of section 11, the same id names the author of a comment and of a chat.
 */
export function psidOf(pageId: string, person: Person): string {
  const number = String(PEOPLE.indexOf(person) + 1).padStart(7, "0");
  return `7${pageId.slice(-8).padStart(8, "0")}${number}`;
}

export function personByPsid(pageId: string, psid: string): Person | undefined {
  return PEOPLE.find((person) => psidOf(pageId, person) === psid);
}

export function isPsid(text: string): boolean {
  return /^7\d{15}$/.test(text);
}
