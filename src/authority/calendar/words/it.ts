import type { CalendarWords } from "./words.ts";

const several = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);
const remain = (count: number) => (count === 1 ? "resta" : "restano");

export const it: CalendarWords = {
  weekdays: {
    monday: "lunedì",
    tuesday: "martedì",
    wednesday: "mercoledì",
    thursday: "giovedì",
    friday: "venerdì",
    saturday: "sabato",
    sunday: "domenica",
  },
  months: [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
  ],
  day: (weekday, day, month, year) =>
    [weekday, day === 1 ? "1º" : day, month, year].filter((part) => part !== undefined).join(" "),
  today: "oggi",
  tomorrow: "domani",
  yesterday: "ieri",
  and: (before, last) => `${before} e ${last}`,
  fromTo: (first, last) => `da ${first} a ${last}`,
  atClock: (day, clock) => `${day} alle ${clock}`,
  holidays: {
    "new-year": "Capodanno",
    epiphany: "Epifania",
    unity: "150º dell'Unità d'Italia",
    easter: "Pasqua",
    "easter-monday": "Lunedì dell'Angelo",
    liberation: "Festa della Liberazione",
    labour: "Festa del Lavoro",
    republic: "Festa della Repubblica",
    assumption: "Ferragosto",
    "saint-francis": "San Francesco",
    "all-saints": "Ognissanti",
    "immaculate-conception": "Immacolata Concezione",
    christmas: "Natale",
    "saint-stephen": "Santo Stefano",
  },
  off: {
    weekday: (days, isOne) => `${days} non ${isOne ? "è lavorativo" : "sono lavorativi"}`,
    holiday: (days, isOne) => `${days} ${isOne ? "è festivo" : "sono festivi"}`,
    patron: (days, name) => `${days} è la festa del patrono (${name})`,
    closure: (days, reason) => `${days} l'ufficio è chiuso (${reason})`,
  },
  why: {
    weekend: "fine settimana",
    weekday: "giorno non lavorativo",
    holiday: (name) => `festivo: ${name}`,
    patron: (name) => `festa del patrono: ${name}`,
    closure: (reason) => `ufficio chiuso: ${reason}`,
  },
  deadline: {
    by: (day) => `entro ${day}`,
    expires: (day) => `scade ${day}`,
    expired: (day) => `scaduta ${day}`,
    because: (deadline, daysOff) => `${deadline}: ${daysOff}`,
    count: (by, workingDays, received) =>
      `Risposta ${by}: ${several(workingDays, "giorno lavorativo", "giorni lavorativi")} dopo ${received}, giorno di arrivo, che non si conta.`,
    skipped: (days, isOne) => `${isOne ? "Non si conta" : "Non si contano"} nemmeno ${days}.`,
    noWorkingDay:
      "Scadenza non calcolabile: il calendario della sede non ha giorni lavorativi per più di un anno. Controllate giorni lavorativi e chiusure.",
  },
  remaining: {
    workingDays: (count) => `${remain(count)} ${several(count, "giorno lavorativo", "giorni lavorativi")}`,
    hours: (count) => `${remain(count)} ${several(count, "ora", "ore")} di apertura`,
    minutes: (count) => `${remain(count)} ${several(count, "minuto", "minuti")} di apertura`,
    noOpening: "scade oggi, a ufficio già chiuso",
    lastDay: "è l'ultimo giorno",
    lateNow: "scaduta adesso",
    lateHours: (count) => `scaduta da ${several(count, "ora", "ore")}`,
    lateMinutes: (count) => `scaduta da ${several(count, "minuto", "minuti")}`,
    lateDays: (count) => `scaduta da ${several(count, "giorno", "giorni")}`,
  },
  door: {
    openUntil: (clock) => `aperto fino alle ${clock}`,
    opens: (day, clock) => `chiuso, riapre ${day} alle ${clock}`,
    never: "nessun orario di apertura",
  },
  term: {
    sunday: (day) => `${day} è festiva`,
    saturday: (day) => `${day} non conta per gli atti processuali`,
  },
};
