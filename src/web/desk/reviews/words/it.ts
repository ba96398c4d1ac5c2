import type { ReviewsWords } from "./words.ts";

export const it: ReviewsWords = {
  title: "Riesami",
  lead: "Chi non è d'accordo con una decisione può chiedere che la riveda un'altra persona.",
  none: "Nessun riesame da decidere.",
  list: "Riesami da decidere",
  term: {
    by: (day) => `da decidere entro ${day}`,
    over: (day) => `il termine era ${day}`,
    none: "senza termine: il calendario della sede non ha giorni lavorativi",
  },
  own: "avete deciso voi: tocca a un'altra persona",
  one: {
    title: "Riesame",
    back: "Torna ai riesami",
    asked: (moment) => `Chiesto ${moment}`,
    text: "Che cosa scrive chi lo chiede",
    contact: "Come raggiungerlo",
    contactHint:
      "L'esito si legge anche sul sito con il codice. Che qualcuno ha visto il recapito resta agli atti.",
    noContact: "Non ha lasciato un recapito: legge l'esito sul sito, con il codice.",
    decision: "La decisione",
    action: "Misura",
    rule: "Regola",
    version: (number, version) => `${number} (versione ${version})`,
    who: "Chi ha deciso",
    when: "Quando",
    why: "Motivo",
    network: "Che cosa ha risposto la rete",
    evidence: "La prova",
    evidenceHint: "Com'era quando è stato deciso.",
    noEvidence:
      "La prova è stata cancellata, su richiesta di chi l'aveva scritta o perché il suo termine è passato. Ne resta solo l'impronta.",
    noText: "(senza testo)",
    attachments: "Allegati",
    written: (moment) => `Scritto ${moment}`,
    toComment: "Vedi il commento e le decisioni sulla stessa persona",
    ownDecision:
      "Questa decisione è vostra: il riesame spetta a un'altra persona. Chiedete a un collega che può moderare.",
    judged: (who, moment) => `Deciso da ${who} ${moment}.`,
  },
  form: {
    title: "L'esito",
    outcome: "Come si conclude",
    outcomes: {
      upheld: { name: "La decisione resta", effect: "Non cambia nulla; chi ha chiesto legge il motivo." },
      overturned: { name: "La decisione è annullata", effect: "Ciò che si può, torna com'era." },
      partly: { name: "Cambia in parte", effect: "Per esempio: la regola è un'altra, o il motivo." },
    },
    givesBack: {
      hide: "Annullando, il commento torna visibile a tutti.",
      block: "Annullando, il blocco finisce adesso.",
      delete: "Un commento eliminato non può tornare: l'esito resta agli atti e nel registro.",
      warn: "Un richiamo non si può togliere dalla rete: l'esito resta agli atti e nel registro.",
    },
    alsoBack: {
      hide: "Cambiando in parte, mostra anche di nuovo il commento",
      block: "Cambiando in parte, togli anche il blocco",
    },
    why: "Perché",
    whyHint: "Lo legge chi ha chiesto il riesame. Almeno dieci lettere, senza dati personali.",
    confirm: "Conferma l'esito",
    faults: "Non deciso",
    chooseOutcome: "Scegliete come si conclude.",
    lost: "Questo riesame non c'è più, e non è stato deciso nulla. Ecco il vostro testo:",
  },
  outcomes: {
    upheld: "La decisione è rimasta",
    overturned: "La decisione è stata annullata",
    partly: "La decisione è cambiata in parte",
  },
  ends: {
    judged: {
      upheld: "Deciso: la decisione resta.",
      overturned: "Deciso: la decisione è annullata.",
      partly: "Deciso: la decisione cambia in parte.",
    },
    next: "Ecco il prossimo.",
    noneLeft: "Nessun altro riesame da decidere.",
    "own-decision": "Non fatto: nessuno riesamina le proprie decisioni. Chiedete a un'altra persona.",
    "judged-already": "Non fatto: un'altra persona ha già deciso. Ecco l'esito; il vostro testo è qui sotto.",
    "reason-too-short": "Scrivete perché, con almeno dieci lettere: lo legge chi ha chiesto il riesame.",
    "account-off":
      "Non fatto: il profilo è spento o non collegato, e nulla può tornare visibile. Si vede come sta alla pagina Profili.",
    gone: "Non fatto: questo riesame non c'è più.",
  },
};
