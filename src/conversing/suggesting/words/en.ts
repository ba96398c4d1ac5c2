import type { SuggestingWords } from "./words.ts";

const notSaid = (what: string) => `The notice does not say ${what}.`;

export const en: SuggestingWords = {
  greeting: "Good morning",
  titles: {
    deadline: "Deadline",
    "still-open": "Is it still open?",
    "how-to-apply": "How to apply",
    place: "Place of work",
    contract: "Contract",
    hours: "Hours",
    pay: "Pay",
    requirements: "Requirements",
    reference: "Reference",
    employer: "Who hires",
    contacts: "How to reach the office",
    changed: "What has changed",
    details: "Where the details are",
  },
  openUntil: (day, daysLeft) =>
    `You can apply until ${day}${daysLeft === 0 ? ": today is the last day" : daysLeft === 1 ? ": one day is left" : `: ${daysLeft} days are left`}.`,
  openWithoutDay: "As far as we know you can still apply. The notice gives no closing date.",
  deadlineAsWritten: (text) => `On the closing date the notice says: ${text}.`,
  closed: (day) =>
    day === null
      ? "Applications have ended: it is no longer possible to take part."
      : `Applications have ended: the last day was ${day}. It is no longer possible to take part.`,
  withdrawn: "This notice was withdrawn: it is no longer possible to take part.",
  reopened: "Applications have been accepted again.",
  deadlineBefore: (day) => `The closing date has changed: it was ${day}.`,
  howToApply: (text) => `To apply: ${text}`,
  place: (text) => `The place of work is ${text}.`,
  contract: (text) => `The contract is: ${text}.`,
  employer: (text) => `The employer is ${text}.`,
  reference: (text) => `The reference of the notice is ${text}.`,
  contacts: (text) => `You can reach us like this: ${text}.`,
  details: (link) => `All details are here: ${link}`,
  missing: {
    deadline: notSaid("a closing date"),
    "still-open": notSaid("a closing date"),
    "how-to-apply": notSaid("how to apply in a field of its own"),
    place: notSaid("the place of work in a field of its own"),
    contract: notSaid("the contract in a field of its own"),
    hours: "For the hours, what the text of the notice says holds.",
    pay: "For the pay, what the text of the notice says holds.",
    requirements: "The requirements are those in the text of the notice.",
    reference: notSaid("a reference code"),
    employer: notSaid("the name of the employer"),
    contacts: "You can come to the office during its opening hours.",
    changed: "We know of no changes to this notice.",
    details: "This is what we know.",
  },
  telephone: (number) => `telephone ${number}`,
  email: (address) => `e-mail ${address}`,
  desk: (address) => `desk at ${address}`,
  formalAct: {
    title: "Formal act: certified mail, form or desk",
    text: "messages sent here are not entered in the official register, so this request would have no official value. You can hand it in:\n- by certified mail to {pec};\n- at the desk of {sede}, {indirizzo}.\nIf you have no certified mail, come to the desk: we register it and give you a receipt. For any doubt: {telefono}.",
  },
  dataRequest: {
    title: "Request on personal data: officer and term",
    text: (officer) =>
      `we have received your request on personal data and pass it to ${officer}. You will have an answer within one month, as the GDPR says. There is nothing else to do: the request counts although it came here. To keep your data safe, please do not write it in comments.`,
    officer: "the data-protection officer ({dpo})",
  },
  distress: {
    title: "Person in distress: words of care and numbers for help",
    stale: (names) => `to be checked before sending: ${names}`,
    text: "I have read your words and I am sorry that you are going through such a hard time. You do not have to face it alone: if you like, tell me how we can talk today. Meanwhile there are people ready to listen:",
    inPublic: "If you prefer, write to us in private: a person answers you.",
    line: (name, number, hours) => `- ${name}: ${number}${hours === undefined ? "" : `, ${hours}`}`,
  },
};
