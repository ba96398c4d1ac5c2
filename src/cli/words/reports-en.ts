import { checkPartsEn, checksEn } from "./checks-en.ts";
import type { reportsIt } from "./reports-it.ts";

export const reportsEn: typeof reportsIt = {
  serve: {
    notARole: (word) => `"${word}" is no role: --roles can be web, work or web,work.`,
    answers: (origin) => `Bacheca answers on ${origin}`,
    firstLink: (address) =>
      `Nobody administers this installation yet. Whoever opens this link within a day becomes its administrator:\n${address}`,
    works: "Bacheca works (no address opened here).",
    stopping: "Stopping: finishing the step under way…",
    hurried: "Hurried end: the step under way will be checked at the next start.",
  },
  apply: {
    faults: (file, count) =>
      count === 1
        ? `${file}: one thing to correct; nothing was written.`
        : `${file}: ${count} things to correct; nothing was written.`,
    nothing: (authority) => `${authority}: everything is already as the file says.`,
    applied: (authority, count) =>
      `${authority}: ${count === 1 ? "one difference" : `${count} differences`} applied.`,
    wouldApply: (authority, count) =>
      `${authority}: ${count === 1 ? "one difference" : `${count} differences`}; with --dry-run nothing was written.`,
    refused: (authority) => `${authority}: cannot be applied; nothing was written.`,
    subjects: {
      authority: "authority",
      source: "source",
      app: "app",
      account: "account",
      office: "office",
      rule: "rule",
    },
    verbs: {
      new: "new",
      changed: "changes",
      stopped: "stopped (no longer in the file)",
      resumed: "goes on",
      reconnected: "connected again: what was waiting goes out",
      removed: "taken away (no longer in the file)",
    },
    pageTaken: (account, page, authority, other) =>
      `account ${account}: Page ${page} already belongs to account "${other}" of authority "${authority}". A Page belongs to one account: use that one, with its id.`,
    pageChanged: (account, before, after) =>
      `account ${account}: it has published on Page ${before} and cannot move to ${after}. Describe the new Page as a new account, with another id.`,
    hostTaken: (host, authority) =>
      `authority.site.host: "${host}" already belongs to authority "${authority}". Each name leads to the pages of one authority.`,
    rulesClash: {
      "no-rule-left": "rules: none would be left in force today. Leave at least one that already holds.",
      "topic-twice":
        "rules: on some day two rules would be about the same topic, one of them from the desk. Withdraw that one at the desk, or name it here by its number.",
    },
    secretChanged: "changed",
    nothingThere: "(nothing)",
  },
  once: {
    progress: (at) =>
      `sources looked at ${at.looked}/${at.sources} · published ${at.published} · waiting ${at.open}`,
    noSources: 'No source to look at: describe one in the authority\'s file and use "bacheca apply FILE".',
    looked: (source, found, news) => `${source}: ${found} items read, ${news} new`,
    fault: (source, happened, toDo) => `${source}: ${happened} ${toDo}`,
    published: (count) => (count === 1 ? "1 publication went out." : `${count} publications went out.`),
    open: (count, next) =>
      `${count} still waiting${next ? ` (the first from ${next})` : ""}: the next pass takes them up.`,
    held: (count) => `${count} held, waiting for a person: "bacheca release AUTHORITY" lists them.`,
    refused: (count) => `${count} refused, waiting for a person: the Today page says why and what to do.`,
    disconnected: (count) =>
      `${count === 1 ? "1 account needs" : `${count} accounts need`} connecting again: on the Accounts page, or with a new token in the authority's file and "bacheca apply". Nothing is lost.`,
    shortLinks: 'The short links in posts answer only where "bacheca serve" runs.',
  },
  migrate: {
    pending: (name) => `to apply: ${name}`,
    applied: (name) => `applied: ${name}`,
    upToDate: "The database is at the version of this program.",
  },
  backup: {
    progress: (table, rows, total) => `${table}: ${rows} of ${total}`,
    written: (file, rows) => `Backup written to ${file}: ${rows} rows.`,
    keepKey:
      "Secrets stay encrypted in it: keep the key somewhere else (BACHECA_SECRET_KEY, or secret.key in the data directory).",
    restored: (file, rows) => `Restored from ${file}: ${rows} rows.`,
    held: (count) =>
      `Held: ${count}. What waits in the backup, and what the next look at each portal finds new, may be on the Page already: a person decides ("bacheca release AUTHORITY", or the Today page).`,
    needsKey:
      "The tokens of accounts need the key of then (BACHECA_SECRET_KEY, or secret.key in the data directory).",
    erasedWritten: (file, people) =>
      `List of who was erased written to ${file}: ${people}. Keep it with the backups, and elsewhere.`,
    erasedAgain: (people) =>
      `Erased again, since the list says that they were erased after the backup: ${people}.`,
    erasedNotGiven:
      'Whoever was erased after the backup is back. With the list of "bacheca erased" it is restored without them: restore --erased LIST FILE.',
    erasedNoList: (file) => `${file} is no list of "bacheca erased": nothing was restored.`,
    erasedOtherKey: (file) =>
      `${file} is of an installation with another key: with this one nobody is recognised. It takes the key of then (BACHECA_SECRET_KEY, or secret.key in the data directory). Nothing was restored.`,
  },
  staff: {
    noSuchAction: (word, meant) =>
      `staff can list, invite or reset, not "${word}".${meant ? ` Did you mean "${meant}"?` : ""}`,
    noEmail: (text) => `"${text}" is no e-mail address.`,
    roleAndAuthority:
      "--role and --authority go together: a role belongs to an authority. Without both the person administers the whole installation.",
    nobody: 'Nobody yet: "bacheca serve" writes the link by which the first person comes in.',
    everywhere: "the whole installation",
    states: { active: "active", invited: "invited", out: "shut out" },
    row: (email, name, state, roles) => `${email}  ${name}  ${state}  ${roles || "no roles"}`,
    mailed: (email) => `The same link has also left by mail to ${email}.`,
    invited: (email) =>
      `Link of invitation for ${email}: it counts for a week and once. Hand it to that person only.`,
    added: (email) => `${email} was here already: the roles count from now on, without a link.`,
    reset: (email) =>
      `Link to get in for ${email}: it counts for a day and once. When used, it ends all that was before.`,
    noSuchPerson: (email) => `Nobody has the e-mail address ${email}. Who is here: "bacheca staff list".`,
    faults: {
      "name-missing": (_email) => "The name cannot be used: at most 100 characters, and not empty.",
      "email-not-usable": (email) => `"${email}" is no e-mail address.`,
      "role-missing": (_email) => "The role is missing: --role editor, moderator, head or administrator.",
      oneself: (email) => `${email} cannot invite themselves.`,
      "works-elsewhere": (email) => `${email} works elsewhere already.`,
      "shut-out": (email) => `${email} is shut out: let them in again on the page of people.`,
    },
  },
  audit: {
    noSuchAction: (word: string) => `audit can only verify, not "${word}".`,
    empty: "The trail of acts is empty.",
    ofInstallation: "installation",
    whole: (chain: string, entries: number, position: number, hash: string) =>
      `${chain}: whole, acts read: ${entries}. End: ${position} ${hash}`,
    broken: (chain: string, entries: number, faults: number) =>
      `${chain}: NOT whole. Acts read: ${entries}, faults: ${faults}.`,
    changed: (position: number, act: string, at: string, id: string) =>
      `act ${position} (${act}, ${at}, ${id}) was changed after it was sealed`,
    "out-of-place": (position: number, act: string, at: string, id: string) =>
      `act ${position} (${act}, ${at}, ${id}) does not follow the one before it`,
    "not-sealed": (position: number, act: string, at: string, id: string) =>
      `act ${position} (${act}, ${at}, ${id}) was put in without a seal`,
    missing: (from: number, to: number) =>
      from === to ? `act ${from} is missing` : `acts ${from} to ${to} are missing`,
    "seal-gap": (from: number, to: number) => `the seal of acts ${from} to ${to} is missing`,
    "seal-false": (position: number) => `the seal at act ${position} is not of this installation`,
  },
  apiKey: {
    noSuchAction: (word, meant) =>
      `api-key can create, list or revoke, not "${word}".${meant ? ` Did you mean "${meant}"?` : ""}`,
    unnamed: "unnamed",
    created: (id) => `Key created (id ${id}). Copy it now: it is never shown again.`,
    none: (authority) => `${authority} has no keys.`,
    never: "never",
    inForce: "in force",
    revokedAt: (moment) => `revoked ${moment}`,
    row: (id, name, created, used, state) =>
      `${id}  ${name}  created ${created}, last used: ${used}, ${state}`,
    noSuchKey: (id, authority) => `${authority} has no key in force with id "${id}".`,
    revoked: (id) => `Key ${id} revoked: from now on it opens nothing.`,
  },
  release: {
    nothingHeld: (authority) => `${authority}: nothing is held.`,
    howTo: (count) =>
      `${count} held. To let them go: "bacheca release AUTHORITY ID…", or --all for all of them.`,
    notHeld: (id, authority) => `${authority} has no held publication with id "${id}".`,
    released: (count) => (count === 1 ? "1 let go." : `${count} let go, at the pace of each account.`),
  },
  mailTest: {
    noServer: "No server for mail: set BACHECA_MAIL_URL and BACHECA_MAIL_FROM.",
    sending: (server) => `Handing a letter to ${server}…`,
    sent: (server, address) =>
      `${server} took the letter for ${address}. See whether it arrives, among unwanted mail as well.`,
    refused: (detail) => `The server refused the letter: ${detail}`,
    unknown: (detail) =>
      `Nobody knows whether the server took the letter (${detail}): see whether it arrives.`,
  },
  doctor: {
    looking: "Looking at database, sources and accounts…",
    parts: checkPartsEn,
    checks: checksEn,
    states: { ok: "ok     ", warning: "warning", fault: "FAULT  " },
    summary: (faults, warnings) =>
      faults + warnings === 0 ? "All well." : `Faults: ${faults}. Warnings: ${warnings}.`,
  },
  preview: {
    sampleAuthority: "Name of the authority",
    detail: (detail) => `Technical detail: ${detail}`,
    allowPrivate: "If the address really is in your network or on this machine, add --allow-private.",
    found: (title, count) =>
      `${title ? `${title}: ` : ""}${count === 1 ? "1 item" : `${count} items`}, oldest first.`,
    mended: (sentence) => `Mended: ${sentence}`,
    heading: (number, of, moment) => `${number}/${of} · ${moment}`,
    noDate: "no date",
    identity: (keys) => `  Identity: ${keys}`,
    goesOut: (account, formats) => `  Goes out on ${account}: ${formats}`,
    goesNowhere: "  Does not go out: no account publishes this kind.",
    length: (characters) => `  Post of ${characters} characters:`,
  },
};
