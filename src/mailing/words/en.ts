import type { MailWords } from "./words.ts";

export const en: MailWords = {
  subject: (where, what) => `[${where}] ${what}`,
  otherAlerts: {
    escalation: "A colleague asks for a decision by whoever answers for it",
    raid: "Many probable breaches within minutes",
    "review-asked": "Somebody asks for a review of a decision",
    "review-due": "The term for deciding a review ends soon",
    "review-late": "The term for deciding a review is over",
    other: "Something needs a person's look",
  },
  warnings: {
    "last-day": "An answer is due today",
    window: "The time for answering a private message is nearly over",
    "window-lost": "The time for answering a private message is over",
    late: "An answer is overdue",
    other: "An answer is nearly due",
  },
  openHoursLeft: (hours) =>
    hours === 1
      ? "One hour of opening is left for an answer"
      : `${hours} hours of opening are left for an answer`,
  atOnce: (what) => `At once: ${what[0]?.toLowerCase() ?? ""}${what.slice(1)}`,
  several: (count) => `${count} things to see to`,
  counted: (what, count) => `${what}: ${count}`,
  windowUntil: (moment) => `can be answered until ${moment}`,
  raised: (moment) => `since ${moment}`,
  openDesk: "Open the desk",
  more: (count) => (count === 1 ? "One more is at the desk." : `${count} more are at the desk.`),
  lastOfHour:
    "We have written to you many times within this hour: until the next one we write no more, except when somebody is in grave distress. The rest is at the desk.",
  distressToDo:
    "Read and answer now: a prepared text with the help lines is at the desk. Whoever sees to it presses “I will see to it”, so that the others know.",
  digest: {
    title: (day) => `The day: ${day}`,
    figures: {
      waiting: (count) => `Waiting for an answer: ${count}`,
      overdue: (count) => `Answers overdue: ${count}`,
      dueToday: (count) => `Answers due today: ${count}`,
      own: (count) => `Of those waiting, taken on by you: ${count}`,
      alerts: (count) => `Alerts nobody has taken on: ${count}`,
      held: (count) => `Publications held: ${count}`,
      refused: (count) => `Publications refused: ${count}`,
      uncertain: (count) => `Publications with an uncertain end: ${count}`,
      disconnected: (count) => `Accounts disconnected: ${count}`,
      faultySources: (count) => `Portals that cannot be read: ${count}`,
    },
    why: "The digest comes on working days of the office, and only where there is something to say.",
  },
  trouble: {
    begun: {
      disconnected: (name) =>
        `The account “${name}” is disconnected: nothing leaves until somebody connects it`,
      resting: (name) => `The account “${name}” has rested for more than an hour: publications wait`,
      health: (name) => `The account “${name}” needs a look: the Accounts page says why`,
      source: (name) => `The portal “${name}” has not been readable for more than an hour`,
    },
    held: (count) =>
      count === 1
        ? "One publication is held and waits for a person's yes"
        : `${count} publications are held and wait for a person's yes`,
    wellAgain: {
      account: (name) => `Well again: the account “${name}”`,
      source: (name) => `Well again: the portal “${name}”`,
    },
  },
  invitation: {
    subject: "Your way to the desk",
    title: (where) => `${where}: your way to the desk`,
    lead: (name, where) =>
      `${name}, you are expected at the desk of ${where}, where those who write are answered and what goes out to the Page is seen.`,
    comeIn: "Come in and choose your password",
    once: "The link is good for a week, and once. Do not pass it on: whoever opens it comes in as you.",
    notYou: "You expected no invitation? Do not open it, and tell whoever administers the desk.",
  },
  automatic: "An automatic message of Bacheca: nobody reads answers to this address.",
  serverTroubles: {
    unreachable: {
      happened: "The mail server cannot be reached.",
      toDo: "Look at name and port in BACHECA_MAIL_URL, and whether the network lets calls out to that port.",
    },
    timeout: {
      happened: "The mail server does not answer in time.",
      toDo: "Look at name and port in BACHECA_MAIL_URL: port 465 takes smtps://, port 587 smtp://.",
    },
    tls: {
      happened: "The way to the mail server cannot be encrypted, or nobody vouches for its certificate.",
      toDo: "Use the name that is in the certificate. Where the way is safe anyhow: BACHECA_MAIL_PLAIN=yes.",
    },
    login: {
      happened: "The mail server does not accept name and password.",
      toDo: "Correct them in BACHECA_MAIL_URL; special characters are written as in web addresses (@ is %40).",
    },
    "server-trouble": {
      happened: "The mail server takes nothing for now.",
      toDo: "Wait: Bacheca tries again by itself. If it lasts, ask whoever runs the mail.",
    },
    "put-off": {
      happened: "The mail server puts this letter off.",
      toDo: "Wait: Bacheca tries again by itself. Many servers do so at the first contact.",
    },
  },
  trial: {
    subject: "A trial of Bacheca's mail",
    text: (publicUrl) => `Bacheca's mail works. Whoever administers ${publicUrl} asked for this letter.`,
  },
  noContent: "Names and words of those who write do not travel by mail: read them at the desk, signed in.",
  choose: "Choose what you are written about",
};
