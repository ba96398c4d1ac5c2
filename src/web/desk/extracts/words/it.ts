import type { ExtractsWords } from "./words.ts";

export const it: ExtractsWords = {
  title: "Estratti per il protocollo",
  lead: "Un estratto è un file ZIP con la conversazione in PDF/A e in JSON, gli allegati ricevuti e l'elenco delle impronte SHA-256. Le note interne restano fuori. Scaricatelo, registratelo nel vostro protocollo e annotate qui il numero.",
  make: "Crea un estratto",
  makeHint: "Contiene quanto c'è in questo momento; ciò che arriva dopo va in un altro estratto.",
  none: "Di questa conversazione non c'è ancora nessun estratto.",
  listTitle: "Estratti fatti",
  one: (moment) => `Estratto fatto ${moment}`,
  madeBy: (name, messages) => `Da ${name}, ${messages === 1 ? "1 messaggio" : `${messages} messaggi`}`,
  registered: (number, day) => `Protocollato ${number}, ${day}`,
  unregistered: "Non ancora protocollato",
  download: "Scarica il file ZIP",
  size: (megabytes) => `${megabytes} MB`,
  hash: "Impronta SHA-256 del file",
  number: "Numero di protocollo",
  date: "Data di protocollo",
  note: "Annota il numero",
  correct: "Correggi il numero di protocollo",
  done: { made: "L'estratto è pronto: lo trovate qui sotto.", noted: "Il numero di protocollo è annotato." },
  tooLarge:
    "Gli allegati superano insieme 1,9 GB: non stanno in un estratto. Scaricateli uno per uno dalla conversazione.",
  incomplete: (files) =>
    `Questo estratto non si può più scaricare identico, perché nel frattempo sono stati cancellati: ${files}. L'impronta resta a prova della copia che avete protocollato.`,
  erased:
    "La nostra copia di questo estratto è stata cancellata. L'impronta resta a prova della copia che avete protocollato.",
  section: {
    title: "Protocollo",
    none: "Nessun estratto per il protocollo.",
    link: "Estratti per il protocollo",
  },
};
