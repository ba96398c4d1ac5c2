import type { FeedbackWords, RulesWords, TalkWords } from "./talk-words.ts";

const answers = (count: number) => (count === 1 ? "1 risposta" : `${count.toLocaleString("it-IT")} risposte`);

export const itTalk: TalkWords = {
  byNow: (by) => `Se ci scrivi adesso, la risposta arriva ${by}.`,
  closedToday: (nextDay) => `Oggi gli uffici sono chiusi: il prossimo giorno lavorativo è ${nextDay}.`,
  openToday: "Oggi è un giorno lavorativo: gli uffici rispondono.",
  neverWorking: "In questo periodo gli uffici non lavorano.",
  kept: {
    title: "Come manteniamo l'impegno",
    none: (days) => `Negli ultimi ${days} giorni nessuno aspettava una risposta.`,
    few: (inTime, due, days) =>
      `Negli ultimi ${days} giorni dovevamo ${answers(due)}: ${inTime === due ? "tutte in tempo" : `in tempo ${inTime}`}. Sono troppo poche per una percentuale.`,
    share: (percent, inTime, due, days) =>
      `Negli ultimi ${days} giorni abbiamo risposto in tempo il ${percent} % delle volte: ${inTime.toLocaleString("it-IT")} su ${due.toLocaleString("it-IT")}.`,
    late: (count) => `In ritardo: ${count}.`,
    unanswered: (count) => `Ancora senza risposta: ${count}.`,
    closed: (count) => `Chiuse senza una risposta, e non contate: ${count}.`,
    how: "Contiamo commenti e messaggi che chiedevano una risposta. Il conto lo fa il programma, da solo.",
  },
  pec: (office) => (office ? `PEC di ${office}:` : "Scrivi alla PEC:"),
  pecLabel: "Per una domanda o un atto ufficiale usa la PEC.",
  notRegistered:
    "I messaggi sui social non vengono protocollati. Non valgono come domanda, come ricorso o come altro atto.",
  noPec: "Per una domanda o un atto ufficiale chiedi agli uffici: trovi la PEC sul portale dell'ente.",
  offices: {
    title: "Sedi e orari",
    hours: "Orari",
    hoursOf: (office) => `Orari di ${office}`,
    days: "Giorni",
    hour: "Apertura",
    noHours: "Per gli orari chiedi alla sede.",
    unusual: "Nei prossimi giorni",
    only: (hours) => `aperto solo ${hours}`,
    shut: "chiuso",
    address: "Indirizzo",
    telephone: "Telefono",
    email: "Posta",
    pec: "PEC",
  },
  scam: {
    title: "Come si riconosce una truffa",
    signs: [
      "Chiede soldi per un posto di lavoro, per un corso o per una pratica.",
      "Chiede un codice, una password o i dati della carta.",
      "Ti porta su un indirizzo che qui sopra non c'è, o vuole continuare altrove.",
      "Ha fretta: «solo oggi», «ultimi posti», «rispondi subito».",
    ],
    report: "Non rispondere e non aprire i link. Avvisa gli uffici e segnala alla Polizia Postale:",
    reportLink: "commissariatodips.it",
  },
};

export const itRules: RulesWords = {
  title: "Regole di conversazione",
  lead: (authority) =>
    `Chi commenta le notizie di ${authority} o ci scrive segue queste regole. Valgono per tutti, anche per noi.`,
  short: "Le regole, in breve. Ognuna ha un numero, e chi ne subisce una sa quale.",
  all: "Leggi le regole con gli esempi, e come chiedere un riesame",
  rule: (number) => `Regola ${number}`,
  version: (version, day) => `Versione ${version}, in vigore dal ${day}`,
  from: (version, day) => `Versione ${version}, vale dal ${day}`,
  examples: "Per esempio:",
  earlier: "Versioni precedenti",
  earlierNone: "Queste sono le prime versioni: prima non ce n'erano altre.",
  broken: "Che cosa succede se una regola non è rispettata",
  brokenSteps: [
    "Una persona legge il commento e decide. Il programma può solo proporre, o nascondere per poco ciò che fa danno.",
    "Il commento viene nascosto. Solo nei casi gravi viene tolto.",
    "Chi l'ha scritto riceve un messaggio: quale regola, che cosa è stato fatto e perché.",
    "La decisione si conta in un registro pubblico, senza nomi e senza testi.",
  ],
  criticism: "Una critica resta, anche se è dura. Non togliamo un'opinione perché non ci piace.",
  review: "Come si chiede un riesame",
  reviewText: [
    "Nel messaggio che ricevi c'è un indirizzo: aprilo e scrivi perché la decisione è sbagliata.",
    "Un'altra persona, non quella che ha deciso, guarda tutto di nuovo e ti risponde.",
    "Chiedere non costa nulla e non serve un avvocato.",
  ],
};

export const itFeedback: FeedbackWords = {
  title: "Segnala un problema di accessibilità",
  lead: "Qualcosa su queste pagine non si legge, non si apre o non si usa? Dillo qui: bastano due righe.",
  page: "Su quale pagina (facoltativo)",
  pageHint: "L'indirizzo o il titolo.",
  text: "Che cosa non funziona",
  textHint: "Che cosa volevi fare e dove ti sei fermato. Se vuoi, di' con quale programma leggi lo schermo.",
  contact: "Come possiamo risponderti (facoltativo)",
  contactHint: "Una posta o un telefono. Senza, leggiamo lo stesso ma non possiamo scriverti.",
  trap: "Lascia vuoto questo campo",
  send: "Invia la segnalazione",
  privacy: "Usiamo quello che scrivi solo per riparare la pagina e per risponderti.",
  faults: {
    "text-missing": "Scrivi che cosa non funziona.",
    "text-too-long": "Il testo è troppo lungo: al massimo 4000 caratteri.",
    "page-too-long": "L'indirizzo della pagina è troppo lungo: al massimo 500 caratteri.",
    "contact-too-long": "Il recapito è troppo lungo: al massimo 200 caratteri.",
    "too-fast":
      "Il modulo è rimasto aperto troppo poco, o da troppo tempo. Controlla il testo e invia di nuovo.",
    "too-many": "Da questa rete sono arrivate molte segnalazioni. Aspetta un'ora e invia di nuovo.",
    "not-from-here": "Il modulo non è arrivato da questa pagina. Controlla il testo e invia di nuovo.",
  },
  faultsTitle: "La segnalazione non è partita",
  sent: {
    title: "Grazie, la segnalazione è arrivata",
    text: (code) => `Il suo numero è ${code}. Annotalo: con questo la ritroviamo.`,
    next: "Gli uffici la leggono nei giorni lavorativi. Se hai lasciato un recapito, ti rispondono.",
  },
};
