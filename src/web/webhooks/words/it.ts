import type { DeletionWords } from "./words.ts";

export const it: DeletionWords = {
  title: "Cancellazione dei dati",
  underWay:
    "La richiesta è arrivata. La cancellazione è in corso: tornate a questa pagina fra qualche minuto.",
  done: (day) => `Fatto: il ${day} abbiamo cancellato ciò che si poteva collegare a voi.`,
  to: "Ente",
  asked: "Richiesta arrivata il",
  whatTitle: "Che cosa si cancella",
  what: (network) =>
    `Se avete collegato una Pagina a Bacheca, il ricordo che siete stati voi. Inoltre i commenti, le reazioni e i messaggi che ${network} ci ha mostrato con lo stesso numero con cui ci ha passato la richiesta.`,
  moreTitle: "Che cosa resta da fare",
  more: (network) =>
    `A chi scrive a una Pagina, ${network} dà un numero diverso da quello della richiesta, e non ci dice quale: quei messaggi non possiamo riconoscerli da soli. Per farli cancellare scrivete all'ente, dicendo con quale nome avete scritto. Ciò che avete scritto su ${network} resta lì finché non lo togliete voi.`,
  atDesk: {
    what: (network) =>
      `Ciò che avete scritto all'ente su ${network}: messaggi, commenti, file, e ciò che ne avevamo annotato.`,
    moreTitle: "Che cosa resta",
    more: (network) =>
      `Se a un vostro commento è stata applicata una regola, la decisione resta nel registro pubblico senza nome e senza testo; il testo resta finché se ne può chiedere il riesame. Resta ciò che l'ente ha già protocollato, e le parole degli altri sotto i vostri commenti. Ciò che avete scritto su ${network} resta lì finché non lo togliete voi.`,
  },
};
