import type { Amendment } from "../../channel.ts";
import type { Answered } from "../../conversing.ts";
import type { GraphFailure } from "../graph.ts";
import { readFailure, scopeOf } from "../outcomes.ts";
import type { FacebookReason } from "../reasons.ts";

type NotSent = Exclude<Answered, { kind: "sent" }>;

/** What was asked for; it decides which permission is missing, and so the words. */
export type Asked = "comment" | "message" | "human-message" | "private-reply" | "moderation";

/**
 * What a failed answer came to. Total, as for posts: whatever may have reached the person is `unknown` and is looked for.
 * A parent that is not there is certain, since these calls read nothing back.
 */
export function answeredOfFailure(failure: GraphFailure, asked: Asked, now: Date): NotSent {
  const { class: errorClass, reason, detail, notBefore } = readFailure(failure, now);
  switch (errorClass) {
    case "later":
      return { kind: "retry", reason, detail, scope: scopeOf(failure), notBefore };
    case "limit":
      // 613/2018338 counts one conversation; every other limit is of the Page or the app (section 17).
      return { kind: "retry", reason, detail, scope: ofOne(reason) ? "publication" : "account", notBefore };
    case "login":
      return { kind: "reconnect", reason, detail };
    case "permission":
      return permissionFault(reason, detail, asked);
    case "missing":
      return { kind: "refused", reason, detail, isTargetGone: true };
    case "permanent":
      return { kind: "refused", reason: refusals[asked]?.[reason] ?? reason, detail };
    case "duplicate":
      return { kind: "unknown", reason, detail };
    case "uncertain":
      return { kind: "unknown", reason: "answer-uncertain" satisfies FacebookReason, detail };
  }
}

/** What failed moderation came to. All of it may be repeated, and what is deleted already is as it was to be. */
export function moderationOfFailure(failure: GraphFailure, now: Date): Amendment {
  const { class: errorClass, reason, detail, notBefore } = readFailure(failure, now);
  switch (errorClass) {
    case "later":
    case "limit":
    case "uncertain":
      return { kind: "retry", reason, detail, notBefore };
    case "login":
      return { kind: "reconnect", reason, detail };
    case "permission":
      return permissionFault(reason, detail, "moderation");
    case "permanent":
    case "duplicate":
      return { kind: "refused", reason, detail };
    case "missing":
      return { kind: "gone" };
  }
}

/**
 * Permissions that only answering needs leave the account as it is: its posts go out, and connecting again would not help
 * where the app lacks Advanced Access. What every call of the account needs asks for a new connection.
 */
function permissionFault(
  reason: FacebookReason,
  detail: string,
  asked: Asked,
): Extract<NotSent, { kind: "refused" | "reconnect" }> {
  const own = missingPermissions[asked][reason];
  return own ? { kind: "refused", reason: own, detail } : { kind: "reconnect", reason, detail };
}

type Renamed = Partial<Record<FacebookReason, FacebookReason>>;

const ofComments: Renamed = {
  "permission-missing": "answer-permission-missing",
  "read-permission-missing": "answer-permission-missing",
  "task-missing": "answer-permission-missing",
  "capability-missing": "capability-missing",
  "new-page-unsupported": "new-page-unsupported",
};
const ofMessages: Renamed = {
  ...ofComments,
  "permission-missing": "messaging-permission-missing",
  "task-missing": "messaging-permission-missing",
  "messaging-permission-missing": "messaging-permission-missing",
  "terms-not-accepted": "terms-not-accepted",
};
const missingPermissions: Record<Asked, Renamed> = {
  comment: ofComments,
  moderation: ofComments,
  message: ofMessages,
  "private-reply": ofMessages,
  // 10/2018065 to a message with the tag: the app was not granted the Human Agent feature (section 13.2).
  "human-message": { ...ofMessages, "messaging-permission-missing": "human-answer-not-granted" },
};

/**
 * One private reply to each comment, within seven days, and never to another Page (section 11): Facebook has no code of
 * its own for any of the three, and the text was looked at before.
 */
const privateReplyClosed: Renamed = {
  "invalid-parameter": "private-reply-closed",
  "outside-window": "private-reply-closed",
};
/** The words for a post speak of its link; an answer has none. */
const answerRefused: Renamed = { "invalid-parameter": "answer-refused" };
const refusals: Partial<Record<Asked, Renamed>> = {
  comment: answerRefused,
  message: answerRefused,
  "human-message": answerRefused,
  "private-reply": privateReplyClosed,
};

function ofOne(reason: FacebookReason): boolean {
  return reason === "thread-limit";
}
