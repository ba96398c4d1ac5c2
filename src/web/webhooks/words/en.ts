import type { DeletionWords } from "./words.ts";

export const en: DeletionWords = {
  title: "Deletion of data",
  underWay: "The request has arrived. The deletion is under way: come back to this page in a few minutes.",
  done: (day) => `Done: on ${day} we deleted what could be linked to you.`,
  to: "Public body",
  asked: "Request arrived on",
  whatTitle: "What is deleted",
  what: (network) =>
    `If you connected a Page to Bacheca, our note that it was you. And the comments, reactions and messages that ${network} has shown us under the same number with which it passed the request on.`,
  moreTitle: "What is left to do",
  more: (network) =>
    `${network} gives those who write to a Page another number than that of the request, and does not tell us which: such messages we cannot recognise by ourselves. To have them deleted write to the public body and say under which name you wrote. What you wrote on ${network} stays there until you remove it yourself.`,
  atDesk: {
    what: (network) =>
      `What you wrote to the public body on ${network}: messages, comments, files, and what we had noted about them.`,
    moreTitle: "What stays",
    more: (network) =>
      `If a rule was applied to a comment of yours, the decision stays in the public register without name and without text; the text stays as long as a review can be asked for. What the public body has entered in its register stays, and so do the words of others below your comments. What you wrote on ${network} stays there until you remove it yourself.`,
  },
};
