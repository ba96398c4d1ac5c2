import type { WordSet } from "./word-list.ts";

export type ExposedDataKind = "others-data" | "credentials";

/** Data made public that harm as long as anybody sees them. */
export const exposedData: readonly WordSet<ExposedDataKind>[] = [
  {
    kind: "others-data",
    target: "person",
    strength: "strong",
    note: "data of other people made public",
    say: [
      "screenshot|screen|foto|schermata|elenco|lista|pdf|file|graduatoria|tabella .. con|di tutti|nomi|i|gli|cognomi|isee|dati|codici+fiscali|indirizzi|curriculum|iscritt*|punteggi .. nomi|isee|cognomi|tutti|candidat*|numeri|codici",
      "tutti i|gli nomi|cognomi|isee|punteggi .. qui|ecco|allego|pubblico|posto|screen*|foto",
      "pubblic/o|post/o|condivid/o|ecco|metto|allego|vi+giro|incollo .. chat|conversazione|messaggi+privati|mail|email|foto|documento|carta+d+identita|busta+paga|numero|indirizzo|cartella .. di|del|della|con|privat*",
      "questo è|e|ecco il|l|la numero|indirizzo|cellulare|casa|mail .. suo|di|del|della|privato|personale|chiamatel*|dove+abita",
      "il suo|numero numero|indirizzo|cellulare di|è|e|del",
      "abita|vive|sta di casa in|a via|viale|piazza|corso|civico|al",
      "@listing ... @datum ... @everybody",
      "@listing .. con|di tutt/i/e .. @datum",
      "@listing ... tutti i|gli|con @datum",
      "chiamatelo|chiamatela|chiamateli",
      "andate|andatelo|andatela a prenderlo|prenderla|cercarlo|cercarla|trovarlo|trovarla .. casa|via|sotto",
      "busta+paga|carta+d+identita|documento|patente|cartella+clinica|certificato di|del|della mio|mia|suo|quel|collega|un|una|@staff",
    ],
  },
  {
    kind: "credentials",
    target: "writer",
    strength: "strong",
    note: "keys to accounts: they harm as long as anybody sees them",
    say: [
      "password|pwd|psw .. è|e|sono|spid|username|utente|pin",
      "pin|puk|otp|cvv .. è|e|carta|spid|codice|mio",
      "username|utente|nome utente|credenziali .. password|sono|spid|accedere|entrate",
      "numero di? della? carta di|credito|scadenza|cvv",
      "spid .. password|utente|credenziali|pin|codice",
    ],
  },
];
