import type { SignInWords } from "./words.ts";

const patience = (seconds: number) =>
  seconds < 90 ? `in ${seconds} seconds` : `in ${Math.ceil(seconds / 60)} minutes`;

export const en: SignInWords = {
  signIn: {
    title: "Sign in to the desk",
    email: "E-mail address",
    password: "Your password",
    button: "Sign in",
    lost: "Forgotten the password, or lost the phone? Whoever administers the desk of your authority gives you a new link.",
    over: "You were signed out: it was too long ago, or ended from elsewhere. Sign in again: nothing was lost.",
    refused: "The e-mail address or the password is not right. Check both and try again.",
    wait: (seconds) => `There were too many wrong tries. Try again ${patience(seconds)}.`,
    busy: "Too many people sign in at this moment. Try again in a few seconds.",
    nobodyYet:
      "Nobody can sign in yet: open the link that Bacheca writes on the terminal (or in the journal of the service) when it starts. If it no longer counts, start Bacheca again: it writes another.",
  },
  code: {
    title: "The code",
    lead: "The password is right. Type the six digits that your authenticator shows.",
    label: "Your code",
    hint: "Without the phone: one of the spare codes you kept.",
    button: "Sign in",
    refused: "The code is not right, or was used before. Wait until the app shows a new one and type that.",
    over: "The password was typed too long ago. Begin again.",
    back: "Begin again",
  },
  welcome: {
    first: {
      title: () => "Welcome to Bacheca",
      lead: "You are the first to come in: with this link you become administrator of the whole installation. The second factor is set up right afterwards.",
      button: "Create my access",
    },
    invitation: {
      title: (name) => `Welcome, ${name}`,
      lead: "You were invited to Bacheca's desk. Choose the password you will sign in with.",
      button: "Create my access",
    },
    reset: {
      title: () => "A new password",
      lead: "The former password, the second factor and all open sessions end at the moment you confirm.",
      button: "Use this password",
    },
    name: "First and last name",
    email: "E-mail address",
    emailHint: "You sign in with it. Where the installation has mail, what you choose to be told comes here.",
    password: "Your password",
    passwordHint: "At least 12 characters: a few random words will do. Nothing else is demanded.",
    again: "The password once more",
    faultsTitle: "To be corrected:",
  },
  faults: {
    "name-missing": "Type your first and last name.",
    "email-not-usable": "The e-mail address is not complete: name, at sign, domain.",
    "email-taken":
      "Somebody was invited with this e-mail address. Use another, or the link of that invitation.",
    "passwords-differ": "The two passwords are not the same: type them again.",
    "password-short": "The password is too short: at least 12 characters.",
    "password-long": "The password is too long: at most 200 characters.",
    "password-easy":
      "The password is among the first that are tried. Take a few words that do not belong together.",
    "password-own-name":
      "The password is made of your name or e-mail address. Take words that do not tell of you.",
  },
  errorTitle: "To be corrected",
};
