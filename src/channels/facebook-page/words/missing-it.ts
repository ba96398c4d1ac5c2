import type { MissingWords } from "./missing.ts";

export const it: MissingWords = {
  uses: {
    pages_show_list: "Senza, Bacheca non vede quali Pagine ci sono.",
    pages_manage_posts: "Senza, Bacheca non può pubblicare sulla Pagina.",
    pages_read_engagement: "Senza, Bacheca non può controllare se un post è uscito davvero.",
    pages_read_user_content: "Senza, i commenti dei cittadini non si leggono.",
    pages_manage_engagement: "Senza, non si può rispondere ai commenti né nasconderli.",
    pages_manage_metadata: "Senza, Facebook non avvisa Bacheca dei commenti e dei messaggi nuovi.",
    pages_messaging: "Senza, i messaggi privati non arrivano e non si può rispondere.",
    read_insights: "Senza, non si vedono i numeri dei post.",
    CREATE_CONTENT:
      "Chi collega la Pagina non ha il compito di creare contenuti: nulla può essere pubblicato.",
    MODERATE: "Chi collega la Pagina non ha il compito di moderare: i commenti non si possono gestire.",
    MESSAGING: "Chi collega la Pagina non ha il compito dei messaggi: non si può rispondere in privato.",
    ANALYZE: "Chi collega la Pagina non ha il compito delle statistiche: i numeri dei post non si vedono.",
  },
  general: "Manca un permesso che Bacheca usa.",
  permission: "Ricominciate il collegamento e lasciate acceso questo permesso nella finestra di Facebook.",
  task: "Chi amministra la Pagina lo dà in Impostazioni > Accesso alla Pagina; poi ricollegate.",
};
