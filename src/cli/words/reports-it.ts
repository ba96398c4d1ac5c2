/** What the commands report, one group for each. */
export const reportsIt = {
  serve: {
    notARole: (word: string) => `«${word}» non è un ruolo: --roles può essere web, work o web,work.`,
    answers: (origin: string) => `Bacheca risponde su ${origin}`,
    works: "Bacheca lavora (nessun indirizzo aperto qui).",
    stopping: "Mi fermo: finisco il passo in corso…",
    hurried: "Chiusura affrettata: il passo in corso verrà verificato alla prossima partenza.",
  },
  apply: {
    faults: (file: string, count: number) =>
      count === 1
        ? `${file}: una cosa da correggere; non ho scritto nulla.`
        : `${file}: ${count} cose da correggere; non ho scritto nulla.`,
    nothing: (authority: string) => `${authority}: tutto è già come dice il file.`,
    applied: (authority: string, count: number) =>
      `${authority}: ${count === 1 ? "una differenza applicata" : `${count} differenze applicate`}.`,
    wouldApply: (authority: string, count: number) =>
      `${authority}: ${count === 1 ? "una differenza" : `${count} differenze`}; con --dry-run non ho scritto nulla.`,
    refused: (authority: string) => `${authority}: non si può applicare; non ho scritto nulla.`,
    subjects: { authority: "ente", source: "portale", account: "profilo" },
    verbs: {
      new: "nuovo",
      changed: "cambia",
      stopped: "fermato (non è più nel file)",
      resumed: "riprende",
      reconnected: "ricollegato: quello che aspettava riparte",
    },
    pageTaken: (account: string, page: string, authority: string, other: string) =>
      `profilo ${account}: la Pagina ${page} è già del profilo «${other}» dell'ente «${authority}». Una Pagina appartiene a un profilo solo: usare quello, con il suo id.`,
    pageChanged: (account: string, before: string, after: string) =>
      `profilo ${account}: ha già pubblicato sulla Pagina ${before} e non può passare alla ${after}. Descrivere la nuova Pagina come un profilo nuovo, con un altro id.`,
    secretChanged: "cambiato",
    nothingThere: "(niente)",
  },
};
