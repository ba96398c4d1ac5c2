import type { FastifyReply, FastifyRequest } from "fastify";
import { changeRules } from "../../../moderating/ruling/change-rules.ts";
import { makeVersions, type RuleChange, type RulesMade } from "../../../moderating/ruling/rule-change.ts";
import { newestVersions, type RuleVersion } from "../../../moderating/ruling/rule-version.ts";
import { findMembers } from "../../../staff/member-store.ts";
import { textsOf } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { tellMoment } from "../moments.ts";
import { previewPage } from "./preview-page.ts";
import { newRulePage, rulePage } from "./rule-page.ts";
import { type RulesView, rulesLink, rulesViewOf } from "./rules-view.ts";
import { changeOf, type TypedRule, typedIn, typedNew, typedOf } from "./typed-rule.ts";

export function showRule(parts: WebParts): Handler {
  return async (request, reply) => {
    const { view, newest } = await asked(parts, request);
    return sendPage(reply, rulePage(view, newest, typedOf(newest, view.today)));
  };
}

/** The form of a rule that is there: shows what would change, publishes it, or goes back to the form. */
export function takeRule(parts: WebParts): Handler {
  return async (request, reply) => {
    const { view, newest } = await asked(parts, request);
    const typed = typedIn(textsOf(request), typedOf(newest, view.today));
    const own = { ...typed, number: String(newest.number), topic: newest.topic };
    return await take(parts, request, reply, { view, typed: own, newest });
  };
}

/** ?topic= chooses one of the rules we offer. */
export function showNewRule(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = await rulesViewOf(parts, request);
    return sendPage(reply, newRulePage(view, typedNew(view.versions, topicOf(request), view.today)));
  };
}

export function takeNewRule(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = await rulesViewOf(parts, request);
    const fields = textsOf(request);
    const typed = typedIn(fields, typedNew(view.versions, fields.topic, view.today));
    // Whoever changed the number by hand has read no version of that one.
    const known = newestVersions(view.versions).get(Number(typed.number));
    const after = known?.isWithdrawn ? known.version : 0;
    return await take(parts, request, reply, { view, typed: { ...typed, after }, newest: undefined });
  };
}

export function withdrawRule(parts: WebParts): Handler {
  return async (request, reply) => {
    const { view, newest } = await asked(parts, request);
    const { validFrom = "", after = "" } = textsOf(request);
    const change: RuleChange = {
      ...{ kind: "withdraw", number: newest.number, validFrom },
      after: /^\d{1,6}$/.test(after) ? Number(after) : 0,
    };
    const end = await changeRules(toolsOf(parts), whoChanges(view), [change]);
    if (end.kind === "changed") return reply.redirect(rulesLink(view, "", { done: "withdrawn" }), 303);
    const troubles = [await tellEnd(parts, view, end)];
    const typed = typedOf(newest, view.today);
    return sendPage(reply, rulePage({ ...view, troubles }, newest, typed), 422);
  };
}

interface Asked {
  view: RulesView;
  newest: RuleVersion;
}

interface Taken {
  view: RulesView;
  typed: TypedRule;
  /** Undefined: a rule that is new. */
  newest: RuleVersion | undefined;
}

async function take(
  parts: WebParts,
  request: FastifyRequest,
  reply: FastifyReply,
  taken: Taken,
): Promise<FastifyReply> {
  const { view, typed, newest } = taken;
  const { step } = textsOf(request);
  if (step === "edit") return await sendForm(reply, taken, [], 200);
  const who = whoChanges(view);
  const { now, today } = view;
  if (step !== "save") {
    const made = makeVersions([changeOf(typed)], view.versions, { by: who.by, now, today });
    const [version] = made.kind === "made" ? made.versions : [];
    if (version) return await sendPage(reply, previewPage(view, version, typed, { isNew: !newest }));
    return await sendForm(reply, taken, [await tellEnd(parts, view, made)], 422);
  }
  const end = await changeRules(toolsOf(parts), who, [changeOf(typed)]);
  if (end.kind === "changed") return reply.redirect(rulesLink(view, "", { done: "changed" }), 303);
  // The next attempt is made with the other's version read.
  const after = end.kind === "overtaken" ? (newest?.version ?? typed.after) : typed.after;
  return await sendForm(
    reply,
    { ...taken, typed: { ...typed, after } },
    [await tellEnd(parts, view, end)],
    422,
  );
}

async function sendForm(
  reply: FastifyReply,
  { view, typed, newest }: Taken,
  troubles: readonly string[],
  status: number,
): Promise<FastifyReply> {
  const own = { ...view, troubles };
  return await sendPage(reply, newest ? rulePage(own, newest, typed) : newRulePage(own, typed), status);
}

/** Why a change was not made, in a sentence. */
async function tellEnd(
  parts: WebParts,
  view: RulesView,
  end: RulesMade | { kind: "changed" } | { kind: "gone" },
): Promise<string> {
  const { refused, overtaken, someone } = view.own;
  switch (end.kind) {
    case "refused": {
      const isNumber = end.reason === "malformed" && (end.number ?? 0) < 1;
      return refused[isNumber ? "malformed-number" : end.reason];
    }
    case "overtaken": {
      const members = end.by === null ? [] : await findMembers(parts.database.db, "all");
      const name = members.find(({ id }) => id === end.by)?.name ?? someone;
      return overtaken(name, tellMoment(end.at, view));
    }
    case "gone":
      throw new Problem(404, "no-such-page");
    case "made":
    case "changed":
      throw new Error("a change that was made has no reason against it");
  }
}

async function asked(parts: WebParts, request: FastifyRequest): Promise<Asked> {
  const view = await rulesViewOf(parts, request);
  const { rule } = request.params as { rule: string };
  const newest = /^\d{1,2}$/.test(rule) ? newestVersions(view.versions).get(Number(rule)) : undefined;
  if (!newest) throw new Problem(404, "no-such-page");
  return { view, newest };
}

function topicOf(request: FastifyRequest): string | undefined {
  const { topic } = (request.query ?? {}) as { topic?: unknown };
  return typeof topic === "string" ? topic : undefined;
}

const toolsOf = ({ database, clock }: WebParts) => ({ db: database.db, clock });
const whoChanges = ({ authority, who }: RulesView) => ({ authorityId: authority.id, by: who.staff.id });
