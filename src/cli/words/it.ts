import { type HelpWords, helpIt } from "./help-it.ts";
import { reportsIt } from "./reports-it.ts";

export const it = {
  help: {
    what: "Bacheca: quello che un servizio per il lavoro pubblica sul suo portale, sulla sua Pagina Facebook, una volta sola.",
    usage: "Uso",
    command: "COMANDO",
    optionsWord: "opzioni",
    commands: "Comandi",
    optionsTitle: "Opzioni",
    everywhere: "Opzioni di ogni comando",
    exitCodes: "Codici d'uscita",
    settings:
      "Le impostazioni dell'installazione stanno nell'ambiente (docs/operate/settings.md), quelle di un ente nel file\ndato ad apply (docs/operate/authority-file.md). «bacheca COMANDO --help» dice il resto.",
    helpOption: "questo aiuto",
    versionOption: "la versione del programma",
    langOption: "lingua dei messaggi (altrimenti LC_ALL o LANG; italiano se non dicono nulla)",
    debugOption: "più particolari: log esteso e, in caso di errore, il punto del programma",
  },
  exitCodes: {
    ok: "tutto bene",
    failed: "il lavoro non è riuscito (un portale muto, una porta occupata, un file non scrivibile)",
    wrongUse: "comando o impostazioni sbagliati: non è stato fatto nulla",
    needsPerson: "fatto, ma qualcosa aspetta una persona; per doctor: qualcosa non va",
    noDatabase: "il database non risponde o non si può usare",
    interrupted: "interrotto con Ctrl-C",
  },
  use: {
    unknownCommand: (name: string, meant: string | undefined) =>
      `«${name}» non è un comando.${meant ? ` Forse «${meant}»?` : ""}`,
    unknownOption: (name: string, meant: string | undefined) =>
      `Non c'è un'opzione ${name}.${meant ? ` Forse --${meant}?` : ""}`,
    needsValue: (name: string) => `Dopo --${name} manca il valore.`,
    takesNoValue: (name: string) => `--${name} non vuole un valore.`,
    notANumber: (name: string, least: number, most: number) =>
      `--${name} vuole un numero intero tra ${least} e ${most}.`,
    notOneOf: (name: string, known: readonly string[], meant: string | undefined) =>
      `--${name} può essere ${known.join(", ")}.${meant ? ` Forse ${meant}?` : ""}`,
    noSuchLanguage: "--lang può essere it (italiano) o en (inglese).",
    missingOperand: "Manca qualcosa dopo il comando.",
    tooManyOperands: (extra: string) => `«${extra}» è di troppo.`,
    seeHelp: (command: string | undefined) => `Aiuto: bacheca ${command ? `${command} ` : ""}--help`,
  },
  failure: {
    settings: "Impostazioni che non si possono usare (docs/operate/settings.md le elenca tutte):",
    databaseGone:
      "Il database non risponde più. Controllare che sia acceso e riprovare: nulla di confermato è andato perso.",
    otherKey:
      "I segreti in questo database sono cifrati con un'altra chiave. Rimettere la chiave di prima (BACHECA_SECRET_KEY, o secret.key nella cartella dati), oppure ridare i token con «bacheca apply».",
    otherKeyDatabase:
      "Questo database appartiene a un'altra chiave segreta: con questa i token dei profili resterebbero chiusi. Rimettere la chiave di prima (BACHECA_SECRET_KEY, o il file secret.key nella cartella dati) e riprovare. Se è perduta, «bacheca apply FILE --new-key» per ogni ente.",
    portTaken: (address: string) =>
      `L'indirizzo ${address} è già occupato da un altro programma. Fermarlo, o scegliere un'altra porta con --port o BACHECA_PORT.`,
    portForbidden: (address: string) =>
      `Non è permesso rispondere su ${address}: le porte sotto 1024 sono riservate. Scegliere un'altra porta con --port o BACHECA_PORT.`,
    noSuchHost: (address: string) =>
      `L'indirizzo ${address} non è di questa macchina. Correggere BACHECA_HOST.`,
    noSuchFile: (path: string) => `Non trovo ${path}.`,
    notAllowed: (path: string) => `Non ho il permesso di leggere o scrivere ${path}.`,
    isDirectory: (path: string) => `${path || "Quello indicato"} è una cartella: serve un file.`,
    diskFull: "Lo spazio su disco è finito. Liberarne e riprovare: nulla di confermato è andato perso.",
    unexpected: (message: string) =>
      `Qualcosa di imprevisto: ${message}. Con --debug si vede dove; se si ripete, è un difetto da segnalare.`,
    noSuchAuthority: (id: string, known: readonly string[]) =>
      known.length === 0
        ? `Non c'è ancora nessun ente. Si crea con «bacheca apply FILE».`
        : `Non c'è un ente «${id}». Ci sono: ${known.join(", ")}.`,
  },
  settingFaults: {
    notUsable: (example: string) => `un valore che non si può usare (per esempio: ${example})`,
    unknown: (meant: string | undefined) =>
      `non esiste una tale impostazione${meant ? `; forse ${meant}?` : ""}`,
    retired: {
      BACHECA_DESK_PASSWORD:
        "non serve più, va tolta (anche BACHECA_DESK_PASSWORD_FILE): alla scrivania ognuno entra con la propria e-mail e la propria password. Alla partenza Bacheca scrive il link con cui entra la prima persona (docs/operate/persone.md). Per leggere le metriche da altre macchine c'è BACHECA_METRICS_PASSWORD.",
    },
    twice: (file: string) => `c'è anche ${file}: tenerne una sola`,
    fileNotReadable: (detail: string) => `il file non si legge (${detail})`,
  },
  commands: helpIt as HelpWords,
  ...reportsIt,
};

export type Words = typeof it;
