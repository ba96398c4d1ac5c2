import type { RuleWords } from "./rule-words.ts";

export const starterRules: RuleWords = {
  opinion: {
    text: "Everybody may speak their mind, on matters of public interest",
    examples: ["Criticism of the service, however harsh, stays visible"],
  },
  "personal-use": {
    text: "Our channels are not for personal needs",
    examples: ["Looking for lodging or a lift", "Proposing a relative for any kind of work"],
  },
  "fairness-and-privacy": {
    text: "Fairness, respect for the opinions of others and for privacy",
    examples: [
      "Writing a telephone number or a tax code",
      "Accusing a person who can be recognised of a crime",
    ],
  },
  "on-topic": {
    text: "Comments are about the subject of the post",
    examples: ["Leading the talk to football or a party below a job offer"],
  },
  "private-facts": {
    text: "No facts or details that are of no public interest",
    examples: ["The health, family or habits of somebody who works in an office"],
  },
  offence: {
    text: "No insults, coarse language, offence, threats or discrimination",
    examples: [
      "Insulting the staff or another reader",
      "Insulting a group for its origin, religion, sex, age or disability",
    ],
  },
  advertising: {
    text: "No advertising and no promotion of private interests",
    examples: ["Selling something", "Promising easy money", "Offering loans"],
  },
  copyright: {
    text: "No breach of copyright and no unauthorised use of trade marks",
    examples: ["Copying a paid article in full", "Passing round pirated copies of a manual"],
  },
  "unlawful-acts": {
    text: "No incitement to break the law or to use violence",
    examples: ["Calling on others to attack somebody", "Explaining how to forge a certificate"],
  },
  flooding: {
    text: "No insistent repetition of the same message",
    examples: ["Pasting the same text below every post"],
  },
  propaganda: {
    text: "No electioneering and no party propaganda",
    examples: ["Calling on readers to vote for a list or a candidate"],
  },
  "false-identity": {
    text: "No false identities: nobody passes for the authority or for somebody else",
    examples: ["Pretending to be staff in order to get documents in private"],
  },
  links: {
    text: "No links to sites that are unsafe or have nothing to do with the subject",
    examples: ["A shortened address that imitates the official procedure"],
  },
  "fund-raising": {
    text: "No fund-raising",
    examples: ["Asking for donations to a prepaid card"],
  },
};
