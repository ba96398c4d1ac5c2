import type { RaidingWords } from "./words.ts";

const several = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);

export const it: RaidingWords = {
  title: "È in corso un'ondata di violazioni",
  counted: (breaches, people) =>
    `${several(breaches, "probabile violazione", "probabili violazioni")}, da ${several(people, "persona", "persone")}.`,
  since: (moment) => `Cominciata ${moment}.`,
  offered: "Si può fare di più. Nulla di questo parte da solo:",
  steps: {
    "report-threats": ({ messages }) =>
      `Conservare ${several(messages, "minaccia o messaggio grave", "minacce o messaggi gravi")} e informare subito chi ne risponde; se c'è pericolo, il 112.`,
    "hide-certain": ({ messages }) =>
      `Decidere per prime le violazioni sicure: ${several(messages, "commento aspetta", "commenti aspettano")}.`,
    "let-act": ({ rules }) =>
      `Lasciare che ${rules.length === 1 ? `la regola ${rules[0]} agisca da sola` : `le regole ${rules.join(", ")} agiscano da sole`} da oggi: nasconde solo ciò che è sicuro, avvisa l'autore e si può annullare.`,
    "warn-repeaters": ({ people }) =>
      `Richiamare chi insiste (${several(people, "persona", "persone")}): senza richiamo non si può bloccare nessuno.`,
    "remind-publicly": () => "Ricordare le regole con un commento pubblico dell'ente sotto il post.",
    "limit-on-network": () =>
      "Sulla Pagina, nelle impostazioni della rete: limitare per qualche ora chi può commentare quel post.",
    "call-colleagues": () => "Chiamare un collega: è troppo per una persona sola.",
  },
};
