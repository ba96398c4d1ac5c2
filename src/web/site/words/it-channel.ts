import type { ChannelWords, DataWords } from "./page-words.ts";

export const itChannel: ChannelWords = {
  title: "Lavoro, corsi e avvisi appena pubblicati",
  lead: "Le novità del portale escono qui e sulla nostra Pagina, da sole e appena pubblicate. Basta seguirci per non perderle.",
  leadWithoutAccount:
    "Le novità del portale escono qui, appena pubblicate. Non serve iscriversi a nulla per leggerle.",
  follow: "Seguici",
  followByLink: (network) => `Apri la Pagina ${network}`,
  followByName: (network) => `Oppure cerca su ${network} questo nome:`,
  followByCode: "Oppure inquadra il codice con il telefono. Porta a questo indirizzo:",
  codeAlt: (address) => `Codice QR che porta a ${address}`,
  codeFiles: "Scarica il codice:",
  here: "Anche senza un profilo",
  hereText: "Su queste pagine trovi tutto, senza iscriverti e senza accedere a un social.",
  latest: "Le ultime notizie",
  allItems: (count) =>
    count === 1 ? "Vedi la notizia aperta" : `Vedi tutte le ${count.toLocaleString("it-IT")} notizie aperte`,
  published: "Che cosa si pubblica",
  publishedText: "Ogni notizia del portale esce una volta sola. In bacheca adesso ci sono:",
  kindCount: (count) => (count === 1 ? "1 aperta" : `${count} aperte`),
  talking: "Scriverci",
  promise: (days) =>
    days === 1
      ? "Rispondiamo a commenti e messaggi entro un giorno lavorativo."
      : `Rispondiamo a commenti e messaggi entro ${days} giorni lavorativi.`,
  real: "I nostri canali veri",
  realText: "Questi, e solo questi, sono i canali dell'ente:",
  realSome: "Questi canali sono dell'ente:",
  realNever:
    "Non chiediamo mai soldi, codici o dati della carta per un posto di lavoro. Se qualcuno lo fa a nome nostro, è una truffa.",
  other: "Altri modi per restare aggiornati",
  feeds: "Feed RSS, Atom e JSON per il tuo lettore di notizie",
  calendar: "Calendario delle scadenze per la tua agenda",
  poster: "Locandina con il codice QR, in A4 o A3, da stampare e appendere",
  weekly: "Elenco della settimana su un foglio A4, per la bacheca del comune",
  embed: "Riquadro con le ultime notizie per il sito di un comune o di una scuola",
};

export const itData: DataWords = {
  title: "Dati e feed",
  lead: "Le notizie di questa bacheca si possono leggere anche con altri programmi.",
  feeds: "Feed per seguire le novità",
  feedsText: "Incolla uno di questi indirizzi nel tuo lettore. Ogni ricerca in bacheca ha i propri.",
  files: "Dati aperti",
  filesText: "Tutte le notizie in un file, aggiornato a ogni richiesta.",
  changes: "Flusso delle modifiche",
  changesText:
    "Dice che cosa è stato aggiunto, modificato, chiuso o tolto da un momento in poi. Ogni risposta contiene l'indirizzo da cui continuare.",
  fields: "I campi",
  field: "Campo",
  meaning: "Significato",
  fieldMeanings: {
    id: "numero della notizia, non cambia mai",
    url: "indirizzo della notizia su queste pagine",
    kind: "tipo: offer, art16, targeted-placement, traineeship, competition, course, event, notice",
    title: "titolo, come sul portale",
    reference: "codice dell'ente",
    employer: "azienda, come la indica il portale",
    place: "luogo, come lo indica il portale",
    contract: "contratto, come lo indica il portale",
    deadline: "scadenza: un giorno oppure un momento con il fuso, ISO 8601",
    state: "open se ci si può candidare, altrimenti closed",
    publishedAt: "quando è stata pubblicata, ISO 8601",
    changedAt: "quando è cambiata l'ultima volta, ISO 8601",
    officialUrl: "pagina sul portale ufficiale",
  },
  licence: "Licenza",
  noLicence: "L'ente non ha ancora indicato una licenza per il riuso di questi dati.",
  embed: "Riquadro per il tuo sito",
  embedText: "Copia queste righe nella tua pagina. Mostrano le ultime notizie, senza script e senza cookie.",
  names: {
    rss: "RSS",
    atom: "Atom",
    json: "JSON Feed",
    ics: "Scadenze (iCalendar)",
    csv: "CSV",
    data: "JSON",
    sitemap: "Mappa del sito",
    changes: "Modifiche",
  },
};
