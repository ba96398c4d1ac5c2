import type { NoticeWords } from "./words.ts";

export const it: NoticeWords = {
  hide: "{authority}: abbiamo nascosto il suo commento. Lei lo vede ancora, gli altri no.",
  privacy:
    "{authority}: per proteggerla abbiamo nascosto il suo commento, che mostrava a tutti dei dati personali. Può riscriverlo senza quei dati, oppure scriverci qui in privato.",
  delete: "{authority}: il suo commento viene eliminato. Ne conserviamo una copia come prova.",
  warn: "{authority}: il suo scritto non rispetta le nostre regole di conversazione. È un richiamo: se si ripete, potremmo bloccare il suo profilo per un periodo.",
  block: "{authority}: fino al {ends} il suo profilo non può scrivere sulla nostra Pagina.",
  unhide: "{authority}: abbiamo rivisto la decisione, e il suo commento è di nuovo visibile.",
  rule: "Regola {number} (versione {version}): {text}",
  reason: "Motivo: {reason}",
  byPerson: "L'ha deciso una persona del nostro ufficio.",
  byItself: "La decisione è automatica.",
  review:
    "Se non è d'accordo può chiedere entro il {until} che un'altra persona riesamini la decisione: {address} (codice {code})",
  reviewInPublic: "Se non è d'accordo ci scriva in privato entro il {until}: un'altra persona riesaminerà.",
  contacts: "Telefono: {telephone}",
};
