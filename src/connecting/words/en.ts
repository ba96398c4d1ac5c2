import type { ConnectingWords } from "./words.ts";

export const en: ConnectingWords = {
  reasons: {
    "no-app": {
      happened: "No app to connect with is described for this authority.",
      toDo: 'Whoever looks after the server describes it under "apps" in the authority\'s file and runs bacheca apply.',
    },
    "return-unreadable": {
      happened: "What came back from the login window lacks what is needed.",
      toDo: "Start connecting again from the Accounts page, not from a saved address.",
    },
    "login-unknown": {
      happened: "This return does not belong to a connection begun in this browser.",
      toDo: "Start again from the Accounts page and finish in the same browser. If it happens again, open the desk at its public address and allow cookies.",
    },
    "login-expired": {
      happened: "The connection was left open for too long and is no longer good.",
      toDo: "Start again: there are ten minutes to finish.",
    },
    "login-used": {
      happened: "This connection had been finished already.",
      toDo: "See on the Accounts page whether the account is connected; if it is not, start again.",
    },
    "choice-over": {
      happened: "The choice of Pages is no longer open: it was made already, or half an hour has gone by.",
      toDo: "See on the Accounts page whether the account is connected; if it is not, start again.",
    },
    "none-chosen": {
      happened: "You have not chosen any Page.",
      toDo: 'Tick at least one Page, then press "Connect".',
    },
    "page-taken": {
      happened: "The Page you chose belongs to another authority of this installation already.",
      toDo: "A Page is connected once only: whoever looks after the server says which authority keeps it.",
    },
    "essential-missing": {
      happened: "With the permissions given, nothing can be published on the Page you chose.",
      toDo: "Give what is missing, then start connecting again.",
    },
    "token-unreadable": {
      happened: "What you pasted is no token: it is empty, too long, or holds spaces.",
      toDo: "Copy the whole token, without spaces or line ends, and paste it again.",
    },
    "network-in-trouble": {
      happened: "The other side is in trouble, or nobody answers there.",
      toDo: "Try again in a few minutes. The technical detail says what came back.",
    },
    "other-page": {
      happened: "The Page of this account is not among those that were allowed.",
      toDo: "Start again and tick the account's Page in the login window; or connect one of the others as a new account.",
    },
    sealed: {
      happened: "The secrets of this account are encrypted with another key and do not open.",
      toDo: "Put the former key back, or connect the account again.",
    },
    "subscription-missing": {
      happened: "The network does not tell Bacheca what happens on the Page.",
      toDo: "Bacheca switches the notifications on again by itself at the next check. Posts go out meanwhile; comments and messages arrive late.",
    },
    "subscription-unasked": {
      happened: "It could not be seen whether notifications of comments and messages are on.",
      toDo: "Bacheca tries again every hour. If it lasts, look among the permissions that are missing.",
    },
    "subscription-refused": {
      happened: "Notifications of comments and messages could not be switched on; posts go out all the same.",
      toDo: "Check that BACHECA_PUBLIC_URL opens from the Internet with https, and that the app is Live. Bacheca tries again every hour.",
    },
    "subscription-unsteady": {
      happened: "Notifications of comments and messages, just switched on again, have ended once more.",
      toDo: "Look in the app, under Webhooks, for failed deliveries, and that no other program takes them off. Bacheca tries again every hour.",
    },
  },
  checks: {
    page: "Page",
    token: "token",
    permissions: "permissions",
    expiry: "the token expires",
    "data-access": "access to data expires",
    clock: "clock",
    version: "version of the API",
    subscription: "notifications of comments and messages",
  },
  never: "never",
};
