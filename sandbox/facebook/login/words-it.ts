import type { DialogWords } from "./words.ts";

export const ITALIAN: DialogWords = {
  banner: "Simulazione",
  sentence: "Non è Facebook: è la finestra di accesso del mondo di prova.",
  title: (app) => `Collega ${app}`,
  intro: (app) => `${app} chiede di usare le tue Pagine. Scegli quali, e che cosa può fare.`,
  person: "Chi sta accedendo",
  pages: "Pagine",
  noPages: "Questa persona non ha ruoli su nessuna Pagina.",
  permissions: "Permessi",
  frozen: "La configurazione dell'app li chiede tutti insieme.",
  goOn: "Continua",
  cancel: "Annulla",
  scopes: {
    pages_show_list: "Vedere l'elenco delle Pagine",
    pages_read_engagement: "Leggere i post della Pagina",
    pages_manage_posts: "Pubblicare, modificare ed eliminare post",
    pages_manage_engagement: "Rispondere ai commenti e moderarli",
    pages_read_user_content: "Leggere commenti e post dei visitatori",
    pages_manage_metadata: "Ricevere gli avvisi della Pagina",
    pages_messaging: "Leggere e scrivere messaggi della Pagina",
    read_insights: "Leggere le statistiche",
  },
  refusals: {
    "no-app": "L'app indicata non esiste.",
    "bad-redirect": "L'indirizzo di ritorno non è tra quelli dell'app, o non è sicuro.",
    "no-config": "La configurazione indicata non esiste per questa app.",
    "response-type": "Qui si imita soltanto response_type=code.",
  },
  refused: "Accesso non possibile",
};
