import type { Kysely } from "kysely";
import type { ConversationKey } from "../../conversing/inbox/conversation-store.ts";
import type { Schema } from "../../database/schema.ts";
import type { Recognised, RecognisedKind } from "../recognised.ts";
import type { Suggestion } from "../triage.ts";
import { recognisedKind } from "./recognised-kinds.ts";

/** What was recognised in each of these conversations and no person has settled yet, the oldest message first. */
export async function findRecognisedIn(
  db: Kysely<Schema>,
  authorityId: string,
  conversationIds: readonly string[],
): Promise<Map<string, Recognised[]>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("message_triage as t")
    .innerJoin("message as m", (join) =>
      join.onRef("m.authority_id", "=", "t.authority_id").onRef("m.id", "=", "t.message_id"),
    )
    .select(["t.conversation_id", "t.message_id", "t.suggestions", "m.text"])
    .where("t.authority_id", "=", authorityId)
    .where("t.conversation_id", "in", [...conversationIds])
    .where("t.settled_at", "is", null)
    .where("t.action", "<>", "none")
    .orderBy("m.sent_at")
    .orderBy("m.external_id")
    .execute();
  const found = new Map<string, Recognised[]>();
  for (const row of rows) {
    const own = recognisedIn(row.message_id, row.text ?? "", row.suggestions as Suggestion[]);
    found.set(row.conversation_id, [...(found.get(row.conversation_id) ?? []), ...own]);
  }
  return found;
}

/** What a person confirmed in messages that are not answered yet. */
export async function findConfirmedKinds(
  db: Kysely<Schema>,
  { authorityId, conversationId }: ConversationKey,
): Promise<RecognisedKind[]> {
  const rows = await db
    .selectFrom("message_triage as t")
    .innerJoin("message as m", (join) =>
      join.onRef("m.authority_id", "=", "t.authority_id").onRef("m.id", "=", "t.message_id"),
    )
    .innerJoin("conversation as c", (join) =>
      join.onRef("c.authority_id", "=", "t.authority_id").onRef("c.id", "=", "t.conversation_id"),
    )
    .select("t.suggestions")
    .where("t.authority_id", "=", authorityId)
    .where("t.conversation_id", "=", conversationId)
    .where("t.settled_at", "is not", null)
    .where("t.verdict", "=", "seen-to")
    .where((eb) => eb.or([eb("c.answered_at", "is", null), eb("m.sent_at", ">", eb.ref("c.answered_at"))]))
    .execute();
  return rows.flatMap(({ suggestions }) =>
    recognisedIn("", "", suggestions as Suggestion[]).map(({ kind }) => kind),
  );
}

/** Of each kind the surest, in the order of what depends on it; stored suggestions are in that order. */
function recognisedIn(messageId: string, text: string, suggestions: readonly Suggestion[]): Recognised[] {
  const found: Recognised[] = [];
  for (const suggestion of suggestions) {
    const kind = recognisedKind(suggestion);
    if (kind === undefined || found.some((one) => one.kind === kind)) continue;
    const { action, rule, confidence } = suggestion;
    const byReason = Map.groupBy(suggestion.because, ({ reason }) => reason);
    const because = [...byReason].map(([reason, all]) => ({ reason, words: wordsOf(text, all) }));
    found.push({ messageId, kind, action, rule, confidence, because });
  }
  return found;
}

/** The pieces of the text that led there, each once and without those that a longer one holds. */
function wordsOf(text: string, because: Suggestion["because"]): string[] {
  const words = because.flatMap(({ spans }) => spans.map(({ from, to }) => text.slice(from, to)));
  const distinct = [...new Set(words)].filter((one) => one !== "");
  return distinct.filter((one) => !distinct.some((other) => other !== one && other.includes(one)));
}
