import { officeCalendar } from "../../src/authority/calendar/office-calendar.ts";
import { writeLogo } from "../../src/authority/logo-store.ts";
import type { Office } from "../../src/authority/office.ts";
import { writeOffice } from "../../src/authority/office-store.ts";
import type { Database } from "../../src/database/database.ts";
import { addAccount, addAuthority, addItem, addSource } from "../../src/web/test-rows.ts";
import { altocolle, valdilago } from "../people.ts";

/** The morning on which the pages are read, a Friday. */
export const now = new Date("2026-11-20T09:32:20.000Z");

const minute = 60_000;
const day = 24 * 60 * minute;
const ago = (ms: number) => new Date(now.getTime() - ms);

/** What Valdilago says of itself: everything there is. */
export const said = {
  ...valdilago.settings,
  look: { primary: "#00567d", accent: "#ffb400" },
  site: {
    channels: [{ name: "Telegram: Lavoro Valdilago", url: "https://telegram.example/valdilago" }],
    accessibilityStatement: "https://form.agid.example/view/valdilago",
    privacyNotice: "https://www.valdilago.example/privacy",
    dataProtectionOfficer: "rpd@valdilago.example",
    licence: { name: "CC BY 4.0", url: "https://creativecommons.example/licenses/by/4.0/deed.it" },
  },
};

/** Two offices: one with all there is to say, one that says little of itself. */
const offices: Office[] = [
  {
    id: "cascina-nuova",
    name: "Centro per l'impiego di Cascina Nuova",
    isDefault: true,
    calendar: officeCalendar.parse({
      patrons: [{ name: "Sant'Àgata", day: "5 febbraio" }],
      closures: [{ reason: "ponte", from: "2026-12-07" }],
      exceptions: [{ on: "2026-11-26", reason: "giornata del lavoro", hours: ["09:00-18:00"] }],
      timetables: [
        {
          hours: {
            monday: ["08:30-12:30", "14:00-16:00"],
            tuesday: ["08:30-12:30"],
            wednesday: ["08:30-12:30", "14:00-16:00"],
            thursday: ["08:30-12:30"],
            friday: ["08:30-12:30"],
          },
        },
      ],
    }),
    contacts: {
      pec: "lavoro@pec.valdilago.example",
      email: "lavoro@valdilago.example",
      telephone: "0301 234 567",
      address: "Via dei Platani 4, 22999 Cascina Nuova",
    },
  },
  {
    id: "pieve-alta",
    name: "Sportello di Pieve Alta",
    isDefault: false,
    calendar: officeCalendar.parse({}),
    contacts: { telephone: "0301 765 432" },
  },
];

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60"><path d="M30 2 56 12v20c0 14-12 22-26 26C16 54 4 46 4 32V12z" fill="#00567d"/><path d="M12 38c6-6 10 4 18-2s10 4 18-2v6c-8 6-10-4-18 2s-12-4-18 2z" fill="#fff"/><circle cx="30" cy="20" r="7" fill="#ffb400"/></svg>`;

export interface Cast {
  /** Numbers of items, by what they show. */
  warehouse: string;
  closed: string;
  call: string;
  course: string;
}

/** Valdilago with a board of all kinds, and Altocolle, small and English, with nothing yet. */
export async function fillSite(database: Database): Promise<Cast> {
  await addAuthority(database, valdilago.id, valdilago.name, said);
  await addAuthority(database, altocolle.id, altocolle.name, altocolle.settings);
  const type = "image/svg+xml" as const;
  const picture = { type, width: 60, height: 60, data: Buffer.from(logo).toString("base64") };
  await database.db.transaction().execute((trx) => writeLogo(trx, valdilago.id, picture));
  for (const office of offices) await writeOffice(database.db, valdilago.id, office);
  await addSource(database, valdilago.id);
  await addAccount(database, valdilago.id, { name: "Provincia di Valdilago – Lavoro" });
  await addArchive(database);
  const seqs = await addNews(database);
  return seqs;
}

