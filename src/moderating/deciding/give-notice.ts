import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { type Listener, officeOf } from "../../conversing/inbox/listener.ts";
import type { AnsweringAccount } from "../../conversing/open-listener.ts";
import { bumpVersion, findAnswered, findAnsweredMessage } from "../../conversing/replying/answering-store.ts";
import { automaticReply } from "../../conversing/replying/automatic-reply.ts";
import { kindOfWay } from "../../conversing/replying/kept-reply.ts";
import { insertReplies } from "../../conversing/replying/reply-store.ts";
import { waysNow } from "../../conversing/replying/ways-now.ts";
import type { Schema } from "../../database/schema.ts";
import { findContactData } from "../detecting/contact-data.ts";
import type { ModerateTools } from "../moderate-tools.ts";
import { readText } from "../reading/words.ts";
import type { RuleVersion } from "../ruling/rule-version.ts";
import { findRuleVersions } from "../ruling/rule-version-store.ts";
import { findDecidedMessage } from "./decided-message-store.ts";
import { showDecisionCode } from "./decision-code.ts";
import { saveNotice } from "./decision-notice-store.ts";
import type { KeptDecision } from "./decision-store.ts";
import { noticeText } from "./notice-text.ts";
import { noticeWay } from "./notice-way.ts";

/**
 * Writes the notice of a decision to whom it concerns: a reply like any other, in the transaction that settles what it
 * tells, so that there is one however often that is tried. Where nobody can be told, the reason is kept.
 */
export async function giveNotice(
  tools: ModerateTools,
  trx: Transaction<Schema>,
  { listener, conversing }: AnsweringAccount,
  decision: KeptDecision,
): Promise<void> {
  const { authorityId, accountId, messageId, rule } = decision;
  const message = messageId === null ? undefined : await findDecidedMessage(trx, { authorityId, messageId });
  const key = message && { authorityId, conversationId: message.conversationId };
  const conversation = key && (await findAnswered(trx, key, true));
  if (!message || !key || !conversation) return await saveNotice(trx, decision, { why: "removed" });
  const now = tools.clock.now();
  const answered = await findAnsweredMessage(trx, key, message.externalId);
  const ways = await waysNow(trx, listener, conversation, answered, { isAutomatic: true, now });
  const chosen = noticeWay(decision.action, ways, decision.isPrivate);
  if (chosen.kind === "none") return await saveNotice(trx, decision, { why: chosen.why });
  const versions = await findRuleVersions(trx, authorityId);
  const stands = versions.find(({ number, version }) => number === rule?.number && version === rule.version);
  if (!stands) return await saveNotice(trx, decision, { why: "rule-missing" });
  const isPublic = chosen.way === "public";
  const most = conversing.textCharactersMax[isPublic ? "comment" : "message"];
  const telephone = officeOf(listener.offices, conversation.officeId)?.contacts.telephone;
  const said = { decision, rule: stands, written: message.text, isPublic, telephone };
  const text = textOf(tools, listener, said, most);
  const replyId = randomUUID();
  const target = chosen.way === "message" ? (conversation.personId ?? "") : message.externalId;
  const { conversationId } = key;
  const reply = {
    authorityId,
    accountId,
    conversationId,
    id: replyId,
    kind: kindOfWay[chosen.way],
    target,
    text,
  };
  await insertReplies(trx, [automaticReply(reply, now)]);
  await saveNotice(trx, decision, { way: chosen.way, replyId });
  await bumpVersion(trx, key, { by: decision.decidedBy, at: now });
  await tools.queue.add(trx, "deliver-replies", { authorityId, accountId });
}

function textOf(
  { publicUrl }: ModerateTools,
  { authority }: Listener,
  said: {
    decision: KeptDecision;
    rule: RuleVersion;
    written: string | null;
    isPublic: boolean;
    telephone?: string;
  },
  charactersMax: number,
): string {
  const { language, timeZone } = authority.settings;
  const { decision, rule, written: words, isPublic, telephone } = said;
  const { action, why: reason, isAutomatic, endsAt, reviewUntil, authorityId } = decision;
  const facts = {
    authority: authority.name,
    ...{ action, rule, reason, isAutomatic, isPublic, endsAt, reviewUntil, telephone, timeZone },
    isPersonal: findContactData(readText(words ?? ""), "").length > 0,
    reviewAddress: `${publicUrl}/${authorityId}/riesame/${decision.code}`,
    code: showDecisionCode(decision.code),
  };
  return noticeText(facts, language, charactersMax);
}
