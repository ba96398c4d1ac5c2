import type { MailWords } from "./words.ts";

export const it: MailWords = {
  subject: (where, what) => `[${where}] ${what}`,
  otherAlerts: {
    escalation: "Un collega chiede che decida chi ne risponde",
    raid: "Molte probabili violazioni in pochi minuti",
    "review-asked": "Qualcuno chiede di rivedere una decisione",
    "review-due": "Il termine per decidere un riesame è vicino",
    "review-late": "Il termine per decidere un riesame è passato",
    other: "Qualcosa va visto da una persona",
  },
  warnings: {
    "last-day": "Una risposta scade oggi",
    window: "Il tempo per rispondere a un messaggio privato sta per finire",
    "window-lost": "Il tempo per rispondere a un messaggio privato è finito",
    late: "Una risposta è scaduta",
    other: "Una risposta sta per scadere",
  },
  openHoursLeft: (hours) =>
    hours === 1
      ? "Per una risposta resta un'ora di apertura"
      : `Per una risposta restano ${hours} ore di apertura`,
  atOnce: (what) => `Subito: ${what[0]?.toLowerCase() ?? ""}${what.slice(1)}`,
  several: (count) => `${count} cose da vedere`,
  counted: (what, count) => `${what}: ${count}`,
  windowUntil: (moment) => `si può rispondere fino a ${moment}`,
  raised: (moment) => `da ${moment}`,
  openDesk: "Aprite la scrivania",
  more: (count) => (count === 1 ? "Un'altra è alla scrivania." : `Altre ${count} sono alla scrivania.`),
  lastOfHour:
    "Nell'ultima ora vi abbiamo già scritto molte volte: fino alla prossima non scriviamo altro, tranne se qualcuno è in grave difficoltà. Il resto è alla scrivania.",
  distressToDo:
    "Leggete e rispondete adesso: alla scrivania c'è un testo già pronto, con i numeri di aiuto. Chi se ne occupa prema «Me ne occupo io», così gli altri lo sanno.",
  digest: {
    title: (day) => `La giornata: ${day}`,
    figures: {
      waiting: (count) => `In attesa di una risposta: ${count}`,
      overdue: (count) => `Risposte già scadute: ${count}`,
      dueToday: (count) => `Risposte che scadono oggi: ${count}`,
      own: (count) => `Di quelle in attesa, prese in carico da voi: ${count}`,
      alerts: (count) => `Avvisi da prendere in carico: ${count}`,
      held: (count) => `Pubblicazioni trattenute: ${count}`,
      refused: (count) => `Pubblicazioni rifiutate: ${count}`,
      uncertain: (count) => `Pubblicazioni con esito incerto: ${count}`,
      disconnected: (count) => `Profili scollegati: ${count}`,
      faultySources: (count) => `Portali che non si leggono: ${count}`,
    },
    why: "Il riepilogo arriva nei giorni lavorativi della sede, e solo se c'è qualcosa da dire.",
  },
  trouble: {
    begun: {
      disconnected: (name) =>
        `Il profilo «${name}» è scollegato: finché qualcuno non lo ricollega non esce nulla`,
      resting: (name) => `Il profilo «${name}» è in pausa da più di un'ora: le pubblicazioni aspettano`,
      health: (name) => `Il profilo «${name}» chiede attenzione: la pagina Profili dice perché`,
      source: (name) => `Il portale «${name}» non si legge da più di un'ora`,
    },
    held: (count) =>
      count === 1
        ? "Una pubblicazione è trattenuta e aspetta il sì di una persona"
        : `${count} pubblicazioni sono trattenute e aspettano il sì di una persona`,
    wellAgain: {
      account: (name) => `Di nuovo a posto: il profilo «${name}»`,
      source: (name) => `Di nuovo a posto: il portale «${name}»`,
    },
  },
  invitation: {
    subject: "Il vostro accesso alla scrivania",
    title: (where) => `${where}: il vostro accesso alla scrivania`,
    lead: (name, where) =>
      `${name}, siete attesi alla scrivania di ${where}, da cui si risponde a chi scrive e si vede che cosa esce sulla Pagina.`,
    comeIn: "Entrate e scegliete la vostra password",
    once: "Il link vale una settimana e una volta sola. Non inoltratelo: chi lo apre entra come voi.",
    notYou: "Non aspettavate questo invito? Non apritelo e ditelo a chi amministra la scrivania.",
  },
  automatic: "Avviso automatico di Bacheca: a questo indirizzo non risponde nessuno.",
  serverTroubles: {
    unreachable: {
      happened: "Il server della posta non si raggiunge.",
      toDo: "Guardare nome e porta in BACHECA_MAIL_URL, e se la rete lascia uscire verso quella porta.",
    },
    timeout: {
      happened: "Il server della posta non risponde in tempo.",
      toDo: "Guardare nome e porta in BACHECA_MAIL_URL: la porta 465 vuole smtps://, la 587 smtp://.",
    },
    tls: {
      happened: "Con il server della posta non si può cifrare, o nessuno garantisce per il suo certificato.",
      toDo: "Usare il nome che sta nel certificato. Dove la strada è sicura comunque: BACHECA_MAIL_PLAIN=yes.",
    },
    login: {
      happened: "Il server della posta non accetta nome e password.",
      toDo: "Correggerli in BACHECA_MAIL_URL; i caratteri speciali si scrivono come negli indirizzi web (@ è %40).",
    },
    "server-trouble": {
      happened: "Il server della posta per ora non prende nulla.",
      toDo: "Aspettare: Bacheca riprova da sola. Se dura, chiedere a chi gestisce la posta.",
    },
    "put-off": {
      happened: "Il server della posta rimanda questa lettera a più tardi.",
      toDo: "Aspettare: Bacheca riprova da sola. Succede al primo contatto con molti server.",
    },
  },
  trial: {
    subject: "Prova della posta di Bacheca",
    text: (publicUrl) =>
      `La posta di Bacheca funziona. Questa lettera l'ha chiesta chi amministra ${publicUrl}.`,
  },
  noContent: "Nomi e testi di chi scrive non viaggiano per posta: si leggono alla scrivania, dopo l'accesso.",
  choose: "Scegliete che cosa ricevere",
};
