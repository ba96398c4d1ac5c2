import type { FastifyReply, FastifyRequest } from "fastify";
import { type DecideResult, decide } from "../../../moderating/deciding/decide.ts";
import type { MessageKey } from "../../../moderating/deciding/decided-message-store.ts";
import { decisionActions } from "../../../moderating/deciding/decision.ts";
import { findQueuedAround } from "../../../moderating/deciding/find-queue.ts";
import type { DecisionRefusal } from "../../../moderating/deciding/may-decide.ts";
import { settleTriage } from "../../../moderating/recognising/settle-triage.ts";
import { textsIn, textsOf } from "../../form-fields.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { conversationLink } from "../inbox/inbox-filter.ts";
import { askedOf } from "../inbox/inbox-view.ts";
import { typedText } from "../inbox/shown-text.ts";
import { tellMoment } from "../moments.ts";
import { authorityOf, messageOf, viewOf } from "./moderation-address.ts";
import {
  type ModerationFilter,
  numberIn,
  queuedLink,
  queueLink,
  readModerationFilter,
  searchOf,
} from "./moderation-filter.ts";
import { findBesideComment } from "./moderation-store.ts";
import { type ModerationView, moderateToolsOf } from "./moderation-view.ts";
import { type FilledForm, offerFor, type WrongField } from "./queued-comment.ts";
import { lostPage, queuedPage } from "./queued-page.ts";
import { readQueued } from "./read-queued.ts";
import type { ModerationEnd } from "./tell-end.ts";
import { moderationWordsOf } from "./words/index.ts";

/**
 * Decides about a comment and leads on to the next. Whatever stands against it, the page comes back as things stand now,
 * with what was typed in its place and a version that the next press sends.
 */
export function takeDecision(parts: WebParts): Handler {
  return async (request, reply) => {
    const asked = askedOf(request, parts);
    const key = messageOf(request);
    const view = await viewOf(parts, asked, await authorityOf(parts, asked, key));
    const { version = "", offer } = textsOf(request);
    const filled = filledIn(request);
    if (offer === "yes") return await again(parts, request, reply, { view, filled, wantsOffer: true });
    const words = moderationWordsOf(asked.language);
    if (filled.action === undefined)
      return await again(parts, request, reply, { view, filled, trouble: words.ends.chooseAction });
    const filter = readModerationFilter(textsIn(request.query));
    const around = await findQueuedAround(parts.database.db, key, searchOf(filter));
    const { action, rule, why, days } = filled;
    const by = asked.who.staff.id;
    const wanted = { ...key, version, action, rule, why, by, ...(days !== undefined && { days }) };
    const result = await decide(await moderateToolsOf(parts), wanted);
    if (result.kind !== "decided")
      return await again(parts, request, reply, {
        view,
        filled,
        trouble: tellResult(result, view),
        wrong: result.kind === "refused" ? wrongFields[result.reason] : undefined,
      });
    const beside = action === "answer" ? await conversationOf(parts, key) : undefined;
    if (beside) return reply.redirect(conversationLink(beside, {}, asked.askedLanguage), 303);
    const end: ModerationEnd = { end: "decided", did: action, was: key.messageId };
    return await onwards(parts, reply, { view, filter, key, after: around.after, end });
  };
}

/** Seen by a person, and nothing to decide about. */
export function takeSeen(parts: WebParts): Handler {
  return async (request, reply) => {
    const asked = askedOf(request, parts);
    const key = messageOf(request);
    const view = await viewOf(parts, asked, await authorityOf(parts, asked, key));
    const filter = readModerationFilter(textsIn(request.query));
    const { db } = parts.database;
    const around = await findQueuedAround(db, key, searchOf(filter));
    const conversation = await conversationOf(parts, key);
    const seen = { by: asked.who.staff.id, messageId: key.messageId, verdict: "seen-to" as const };
    const tools = { db, clock: parts.clock };
    const result = conversation
      ? await settleTriage(tools, { ...key, conversationId: conversation.id }, seen)
      : "gone";
    const end: ModerationEnd = {
      end: result === "settled" ? "settled" : conversation ? "settled-before" : "gone",
      was: key.messageId,
    };
    return await onwards(parts, reply, { view, filter, key, after: around.after, end });
  };
}

