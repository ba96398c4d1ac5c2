import { dayInWords, untilWords, weekdayOf, workingDayAfter } from "./italian-dates.ts";
import { inPlace, places } from "./places.ts";
import type { Writer } from "./writing.ts";

/** A free course: seats and the day it starts. */
export const writeCourse: Writer = ({ chance, now, reference }) => {
  const place = chance.pick(places);
  const subject = chance.pick([
    "Contabilità & foglio di calcolo",
    "Saldatura di base",
    "Italiano L2 per il lavoro",
    "Panificazione e pasticceria",
    "Competenze digitali: dall'e-mail allo SPID",
    "Carrello elevatore (abilitazione)",
  ]);
  const hours = chance.pick([16, 40, 60, 80, 120]);
  const deadline = workingDayAfter(now, chance.whole(8, 25));
  const starts = workingDayAfter(now, chance.whole(30, 60));
  return {
    kind: "course",
    title: `Corso gratuito: ${subject} (${hours} ore)`,
    reference: reference("GOL"),
    place: place.name,
    employer: "CFP Valdilago",
    office: place.office,
    hours: "lunedì e mercoledì, 9-13",
    positions: chance.whole(10, 18),
    deadline,
    apply: `Iscrizioni al ${place.office} ${untilWords(deadline, 1)}, fino a esaurimento dei posti`,
    text: [
      `Corso finanziato dal Programma GOL per persone disoccupate con patto di servizio attivo. Sede: CFP Valdilago, ${place.name}.`,
      `Inizio: ${weekdayOf(starts)} ${dayInWords(starts)}; lunedì e mercoledì, dalle 9 alle 13. Frequenza obbligatoria (almeno il 70%).`,
      "Al termine: attestato di competenze. Materiali didattici inclusi.",
    ].join("\n"),
  };
};

/** A recruiting day or a meeting. */
export const writeEvent: Writer = ({ chance, now, reference }) => {
  const place = chance.pick(places);
  const title = chance.pick([
    "Job Day Turismo",
    "Recruiting Day Metalmeccanica & Meccatronica",
    "Porte aperte al CPI",
    "Incontro: «Leggere una busta paga»",
    "Laboratorio: scrivere il CV in due ore",
  ]);
  const day = workingDayAfter(now, chance.whole(7, 40));
  return {
    kind: "event",
    title: `${title} ${inPlace(place.name)}, ${weekdayOf(day)} ${dayInWords(day)}`,
    reference: reference("EVT"),
    place: place.name,
    office: place.office,
    deadline: day,
    apply: "Partecipazione libera; è gradita la prenotazione sul portale",
    text: [
      `${title}: ${weekdayOf(day)} ${dayInWords(day)}, dalle ore 9.30 alle 13.00, nella sala civica di ${place.name}.`,
      `Saranno presenti ${chance.whole(5, 22)} aziende del territorio con oltre ${chance.whole(20, 90)} posti disponibili. Porta qualche copia del CV.`,
      "La sala è accessibile; interprete LIS su richiesta entro tre giorni prima.",
    ].join("\n"),
  };
};

/** News of the service itself: no place, no deadline, nobody to apply to. */
export const writeNotice: Writer = ({ chance, now, reference }) => {
  const place = chance.pick(places);
  const day = workingDayAfter(now, chance.whole(3, 20));
  const [title, text] = chance.pick([
    [
      `${place.office}: chiusura al pubblico ${weekdayOf(day)} ${dayInWords(day)}`,
      "Lo sportello riaprirà il giorno lavorativo seguente. I servizi on line restano attivi; per le scadenze di legge fa fede la data di invio.",
    ],
    [
      `Nuovi orari del ${place.office} dal ${dayInWords(day)}`,
      "Lunedì, mercoledì e venerdì 9-12.30; martedì e giovedì 9-12.30 e 14-16. Il martedì pomeriggio si riceve solo su appuntamento.",
    ],
    [
      "Attenzione ai falsi annunci: il Centro per l'impiego non chiede mai denaro",
      'Ci sono state segnalate offerte che usano il nostro nome e chiedono una "quota d\'iscrizione". I nostri servizi sono gratuiti: in caso di dubbio passa allo sportello.',
    ],
    [
      `Sospensione del portale ${weekdayOf(day)} ${dayInWords(day)} dalle 18 alle 22`,
      "Per manutenzione non sarà possibile accedere all'area riservata. Le candidature in bozza restano salvate.",
    ],
  ] as const);
  return {
    kind: "notice",
    title,
    reference: reference("NEWS"),
    office: place.office,
    text: `${text}\nSettore Lavoro – Provincia di Valdilago (ente di fantasia).`,
  };
};
