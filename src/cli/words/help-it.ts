/** What the help says of one command. */
export interface CommandHelp {
  /** One line for the list of commands. */
  summary: string;
  /** Operands as the usage line shows them. */
  operands: string;
  /** Further sentences, already broken into lines. */
  more: string[];
  /** A sentence for each option, by its name; what it takes, where it takes something. */
  options: Record<string, { takes?: string; does: string }>;
}

export const helpIt = {
  serve: {
    summary: "tiene Bacheca in funzione: pagine, indirizzi e lavoro",
    operands: "",
    more: [
      "Si ferma con Ctrl-C o SIGTERM: finisce il passo in corso, restituisce ciò che tiene e chiude. Un secondo",
      "Ctrl-C dopo un secondo affretta la chiusura; nulla va perso comunque.",
      "Più processi possono condividere lo stesso database: si dividono il lavoro da soli.",
    ],
    options: {
      roles: { takes: "web,work", does: "che cosa fare qui: pagine (web), lavoro (work) o entrambi" },
      port: { takes: "N", does: "porta su cui rispondere, al posto di BACHECA_PORT; 0 = una libera" },
    },
  },
  once: {
    summary: "un giro completo e poi fine: guarda tutti i portali, pubblica, verifica (adatto a cron)",
    operands: "",
    more: [
      "Non apre indirizzi: i link brevi nei post rispondono solo se da qualche parte gira «bacheca serve».",
      "Due giri insieme, o un giro accanto a serve, non si disturbano.",
    ],
    options: {
      wait: { takes: "SECONDI", does: "quanto aspettare i passi che maturano più tardi (60 se non detto)" },
    },
  },
  preview: {
    summary: "mostra che cosa si leggerebbe e pubblicherebbe; non serve alcun database",
    operands: "INDIRIZZO|FILE",
    more: ["Le notizie sono nell'ordine in cui uscirebbero, dalla più vecchia."],
    options: {
      kind: { takes: "GENERE", does: "che cos'è una notizia quando la fonte non lo dice (offer, notice…)" },
      authority: { takes: "FILE", does: "nome, modelli e riferimenti di questo ente, dal suo file YAML" },
      json: { does: "risultato in JSON" },
      "allow-private": { does: "permette indirizzi privati e di questa macchina" },
    },
  },
  apply: {
    summary: "applica il file di un ente: portali, profili, regole di pubblicazione",
    operands: "FILE",
    more: [
      "Si può ripetere: la seconda volta non c'è nulla da fare. Chi non è più nel file viene fermato, mai",
      "cancellato. I segreti non vengono mai mostrati.",
    ],
    options: {
      "dry-run": { does: "mostra le differenze senza scrivere nulla" },
      "new-key": {
        does: "la chiave segreta di prima è perduta: vale questa, e i segreti sono quelli del file",
      },
    },
  },
  doctor: {
    summary: "controlla l'installazione e dice che cosa non va e che cosa fare",
    operands: "",
    more: ["Guarda ogni portale e interroga ogni profilo una volta, senza pubblicare né registrare nulla."],
    options: { json: { does: "risultato in JSON" } },
  },
  migrate: {
    summary: "porta il database alla versione di questo programma (serve lo fa da sé)",
    operands: "",
    more: [],
    options: { check: { does: "dice soltanto che cosa manca; termina con 3 se manca qualcosa" } },
  },
  backup: {
    summary: "scrive una copia di sicurezza coerente, anche mentre Bacheca lavora",
    operands: "FILE",
    more: [
      "I segreti nella copia restano cifrati: per riaprirli serve la stessa chiave (BACHECA_SECRET_KEY o il file",
      "secret.key della cartella dati). Conservare la chiave altrove.",
    ],
    options: {},
  },
  restore: {
    summary: "ripristina una copia di sicurezza in un database vuoto",
    operands: "FILE",
    more: [
      "La copia viene verificata tutta prima di scrivere. Serve anche per passare da un database all'altro.",
      "Ciò che può essere uscito dopo la copia non esce di nuovo: aspetta una persona.",
    ],
    options: {
      "nothing-published-since": {
        does: "dopo la copia non è uscito più nulla (servizio fermo): non trattiene niente",
      },
      erased: {
        takes: "ELENCO",
        does: "cancella di nuovo chi è stato cancellato dopo la copia (vedi erased)",
      },
    },
  },
  erased: {
    summary: "scrive l'elenco di chi è stato cancellato, da conservare accanto alle copie di sicurezza",
    operands: "FILE",
    more: [
      "Nell'elenco non ci sono nomi: senza la chiave dell'installazione non vi si riconosce nessuno.",
      "Serve a restore, perché una copia vecchia non riporti chi ha chiesto di essere cancellato.",
    ],
    options: {},
  },
  staff: {
    summary: "persone della scrivania: elenca, invita, ridà un link a chi non riesce a entrare",
    operands: "list | invite EMAIL [NOME] | reset EMAIL",
    more: [
      "Il resto si fa dalla pagina Persone. Il link sta da solo sull'uscita standard; chi lo apre entra.",
      "Senza --authority la persona invitata amministra tutta l'installazione.",
      "reset: vale un giorno; usato, toglie la password di prima, il secondo fattore e gli accessi aperti.",
    ],
    options: {
      authority: { takes: "ENTE", does: "l'ente per cui lavorerà la persona invitata" },
      role: { takes: "RUOLI", does: "editor, moderator, head, administrator; più di uno con la virgola" },
    },
  },
  "api-key": {
    summary: "chiavi con cui un gestionale consegna le notizie: crea, elenca, revoca",
    operands: "create ENTE [NOME] | list ENTE | revoke ENTE ID",
    more: ["Una chiave nuova viene mostrata una volta sola: qui ne resta soltanto l'impronta."],
    options: {},
  },
  audit: {
    summary: "rilegge il registro degli atti dall'inizio e dice se qualcuno lo ha toccato",
    operands: "verify",
    more: ["Annotate altrove la fine che stampa: chi accorcia il registro non può accorciare l'annotazione."],
    options: {
      authority: { takes: "ENTE", does: "soltanto gli atti di questo ente" },
      json: { does: "stampa JSON" },
    },
  },
  "mail-test": {
    summary: "spedisce una lettera di prova e dice che cosa ha risposto il server",
    operands: "INDIRIZZO",
    more: ["Parte subito, senza passare dalla fila delle lettere; non serve il database."],
    options: {},
  },
  release: {
    summary: "lascia partire le pubblicazioni trattenute; senza altro, le elenca",
    operands: "ENTE [ID…]",
    more: [],
    options: { all: { does: "tutte quelle trattenute dell'ente" } },
  },
} satisfies Record<string, CommandHelp>;

export type HelpWords = { [Name in keyof typeof helpIt]: CommandHelp };
