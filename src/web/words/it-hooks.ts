import type { HookProblemName } from "./hook-problems.ts";
import type { Saying } from "./words.ts";

/** What is not granted at the addresses of the networks. */
export const itHooks: Record<HookProblemName, Saying> = {
  "no-such-deletion": {
    title: "Nessuna richiesta con questo codice",
    detail: "Controllate che l'indirizzo sia intero: è quello che Facebook mostra dopo la richiesta.",
  },
  "not-signed": {
    title: "Manca la firma",
    detail:
      "A questo indirizzo scrive solo la rete sociale, con la firma della sua app. Nulla è stato letto.",
  },
  "wrong-signature": {
    title: "Firma non valida",
    detail:
      "La firma non è quella dell'app dell'ente. Nulla è stato registrato. Se la richiesta veniva davvero da Meta, controllate la chiave segreta dell'app.",
  },
  "wrong-verify-token": {
    title: "Token di verifica non valido",
    detail:
      "Il token di verifica non è quello dell'app dell'ente. Copiate di nuovo indirizzo e token nelle impostazioni dei webhook dell'app.",
  },
  "not-events": {
    title: "Non sono eventi",
    detail: "La firma è giusta, ma il contenuto non è quello che la rete manda. Nulla è stato registrato.",
  },
  "events-waiting": {
    title: "Troppi eventi insieme",
    detail: "Gli eventi arrivano più in fretta di quanto si possano registrare. Mandateli di nuovo fra poco.",
  },
};
