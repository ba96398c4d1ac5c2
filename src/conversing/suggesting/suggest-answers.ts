import { findAuthority } from "../../authority/authority-store.ts";
import { findOffices } from "../../authority/office-store.ts";
import { findRecognised } from "../../moderating/recognising/find-recognised.ts";
import { findConfirmedKinds } from "../../moderating/recognising/recognised-store.ts";
import type { ConverseTools } from "../converse-tools.ts";
import type { ConversationKey } from "../inbox/conversation-store.ts";
import { officeOf } from "../inbox/listener.ts";
import type { SuggestedAnswer } from "./suggested-answer.ts";
import { findAsked, findDiscussed } from "./suggestion-store.ts";
import { suggestionsFor } from "./suggestions.ts";

/** Answers a person may start from, best match first; none where nothing fits or there is no such conversation. */
export async function suggestAnswers(
  tools: Pick<ConverseTools, "db" | "clock">,
  key: ConversationKey,
): Promise<SuggestedAnswer[]> {
  const { db } = tools;
  const [asked, authority] = [await findAsked(db, key), await findAuthority(db, key.authorityId)];
  if (!asked || !authority) return [];
  const { personName, publicationId } = asked;
  const recognised = await findRecognised(db, key);
  return suggestionsFor({
    question: asked.question,
    kinds: [...new Set([...recognised.map(({ kind }) => kind), ...(await findConfirmedKinds(db, key))])],
    isPublic: asked.kind !== "private",
    personName,
    item: publicationId === null ? null : await findDiscussed(db, key.authorityId, publicationId),
    office: officeOf(await findOffices(db, key.authorityId), asked.officeId),
    authorityName: authority.name,
    settings: authority.settings,
    now: tools.clock.now(),
  });
}
