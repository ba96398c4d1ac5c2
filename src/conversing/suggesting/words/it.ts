import type { SuggestingWords } from "./words.ts";

const notSaid = (what: string) => `L'annuncio non indica ${what}.`;

export const it: SuggestingWords = {
  greeting: "Buongiorno",
  titles: {
    deadline: "Scadenza",
    "still-open": "È ancora aperta?",
    "how-to-apply": "Come candidarsi",
    place: "Luogo di lavoro",
    contract: "Contratto",
    hours: "Orario",
    pay: "Retribuzione",
    requirements: "Requisiti",
    reference: "Riferimento",
    employer: "Chi assume",
    contacts: "Contatti della sede",
    changed: "Che cosa è cambiato",
    details: "Dove sono i dettagli",
  },
  openUntil: (day, daysLeft) =>
    `Si può fare domanda fino a ${day}${daysLeft === 0 ? ": è l'ultimo giorno" : daysLeft === 1 ? ": manca un giorno" : `: mancano ${daysLeft} giorni`}.`,
  openWithoutDay:
    "Per quanto ci risulta si può ancora fare domanda. L'annuncio non indica una data di scadenza.",
  deadlineAsWritten: (text) => `Per la scadenza l'annuncio dice: ${text}.`,
  closed: (day) =>
    day === null
      ? "Le domande sono chiuse: non si può più partecipare."
      : `Le domande sono chiuse: il termine era ${day}. Non si può più partecipare.`,
  withdrawn: "Questo annuncio è stato ritirato: non si può più partecipare.",
  reopened: "Le domande sono state riaperte.",
  deadlineBefore: (day) => `La scadenza è cambiata: prima era ${day}.`,
  howToApply: (text) => `Per candidarsi: ${text}`,
  place: (text) => `Il luogo di lavoro è ${text}.`,
  contract: (text) => `Il contratto è: ${text}.`,
  employer: (text) => `Assume ${text}.`,
  reference: (text) => `Il riferimento dell'annuncio è ${text}.`,
  contacts: (text) => `Può contattarci così: ${text}.`,
  details: (link) => `Tutti i dettagli sono qui: ${link}`,
  missing: {
    deadline: notSaid("una data di scadenza"),
    "still-open": notSaid("una data di scadenza"),
    "how-to-apply": notSaid("come candidarsi in un campo a parte"),
    place: notSaid("il luogo di lavoro in un campo a parte"),
    contract: notSaid("il contratto in un campo a parte"),
    hours: "Per l'orario valga quanto scritto nel testo dell'annuncio.",
    pay: "Per la retribuzione valga quanto scritto nel testo dell'annuncio.",
    requirements: "I requisiti sono quelli scritti nel testo dell'annuncio.",
    reference: notSaid("un codice di riferimento"),
    employer: notSaid("il nome di chi assume"),
    contacts: "Può rivolgersi alla sede negli orari di apertura.",
    changed: "Non ci risultano modifiche a questo annuncio.",
    details: "Di seguito quello che ci risulta.",
  },
  telephone: (number) => `telefono ${number}`,
  email: (address) => `e-mail ${address}`,
  desk: (address) => `sportello in ${address}`,
  formalAct: {
    title: "Atto formale: PEC, modulo o sportello",
    text: "i messaggi inviati qui non vengono protocollati, quindi questa richiesta non avrebbe valore ufficiale. La può presentare:\n- con la PEC a {pec};\n- allo sportello di {sede}, {indirizzo}.\nSe non ha una PEC può venire allo sportello: la registriamo e le diamo una ricevuta. Per ogni dubbio: {telefono}.",
  },
  dataRequest: {
    title: "Richiesta sui dati personali: responsabile e termine",
    text: (officer) =>
      `abbiamo ricevuto la sua richiesta sui dati personali e la passiamo a ${officer}. Riceverà una risposta entro un mese, come prevede il GDPR. Non deve fare altro: la richiesta vale anche se è arrivata da qui. Per non esporre i suoi dati, non li scriva nei commenti.`,
    officer: "il responsabile della protezione dei dati ({dpo})",
  },
  distress: {
    title: "Persona in difficoltà: parole di vicinanza e numeri di aiuto",
    stale: (names) => `da verificare prima di inviare: ${names}`,
    text: "ho letto le sue parole e mi dispiace che stia passando un momento così difficile. Non deve affrontarlo in solitudine: se le va, mi dica come possiamo sentirci oggi. Intanto ci sono persone pronte ad ascoltare:",
    inPublic: "Se preferisce, ci scriva in privato: le risponde una persona.",
    line: (name, number, hours) => `- ${name}: ${number}${hours === undefined ? "" : `, ore ${hours}`}`,
  },
};
