import type { RuleWords } from "./rule-words.ts";

export const starterRules: RuleWords = {
  opinion: {
    text: "Diritto di intervenire con la propria opinione, purché su argomenti di interesse pubblico",
    examples: ["Una critica al servizio, anche dura, resta visibile"],
  },
  "personal-use": {
    text: "Niente uso dei social per esigenze personali",
    examples: ["Cercare un alloggio o un passaggio", "Proporre un familiare per qualsiasi lavoro"],
  },
  "fairness-and-privacy": {
    text: "Correttezza, rispetto delle opinioni altrui e della privacy",
    examples: [
      "Scrivere un numero di telefono o un codice fiscale",
      "Accusare di un reato una persona riconoscibile",
    ],
  },
  "on-topic": {
    text: "I commenti riguardano l'argomento trattato",
    examples: ["Portare la discussione sul calcio o su un partito sotto un'offerta di lavoro"],
  },
  "private-facts": {
    text: "Evitare riferimenti a fatti o dettagli privi di rilevanza pubblica",
    examples: ["La salute, la famiglia o le abitudini di chi lavora in un ufficio"],
  },
  offence: {
    text: "Nessun insulto, volgarità, offesa, minaccia, discriminazione",
    examples: [
      "Insultare chi lavora allo sportello o un altro lettore",
      "Offendere un gruppo per origine, religione, sesso, età o disabilità",
    ],
  },
  advertising: {
    text: "Nessuna pubblicità o promozione di interessi privati",
    examples: ["Vendere qualcosa", "Promettere guadagni facili", "Offrire prestiti"],
  },
  copyright: {
    text: "Nessuna violazione di diritto d'autore o uso non autorizzato di marchi",
    examples: ["Copiare per intero un articolo a pagamento", "Diffondere copie pirata di un manuale"],
  },
  "unlawful-acts": {
    text: "Nessun incitamento a violare la legge o a usare la violenza",
    examples: ["Invitare ad aggredire qualcuno", "Spiegare come falsificare un certificato"],
  },
  flooding: {
    text: "Nessuna ripetizione insistente dello stesso messaggio",
    examples: ["Incollare lo stesso testo sotto ogni notizia"],
  },
  propaganda: {
    text: "Nessuna propaganda elettorale o di partito",
    examples: ["Invitare a votare una lista o un candidato"],
  },
  "false-identity": {
    text: "Nessuna falsa identità: non ci si spaccia per l'ente o per altre persone",
    examples: ["Fingersi un operatore per avere documenti in privato"],
  },
  links: {
    text: "Nessun collegamento a siti estranei all'argomento o non sicuri",
    examples: ["Un indirizzo abbreviato che imita la procedura ufficiale"],
  },
  "fund-raising": {
    text: "Nessuna raccolta di fondi",
    examples: ["Chiedere donazioni su una carta ricaricabile"],
  },
};
