import type { Transaction } from "kysely";
import { dateIn } from "../../authority/calendar/zoned-time.ts";
import { type AnsweringAccount, openListener } from "../../conversing/open-listener.ts";
import type { Schema } from "../../database/schema.ts";
import type { ModerateTools } from "../moderate-tools.ts";
import { raiseAlert } from "../recognising/alert-store.ts";
import type { RuleTopic } from "../rule.ts";
import { rulesInForce } from "../ruling/rule-version.ts";
import { keptRuleVersions } from "../ruling/rule-version-store.ts";
import {
  type DecidedMessage,
  type EarlierDecision,
  endWaiting,
  findDecidedMessage,
  findEarlier,
  lockDeciding,
  type MessageKey,
  settleQueued,
} from "./decided-message-store.ts";
import { personHashOf, subjectOf } from "./decided-subject.ts";
import { type DecisionAction, endsWaiting, isMeasure, versionRead } from "./decision.ts";
import { enterDecision } from "./enter-decision.ts";
import { type DecisionRefusal, factsOf, refusalOf, standingOf } from "./may-decide.ts";

/** A decision as it is asked for. `version`: of what was read, see `versionRead`. */
export interface AskedDecision extends MessageKey {
  version: string;
  action: DecisionAction;
  /** The authority's number; what is taken back keeps the rule of the first decision. */
  rule: number | null;
  /** In words for whoever is concerned; ten letters at least. */
  why: string;
  /** Who of us; null: by itself. */
  by: string | null;
  /** Of a block; left out, as the authority settled. */
  days?: number;
}

export type DecideResult =
  | { kind: "decided"; decisionId: string; code: string }
  /** Somebody decided about it since it was read (null: by itself). */
  | { kind: "overtaken"; by: string | null; at: Date; action: DecisionAction }
  /** It has another text than the one that was read. */
  | { kind: "edited" }
  | { kind: "refused"; reason: DecisionRefusal }
  | { kind: "gone" };

const dayMs = 86_400_000;
const lettersMin = 10;
const blockDaysMax = 365;

/**
 * Decides about what somebody wrote: the row and its job in one transaction; what the network makes of it comes after.
 * Nothing is decided on a text that was not read, nor twice by two people at once, nor without a rule in force and a
 * reason in words where it takes something from somebody.
 */
export async function decide(tools: ModerateTools, asked: AskedDecision): Promise<DecideResult> {
  const there = await findDecidedMessage(tools.db, asked);
  if (!there) return { kind: "gone" };
  const { authorityId, accountId } = there;
  const account = await openListener(tools, { authorityId, accountId });
  if (!account) return { kind: "refused", reason: "account-off" };
  return await tools.db.transaction().execute(async (trx) => await take(tools, trx, account, asked));
}

async function take(
  tools: ModerateTools,
  trx: Transaction<Schema>,
  account: AnsweringAccount,
  asked: AskedDecision,
): Promise<DecideResult> {
  await lockDeciding(trx, asked);
  const message = await findDecidedMessage(trx, asked);
  if (!message) return { kind: "gone" };
  const now = tools.clock.now();
  const settings = account.listener.authority.settings;
  const hash = personHashOf(tools, message);
  const earlier = await findEarlier(
    trx,
    asked,
    hash,
    new Date(now.getTime() - settings.moderation.warningDays * dayMs),
  );
  const last = earlier.find(({ messageId }) => messageId === asked.messageId);
  if (asked.version !== versionRead({ text: message.text, lastDecisionId: last?.id ?? null })) {
    const isLast = last && asked.version !== versionRead({ text: message.text, lastDecisionId: null });
    const wasDecided = last && (isLast || last.at <= now);
    if (!wasDecided) return { kind: "edited" };
    return { kind: "overtaken", by: last.by, at: last.at, action: last.action };
  }
  if (asked.why.trim().length < lettersMin) return { kind: "refused", reason: "reason-too-short" };
  const { refusal, follows } = judge(asked, message, earlier);
  if (refusal) return { kind: "refused", reason: refusal };
  const days = asked.days ?? settings.moderation.blockDays;
  if (asked.action === "block" && !(days >= 1 && days <= blockDaysMax))
    return { kind: "refused", reason: "block-without-end" };
  const rule = await ruleFor(trx, asked, follows, dateIn(now, settings.timeZone), now);
  if (rule.kind === "none") return { kind: "refused", reason: rule.reason };
  const subject = subjectOf(tools, message, hash, rule.rule);
  const endsAt = asked.action === "block" ? new Date(now.getTime() + days * dayMs) : undefined;
  const { action, why, by } = asked;
  const entered = { action, why, by, follows: follows?.id, endsAt };
  const decision = await enterDecision(tools, trx, account, subject, entered);
  await settleQueued(trx, asked, by, now);
  if (endsWaiting(action, rule.rule?.topic ?? null)) await endWaiting(trx, asked);
  const alert = { authorityId: asked.authorityId, kind: "escalation", subject: decision.id };
  if (action === "escalate") await raiseAlert(trx, alert, now, message);
  return { kind: "decided", decisionId: decision.id, code: decision.code };
}

function judge(asked: AskedDecision, message: DecidedMessage, earlier: readonly EarlierDecision[]) {
  const { hide, block } = standingOf(message, earlier);
  const refusal = refusalOf(asked.action, factsOf(message, earlier));
  const follows = asked.action === "unhide" ? hide : asked.action === "unblock" ? block : undefined;
  return { refusal, follows };
}

type RuleFor =
  | { kind: "rule"; rule: { number: number; version: number; topic: RuleTopic } | null }
  | { kind: "none"; reason: DecisionRefusal };

async function ruleFor(
  trx: Transaction<Schema>,
  asked: AskedDecision,
  follows: EarlierDecision | undefined,
  today: string,
  now: Date,
): Promise<RuleFor> {
  const versions = await keptRuleVersions(trx, asked.authorityId, today, now);
  if (follows) {
    const before = await trx
      .selectFrom("decision")
      .select(["rule", "rule_version"])
      .where("authority_id", "=", asked.authorityId)
      .where("id", "=", follows.id)
      .executeTakeFirst();
    const rule = versions.find(
      ({ number, version }) => number === before?.rule && version === before.rule_version,
    );
    return { kind: "rule", rule: rule ?? null };
  }
  const rule = rulesInForce(versions, today).find(({ number }) => number === asked.rule);
  if (rule) return { kind: "rule", rule };
  if (asked.rule !== null) return { kind: "none", reason: "rule-not-in-force" };
  return isMeasure(asked.action) ? { kind: "none", reason: "rule-missing" } : { kind: "rule", rule: null };
}
