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
    secretChanged: "cambiato",
    nothingThere: "(niente)",
  },
};
