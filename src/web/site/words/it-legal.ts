import type { LegalWords } from "./legal-words.ts";

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
