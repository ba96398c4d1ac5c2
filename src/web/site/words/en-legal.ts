import type { LegalWords } from "./legal-words.ts";

const months = (count: number) => (count === 1 ? "1 month" : `${count} months`);

export const enLegal: LegalWords = {
  privacy: {
    title: "Privacy notice",
    lead: "You can read everything without saying who you are.",
    controller: "Who answers for the data",
    controllerText: (authority) => `The controller is ${authority}.`,
    officer: (address) => `The data protection officer answers at ${address}.`,
    here: "On these pages",
    hereText:
      "We use no cookies, load nothing from other sites and do not count visitors. Searches are not kept.",
    social: "If you write to us on a social network",
    socialText: (network) =>
      `Comments and messages on ${network} also reach our offices, which use them only to answer you and to apply the rules of conversation.`,
    insights: "The statistics of the Page",
    insightsText: (authority, network) =>
      `${network} shows us statistics about the Page, without names. For these ${authority} and Meta are joint controllers.`,
    retention: "For how long",
    retentionText: (talk, comments, files, decisions) =>
      `We erase private messages ${months(talk)} after the last one, comments ${months(comments)} after the last one of their discussion, files you send us after ${months(files)}. If a rule is applied to a comment of yours, we keep its text for ${months(decisions)}; then only the decision stays, without your name.`,
    retentionHeld:
      "We wait with erasing what we still have to answer, what is under review, and what you asked to see.",
    rights: "Your rights",
    rightsText:
      "You can ask to see, correct or delete your data, by any means. If the answer does not satisfy you, you can turn to the Italian data protection authority (Garante).",
    notice: "The authority's full privacy notice",
  },
  legal: {
    title: "Legal notes",
    content: "The content",
    contentText: (authority) => `The items come from the portal of ${authority}, who is their author.`,
    official: "What counts",
    officialText:
      "These pages are there to inform. Where they differ, the text on the official portal or in the published act counts.",
    reuse: "Reuse",
    reuseUnder: "The data may be used again under this licence:",
    reuseUnknown: "The authority has not named a licence yet. Ask before you use the data again.",
    software: "The program",
    softwareText: "These pages are made with Bacheca, free software under the EUPL 1.2.",
  },
  accessibility: {
    title: "Accessibility",
    lead: "These pages must work for everyone.",
    how: "How they are made",
    howText:
      "They work with a keyboard alone and with a screen reader, can be enlarged to 400 % and need no scripts. Every image has a text that says the same.",
    statement: "Accessibility statement",
    statementLink: "Read the authority's statement (in Italian)",
    report: "Something does not work?",
    reportText: "Tell us what you wanted to do and where you got stuck:",
    noContact: "Turn to the authority's offices: their contacts are on its portal.",
  },
};
