import { itFile } from "./it-file.ts";
import type { PersonsWords } from "./words.ts";

const many = (one: string, more: string) => (count: number) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString("it-IT")} ${more}`;

export const it: PersonsWords = {
  title: "Dati personali",
  lead: "Che cosa si conserva di una persona che ci ha scritto: per risponderle, dargliene copia, cancellarlo.",
  search: {
    label: "Nome o identificativo della rete",
    hint: "Ciò che si cerca non resta scritto da nessuna parte, nemmeno nell'indirizzo della pagina.",
    authority: "Ente",
    all: "tutti i miei enti",
    button: "Cerca",
  },
  toRetention: "Quanto si conserva, e che cosa ha cancellato ogni notte",
  results: {
    title: "Persone trovate",
    none: "Non si conserva nulla di nessuno con questo nome o identificativo.",
    noneHint:
      "Chi scrive in privato spesso non ha un nome per noi: cercate il suo identificativo, che è in ogni estratto della conversazione.",
    more: "Sono mostrate le prime 50: aggiungete una parola.",
    nameless: "Senza nome",
    id: (personId) => `Identificativo ${personId}`,
    last: (moment) => `ultimo segno ${moment}`,
    open: "Apri",
  },
  back: "Cerca un'altra persona",
  person: {
    held: "Che cosa si conserva",
    heldLead: "Quanto, non che cosa: i testi sono nelle conversazioni e nella copia.",
    conversations: "Le conversazioni",
    conversation: (kind, moment) =>
      `${kind === "private" ? "Conversazione privata" : "Discussione pubblica"}, ultimo messaggio ${moment}`,
    requests: "Richieste sui propri dati",
    noRequest: (day) =>
      `Nei messaggi non ce ne sono. Termine per rispondere a una richiesta arrivata oggi per altra via: ${day} (un mese, art. 12 del GDPR).`,
    request: (received) => `Ricevuta: ${received}`,
    expires: (day) => `ultimo giorno ${day}`,
    outcomes: { answered: "evasa", refused: "respinta", "not-a-request": "non era una richiesta" },
    toAnswer: "in attesa di risposta",
    give: "Dare copia dei dati",
    giveLead:
      "Un file ZIP con una pagina da leggere, gli stessi dati in JSON e i file ricevuti. Dentro ci sono anche le note dei colleghi e i testi delle decisioni.",
    giveCheck:
      "Prima di consegnarlo accertatevi di chi è la persona, e che non vi siano dati di altri nei testi e nelle note.",
    export: "Scarica la copia",
    erase: "Cancellare",
    eraseLead: "Prima vedete che cosa si cancella e che cosa resta, e perché. Non si può tornare indietro.",
    toErase: "Vedi che cosa si cancellerebbe",
    notYours: "La copia e la cancellazione le fanno il responsabile o l'amministratore.",
  },
  counted: {
    conversations: many("conversazione", "conversazioni"),
    messages: many("messaggio", "messaggi"),
    attachments: many("file ricevuto", "file ricevuti"),
    replies: many("risposta inviata da qui", "risposte inviate da qui"),
    drafts: many("bozza di risposta", "bozze di risposta"),
    notes: many("nota interna", "note interne"),
    notices: many("avviso automatico annotato", "avvisi automatici annotati"),
    events: many("evento della rete", "eventi della rete"),
    triage: many("esito dello smistamento", "esiti dello smistamento"),
    alerts: many("allerta", "allerte"),
    requests: many("richiesta sui propri dati", "richieste sui propri dati"),
    decisions: many("decisione", "decisioni"),
    reviews: many("richiesta di riesame", "richieste di riesame"),
    extracts: many("estratto per il protocollo", "estratti per il protocollo"),
    deletions: many("cancellazione già fatta", "cancellazioni già fatte"),
    logins: many("profilo collegato da questa persona", "profili collegati da questa persona"),
  },
  kinds: {
    conversations: "Conversazioni",
    messages: "Messaggi",
    attachments: "File ricevuti",
    replies: "Risposte inviate da qui",
    drafts: "Bozze di risposta",
    notes: "Note interne",
    notices: "Avviso automatico",
    events: "Eventi della rete, così come sono arrivati",
    triage: "Smistamento automatico",
    alerts: "Allerte",
    requests: "Richieste sui propri dati",
    decisions: "Decisioni",
    reviews: "Richieste di riesame",
    extracts: "Estratti per il protocollo",
    deletions: "Cancellazioni",
    logins: "Profili collegati",
  },
  erase: {
    title: (name) => `Cancellare i dati di ${name}`,
    lead: "Niente è ancora cancellato.",
    goes: "Si cancella",
    emptied: many("decisione perde i testi", "decisioni perdono i testi"),
    stays: "Resta, e perché",
    staysNothing: "Nient'altro.",
    discussions: (count) =>
      `${count === 1 ? "1 discussione in cui hanno" : `${count} discussioni in cui hanno`} scritto anche altri: restano le parole degli altri e le nostre, senza il nome di questa persona.`,
    decisions: (count) =>
      `${count === 1 ? "1 decisione" : `${count} decisioni`} nel registro pubblico: regola, azione, giorno e impronta, senza nome e senza testo (trasparenza degli atti).`,
    texts: (count, until) =>
      `I testi di ${count === 1 ? "1 decisione non ancora definitiva" : `${count} decisioni non ancora definitive`}: servono a chi la riesamina o a chi la può ancora impugnare (art. 17, par. 3, lett. e). Si cancellano da soli la notte dopo${until === undefined ? " la fine del riesame o del blocco" : ` (al più presto: ${until})`}.`,
    extracts: (count) =>
      `${count === 1 ? "1 estratto" : `${count} estratti`} già nel protocollo dell'ente (art. 17, par. 3, lett. d): la nostra copia si cancella allo scadere del suo termine.`,
    trail: "Il fatto che avete cancellato, quando e perché, senza testi e senza nomi.",
    pending:
      "Una sua richiesta sui propri dati aspetta ancora risposta: se chiedeva copia, scaricatela prima. Con la conversazione si cancella anche la richiesta.",
    ground: "Per quale motivo",
    grounds: {
      "not-needed": "i dati non servono più a ciò per cui sono stati raccolti",
      "consent-withdrawn": "la persona ha revocato il consenso",
      objection: "la persona si è opposta e non c'è un motivo che prevale",
      unlawful: "i dati erano trattati illecitamente",
      "legal-duty": "lo impone una legge",
    },
    reference: "Numero di protocollo della richiesta (facoltativo)",
    referenceHint: "Solo il numero: nessun nome.",
    confirm: "Ho letto che cosa si cancella e che cosa resta",
    confirmHint: "Dopo non si può più recuperare, nemmeno da qui.",
    button: "Cancella definitivamente",
    cancel: "Torna senza cancellare",
    network: "Sulla rete non cambia nulla: ciò che la persona ha scritto là lo toglie lei, o la rete.",
    nothing: "Non c'è più nulla da cancellare: ciò che resta è spiegato qui sotto.",
  },
  faults: {
    ground: "Scegliete il motivo.",
    confirm: "Spuntate la casella della conferma.",
    changed:
      "Nel frattempo qualcosa è cambiato: è arrivato un messaggio, o una decisione è diventata definitiva. Non è stato cancellato nulla: rileggete e confermate.",
    reference: "Il numero di protocollo è troppo lungo.",
  },
  erased: {
    title: "Cancellazione fatta",
    done: many("riga cancellata o svuotata", "righe cancellate o svuotate"),
    code: "Codice della cancellazione",
    codeHint:
      "Potete darlo alla persona: a questo indirizzo vede che la cancellazione è stata fatta. Non contiene il suo nome.",
    comesBack:
      "Ciò che aveva scritto fino a ora non torna, nemmeno se la rete lo ripete o si ripristina una copia di sicurezza. Se scrive di nuovo, è una conversazione nuova.",
  },
  file: itFile,
};
