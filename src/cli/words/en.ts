import { helpEn } from "./help-en.ts";
import type { Words } from "./it.ts";
import { reportsEn } from "./reports-en.ts";

export const en: Words = {
  help: {
    what: "Bacheca: what an employment service publishes on its portal, on its Facebook Page, exactly once.",
    usage: "Usage",
    command: "COMMAND",
    optionsWord: "options",
    commands: "Commands",
    optionsTitle: "Options",
    everywhere: "Options of every command",
    exitCodes: "Exit codes",
    settings:
      'The settings of the installation are in the environment (docs/operate/settings.md), those of an authority in the\nfile given to apply (docs/operate/authority-file.md). "bacheca COMMAND --help" says the rest.',
    helpOption: "this help",
    versionOption: "the version of the program",
    langOption: "language of messages (else LC_ALL or LANG; Italian where they say nothing)",
    debugOption: "more detail: a longer log and, where something fails, the place in the program",
  },
  exitCodes: {
    ok: "all well",
    failed: "the work failed (a silent portal, a taken port, a file that cannot be written)",
    wrongUse: "wrong command or settings: nothing was done",
    needsPerson: "done, but something waits for a person; for doctor: something is not well",
    noDatabase: "the database does not answer or cannot be used",
    interrupted: "broken off with Ctrl-C",
  },
  use: {
    unknownCommand: (name, meant) => `"${name}" is no command.${meant ? ` Did you mean "${meant}"?` : ""}`,
    unknownOption: (name, meant) => `There is no option ${name}.${meant ? ` Did you mean --${meant}?` : ""}`,
    needsValue: (name) => `--${name} needs a value.`,
    takesNoValue: (name) => `--${name} takes no value.`,
    notANumber: (name, least, most) => `--${name} takes a whole number from ${least} to ${most}.`,
    notOneOf: (name, known, meant) =>
      `--${name} can be ${known.join(", ")}.${meant ? ` Did you mean ${meant}?` : ""}`,
    noSuchLanguage: "--lang can be it (Italian) or en (English).",
    missingOperand: "Something is missing after the command.",
    tooManyOperands: (extra) => `"${extra}" is one too many.`,
    seeHelp: (command) => `Help: bacheca ${command ? `${command} ` : ""}--help`,
  },
  failure: {
    settings: "Settings that cannot be used (docs/operate/settings.md lists them all):",
    databaseGone:
      "The database no longer answers. See that it is up and try again: nothing confirmed is lost.",
    otherKey:
      'The secrets in this database are encrypted with another key. Put the earlier key back (BACHECA_SECRET_KEY, or secret.key in the data directory), or give the tokens again with "bacheca apply".',
    otherKeyDatabase:
      'This database belongs to another secret key: with this one the tokens of its accounts would stay closed. Put the earlier key back (BACHECA_SECRET_KEY, or the file secret.key in the data directory) and try again. If it is lost: "bacheca apply FILE --new-key" for each authority.',
    portTaken: (address) =>
      `The address ${address} is taken by another program. Stop it, or choose another port with --port or BACHECA_PORT.`,
    portForbidden: (address) =>
      `Answering on ${address} is not allowed: ports below 1024 are reserved. Choose another with --port or BACHECA_PORT.`,
    noSuchHost: (address) => `The address ${address} is not of this machine. Correct BACHECA_HOST.`,
    noSuchFile: (path) => `${path} is not there.`,
    notAllowed: (path) => `Reading or writing ${path} is not allowed.`,
    isDirectory: (path) => `${path || "That"} is a directory: a file is needed.`,
    diskFull: "The disk is full. Free some space and try again: nothing confirmed is lost.",
    unexpected: (message) =>
      `Something unexpected: ${message}. --debug shows where; if it happens again, please report it.`,
    noSuchAuthority: (id, known) =>
      known.length === 0
        ? 'There is no authority yet. "bacheca apply FILE" makes one.'
        : `There is no authority "${id}". There are: ${known.join(", ")}.`,
  },
  settingFaults: {
    notUsable: (example) => `a value that cannot be used (for instance: ${example})`,
    unknown: (meant) => `there is no such setting${meant ? `; did you mean ${meant}?` : ""}`,
    retired: {
      BACHECA_DESK_PASSWORD:
        "is not used any more and has to go (BACHECA_DESK_PASSWORD_FILE as well): everybody signs in to the desk with an e-mail address and a password of their own. When it starts, Bacheca writes the link by which the first person comes in (docs/operate/persone.md). To read metrics from other machines there is BACHECA_METRICS_PASSWORD.",
    },
    twice: (file) => `${file} is there as well: keep one`,
    fileNotReadable: (detail) => `the file cannot be read (${detail})`,
  },
  commands: helpEn,
  ...reportsEn,
};