/** Older offers, enough for a second page of the board. */
async function addArchive(database: Database): Promise<void> {
  const places = ["Cascina Nuova", "Pieve Alta", "Sant'Àgata", "Bordo di Sotto"];
  const jobs = [
    "Cameriere/a di sala",
    "Operatore socio-sanitario",
    "Elettricista",
    "Addetto/a alle pulizie",
    "Autista patente C",
  ];
  const contracts = [
    "Tempo indeterminato",
    "Tempo determinato, 6 mesi",
    "Apprendistato",
    "Part-time 20 ore, stagionale",
  ];
  for (let index = 0; index < 42; index++) {
    await addItem(database, valdilago.id, {
      title: `${jobs[index % jobs.length]} a ${places[index % places.length]}`,
      text: "Cerchiamo una persona affidabile per la nostra sede. Si richiede disponibilità ai turni.",
      reference: `VDL-2026-${String(200 + index).padStart(4, "0")}`,
      link: `https://lavoro.valdilago.example/offerte/${200 + index}`,
      facts: {
        employer: index % 3 === 0 ? "Azienda riservata" : "Ristorante Al Molo S.r.l.",
        place: places[index % places.length],
        contract: contracts[index % contracts.length],
        ...(index % 2 === 0 && { deadline: index % 8 === 0 ? "2026-11-10" : "2026-12-18" }),
      },
      seenAt: ago(20 * day - index * 60 * minute),
    });
  }
}

async function addNews(database: Database): Promise<Cast> {
  const add = (item: Parameters<typeof addItem>[2]) => addItem(database, valdilago.id, item);
  const closed = await add({
    title: "Tirocinio in ufficio tecnico – Comune di Bordo di Sotto",
    kind: "traineeship",
    text: "Tirocinio extracurriculare di 6 mesi con indennità di 600 euro al mese.",
    link: "https://lavoro.valdilago.example/offerte/401",
    facts: { place: "Bordo di Sotto", deadline: "2026-11-15", employer: "Comune di Bordo di Sotto" },
    seenAt: ago(9 * day),
  });
  const course = await add({
    title: "Corso gratuito di saldatura, 120 ore",
    kind: "course",
    text: "Il corso comincia il 10 gennaio. Posti disponibili: 15.\n\nAlla fine si ottiene il patentino UNI EN ISO 9606-1.",
    link: "https://lavoro.valdilago.example/corsi/12",
    facts: { place: "Pieve Alta", deadline: "2026-12-30" },
    seenAt: ago(3 * day),
  });
  await add({
    title: "Chiusura degli uffici il 7 dicembre",
    kind: "notice",
    text: "Gli uffici restano chiusi lunedì 7 dicembre.",
    link: null,
    seenAt: ago(2 * day),
  });
  const call = await add({
    title: "Avviamento a selezione (art. 16 L. 56/87): 1 operaio – Comune di Sant'Àgata, € 1.450",
    kind: "art16",
    text: "Presentarsi giovedì 3 dicembre, dalle 9 alle 12, con documento d'identità e attestazione ISEE.",
    link: "https://lavoro.valdilago.example/offerte/413",
    facts: { place: "Sant'Àgata", deadline: "2026-11-24T12:00:00+01:00", employer: "Comune di Sant'Àgata" },
    seenAt: ago(120 * minute),
  });
  const warehouse = await addWarehouse(database);
  return { warehouse, closed: closed.seq, call: call.seq, course: course.seq };
}

/** The offer with everything: facts, attachments, a life. */
async function addWarehouse(database: Database): Promise<string> {
  const item = await addItem(database, valdilago.id, {
    title: "Magazziniere a Cascina Nuova (rif. VDL-2026-0412)",
    text: "L'azienda Logistica Lariana cerca 2 magazzinieri per il nuovo deposito.\n\nSi richiede:\n– patentino per il muletto\n– disponibilità ai turni, dalle 6 alle 22\n– italiano parlato\n\nLa ricerca è rivolta a persone dell'uno e dell'altro sesso.",
    reference: "VDL-2026-0412",
    link: "https://lavoro.valdilago.example/offerte/412",
    facts: {
      employer: "Logistica Lariana S.r.l.",
      place: "Cascina Nuova",
      contract: "Tempo determinato, 6 mesi, full time",
      deadline: "2026-12-05",
      howToApply: "Manda il curriculum a offerte@valdilago.example",
    },
    seenAt: ago(30 * minute),
  });
  await database.db
    .updateTable("item")
    .set({
      attachments: JSON.stringify([
        { url: "https://lavoro.valdilago.example/allegati/412.pdf", title: "Avviso completo (PDF)" },
        { url: "javascript:alert(1)", title: "no" },
      ]),
      labels: JSON.stringify(["Logistica", "Trasporti"]),
    })
    .where("seq", "=", item.seq)
    .execute();
  const change = (kind: string, at: Date) => ({ authority_id: valdilago.id, item_id: item.id, kind, at });
  await database.db
    .insertInto("change")
    .values([
      change("published", ago(5 * day)),
      change("corrected", ago(4 * day)),
      change("extended", ago(20 * minute)),
    ])
    .execute();
  return item.seq;
}