async function conversationOf(
  { database: { db } }: WebParts,
  { authorityId, messageId }: MessageKey,
): Promise<{ authorityId: string; id: string } | undefined> {
  const found = await findBesideComment(db, { authorityId, messageId });
  return found && { authorityId, id: found.conversationId };
}

/** To the one behind it, if it still waits; else to the first that does; else to the queue, which is empty then. */
async function onwards(
  { database: { db } }: WebParts,
  reply: FastifyReply,
  done: {
    view: ModerationView;
    filter: ModerationFilter;
    key: MessageKey;
    after: string | null;
    end: ModerationEnd;
  },
): Promise<FastifyReply> {
  const { view, filter, key, after, end } = done;
  const { authorityId } = key;
  const lang = view.asked.askedLanguage;
  const left = await findQueuedAround(db, { ...key, messageId: after ?? key.messageId }, searchOf(filter));
  const isThere = left.isIn && after !== null;
  const next = isThere ? after : left.after;
  const said = { ...end, left: String(left.total) };
  if (next === null)
    return reply.redirect(queueLink({ ...filter, authority: authorityId, page: 1 }, lang, said), 303);
  return reply.redirect(queuedLink({ authorityId, messageId: next }, filter, lang, said), 303);
}

/** Where a reason is about one field. */
const wrongFields: Partial<Record<DecisionRefusal, WrongField>> = {
  "reason-too-short": "why",
  "rule-missing": "rule",
  "rule-not-in-force": "rule",
  "block-without-end": "days",
};

interface Again {
  view: ModerationView;
  filled: FilledForm;
  trouble?: string;
  wrong?: WrongField;
  /** The text of the rule is wanted, by whoever has no scripts. */
  wantsOffer?: boolean;
}

async function again(
  parts: WebParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { view, filled, trouble, wrong, wantsOffer }: Again,
): Promise<FastifyReply> {
  const key = messageOf(request);
  const filter = readModerationFilter(textsIn(request.query));
  const comment = await readQueued(parts, key, filter, view.asked.who.staff.id);
  if (!comment) return await sendPage(reply, lostPage({ ...view, filter }, filled.why), 410);
  const rule = comment.rules.find(({ number }) => number === filled.rule);
  const why = wantsOffer ? offerFor(filled.action ?? "hide", rule, view) || filled.why : filled.why;
  const troubles = trouble === undefined ? [] : [trouble];
  const shown = { ...view, filter, filled: { ...filled, why }, troubles, wrong, said: undefined };
  return await sendPage(reply, queuedPage(comment, shown), troubles.length > 0 ? 422 : 200);
}

function filledIn(request: FastifyRequest): FilledForm {
  const fields = textsOf(request);
  return {
    action: decisionActions.find((action) => action === fields.action),
    rule: numberIn(fields.rule) ?? null,
    why: typedText(fields.why),
    // Something is there that is no number of days: it is told, not passed over.
    days: fields.days === undefined || fields.days === "" ? undefined : (numberIn(fields.days) ?? 0),
  };
}

/** Why it was not decided. */
function tellResult(result: Exclude<DecideResult, { kind: "decided" }>, view: ModerationView): string {
  const words = moderationWordsOf(view.words.code);
  switch (result.kind) {
    case "overtaken": {
      const at = tellMoment(result.at, view);
      const did = words.decided[result.action];
      if (result.by === null) return words.ends.overtakenByItself(at, did);
      return words.ends.overtaken(view.names.get(result.by) ?? words.latest.formerColleague, at, did);
    }
    case "edited":
      return words.ends.edited;
    case "gone":
      return words.ends.gone;
    case "refused":
      return words.refusals[result.reason];
  }
}
