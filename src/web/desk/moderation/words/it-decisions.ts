import type { DecisionWords } from "./decision-words.ts";

export const itDecisions: DecisionWords = {
  actions: {
    none: { name: "Lascia visibile", effect: "Resta dov'è. La decisione e il motivo restano agli atti." },
    answer: { name: "Rispondi", effect: "Resta visibile; si passa alla conversazione per rispondere." },
    hide: {
      name: "Nascondi",
      effect: "Lo vede ancora solo chi l'ha scritto, che riceve l'avviso. Si può annullare.",
    },
    unhide: { name: "Mostra di nuovo", effect: "Torna visibile a tutti, e chi l'ha scritto lo sa." },
    delete: {
      name: "Elimina",
      effect: "Prima parte l'avviso, poi sparisce per sempre. Ne resta copia come prova.",
    },
    warn: {
      name: "Richiama",
      effect: "Lo scritto resta; la persona è avvisata che potrebbe essere bloccata.",
    },
    block: {
      name: "Blocca per un periodo",
      effect: "La persona è avvisata, poi non può scrivere sulla Pagina fino al giorno stabilito.",
    },
    unblock: { name: "Togli il blocco", effect: "La persona può scrivere di nuovo sulla Pagina." },
    escalate: { name: "Passa a chi ne risponde", effect: "Parte un avviso per il responsabile." },
  },
  decided: {
    none: "Lasciato visibile",
    answer: "Da rispondere",
    hide: "Nascosto",
    unhide: "Mostrato di nuovo",
    delete: "Eliminato",
    warn: "Richiamo",
    block: "Blocco",
    unblock: "Blocco tolto",
    escalate: "Passato al responsabile",
  },
  refusals: {
    "rule-missing":
      "Scegliete la regola che non è stata rispettata: senza regola non si toglie nulla a nessuno.",
    "rule-not-in-force": "Questa regola oggi non vale. Sceglietene un'altra.",
    "reason-too-short": "Scrivete il motivo, con almeno dieci lettere: lo legge chi ha scritto il commento.",
    "private-cannot-be-hidden":
      "Un messaggio privato non si nasconde e non si elimina: Facebook non lo permette.",
    "post-cannot-be-hidden": "Un post di un visitatore si toglie solo dalla Pagina stessa.",
    removed: "Non c'è più: l'ha tolto chi l'ha scritto, o è già stato eliminato.",
    "already-hidden": "È già nascosto.",
    "not-hidden": "Non è nascosto da una decisione nostra.",
    "person-unknown": "Facebook non dice chi ha scritto.",
    "not-warned": "Prima serve un richiamo: nessuno è bloccato senza essere stato avvisato.",
    "already-blocked": "La persona è già bloccata.",
    "not-blocked": "La persona non è bloccata.",
    "block-without-end": "Indicate per quanti giorni: da 1 a 365.",
    "account-off":
      "Il profilo è spento o non collegato: da qui non si può decidere. Si vede come sta alla pagina Profili.",
  },
  ends: {
    decided: {
      none: "Deciso: resta visibile.",
      answer: "Deciso: resta visibile, e aspetta una risposta qui.",
      hide: "Deciso: il commento viene nascosto, e chi l'ha scritto avvisato.",
      unhide: "Deciso: il commento torna visibile, e chi l'ha scritto avvisato.",
      delete: "Deciso: parte l'avviso, poi il commento viene eliminato.",
      warn: "Deciso: il richiamo è in partenza.",
      block: "Deciso: parte l'avviso, poi il profilo viene bloccato.",
      unblock: "Deciso: il blocco viene tolto.",
      escalate: "Deciso: il responsabile è avvisato.",
    },
    settled: "Visto: non è più in coda.",
    settledBefore: "Non era più in coda: qualcuno è stato più veloce.",
    next: (left) => `Ecco il prossimo: ${left === 1 ? "1 rimasto" : `${left} rimasti`}.`,
    noneLeft: "Nulla di altro da decidere.",
    undo: "Rivedi o annulla",
    chooseAction: "Scegliete che cosa fare.",
    overtaken: (who, moment, action) =>
      `Non fatto: ${who} ha deciso ${moment} (${action}). Guardate la decisione; il vostro testo è ancora qui.`,
    overtakenByItself: (moment, action) =>
      `Non fatto: è già stato deciso automaticamente ${moment} (${action}). Il vostro testo è ancora qui.`,
    edited: "Non fatto: chi l'ha scritto lo ha modificato. Rileggete; il vostro testo è ancora qui.",
    gone: "Non fatto: questo commento non c'è più.",
    restored: "Ecco il motivo che stavate scrivendo.",
  },
  offers: {
    byTopic: {
      opinion: "Non riguarda un argomento di interesse pubblico.",
      "personal-use": "Tratta un'esigenza personale, per cui questa Pagina non è il posto giusto.",
      "fairness-and-privacy": "Contiene dati personali, o non rispetta la correttezza verso altre persone.",
      "on-topic": "Non riguarda l'argomento del post.",
      "private-facts": "Riferisce fatti privati, senza rilevanza pubblica.",
      offence: "Contiene insulti o parole che offendono altre persone.",
      advertising: "Contiene pubblicità o promuove un interesse privato.",
      copyright: "Riproduce un'opera o un marchio altrui senza autorizzazione.",
      "unlawful-acts": "Invita a violare la legge o a usare la violenza.",
      flooding: "Ripete più volte lo stesso messaggio.",
      propaganda: "Contiene propaganda elettorale o di partito.",
      "false-identity": "Si presenta a nome di un ente o di un'altra persona.",
      links: "Contiene un collegamento estraneo all'argomento o non sicuro.",
      "fund-raising": "Chiede denaro a chi legge.",
    },
    byAction: {
      none: "Letto: non viola le regole di conversazione.",
      answer: "Non viola le regole: serve una risposta.",
      escalate: "Va valutato da chi ne risponde.",
      unhide: "La decisione è stata rivista: il commento torna visibile.",
      unblock: "La decisione è stata rivista: il blocco finisce prima.",
    },
  },
};
