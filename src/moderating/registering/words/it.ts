import type { StatementWords } from "../statement.ts";

export const it: StatementWords = {
  ground: (rule, version, text) => `Regola ${rule}, versione ${version}: ${text}`,
  explanation: (rule) =>
    `Il contenuto non rispetta la regola ${rule} tra quelle pubblicate dall'ente per le conversazioni sui propri canali.`,
  byItself:
    "Contenuto scritto sui canali dell'ente, riconosciuto automaticamente come violazione sicura della regola; l'autore è stato avvisato.",
  suggested:
    "Contenuto scritto sui canali dell'ente, segnalato automaticamente e valutato da una persona, che ha deciso.",
  byPerson: "Contenuto scritto sui canali dell'ente, letto e valutato da una persona, che ha deciso.",
};
