import { recordAct } from "../../auditing/record-act.ts";
import { findAuthority } from "../../authority/authority-store.ts";
import type { ModerateTools } from "../moderate-tools.ts";
import type { ConversationRule } from "../rule.ts";
import { rulesOf } from "../rule-store.ts";
import {
  type DecidedMessage,
  type EarlierDecision,
  findDecidedMessage,
  findEarlier,
  findTriage,
  type KeptTriage,
  type MessageKey,
} from "./decided-message-store.ts";
import { personHashOf } from "./decided-subject.ts";
import { versionRead } from "./decision.ts";
import { type DecisionFacts, factsOf, suggestedNext } from "./may-decide.ts";

/** A comment with all that whoever decides needs. */
export interface OpenedComment {
  message: DecidedMessage;
  /** To be given back with the decision. */
  version: string;
  rules: ConversationRule[];
  /** Undefined where nobody judged it: the product was restored, or is of before. */
  triage: KeptTriage | undefined;
  /** What decides about what may be decided, as far as it is known now. */
  facts: DecisionFacts;
  /** About this message, or about the same person, the newest first. */
  earlier: EarlierDecision[];
  /** What an earlier breach of theirs suggests besides. */
  suggested: "warn" | "block" | null;
}

const dayMs = 86_400_000;

/** Opens a comment of the queue whole, personal data and all; that somebody read them is entered in the trail. */
export async function openQueued(
  tools: Pick<ModerateTools, "db" | "vault" | "clock">,
  key: MessageKey,
  by: string,
): Promise<OpenedComment | undefined> {
  const message = await findDecidedMessage(tools.db, key);
  const authority = message && (await findAuthority(tools.db, key.authorityId));
  if (!message || !authority) return undefined;
  const now = tools.clock.now();
  const since = new Date(now.getTime() - authority.settings.moderation.warningDays * dayMs);
  const earlier = await findEarlier(tools.db, key, personHashOf(tools, message), since);
  const last = earlier.find(({ messageId }) => messageId === key.messageId);
  const { authorityId, messageId } = key;
  await recordAct(tools.db, { authorityId, at: now, by, act: "queued-opened", subject: messageId });
  return {
    message,
    version: versionRead({ text: message.text, lastDecisionId: last?.id ?? null }),
    rules: await rulesOf(tools.db, authorityId, now),
    triage: await findTriage(tools.db, key),
    facts: factsOf(message, earlier),
    earlier,
    suggested: suggestedNext(earlier).action,
  };
}
