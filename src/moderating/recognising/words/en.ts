import type { RecognisingWords } from "./words.ts";

export const en: RecognisingWords = {
  kinds: {
    distress: {
      name: "Person in distress",
      toDo: "Read it now and answer yourself. Where there is danger, call 112.",
    },
    threat: { name: "Threat", toDo: "Keep the evidence and tell whoever is in charge." },
    scam: { name: "Possible scam", toDo: "Open no links and tell whoever is in charge." },
    "data-request": {
      name: "Request on their own data",
      toDo: "Give it to the data-protection officer: there is one month to answer.",
    },
    "formal-act": {
      name: "Formal act",
      toDo: "It is not registered here: name certified mail, the form or the desk.",
    },
    breach: { name: "May break a rule", toDo: "Decide whether to leave, answer or hide it." },
  },
  alerts: {
    distress: "Somebody seems to be in deep distress",
    threat: "A threat has come in",
    scam: "A possible scam has come in",
    "data-request": "Somebody asks about their personal data",
    "data-request-due": "The term of a request on personal data is near",
    "data-request-late": "The term of a request on personal data is over",
  },
  verdicts: { "seen-to": "Seen to", "not-so": "Not so" },
  steps: {
    "handed-to-officer": "Given to the data-protection officer",
    answered: "Answered",
    refused: "Refused, with the reason",
    "not-a-request": "No request on data",
  },
  dataRequestOpen: {
    happened: "This person asks about their own data: pointing to certified mail is not enough to close.",
    toDo: "First say what was done: given to the officer, answered, refused, or no request.",
  },
  term: (day) => `To be answered by ${day}`,
};
