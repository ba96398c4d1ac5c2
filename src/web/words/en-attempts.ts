import type { AttemptWords } from "./today-words.ts";

/** What was done for a publication and what came back, step by step. */
export const enAttempts: AttemptWords = {
  underWay: "under way",
  publish: {
    started: "sending",
    published: "sent: published",
    processing: "sent: accepted, not visible yet",
    refused: "sent: refused",
    retry: "not published, to be tried again",
    reconnect: "not published: the connection is no longer valid",
    unknown: "sent; outcome uncertain",
  },
  find: {
    started: "search on the Page",
    found: "looked for on the Page: found",
    absent: "looked for on the Page: not to be seen",
    processing: "looked for on the Page: Facebook still works on it",
    failed: "looked for on the Page: Facebook could not process it",
    "no-answer": "looked for on the Page: no useful answer",
  },
  edit: {
    started: "new text sent",
    done: "new text sent: updated",
    gone: "new text sent: the post is not there any more",
    refused: "new text sent: refused",
    retry: "text not updated, to be tried again",
    reconnect: "text not updated: the connection is no longer valid",
    unknown: "new text sent; outcome uncertain",
  },
  remove: {
    started: "asked to take it off",
    done: "asked to take it off: taken off",
    gone: "asked to take it off: it was gone already",
    refused: "asked to take it off: refused",
    retry: "not taken off, to be tried again",
    reconnect: "not taken off: the connection is no longer valid",
    unknown: "asked to take it off; outcome uncertain",
  },
};
