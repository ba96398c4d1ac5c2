import type { AccountsWords } from "./accounts-words.ts";

const several = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const enAccounts: AccountsWords = {
  title: "Accounts",
  lead: "The Pages Bacheca publishes on, and how they are. Every account is looked over once an hour.",
  nav: "Accounts",
  navLabel: "Desk",
  none: "No account yet.",
  done: {
    connected: "Done: the account is connected. What was waiting is going out.",
    "connected-some-trouble": "The account is connected and publishes; something below still wants a look.",
    checked: "Looked over: the result is below.",
    "not-now": "Not looked over: the account is resting, off, or not connected yet.",
  },
  back: "Back to the accounts",
  states: {
    active: "connected",
    resting: "resting",
    disconnected: "disconnected",
    waiting: "to be connected",
    off: "off",
  },
  active: "Publishes as it should.",
  off: "It is no longer in the authority's file and does not publish. Put it back into the file, or connect it again here.",
  page: (externalId, network) => `${network}, Page ${externalId}`,
  ofFile: "Its token comes from the authority's file.",
  ofDesk: (moment) => `Connected at the desk ${moment}.`,
  lookedAt: (moment) => `Last looked over ${moment}`,
  neverLooked: "Not looked over yet.",
  allWell: (count) => `${several(count, "check", "checks")}: all is well.`,
  details: "The checks one by one",
  checkState: { ok: "well", warning: "to look at", fault: "broken" },
  missingTitle: "What is missing",
  connect: (network) => `Connect with ${network}`,
  connectAgain: (network) => `Connect again with ${network}`,
  connectAnother: (network) => `Connect a Page with ${network}`,
  checkNow: "Check now",
  pasteTitle: "Paste a token",
  pasteLead:
    "The token of a system user does not hang on anybody's password: it is the steadiest way. The Page's own token will do as well.",
  pasteLabel: "Access token",
  pasteButton: "See what it allows",
  another: "Another Page",
  addresses: "Addresses to enter in the app",
  addressesLead: "Copy them as they are into the settings of the app:",
  returnAddress: "Return address of the login (Valid OAuth Redirect URIs)",
  callbackAddress: "Address for notifications (Webhooks, callback URL)",
  before: {
    title: (network) => `Before you go to ${network}`,
    lead: "Connecting happens in a window that is not ours. From there you come back here by itself.",
    steps: [
      "Log in with the personal profile of somebody who manages the Page: citizens do not see it.",
      "Tick the Page (or Pages) to connect.",
      "Leave all permissions switched on: each stands for something Bacheca does.",
      "When you are back, choose which Pages to connect. Until then nothing changes.",
    ],
    go: (network) => `Go on to ${network}`,
    span: "There are ten minutes to finish, in this same browser.",
  },
  choice: {
    title: "Which Pages to connect",
    lead: (network) => `${network} lets Bacheca use these Pages. Connect only those of the authority.`,
    legend: "Pages to choose from",
    isNew: "A new account.",
    isAccount: (name) => `It is the account "${name}", which goes on with the new connection.`,
    isTaken: "It belongs to another authority of this installation: it cannot be connected here.",
    cannot: "Like this it cannot publish: give what is missing first, then start again.",
    complete: "All permissions are there.",
    lacks: (count) =>
      count === 1
        ? "One permission is missing: it can be connected all the same."
        : `${count} permissions are missing: it can be connected all the same.`,
    button: "Connect",
  },
  failed: "Not connected",
  today: {
    trouble: (count) => several(count, "thing to look at", "things to look at"),
    missing: (count) => several(count, "permission missing", "permissions missing"),
    waiting: "to be connected",
    connect: "Connect it on the Accounts page",
  },
};
