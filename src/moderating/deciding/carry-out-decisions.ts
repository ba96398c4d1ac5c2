import { recordAct } from "../../auditing/record-act.ts";
import type { Amendment } from "../../channels/channel.ts";
import { refreshConversations } from "../../conversing/inbox/refresh-conversations.ts";
import { type AnsweringAccount, openListener } from "../../conversing/open-listener.ts";
import { restAnswering } from "../../conversing/replying/rest-answering.ts";
import type { AccountKey } from "../../publishing/account-store.ts";
import { keepTrying } from "../../publishing/keep-trying.ts";
import type { ModerateTools } from "../moderate-tools.ts";
import { findDecidedMessage, reopenQueued } from "./decided-message-store.ts";
import { sealedFor } from "./decided-subject.ts";
import { called, ended, interrupted, settled } from "./decision.ts";
import { isNoticeOpen } from "./decision-notice-store.ts";
import { findDecision, type KeptDecision, noteCarried, saveCarried } from "./decision-store.ts";
import { findDueDecisions, hasNewer } from "./due-decision-store.ts";
import { giveNotice } from "./give-notice.ts";

const decisionsAtOnce = 20;
/** So long what takes the author's way to us away waits until they have been told. */
const noticeWaitMs = 10 * 60_000;
const noticeLookMs = 2_000;

/**
 * Carries out what was decided through one account, until nothing is left to do now. Row first: the claim is committed.
 * Call second. Settle third. A crash at any moment means the same call again, which comes to the same.
 */
export async function carryOutDecisions(tools: ModerateTools, key: AccountKey): Promise<void> {
  const account = await openListener(tools, key);
  if (!account) return;
  for (;;) {
    const due = await findDueDecisions(tools.db, key, tools.clock.now(), decisionsAtOnce);
    if (due.length === 0) return;
    for (const decision of due) {
      if (tools.stopping.aborted || tools.giveWay?.()) return;
      if ((await step(tools, account, decision)) === "rest") return;
    }
  }
}

async function step(
  tools: ModerateTools,
  account: AnsweringAccount,
  decision: KeptDecision,
): Promise<"on" | "rest"> {
  const now = tools.clock.now();
  if (decision.state === "calling") {
    await saveCarried(tools.db, decision, interrupted(decision, now));
    return "on";
  }
  if (await standsAside(tools, decision, now)) return "on";
  const claim: KeptDecision = { ...decision, ...called(decision) };
  const { leaseMs, claimFreshMs } = tools.policy;
  if (!(await saveCarried(tools.db, decision, claim, { leaseMs, at: now }))) return "on";
  const claimedAtMs = performance.now();
  await tools.reached?.("decision claimed");
  // Whoever slept after the claim might undo what others have done since.
  const ageMs = Math.max(performance.now() - claimedAtMs, tools.clock.now().getTime() - now.getTime());
  const amendment: Amendment =
    ageMs > claimFreshMs
      ? { kind: "retry", reason: "slept", detail: "the claim was too old to act on" }
      : await call(tools, account, claim);
  await tools.reached?.("decision answered");
  await keepTrying(() => settle(tools, account, claim, amendment), tools.policy.holdLineMs, tools);
  await tools.reached?.("decision settled");
  return (await restAnswering({ ...tools, reached: undefined }, account, troubleOf(amendment)))
    ? "rest"
    : "on";
}

