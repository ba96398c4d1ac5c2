import type { ReviewsWords } from "./words.ts";

export const en: ReviewsWords = {
  title: "Reviews",
  lead: "Whoever disagrees with a decision can ask that another person look at it again.",
  none: "No review to decide.",
  list: "Reviews to decide",
  term: {
    by: (day) => `to be decided by ${day}`,
    over: (day) => `was to be decided by ${day}`,
    none: "without a term: the office's calendar has no working days",
  },
  own: "you decided: it is for another person",
  one: {
    title: "Review",
    back: "Back to the reviews",
    asked: (moment) => `Asked ${moment}`,
    text: "What whoever asks writes",
    contact: "How to reach them",
    contactHint:
      "The outcome can be read on the site with the code, too. That somebody saw this is kept on record.",
    noContact: "They left no address: they read the outcome on the site, with the code.",
    decision: "The decision",
    action: "Measure",
    rule: "Rule",
    version: (number, version) => `${number} (version ${version})`,
    who: "Who decided",
    when: "When",
    why: "Reason",
    network: "What the network answered",
    evidence: "The evidence",
    evidenceHint: "As it was when it was decided.",
    noEvidence:
      "The evidence was erased, because its author asked for that or its term is over. Only its hash is left.",
    noText: "(no text)",
    attachments: "Attachments",
    written: (moment) => `Written ${moment}`,
    toComment: "See the comment, and the decisions about the same person",
    ownDecision:
      "This decision is yours: its review is for another person. Ask a colleague who may moderate.",
    judged: (who, moment) => `Decided by ${who} ${moment}.`,
  },
  form: {
    title: "The outcome",
    outcome: "How it ends",
    outcomes: {
      upheld: { name: "The decision stands", effect: "Nothing changes; whoever asked reads the reason." },
      overturned: { name: "The decision is overturned", effect: "What can be is given back." },
      partly: { name: "It changes in part", effect: "For instance: another rule, or another reason." },
    },
    givesBack: {
      hide: "Overturned, the comment becomes visible to everybody again.",
      block: "Overturned, the block ends now.",
      delete: "A deleted comment cannot come back: the outcome stays on record and in the register.",
      warn: "A warning cannot be taken off the network: the outcome stays on record and in the register.",
    },
    alsoBack: {
      hide: "Where it changes in part, show the comment again, too",
      block: "Where it changes in part, lift the block, too",
    },
    why: "Why",
    whyHint: "Read by whoever asked for the review. Ten letters at least, no personal data.",
    confirm: "Confirm the outcome",
    faults: "Not decided",
    chooseOutcome: "Choose how it ends.",
    lost: "This review is not there any more, and nothing was decided. Here is your text:",
  },
  outcomes: {
    upheld: "The decision stood",
    overturned: "The decision was overturned",
    partly: "The decision changed in part",
  },
  ends: {
    judged: {
      upheld: "Decided: the decision stands.",
      overturned: "Decided: the decision is overturned.",
      partly: "Decided: the decision changes in part.",
    },
    next: "Here is the next.",
    noneLeft: "No other review to decide.",
    "own-decision": "Not done: nobody reviews their own decisions. Ask somebody else.",
    "judged-already": "Not done: somebody else has decided. Here is the outcome; your text is below.",
    "reason-too-short": "Write why, ten letters at least: whoever asked for the review reads it.",
    "account-off":
      "Not done: the account is off or not connected, and nothing can become visible again. Accounts says how it stands.",
    gone: "Not done: this review is not there any more.",
  },
};
