import type { Transaction } from "kysely";
import { recordAct } from "../auditing/record-act.ts";
import { findOffices } from "../authority/office-store.ts";
import type { Schema } from "../database/schema.ts";
import { isDataRequestOpen } from "../moderating/recognising/data-request-store.ts";
import type { ConverseTools } from "./converse-tools.ts";
import { findListener } from "./find-listener.ts";
import type { ConversationKey } from "./inbox/conversation-store.ts";
import {
  decideNeed,
  insertNote,
  saveAssignee,
  saveDecided,
  saveOffice,
  saveSnooze,
} from "./inbox/decision-store.ts";
import { refreshConversations } from "./inbox/refresh-conversations.ts";
import { type AnsweredConversation, findAnswered } from "./replying/answering-store.ts";

/** What a person at the desk does with a conversation, apart from answering. */
export type ConversationChange =
  | { kind: "assign"; to: string | null }
  | { kind: "hand-to-office"; officeId: string }
  /** Nothing more to do, for everything written up to now. */
  | { kind: "close" }
  /** To be answered all the same, whatever was said or recognised. */
  | { kind: "reopen" }
  /** What was recognised as thanks is thanks. */
  | { kind: "confirm-no-answer" }
  /** Out of sight until then, or until they write; the deadline stays. */
  | { kind: "snooze"; until: Date; reason: string }
  | { kind: "wake" }
  /** Seen by colleagues only. */
  | { kind: "note"; text: string };

export type ChangeResult =
  | { kind: "changed"; version: number }
  | { kind: "overtaken"; by: string | null; at: Date; version: number }
  | {
      kind: "refused";
      reason: "unknown-office" | "reason-missing" | "moment-past" | "text-empty" | "data-request-open";
    }
  | { kind: "gone" };

/**
 * Changes a conversation for a person who read it as version `version`. When somebody else, or the network, was faster,
 * nothing is changed and it says who; a note is added in any case, since it takes nothing from anybody.
 */
export async function changeConversation(
  tools: ConverseTools,
  key: ConversationKey & { version: number; by: string },
  change: ConversationChange,
): Promise<ChangeResult> {
  const there = await findAnswered(tools.db, key);
  const account =
    there && (await findListener(tools, { authorityId: key.authorityId, accountId: there.accountId }));
  if (!there || !account) return { kind: "gone" };
  return await tools.db.transaction().execute(async (trx) => {
    const now = tools.clock.now();
    const conversation = await findAnswered(trx, key, true);
    if (!conversation) return { kind: "gone" };
    const { version, changedBy: by, changedAt: at } = conversation;
    if (version !== key.version && change.kind !== "note") return { kind: "overtaken", by, at, version };
    const refusal = await carryOut(trx, key, conversation, change, now);
    if (refusal) return { kind: "refused", reason: refusal };
    await recordAct(trx, {
      authorityId: key.authorityId,
      at: now,
      by: key.by,
      act: actOf[change.kind],
      subject: key.conversationId,
      detail: detailOf(change),
    });
    await refreshConversations(trx, account.listener, [key.conversationId], { by: key.by, at: now });
    return { kind: "changed", version: version + 1 };
  });
}

/** What the trail calls each change. */
const actOf = {
  assign: "conversation-assigned",
  "hand-to-office": "conversation-handed-to-office",
  close: "conversation-closed",
  reopen: "conversation-reopened",
  "confirm-no-answer": "conversation-needs-no-answer",
  snooze: "conversation-snoozed",
  wake: "conversation-woken",
  note: "conversation-noted",
} as const satisfies Record<ConversationChange["kind"], string>;

/** Ids and moments only: what people wrote stays where it is. */
function detailOf(change: ConversationChange): Record<string, unknown> {
  switch (change.kind) {
    case "assign":
      return { to: change.to };
    case "hand-to-office":
      return { office: change.officeId };
    case "snooze":
      return { until: change.until.toISOString() };
    default:
      return {};
  }
}

type Refusal = Extract<ChangeResult, { kind: "refused" }>["reason"];

async function carryOut(
  trx: Transaction<Schema>,
  key: ConversationKey & { by: string },
  conversation: AnsweredConversation,
  change: ConversationChange,
  now: Date,
): Promise<Refusal | undefined> {
  switch (change.kind) {
    case "assign":
      return await saveAssignee(trx, key, change.to);
    case "hand-to-office": {
      const offices = await findOffices(trx, key.authorityId);
      const isOpen = offices.some(({ id, isStopped }) => id === change.officeId && !isStopped);
      return isOpen ? await saveOffice(trx, key, change.officeId) : "unknown-office";
    }
    case "close":
      // "Use PEC" is no answer to whoever asks about their own data: first it is said what was done about it.
      if (await isDataRequestOpen(trx, key)) return "data-request-open";
      return await saveDecided(trx, key, {
        settledUntil: conversation.heardAt,
        closedAt: now,
        reopenedAt: null,
      });
    case "reopen":
      // What was only recognised as thanks waits since it was written; what was answered waits from now on.
      if (await decideNeed(trx, key, "yes")) return undefined;
      return await saveDecided(trx, key, { settledUntil: null, closedAt: null, reopenedAt: now });
    case "confirm-no-answer":
      await decideNeed(trx, key, "no");
      return undefined;
    case "snooze":
      if (change.reason.trim() === "") return "reason-missing";
      if (change.until <= now) return "moment-past";
      return await saveSnooze(trx, key, { until: change.until, reason: change.reason.trim() });
    case "wake":
      return await saveSnooze(trx, key, null);
    case "note":
      if (change.text.trim() === "") return "text-empty";
      return await insertNote(trx, key, { by: key.by, text: change.text.trim(), at: now });
  }
}
