import type { AnswerWay, WayVerdict } from "../../conversing/replying/answer-way.ts";
import type { DecisionAction } from "./decision.ts";

/** How the author is told, or why not. */
export type NoticeWay = { kind: "way"; way: AnswerWay } | { kind: "none"; why: string };

/**
 * By the private reply to their comment where the network still allows it, or in the talk they have with us. In public
 * only where the comment stays visible: below what is hidden, a notice would point at it.
 */
export function noticeWay(
  action: DecisionAction,
  ways: Record<AnswerWay, WayVerdict>,
  isPrivate: boolean,
): NoticeWay {
  if (isPrivate)
    return ways.message.kind === "open" ? way("message") : { kind: "none", why: ways.message.reason };
  const inPrivate = ways["private-reply"];
  if (inPrivate.kind === "open") return way("private-reply");
  const staysVisible = action === "warn" || action === "unhide";
  if (staysVisible && ways.public.kind === "open") return way("public");
  return { kind: "none", why: inPrivate.reason };
}

function way(which: AnswerWay): NoticeWay {
  return { kind: "way", way: which };
}
