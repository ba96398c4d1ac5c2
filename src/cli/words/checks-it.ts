import { healthDetail, healthName } from "../../connecting/explain.ts";

type Facts = Record<string, string>;

/** A check of `doctor` in words: what is so, and what to do where it is not well. */
export interface CheckWords {
  happened: string;
  toDo?: string;
}

export const checkPartsIt = {
  database: "database",
  disk: "disco",
  clock: "orologio",
  "secret-key": "chiave segreta",
  "public-address": "indirizzo pubblico",
  source: "portale",
  account: "profilo",
  work: "lavoro",
  mail: "posta",
};

export const checksIt = {
  "database-ok": (f: Facts): CheckWords => ({
    happened: `PostgreSQL ${f.version} (${f.engine === "embedded" ? "incorporato" : "per indirizzo"}), ${f.size} MB, aggiornato.`,
  }),
  "database-pending": (f: Facts): CheckWords => ({
    happened: `Mancano migrazioni: ${f.pending}.`,
    toDo: "Eseguire «bacheca migrate», o avviare «bacheca serve» che lo fa da sé.",
  }),
  "disk-ok": (f: Facts): CheckWords => ({ happened: `${f.free} MB liberi per ${f.directory}.` }),
  "disk-low": (f: Facts): CheckWords => ({
    happened: `Restano solo ${f.free} MB per ${f.directory}.`,
    toDo: "Liberare spazio: a disco pieno il database si ferma.",
  }),
  "disk-unknown": (f: Facts): CheckWords => ({
    happened: `Non riesco a leggere lo spazio di ${f.directory} (${f.detail}).`,
    toDo: "Guardarlo a mano (df).",
  }),
  "clock-ok": (): CheckWords => ({ happened: "Questa macchina e il database segnano la stessa ora." }),
  "clock-off": (f: Facts): CheckWords => ({
    happened: `L'ora del database differisce di ${f.seconds} s da quella di questa macchina.`,
    toDo: "Sincronizzare gli orologi (NTP) delle due macchine.",
  }),
  "key-ok": (): CheckWords => ({ happened: "È quella di questo database." }),
  "key-first-use": (): CheckWords => ({ happened: "Il database è nuovo: al primo avvio sarà la sua." }),
  "key-another": (): CheckWords => ({
    happened: "Questo database appartiene a un'altra chiave: i token dei profili restano chiusi.",
    toDo: "Rimettere la chiave di prima: BACHECA_SECRET_KEY, o il file secret.key nella cartella dati.",
  }),
  "address-missing": (f: Facts): CheckWords => ({
    happened: `Non impostato: i link nei post portano a ${f.url}, che da fuori non si raggiunge.`,
    toDo: "Impostare BACHECA_PUBLIC_URL con l'indirizzo che il mondo vede.",
  }),
  "address-ok": (f: Facts): CheckWords => ({ happened: `${f.url} risponde ed è Bacheca.` }),
  "address-not-https": (f: Facts): CheckWords => ({
    happened: `${f.url} risponde, ma senza https.`,
    toDo: "Mettere davanti un server con certificato e indicare l'indirizzo https.",
  }),
  "address-silent": (f: Facts): CheckWords => ({
    happened: `${f.url} non risponde (${f.detail}): i link nei post non portano da nessuna parte.`,
    toDo: "Vedere se «bacheca serve» è acceso e se il server davanti inoltra fin qui.",
  }),
  "address-not-ours": (f: Facts): CheckWords => ({
    happened: `A ${f.url} risponde qualcosa che non è Bacheca (${f.detail}).`,
    toDo: "Correggere BACHECA_PUBLIC_URL, o l'inoltro del server davanti.",
  }),
  "no-source": (): CheckWords => ({
    happened: "Nessun portale da guardare.",
    toDo: "Descriverne uno nel file dell'ente e usare «bacheca apply FILE».",
  }),
  "source-ok": (f: Facts): CheckWords => ({ happened: `${f.url} si legge: ${f.items} notizie.` }),
  "source-fault": (f: Facts): CheckWords => ({ happened: `${f.url}` }),
  "no-account": (): CheckWords => ({
    happened: "Nessun profilo su cui pubblicare.",
    toDo: "Descriverne uno nel file dell'ente e usare «bacheca apply FILE».",
  }),
  "account-ok": (f: Facts): CheckWords => ({
    happened: `${healthName(f.what, "it")}: ${healthDetail(f.detail, "it")}`,
  }),
  "account-trouble": (f: Facts): CheckWords => ({ happened: healthName(f.what, "it") }),
  "account-no-channel": (f: Facts): CheckWords => ({
    happened: `Questo programma non conosce il canale «${f.channel}».`,
    toDo: "Usare la versione del programma che lo conosce, o correggere il file dell'ente.",
  }),
  "account-sealed": (): CheckWords => ({
    happened: "I suoi segreti sono cifrati con un'altra chiave.",
    toDo: "Rimettere la chiave di prima, oppure ridare il token con «bacheca apply».",
  }),
  "work-ok": (): CheckWords => ({ happened: "Nulla è in ritardo e nulla aspetta una persona." }),
  "work-late": (f: Facts): CheckWords => ({
    happened: `${f.count} pubblicazioni dovevano già essere uscite (la prima da ${f.minutes} minuti).`,
    toDo: "Avviare «bacheca serve»; se è acceso, guardare il suo log.",
  }),
  "work-uncertain": (f: Facts): CheckWords => ({
    happened: `${f.count} pubblicazioni hanno un esito incerto da più di un quarto d'ora.`,
    toDo: "Vedere se il canale risponde (qui sopra): finché non risponde non si può verificare, e nulla si rimanda.",
  }),
  "work-held": (f: Facts): CheckWords => ({
    happened: `${f.count} trattenute aspettano una persona.`,
    toDo: "Lasciarle partire dalla pagina Oggi o con «bacheca release ENTE».",
  }),
  "work-refused": (f: Facts): CheckWords => ({
    happened: `${f.count} rifiutate aspettano una persona.`,
    toDo: "La pagina Oggi dice perché e che cosa fare.",
  }),
  "work-disconnected": (f: Facts): CheckWords => ({
    happened: `${f.count} profili sono scollegati; le loro pubblicazioni aspettano.`,
    toDo: "Mettere un token nuovo nel file dell'ente e usare «bacheca apply».",
  }),
  "mail-none": (): CheckWords => ({
    happened: "Nessun server per la posta: le persone non vengono avvisate per e-mail.",
    toDo: "Impostare BACHECA_MAIL_URL e BACHECA_MAIL_FROM, poi provare con «bacheca mail-test INDIRIZZO».",
  }),
  "mail-ok": (f: Facts): CheckWords => ({ happened: `${f.server} ci riconosce e prende lettere.` }),
  "mail-trouble": (f: Facts): CheckWords => ({ happened: `${f.server}` }),
  "mail-waiting": (f: Facts): CheckWords => ({
    happened: `${f.count} lettere aspettano di partire, la più vecchia da ${f.minutes} minuti.`,
    toDo: "Se il server qui sopra risponde: vedere se «bacheca serve» è acceso, e il suo log.",
  }),
  "mail-refused": (f: Facts): CheckWords => ({
    happened: `${f.count} lettere rifiutate dal server nell'ultimo giorno.`,
    toDo: "Il log dice perché; spesso è l'indirizzo di una persona, che si corregge dalla pagina Persone.",
  }),
  "check-failed": (f: Facts): CheckWords => ({
    happened: `Non si è potuto controllare (${f.detail}).`,
    toDo: "Ripetere con --debug; se si ripete, è un difetto da segnalare.",
  }),
};
