import { findAuthority } from "../../../authority/authority-store.ts";
import { momentAt } from "../../../authority/calendar/zoned-time.ts";
import {
  type ChangeResult,
  type ConversationChange,
  changeConversation,
} from "../../../conversing/change-conversation.ts";
import { findMembers } from "../../../staff/member-store.ts";
import { may } from "../../../staff/rights.ts";
import { textsOf } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import type { Handler, WebParts } from "../../web-parts.ts";
import { type DraftField, type DraftKey, dropDraft, saveDraft } from "./draft-store.ts";
import type { InboxEnd } from "./inbox-end.ts";
import { back, keyOf, versionIn } from "./inbox-fields.ts";
import { converseToolsOf } from "./inbox-view.ts";
import { typedText } from "./shown-text.ts";

/** Everything else one does with a conversation; leads back to it. */
export function takeChange(parts: WebParts): Handler {
  return async (request, reply) => {
    const { db } = parts.database;
    const key = keyOf(request, parts);
    const fields = textsOf(request);
    const change = await changeIn(parts, key, fields);
    if (typeof change === "string") return back(request, reply, change);
    const field: DraftField | undefined =
      change.kind === "note" ? "note" : change.kind === "snooze" ? "snooze" : undefined;
    const text = change.kind === "note" ? change.text : change.kind === "snooze" ? change.reason : "";
    const draft = { text, way: null, asksBack: false, savedAt: parts.clock.now() };
    if (field) await saveDraft(db, key, field, draft);
    const who = { ...key, version: versionIn(fields.version), by: key.memberId };
    const result = await changeConversation(await converseToolsOf(parts), who, change);
    if (result.kind === "changed" && field) await dropDraft(db, key, field);
    return back(request, reply, endOfChange(result, change));
  };
}

function endOfChange(result: ChangeResult, change: ConversationChange): InboxEnd {
  switch (result.kind) {
    case "changed":
      return changed[change.kind];
    case "refused":
      return result.reason;
    case "overtaken":
    case "gone":
      return result.kind;
  }
}

const changed = {
  assign: "assigned",
  "hand-to-office": "handed",
  close: "closed",
  reopen: "reopened",
  "confirm-no-answer": "no-answer",
  snooze: "snoozed",
  wake: "woken",
  note: "noted",
} as const satisfies Record<ConversationChange["kind"], InboxEnd>;

/** The change that a form wants, or what stands against it already. */
async function changeIn(
  parts: WebParts,
  { authorityId }: DraftKey,
  fields: Record<string, string | undefined>,
): Promise<ConversationChange | InboxEnd> {
  switch (fields.change) {
    case "assign":
      return await assignment(parts, authorityId, fields.to ?? "");
    case "hand-to-office":
      return { kind: "hand-to-office", officeId: fields.office ?? "" };
    case "close":
    case "reopen":
    case "wake":
      return { kind: fields.change };
    case "no-answer":
      return { kind: "confirm-no-answer" };
    case "note":
      return { kind: "note", text: typedText(fields.note) };
    case "snooze": {
      const authority = await findAuthority(parts.database.db, authorityId);
      const until = momentIn(fields.until, authority?.settings.timeZone ?? "Europe/Rome");
      return until
        ? { kind: "snooze", until, reason: typedText(fields.reason).slice(0, 300) }
        : "moment-past";
    }
    default:
      throw new Problem(400, "bad-request");
  }
}

async function assignment(
  parts: WebParts,
  authorityId: string,
  to: string,
): Promise<ConversationChange | InboxEnd> {
  if (to === "") return { kind: "assign", to: null };
  const members = await findMembers(parts.database.db, [authorityId]);
  const found = members.find(({ id }) => id === to);
  const isAble = found && found.disabledAt === null && may(found, "answer", authorityId);
  return isAble ? { kind: "assign", to } : "unknown-colleague";
}

/** "2026-12-09T09:00", as the office's wall shows it. */
function momentIn(value: string | undefined, timeZone: string): Date | undefined {
  const [, date, hours, minutes] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(value ?? "") ?? [];
  if (date === undefined || Number.isNaN(Date.parse(date))) return undefined;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute < 1440 ? momentAt(date as Parameters<typeof momentAt>[0], minute, timeZone) : undefined;
}
