import { healthDetail, healthName } from "../../connecting/explain.ts";
import type { checkPartsIt, checksIt } from "./checks-it.ts";

export const checkPartsEn: typeof checkPartsIt = {
  database: "database",
  disk: "disk",
  clock: "clock",
  "secret-key": "secret key",
  "public-address": "public address",
  source: "source",
  account: "account",
  work: "work",
  mail: "mail",
};

export const checksEn: typeof checksIt = {
  "database-ok": (f) => ({
    happened: `PostgreSQL ${f.version} (${f.engine === "embedded" ? "embedded" : "by address"}), ${f.size} MB, up to date.`,
  }),
  "database-pending": (f) => ({
    happened: `Migrations are missing: ${f.pending}.`,
    toDo: 'Run "bacheca migrate", or start "bacheca serve", which does so by itself.',
  }),
  "disk-ok": (f) => ({ happened: `${f.free} MB free for ${f.directory}.` }),
  "disk-low": (f) => ({
    happened: `Only ${f.free} MB left for ${f.directory}.`,
    toDo: "Free some space: on a full disk the database stops.",
  }),
  "disk-unknown": (f) => ({
    happened: `The room left for ${f.directory} cannot be read (${f.detail}).`,
    toDo: "Look at it by hand (df).",
  }),
  "clock-ok": () => ({ happened: "This machine and the database tell the same time." }),
  "clock-off": (f) => ({
    happened: `The database's time differs by ${f.seconds} s from this machine's.`,
    toDo: "Synchronise the clocks (NTP) of both machines.",
  }),
  "key-ok": () => ({ happened: "It is the one of this database." }),
  "key-first-use": () => ({ happened: "The database is new: at the first start this becomes its key." }),
  "key-another": () => ({
    happened: "This database belongs to another key: the tokens of its accounts stay closed.",
    toDo: "Put the earlier key back: BACHECA_SECRET_KEY, or the file secret.key in the data directory.",
  }),
  "address-missing": (f) => ({
    happened: `Not set: the links in posts lead to ${f.url}, which nobody outside can reach.`,
    toDo: "Set BACHECA_PUBLIC_URL to the address the world sees.",
  }),
  "address-ok": (f) => ({ happened: `${f.url} answers and is Bacheca.` }),
  "address-not-https": (f) => ({
    happened: `${f.url} answers, but without https.`,
    toDo: "Put a server with a certificate in front and name the https address.",
  }),
  "address-silent": (f) => ({
    happened: `${f.url} does not answer (${f.detail}): the links in posts lead nowhere.`,
    toDo: 'See that "bacheca serve" is up and that the server in front forwards to it.',
  }),
  "address-not-ours": (f) => ({
    happened: `What answers at ${f.url} is not Bacheca (${f.detail}).`,
    toDo: "Correct BACHECA_PUBLIC_URL, or what the server in front forwards to.",
  }),
  "no-source": () => ({
    happened: "No source to look at.",
    toDo: 'Describe one in the authority\'s file and use "bacheca apply FILE".',
  }),
  "source-ok": (f) => ({ happened: `${f.url} can be read: ${f.items} items.` }),
  "source-fault": (f) => ({ happened: `${f.url}` }),
  "no-account": () => ({
    happened: "No account to publish on.",
    toDo: 'Describe one in the authority\'s file and use "bacheca apply FILE".',
  }),
  "account-ok": (f) => ({
    happened: `${healthName(f.what, "en")}: ${healthDetail(f.detail, "en")}`,
  }),
  "account-trouble": (f) => ({ happened: healthName(f.what, "en") }),
  "account-no-channel": (f) => ({
    happened: `This program does not know the channel "${f.channel}".`,
    toDo: "Use the version of the program that knows it, or correct the authority's file.",
  }),
  "account-sealed": () => ({
    happened: "Its secrets are encrypted with another key.",
    toDo: 'Put the earlier key back, or give the token again with "bacheca apply".',
  }),
  "work-ok": () => ({ happened: "Nothing is late and nothing waits for a person." }),
  "work-late": (f) => ({
    happened: `${f.count} publications should have gone out already (the first ${f.minutes} minutes ago).`,
    toDo: 'Start "bacheca serve"; if it is up, look at its log.',
  }),
  "work-uncertain": (f) => ({
    happened: `${f.count} publications have had an uncertain end for more than a quarter of an hour.`,
    toDo: "See whether the channel answers (above): until it does nothing can be verified, and nothing is sent again.",
  }),
  "work-held": (f) => ({
    happened: `${f.count} held wait for a person.`,
    toDo: 'Let them go on the Today page or with "bacheca release AUTHORITY".',
  }),
  "work-refused": (f) => ({
    happened: `${f.count} refused wait for a person.`,
    toDo: "The Today page says why and what to do.",
  }),
  "work-disconnected": (f) => ({
    happened: `${f.count} accounts are disconnected; their publications wait.`,
    toDo: 'Put a new token into the authority\'s file and use "bacheca apply".',
  }),
  "mail-none": () => ({
    happened: "No server for mail: nobody is told of anything by mail.",
    toDo: 'Set BACHECA_MAIL_URL and BACHECA_MAIL_FROM, then try with "bacheca mail-test ADDRESS".',
  }),
  "mail-ok": (f) => ({ happened: `${f.server} knows us and takes letters.` }),
  "mail-trouble": (f) => ({ happened: `${f.server}` }),
  "mail-waiting": (f) => ({
    happened: `${f.count} letters wait to leave, the oldest for ${f.minutes} minutes.`,
    toDo: 'If the server above answers: see whether "bacheca serve" is up, and its log.',
  }),
  "mail-refused": (f) => ({
    happened: `${f.count} letters were refused by the server within the last day.`,
    toDo: "The log says why; often it is a person's address, to be corrected on the People page.",
  }),
  "check-failed": (f) => ({
    happened: `Could not be checked (${f.detail}).`,
    toDo: "Repeat with --debug; if it happens again, please report it.",
  }),
};
