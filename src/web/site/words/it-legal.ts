import type { LegalWords } from "./legal-words.ts";

const mesi = (count: number) => (count === 1 ? "1 mese" : `${count} mesi`);
const dopo = (count: number) => `dopo ${mesi(count)}`;

export const itLegal: LegalWords = {
  privacy: {
    title: "Informativa privacy",
    lead: "Puoi leggere tutto senza dire chi sei.",
    controller: "Chi risponde dei dati",
    controllerText: (authority) => `Il titolare del trattamento è ${authority}.`,
    officer: (address) => `Il responsabile della protezione dei dati risponde all'indirizzo ${address}.`,
    here: "Su queste pagine",
    hereText:
      "Non usiamo cookie, non carichiamo nulla da altri siti e non contiamo chi ci visita. Le ricerche non vengono conservate.",
    social: "Se ci scrivi sui social",
    socialText: (network) =>
      `Commenti e messaggi su ${network} arrivano anche ai nostri uffici, che li usano solo per risponderti e per applicare le regole di conversazione.`,
    insights: "Le statistiche della Pagina",
    insightsText: (authority, network) =>
      `${network} ci mostra statistiche sulla Pagina, senza nomi. Per queste ${authority} e Meta sono contitolari.`,
    retention: "Per quanto tempo",
    retentionText: (talk, comments, files, decisions) =>
      `Cancelliamo i messaggi privati ${dopo(talk)} dall'ultimo, i commenti ${dopo(comments)} dall'ultimo della discussione, i file che ci mandi ${dopo(files)}. Se a un tuo commento si applica una regola, ne conserviamo il testo per ${mesi(decisions)}; poi resta solo la decisione, senza il tuo nome.`,
    retentionHeld:
      "Aspettiamo a cancellare ciò a cui dobbiamo ancora rispondere, ciò che è in riesame e ciò che ci hai chiesto di vedere.",
    rights: "I tuoi diritti",
    rightsText:
      "Puoi chiedere di vedere, correggere o cancellare i tuoi dati, con qualunque mezzo. Se la risposta non ti convince, puoi rivolgerti al Garante per la protezione dei dati personali.",
    notice: "L'informativa completa dell'ente",
  },
  legal: {
    title: "Note legali",
    content: "I contenuti",
    contentText: (authority) => `Le notizie vengono dal portale di ${authority}, che ne è l'autore.`,
    official: "Che cosa vale",
    officialText:
      "Queste pagine servono a informare. In caso di differenze vale il testo sul portale ufficiale o nell'atto pubblicato.",
    reuse: "Riuso",
    reuseUnder: "I dati si possono riusare con questa licenza:",
    reuseUnknown: "L'ente non ha ancora indicato una licenza. Prima di riusare i dati, chiedi.",
    software: "Il programma",
    softwareText: "Queste pagine sono fatte con Bacheca, software libero con licenza EUPL 1.2.",
  },
  accessibility: {
    title: "Accessibilità",
    lead: "Queste pagine devono funzionare per tutti.",
    how: "Come sono fatte",
    howText:
      "Si usano con la sola tastiera e con il lettore di schermo, si ingrandiscono fino al 400 % e non hanno bisogno di script. Ogni immagine ha un testo che dice le stesse cose.",
    statement: "Dichiarazione di accessibilità",
    statementLink: "Leggi la dichiarazione dell'ente",
    report: "Qualcosa non funziona?",
    reportText: "Scrivici che cosa volevi fare e dove ti sei fermato:",
    noContact: "Rivolgiti agli uffici dell'ente: trovi i contatti sul suo portale.",
  },
};
