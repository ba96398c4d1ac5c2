import { checkPartsIt, checksIt } from "./checks-it.ts";

/** What the commands report, one group for each. */
export const reportsIt = {
  serve: {
    notARole: (word: string) => `«${word}» non è un ruolo: --roles può essere web, work o web,work.`,
    answers: (origin: string) => `Bacheca risponde su ${origin}`,
    firstLink: (address: string) =>
      `Nessuno amministra ancora questa installazione. Chi apre questo link entro un giorno ne diventa amministratore:\n${address}`,
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
    subjects: {
      authority: "ente",
      source: "portale",
      app: "app",
      account: "profilo",
      office: "sede",
      rule: "regola",
    },
    verbs: {
      new: "nuovo",
      changed: "cambia",
      stopped: "fermato (non è più nel file)",
      resumed: "riprende",
      reconnected: "ricollegato: quello che aspettava riparte",
      removed: "tolta (non è più nel file)",
    },
    pageTaken: (account: string, page: string, authority: string, other: string) =>
      `profilo ${account}: la Pagina ${page} è già del profilo «${other}» dell'ente «${authority}». Una Pagina appartiene a un profilo solo: usare quello, con il suo id.`,
    pageChanged: (account: string, before: string, after: string) =>
      `profilo ${account}: ha già pubblicato sulla Pagina ${before} e non può passare alla ${after}. Descrivere la nuova Pagina come un profilo nuovo, con un altro id.`,
    hostTaken: (host: string, authority: string) =>
      `authority.site.host: «${host}» è già dell'ente «${authority}». Ogni nome porta alle pagine di un ente solo.`,
    rulesClash: {
      "no-rule-left": "rules: oggi non ne resterebbe nessuna in vigore. Lasciatene almeno una che valga già.",
      "topic-twice":
        "rules: in un certo giorno due regole riguarderebbero lo stesso argomento, e una viene dalla scrivania. Ritiratela lì, oppure nominatela qui con il suo numero.",
    },
    secretChanged: "cambiato",
    nothingThere: "(niente)",
  },
  once: {
    progress: (at: { looked: number; sources: number; published: number; open: number }) =>
      `portali guardati ${at.looked}/${at.sources} · pubblicate ${at.published} · in attesa ${at.open}`,
    noSources: "Nessun portale da guardare: descriverne uno nel file dell'ente e usare «bacheca apply FILE».",
    looked: (source: string, found: number, news: number) =>
      `${source}: ${found} notizie lette, ${news === 1 ? "1 nuova" : `${news} nuove`}`,
    fault: (source: string, happened: string, toDo: string) => `${source}: ${happened} ${toDo}`,
    published: (count: number) =>
      count === 1 ? "1 pubblicazione uscita." : `${count} pubblicazioni uscite.`,
    open: (count: number, next: string) =>
      `${count} ancora in attesa${next ? ` (la prima dalle ${next})` : ""}: le riprende il prossimo giro.`,
    held: (count: number) => `${count} trattenute aspettano una persona: «bacheca release ENTE» le elenca.`,
    refused: (count: number) =>
      `${count} rifiutate aspettano una persona: la pagina Oggi dice perché e che cosa fare.`,
    disconnected: (count: number) =>
      `${count === 1 ? "1 profilo va ricollegato" : `${count} profili vanno ricollegati`}: dalla pagina Profili, o con un token nuovo nel file dell'ente e «bacheca apply». Nulla va perso.`,
    shortLinks: "I link brevi nei post rispondono solo dove gira «bacheca serve».",
  },
  migrate: {
    pending: (name: string) => `da applicare: ${name}`,
    applied: (name: string) => `applicata: ${name}`,
    upToDate: "Il database è alla versione di questo programma.",
  },
  backup: {
    progress: (table: string, rows: number, total: number) => `${table}: ${rows} di ${total}`,
    written: (file: string, rows: number) => `Copia scritta in ${file}: ${rows} righe.`,
    keepKey:
      "I segreti vi restano cifrati: conservare altrove la chiave (BACHECA_SECRET_KEY, o secret.key nella cartella dati).",
    restored: (file: string, rows: number) => `Ripristinato da ${file}: ${rows} righe.`,
    held: (count: number) =>
      `Trattenute: ${count}. Ciò che è in attesa nella copia, e ciò che la prossima lettura di ogni portale troverà di nuovo, può essere già sulla Pagina: una persona decide («bacheca release ENTE», o la pagina Oggi).`,
    needsKey:
      "Per i token dei profili serve la chiave di allora (BACHECA_SECRET_KEY, o secret.key nella cartella dati).",
    erasedWritten: (file: string, people: number) =>
      `Elenco delle cancellazioni scritto in ${file}: ${people}. Conservarlo con le copie, e altrove.`,
    erasedAgain: (people: number) =>
      `Cancellate di nuovo, perché l'elenco le dice cancellate dopo la copia: ${people}.`,
    erasedNotGiven:
      "Chi è stato cancellato dopo la copia è tornato. Con l'elenco di «bacheca erased» si ripristina senza: restore --erased ELENCO FILE.",
    erasedNoList: (file: string) =>
      `${file} non è un elenco di «bacheca erased»: non è stato ripristinato nulla.`,
    erasedOtherKey: (file: string) =>
      `${file} viene da un'installazione con un'altra chiave: con questa non si riconosce nessuno. Serve la chiave di allora (BACHECA_SECRET_KEY, o secret.key nella cartella dati). Non è stato ripristinato nulla.`,
  },
  staff: {
    noSuchAction: (word: string, meant: string | undefined) =>
      `staff può fare list, invite o reset, non «${word}».${meant ? ` Forse «${meant}»?` : ""}`,
    noEmail: (text: string) => `«${text}» non è un'e-mail.`,
    roleAndAuthority:
      "--role e --authority vanno insieme: un ruolo è di un ente. Senza tutti e due la persona amministra tutta l'installazione.",
    nobody: "Nessuno ancora: «bacheca serve» scrive il link con cui entra la prima persona.",
    everywhere: "tutta l'installazione",
    states: { active: "attiva", invited: "invitata", out: "esclusa" },
    row: (email: string, name: string, state: string, roles: string) =>
      `${email}  ${name}  ${state}  ${roles || "senza ruoli"}`,
    mailed: (email: string) => `Lo stesso link è partito anche per posta a ${email}.`,
    invited: (email: string) =>
      `Link d'invito per ${email}: vale una settimana e una volta sola. Consegnarlo solo a quella persona.`,
    added: (email: string) => `${email} c'era già: i ruoli valgono da adesso, senza alcun link.`,
    reset: (email: string) =>
      `Link d'ingresso per ${email}: vale un giorno e una volta sola. Usato, chiude tutto ciò che c'era prima.`,
    noSuchPerson: (email: string) => `Nessuno ha l'e-mail ${email}. Chi c'è: «bacheca staff list».`,
    faults: {
      "name-missing": (_email: string) => "Il nome non si può usare: al massimo 100 caratteri, non vuoto.",
      "email-not-usable": (email: string) => `«${email}» non è un'e-mail.`,
      "role-missing": (_email: string) => "Manca il ruolo: --role editor, moderator, head o administrator.",
      oneself: (email: string) => `${email} non può invitare sé stesso.`,
      "works-elsewhere": (email: string) => `${email} lavora già altrove.`,
      "shut-out": (email: string) => `${email} è una persona esclusa: farla rientrare dalla pagina Persone.`,
    },
  },
  audit: {
    noSuchAction: (word: string) => `audit può fare soltanto verify, non «${word}».`,
    empty: "Il registro degli atti è vuoto.",
    ofInstallation: "installazione",
    whole: (chain: string, entries: number, position: number, hash: string) =>
      `${chain}: integro, atti letti: ${entries}. Fine: ${position} ${hash}`,
    broken: (chain: string, entries: number, faults: number) =>
      `${chain}: NON integro. Atti letti: ${entries}, guasti: ${faults}.`,
    changed: (position: number, act: string, at: string, id: string) =>
      `l'atto ${position} (${act}, ${at}, ${id}) è stato cambiato dopo il sigillo`,
    "out-of-place": (position: number, act: string, at: string, id: string) =>
      `l'atto ${position} (${act}, ${at}, ${id}) non segue quello che lo precede`,
    "not-sealed": (position: number, act: string, at: string, id: string) =>
      `l'atto ${position} (${act}, ${at}, ${id}) è stato messo senza sigillo`,
    missing: (from: number, to: number) =>
      from === to ? `manca l'atto ${from}` : `mancano gli atti da ${from} a ${to}`,
    "seal-gap": (from: number, to: number) => `manca il sigillo degli atti da ${from} a ${to}`,
    "seal-false": (position: number) => `il sigillo all'atto ${position} non è di questa installazione`,
  },
  apiKey: {
    noSuchAction: (word: string, meant: string | undefined) =>
      `api-key può fare create, list o revoke, non «${word}».${meant ? ` Forse «${meant}»?` : ""}`,
    unnamed: "senza nome",
    created: (id: string) => `Chiave creata (id ${id}). Copiarla adesso: non verrà mostrata mai più.`,
    none: (authority: string) => `${authority} non ha chiavi.`,
    never: "mai",
    inForce: "in vigore",
    revokedAt: (moment: string) => `revocata il ${moment}`,
    row: (id: string, name: string, created: string, used: string, state: string) =>
      `${id}  ${name}  creata il ${created}, usata l'ultima volta: ${used}, ${state}`,
    noSuchKey: (id: string, authority: string) => `${authority} non ha una chiave in vigore con id «${id}».`,
    revoked: (id: string) => `Chiave ${id} revocata: da questo momento non apre più.`,
  },
  release: {
    nothingHeld: (authority: string) => `${authority}: nulla è trattenuto.`,
    howTo: (count: number) =>
      `${count} trattenute. Per lasciarle partire: «bacheca release ENTE ID…», oppure --all per tutte.`,
    notHeld: (id: string, authority: string) =>
      `${authority} non ha una pubblicazione trattenuta con id «${id}».`,
    released: (count: number) =>
      count === 1 ? "1 lasciata partire." : `${count} lasciate partire, al ritmo di ogni profilo.`,
  },
  mailTest: {
    noServer: "Nessun server per la posta: impostare BACHECA_MAIL_URL e BACHECA_MAIL_FROM.",
    sending: (server: string) => `Consegno una lettera a ${server}…`,
    sent: (server: string, address: string) =>
      `${server} ha preso la lettera per ${address}. Guardate se arriva, anche tra la posta indesiderata.`,
    refused: (detail: string) => `Il server ha rifiutato la lettera: ${detail}`,
    unknown: (detail: string) =>
      `Non si sa se il server abbia preso la lettera (${detail}): guardate se arriva.`,
  },
  doctor: {
    looking: "Guardo database, portali e profili…",
    parts: checkPartsIt,
    checks: checksIt,
    states: { ok: "bene      ", warning: "attenzione", fault: "GUASTO    " },
    summary: (faults: number, warnings: number) =>
      faults + warnings === 0 ? "Tutto bene." : `Guasti: ${faults}. Attenzioni: ${warnings}.`,
  },
  preview: {
    sampleAuthority: "Nome dell'ente",
    detail: (detail: string) => `Particolare tecnico: ${detail}`,
    allowPrivate:
      "Se l'indirizzo è davvero nella vostra rete o su questa macchina, aggiungete --allow-private.",
    found: (title: string, count: number) =>
      `${title ? `${title}: ` : ""}${count === 1 ? "1 notizia" : `${count} notizie`}, dalla più vecchia.`,
    mended: (sentence: string) => `Rimediato: ${sentence}`,
    heading: (number: number, of: number, moment: string) => `${number}/${of} · ${moment}`,
    noDate: "senza data",
    identity: (keys: string) => `  Identità: ${keys}`,
    goesOut: (account: string, formats: string) => `  Esce su ${account}: ${formats}`,
    goesNowhere: "  Non esce: nessun profilo pubblica questo genere.",
    length: (characters: number) => `  Post di ${characters} caratteri:`,
  },
};
