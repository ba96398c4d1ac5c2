import type { AttachmentWords } from "./words.ts";

export const it: AttachmentWords = {
  due: "Lo stiamo per scaricare.",
  fetching: "Lo stiamo scaricando.",
  refused: (why) => `Non accettato: ${why}`,
  gone: (why) => `Non c'è più: ${why}`,
  kinds: { picture: "immagine", film: "video", voice: "audio", document: "documento" },
  why: {
    "too-large": "supera i 25 MB. Chiedete di inviarlo per PEC o e-mail.",
    "too-many": "il messaggio ha più di 30 file.",
    "message-too-large": "i file del messaggio superano insieme i 100 MB.",
    "foreign-address": "l'indirizzo non è della rete da cui arriva il messaggio.",
    program: "è un programma, qualunque nome porti. Non va aperto.",
    "web-page": "è una pagina web, qualunque nome porti. Non va aperta.",
    "drawing-with-scripts": "è un disegno SVG, che può contenere programmi. Chiedete una foto o un PDF.",
    archive: "è un archivio compresso. Chiedete i singoli file.",
    macros: "è un documento con macro. Chiedete un PDF.",
    "old-office-format": "è un documento Office di vecchio tipo, che può contenere macro. Chiedete un PDF.",
    "unknown-kind": "il contenuto non è di un tipo che accettiamo. Chiedete un PDF o una foto.",
    empty: "è vuoto.",
    expired: "la rete non lo dà più. Chiedete di inviarlo di nuovo.",
    "not-reached": "la rete non l'ha dato in più di un giorno di tentativi. Chiedete di inviarlo di nuovo.",
    "term-over": "lo abbiamo cancellato, perché è finito il tempo per cui si conserva.",
  },
};
