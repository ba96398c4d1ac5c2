import type { MailWords } from "./words.ts";

export const it: MailWords = {
  subject: (where, what) => `[${where}] ${what}`,
  otherAlerts: {
    escalation: "Un collega chiede che decida chi ne risponde",
    "review-asked": "Qualcuno chiede di rivedere una decisione",
    other: "Qualcosa va visto da una persona",
  },
  warnings: {
    "last-day": "Una risposta scade oggi",
    window: "Il tempo per rispondere a un messaggio privato sta per finire",
    "window-lost": "Il tempo per rispondere a un messaggio privato è finito",
    late: "Una risposta è scaduta",
    other: "Una risposta sta per scadere",
  },
  openHoursLeft: (hours) =>
    hours === 1
      ? "Per una risposta resta un'ora di apertura"
      : `Per una risposta restano ${hours} ore di apertura`,
  atOnce: (what) => `Subito: ${what[0]?.toLowerCase() ?? ""}${what.slice(1)}`,
  several: (count) => `${count} cose da vedere`,
  counted: (what, count) => `${what}: ${count}`,
  windowUntil: (moment) => `si può rispondere fino a ${moment}`,
  raised: (moment) => `da ${moment}`,
  openDesk: "Aprite la scrivania",
  more: (count) => (count === 1 ? "Un'altra è alla scrivania." : `Altre ${count} sono alla scrivania.`),
  lastOfHour:
    "Nell'ultima ora vi abbiamo già scritto molte volte: fino alla prossima non scriviamo altro, tranne se qualcuno è in grave difficoltà. Il resto è alla scrivania.",
  distressToDo:
    "Leggete e rispondete adesso: alla scrivania c'è un testo già pronto, con i numeri di aiuto. Chi se ne occupa prema «Me ne occupo io», così gli altri lo sanno.",
  automatic: "Avviso automatico di Bacheca: a questo indirizzo non risponde nessuno.",
  noContent: "Nomi e testi di chi scrive non viaggiano per posta: si leggono alla scrivania, dopo l'accesso.",
  choose: "Scegliete che cosa ricevere",
};
