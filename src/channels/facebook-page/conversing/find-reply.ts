import type { Account } from "../../channel.ts";
import type { ReplyFinding, SoughtReply } from "../../conversing.ts";
import type { GraphFailure } from "../graph.ts";
import { readFailure } from "../outcomes.ts";
import type { FacebookReason } from "../reasons.ts";
import type { FacebookPageSettings } from "../settings.ts";
import { isSameText } from "./answer-text.ts";
import type { ReadingTools } from "./open-turns.ts";
import { readCommentsBelow } from "./read-comments-below.ts";
import { readNewestMessages } from "./read-newest-messages.ts";
import type { AnswerList, Written } from "./written.ts";

/** Lists show whole seconds, and the clock we compare with is known to the second only. */
const roundingMs = 5_000;
/** How far our clocks may be apart where the answer does not tell Facebook's. */
const clockOffMs = 60_000;

/**
 * Looks for an answer of ours, by its text: no edge shows an own id (graph-api.md section 21). Only what the Page wrote
 * since the attempt counts, so that the same words said earlier are not taken for it; a colleague who wrote the very
 * same words meanwhile has answered as well. `absent` is said only where everything since then was read.
 */
export async function findReply(
  tools: ReadingTools,
  account: Account<FacebookPageSettings>,
  sought: SoughtReply,
): Promise<ReplyFinding> {
  const list = await readAnswers(tools, account, sought);
  switch (list.kind) {
    case "failure":
      return findingOf(list.failure, tools.clock.now());
    case "unreadable":
      return noAnswer("answer-not-readable", list.what);
    case "not-now":
      return { ...noAnswer("request-limit", "2/s"), notBefore: list.notBefore };
    case "nothing-there":
      return { kind: "absent" };
    case "list":
      return conclude(list, sought);
  }
}

async function readAnswers(
  tools: ReadingTools,
  { settings }: Account<FacebookPageSettings>,
  sought: SoughtReply,
): Promise<AnswerList> {
  if ("parentId" in sought) {
    return await readCommentsBelow(tools, settings, sought.parentId, sought.since.getTime() - clockOffMs);
  }
  return await readNewestMessages(tools, settings, sought);
}

function conclude(list: Extract<AnswerList, { kind: "list" }>, sought: SoughtReply): ReplyFinding {
  const { aheadMs } = list;
  // By Facebook's clock, since that is what the times of the answers are.
  const sinceMs = sought.since.getTime() - (aheadMs === undefined ? clockOffMs : aheadMs + roundingMs);
  const ours = list.written.filter(
    (one) => one.isByPage && one.writtenAtMs >= sinceMs && isSameText(one.text, sought.text),
  );
  // Of several the oldest is the one that was looked for first; all of them say the same.
  const oldest = ours.reduce<Written | undefined>(
    (found, one) => (found && found.writtenAtMs <= one.writtenAtMs ? found : one),
    undefined,
  );
  if (oldest) return { kind: "found", externalId: oldest.id };
  const isWhole = list.readsBackTo === undefined || list.readsBackTo < sinceMs;
  return isWhole ? { kind: "absent" } : noAnswer("search-incomplete", "");
}

/** A search that failed says nothing about the answer. */
function findingOf(failure: GraphFailure, now: Date): ReplyFinding {
  const { class: errorClass, reason, detail, notBefore } = readFailure(failure, now);
  return { kind: "no-answer", reason, detail, notBefore, reconnect: errorClass === "login" };
}

function noAnswer(reason: FacebookReason, detail: string): Extract<ReplyFinding, { kind: "no-answer" }> {
  return { kind: "no-answer", reason, detail, reconnect: false };
}