/** Ends, or puts off, what is not to be called now. */
async function standsAside(tools: ModerateTools, decision: KeptDecision, now: Date): Promise<boolean> {
  const { db } = tools;
  if (await hasNewer(db, decision)) {
    await saveCarried(db, decision, ended(decision, "overtaken", "decided-anew", now));
    return true;
  }
  const isOfPerson = decision.step === "block" || decision.step === "unblock";
  const { authorityId, messageId } = decision;
  if (!isOfPerson) {
    const message = messageId === null ? undefined : await findDecidedMessage(db, { authorityId, messageId });
    if (!message || message.removedAt) {
      await saveCarried(db, decision, ended(decision, "gone", "removed", now));
      return true;
    }
    const { text } = (decision.evidence ?? {}) as { text?: string | null };
    if (decision.step !== "show" && text !== message.text) {
      // What was judged is not what stands there now; a person looks again.
      await db.transaction().execute(async (trx) => {
        const after = ended(decision, "overtaken", "edited", now);
        if (await saveCarried(trx, decision, after)) await reopenQueued(trx, message);
      });
      return true;
    }
  }
  const takesWayAway = decision.step === "remove" || decision.step === "block";
  const isEarly = now.getTime() - decision.decidedAt.getTime() < noticeWaitMs;
  if (!takesWayAway || !isEarly || !(await isNoticeOpen(db, decision))) return false;
  const nextStepAt = new Date(now.getTime() + noticeLookMs);
  await saveCarried(db, decision, { ...decision, nextStepAt });
  return true;
}

async function call(
  { vault }: ModerateTools,
  { conversing, remote }: AnsweringAccount,
  { step: which, target, personSealed, authorityId }: KeptDecision,
): Promise<Amendment> {
  const personId = personSealed ? vault.open(personSealed, sealedFor(authorityId)) : "";
  switch (which) {
    case "hide":
      return await conversing.hide(remote, target);
    case "show":
      return await conversing.show(remote, target);
    case "remove":
      return await conversing.removeComment(remote, target);
    case "block":
      return await conversing.block(remote, personId);
    case "unblock":
      return await conversing.unblock(remote, personId);
    case null:
      throw new RangeError("a decision without a step is not called");
  }
}

/** Commits what a call came to, what the network shows since, and the notice, together. */
async function settle(
  tools: ModerateTools,
  account: AnsweringAccount,
  claim: KeptDecision,
  amendment: Amendment,
): Promise<void> {
  const { policy, vault } = tools;
  const now = tools.clock.now();
  const { authorityId, id, messageId } = claim;
  const after = settled(claim, amendment, now, policy, tools.chance());
  await tools.db.transaction().execute(async (trx) => {
    if (!(await saveCarried(trx, claim, after))) return;
    if (amendment.kind === "done" || amendment.kind === "gone") {
      const personId = claim.personSealed ? vault.open(claim.personSealed, sealedFor(authorityId)) : null;
      const gone = amendment.kind === "gone" && claim.step !== "block" && claim.step !== "unblock";
      await noteCarried(trx, gone ? { ...claim, step: "remove" } : claim, personId, now);
    }
    const isOn = after.state === "done" || after.state === "due";
    const isFirst = after.step !== claim.step;
    const told = isOn && isFirst ? await findDecision(trx, { authorityId, decisionId: id }) : undefined;
    if (told?.notice === "wanted") await giveNotice(tools, trx, account, told);
    if (after.settledAt) {
      const detail = { state: after.state, outcome: after.outcome, reason: after.reason };
      await recordAct(trx, { authorityId, at: now, by: null, act: "decision-settled", subject: id, detail });
    }
    const message =
      messageId === null ? undefined : await findDecidedMessage(trx, { authorityId, messageId });
    if (message) {
      const changed = { by: claim.decidedBy, at: now };
      await refreshConversations(trx, account.listener, [message.conversationId], changed);
    }
  });
  const fields = {
    authorityId,
    decisionId: id,
    step: claim.step,
    outcome: amendment.kind,
    state: after.state,
  };
  tools.log[after.state === "refused" ? "warn" : "info"](fields, "carried a decision out");
}

function troubleOf(amendment: Amendment) {
  switch (amendment.kind) {
    case "done":
    case "gone":
      return { kind: "none" as const };
    case "reconnect":
      return amendment;
    case "retry":
      return amendment.notBefore ? { ...amendment, kind: "rest" as const } : undefined;
    case "refused":
      return undefined;
  }
}
