import type { RecognisingWords } from "./words.ts";

export const it: RecognisingWords = {
  kinds: {
    distress: {
      name: "Persona in difficoltà",
      toDo: "Leggi subito e rispondi di persona. Se c'è pericolo, chiama il 112.",
    },
    threat: { name: "Minaccia", toDo: "Conserva la prova e avvisa chi ne risponde." },
    scam: { name: "Possibile truffa", toDo: "Non aprire i collegamenti e avvisa chi ne risponde." },
    "data-request": {
      name: "Richiesta sui propri dati",
      toDo: "Passala al responsabile della protezione dei dati: c'è un mese per rispondere.",
    },
    "formal-act": {
      name: "Atto formale",
      toDo: "Qui non è protocollato: indica la PEC, il modulo o lo sportello.",
    },
    breach: { name: "Forse contro una regola", toDo: "Decidi se lasciarlo, rispondere o nasconderlo." },
  },
  alerts: {
    distress: "Qualcuno sembra in grave difficoltà",
    threat: "È arrivata una minaccia",
    scam: "È arrivata una possibile truffa",
    "data-request": "Qualcuno chiede dei propri dati personali",
    "data-request-due": "Il termine di una richiesta sui dati personali è vicino",
    "data-request-late": "Il termine di una richiesta sui dati personali è passato",
  },
  verdicts: { "seen-to": "Visto", "not-so": "Non è così" },
  steps: {
    "handed-to-officer": "Passata al responsabile della protezione dei dati",
    answered: "Risposta data",
    refused: "Rifiutata, con il motivo",
    "not-a-request": "Non è una richiesta sui dati",
  },
  dataRequestOpen: {
    happened: "Questa persona chiede dei propri dati: indicare la PEC non basta per chiudere.",
    toDo: "Di' prima che cosa è stato fatto: passata al responsabile, risposta data, rifiutata, o non è una richiesta.",
  },
  term: (day) => `Da rispondere entro ${day}`,
};
