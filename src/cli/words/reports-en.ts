import type { reportsIt } from "./reports-it.ts";

export const reportsEn: typeof reportsIt = {
  serve: {
    notARole: (word) => `"${word}" is no role: --roles can be web, work or web,work.`,
    answers: (origin) => `Bacheca answers on ${origin}`,
    works: "Bacheca works (no address opened here).",
    stopping: "Stopping: finishing the step under way…",
    hurried: "Hurried end: the step under way will be checked at the next start.",
  },
  apply: {
    faults: (file, count) =>
      count === 1
        ? `${file}: one thing to correct; nothing was written.`
        : `${file}: ${count} things to correct; nothing was written.`,
    nothing: (authority) => `${authority}: everything is already as the file says.`,
    applied: (authority, count) =>
      `${authority}: ${count === 1 ? "one difference" : `${count} differences`} applied.`,
    wouldApply: (authority, count) =>
      `${authority}: ${count === 1 ? "one difference" : `${count} differences`}; with --dry-run nothing was written.`,
    refused: (authority) => `${authority}: cannot be applied; nothing was written.`,
    subjects: { authority: "authority", source: "source", account: "account" },
    verbs: {
      new: "new",
      changed: "changes",
      stopped: "stopped (no longer in the file)",
      resumed: "goes on",
      reconnected: "connected again: what was waiting goes out",
    },
    pageTaken: (account, page, authority, other) =>
      `account ${account}: Page ${page} already belongs to account "${other}" of authority "${authority}". A Page belongs to one account: use that one, with its id.`,
    pageChanged: (account, before, after) =>
      `account ${account}: it has published on Page ${before} and cannot move to ${after}. Describe the new Page as a new account, with another id.`,
    secretChanged: "changed",
    nothingThere: "(nothing)",
  },
};
