import type { FeedbackWords } from "./words.ts";

export const it: FeedbackWords = {
  title: "Segnalazioni",
  lead: "Chi non riesce a usare una pagina pubblica lo scrive con il modulo in fondo a ogni pagina. Chi ha lasciato un recapito aspetta una risposta.",
  authority: "Ente",
  none: "Nessuno ha segnalato niente.",
  about: "Pagina",
  contact: "Rispondere a",
  noContact: "Non ha lasciato un recapito.",
  markSeen: (code) => `Segna come vista la segnalazione ${code}`,
  seen: "Vista",
};
