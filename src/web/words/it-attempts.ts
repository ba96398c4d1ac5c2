import type { AttemptWords } from "./today-words.ts";

/** What was done for a publication and what came back, step by step. */
export const itAttempts: AttemptWords = {
  underWay: "in corso",
  publish: {
    started: "invio",
    published: "inviato: pubblicato",
    processing: "inviato: accettato, non ancora visibile",
    refused: "inviato: rifiutato",
    retry: "non pubblicato, si riprova",
    reconnect: "non pubblicato: il collegamento non vale più",
    unknown: "inviato; esito incerto",
  },
  find: {
    started: "ricerca sulla Pagina",
    found: "cercato sulla Pagina: trovato",
    absent: "cercato sulla Pagina: non si vede",
    processing: "cercato sulla Pagina: Facebook ci lavora ancora",
    failed: "cercato sulla Pagina: Facebook non è riuscito a lavorarlo",
    "no-answer": "cercato sulla Pagina: nessuna risposta utile",
  },
  edit: {
    started: "testo nuovo inviato",
    done: "testo nuovo inviato: aggiornato",
    gone: "testo nuovo inviato: il post non c'è più",
    refused: "testo nuovo inviato: rifiutato",
    retry: "testo non aggiornato, si riprova",
    reconnect: "testo non aggiornato: il collegamento non vale più",
    unknown: "testo nuovo inviato; esito incerto",
  },
  remove: {
    started: "chiesto di toglierlo",
    done: "chiesto di toglierlo: tolto",
    gone: "chiesto di toglierlo: non c'era già più",
    refused: "chiesto di toglierlo: rifiutato",
    retry: "non tolto, si riprova",
    reconnect: "non tolto: il collegamento non vale più",
    unknown: "chiesto di toglierlo; esito incerto",
  },
};
