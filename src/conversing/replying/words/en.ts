import type { AnswerWords } from "./words.ts";

const elsewhere =
  "Answer from the Page's own inbox (Meta Business Suite): the answer arrives here by itself. Or call, or give the office's telephone and certified mail in a public answer.";

export const en: AnswerWords = {
  notice: {
    automatic: "Automatic message.",
    text: `We have received your message, thank you. A person answers you {by}.
Messages sent here are not entered in the official register.
For applications, complaints and official communication: certified mail {pec}.
Telephone: {telephone}.
E-mail: {email}.
Desk: {address}.
{authority}`,
    inNeed: `We have received your words. A person reads them as soon as possible, but while the office is closed that may take time.
If you are unwell or in danger now, do not wait for us: there are people who listen at once.`,
  },
  closed: {
    "nothing-public": {
      happened: "This is a private talk: nothing public was said that could be answered.",
      toDo: "Answer with a message.",
    },
    "no-private-talk": {
      happened: "There is no private talk with this person yet.",
      toDo: "Answer publicly, or with the private reply to the comment.",
    },
    removed: {
      happened: "What they wrote is no longer there: nothing can be written below it.",
      toDo: "Close the conversation if there is nothing more to do.",
    },
    "person-unknown": {
      happened: "Facebook does not say who wrote this, so nobody can be written to in private.",
      toDo: "Answer publicly.",
    },
    "person-blocked": {
      happened: "This person is blocked: they cannot be written to in private.",
      toDo: "Answer publicly, or take the block back first.",
    },
    "replied-privately": {
      happened: "The one private reply that Facebook allows has been given to this comment already.",
      toDo: "Answer publicly, or wait until they write in private.",
    },
    "private-reply-over": {
      happened: "More than seven days have passed since the comment: a private reply is no longer possible.",
      toDo: "Answer publicly.",
    },
    "window-over": {
      happened:
        "More than 24 hours have passed since their last message, and Facebook has not granted this app later answers.",
      toDo: elsewhere,
    },
    "human-window-over": {
      happened:
        "More than seven days have passed since their last message: Facebook lets nobody answer any more.",
      toDo: elsewhere,
    },
    "automatic-too-late": {
      happened: "More than 24 hours have passed: an automatic message may no longer leave.",
      toDo: "Answer yourself.",
    },
    "held-by-another-app": {
      happened: "Another app of the Page has this conversation at present.",
      toDo: "Answer from there, or wait until it is given back: the answer arrives here by itself.",
    },
  },
};
