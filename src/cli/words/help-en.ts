import type { HelpWords } from "./help-it.ts";

export const helpEn: HelpWords = {
  serve: {
    summary: "keeps Bacheca running: pages, addresses and work",
    operands: "",
    more: [
      "Ends with Ctrl-C or SIGTERM: finishes the step under way, gives back what it holds and closes. A second",
      "Ctrl-C after a second hurries the end; nothing is lost either way.",
      "Several processes may share one database: they divide the work by themselves.",
    ],
    options: {
      roles: { takes: "web,work", does: "what to do here: pages (web), work (work) or both" },
      port: { takes: "N", does: "port to answer on, instead of BACHECA_PORT; 0 = any free one" },
    },
  },
  once: {
    summary: "one full pass, then the end: looks at all portals, publishes, reconciles (fit for cron)",
    operands: "",
    more: [
      'Opens no addresses: the short links in posts answer only if "bacheca serve" runs somewhere.',
      "Two passes at once, or a pass beside serve, do not disturb each other.",
    ],
    options: {
      wait: { takes: "SECONDS", does: "how long to wait for steps that become due later (60 if not said)" },
    },
  },
  preview: {
    summary: "shows what would be read and posted; needs no database",
    operands: "URL|FILE",
    more: ["Items are in the order in which they would leave, oldest first."],
    options: {
      kind: { takes: "KIND", does: "what an item is when the source does not say (offer, notice…)" },
      authority: {
        takes: "FILE",
        does: "name, templates and references of this authority, from its YAML file",
      },
      json: { does: "result as JSON" },
      "allow-private": { does: "allows private addresses and those of this machine" },
    },
  },
  apply: {
    summary: "applies the file of an authority: sources, accounts, how to publish",
    operands: "FILE",
    more: [
      "May be repeated: the second time there is nothing to do. What is no longer in the file is stopped, never",
      "deleted. Secrets are never shown.",
    ],
    options: {
      "dry-run": { does: "shows the differences without writing anything" },
      "new-key": {
        does: "the earlier secret key is lost: this one counts, and secrets are those of the file",
      },
    },
  },
  doctor: {
    summary: "checks the installation and says what is wrong and what to do",
    operands: "",
    more: ["Looks at every source and asks every account once, without publishing or recording anything."],
    options: { json: { does: "result as JSON" } },
  },
  migrate: {
    summary: "brings the database to the version of this program (serve does so by itself)",
    operands: "",
    more: [],
    options: { check: { does: "only says what is missing; ends with 3 if something is" } },
  },
  backup: {
    summary: "writes a consistent backup, also while Bacheca works",
    operands: "FILE",
    more: [
      "Secrets stay encrypted in the backup: opening them takes the same key (BACHECA_SECRET_KEY, or the file",
      "secret.key of the data directory). Keep the key somewhere else.",
    ],
    options: {},
  },
  restore: {
    summary: "restores a backup into an empty database",
    operands: "FILE",
    more: [
      "The whole backup is verified before anything is written. Also the way to move to another database.",
      "What may have gone out after the backup does not go out again: it waits for a person.",
    ],
    options: {
      "nothing-published-since": {
        does: "nothing went out after the backup (service stopped): holds nothing",
      },
      erased: { takes: "LIST", does: "erases again whoever was erased after the backup (see erased)" },
    },
  },
  erased: {
    summary: "writes the list of who was erased, to be kept beside the backups",
    operands: "FILE",
    more: [
      "There are no names in it: without the installation's key nobody is recognised.",
      "It is for restore, so that an old backup does not bring back who asked to be erased.",
    ],
    options: {},
  },
  staff: {
    summary: "people at the desk: lists, invites, gives a new link to whoever cannot get in",
    operands: "list | invite EMAIL [NAME] | reset EMAIL",
    more: [
      "All else is done on the page of people. The link stands alone on standard output; whoever opens it gets in.",
      "Without --authority the person who is invited administers the whole installation.",
      "reset: counts for a day; once used, the former password, the second factor and open sessions are gone.",
    ],
    options: {
      authority: { takes: "AUTHORITY", does: "the authority the person will work for" },
      role: { takes: "ROLES", does: "editor, moderator, head, administrator; several with a comma" },
    },
  },
  "api-key": {
    summary: "keys with which a program hands over items: create, list, revoke",
    operands: "create AUTHORITY [NAME] | list AUTHORITY | revoke AUTHORITY ID",
    more: ["A new key is shown once: only its fingerprint is kept here."],
    options: {},
  },
  audit: {
    summary: "reads the trail of acts from its beginning and says whether anybody touched it",
    operands: "verify",
    more: ["Note the end it prints somewhere else: who shortens the trail cannot shorten the note."],
    options: {
      authority: { takes: "AUTHORITY", does: "only the acts of this authority" },
      json: { does: "prints JSON" },
    },
  },
  "mail-test": {
    summary: "sends one letter on trial and says what the server answered",
    operands: "ADDRESS",
    more: ["It leaves at once, past the letters that wait; no database is needed."],
    options: {},
  },
  release: {
    summary: "lets held publications go; without more, lists them",
    operands: "AUTHORITY [ID…]",
    more: [],
    options: { all: { does: "all that are held of the authority" } },
  },
};
