import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enginesUnderTest } from "../../../test/databases.ts";
import { commentBy, type InboxWorld, messageBy, openInboxWorld, settle } from "../../../test/inbox-world.ts";
import { changeConversation } from "../../conversing/change-conversation.ts";
import { findInbox } from "../../conversing/inbox/inbox-store.ts";
import { warnDeadlines } from "../../conversing/warn-deadlines.ts";
import { findRecognised } from "./find-recognised.ts";
import { findRecognisedIn } from "./recognised-store.ts";
import { settleDataRequest } from "./settle-data-request.ts";
import { settleTriage } from "./settle-triage.ts";

const authorityId = "valdilago";
const despair = "stasera la faccio finita tanto non serve a niente";
const aboutData = "Voglio sapere quali dati avete su di me e chi li ha visti";

let world: InboxWorld;
afterEach(async () => await world.close());

const at = (minutes: number) => new Date(Date.parse("2026-11-25T09:00:00Z") + minutes * 60_000);
const alerts = async () =>
  await world.database.db.selectFrom("alert").selectAll().orderBy("raised_at").orderBy("kind").execute();
const judged = async () =>
  await world.database.db.selectFrom("message_triage").selectAll().orderBy("judged_at").execute();
const requests = async () => await world.database.db.selectFrom("data_request").selectAll().execute();
const acts = async () =>
  (await world.database.db.selectFrom("audit_entry").select("act").orderBy("seq").execute()).map(
    ({ act }) => act,
  );
const first = async () => {
  const [conversation] = await world.conversations();
  const [message] = await world.messages();
  if (!conversation || !message) throw new Error("nobody wrote");
  const { id: conversationId, version } = conversation;
  return { authorityId, conversationId, version, messageId: message.id };
};

describe.each(enginesUnderTest())("what people write is recognised, on the engine %s", (engine) => {
  beforeEach(async () => {
    world = await openInboxWorld({ engine });
  });

  it("each text is judged once, where it arrives", async () => {
    await world.hear(
      commentBy("anna", "1_1", "Quando scade?", at(0)),
      messageBy("luca", "m1", "Grazie", at(1)),
    );
    const [comment] = await judged();
    expect(await judged()).toHaveLength(2);
    world.clock.moveBy(60_000);
    await world.hear(commentBy("anna", "1_1", "Quando scade?", at(0), { kind: "comment-hidden" }));
    expect((await judged()).map(({ judged_at }) => judged_at)).toContainEqual(comment?.judged_at);
  });

  it("what the Page writes is not judged", async () => {
    await world.hear(commentBy("page", "1_1", despair, at(0)));
    expect(await judged()).toEqual([]);
  });

  it("somebody in distress alerts once, and leads the inbox until a person has looked", async () => {
    await world.hear(messageBy("anna", "m0", "Quando scade?", at(0)));
    await world.hear(messageBy("luca", "m1", despair, at(5)), messageBy("luca", "m2", despair, at(6)));
    expect(await alerts()).toMatchObject([{ kind: "distress", seen_at: null, account_id: "pagina" }]);
    const inbox = async () =>
      (await findInbox(world.database.db, authorityId, {}, { now: at(9), most: 9 })).map(
        ({ lastText }) => lastText,
      );
    expect(await inbox()).toEqual([despair, "Quando scade?"]);
    const [alert] = await alerts();
    const key = { authorityId, conversationId: alert?.conversation_id ?? "" };
    expect(await findRecognised(world.database.db, key)).toMatchObject([
      { kind: "distress", action: "crisis", because: [{ reason: "distress", words: ["la faccio finita"] }] },
      { kind: "distress" },
    ]);
    const settled = { by: "marco", messageId: alert?.message_id ?? "", verdict: "seen-to" } as const;
    expect(await settleTriage(world.converse, key, settled)).toBe("settled");
    expect(await settleTriage(world.converse, key, settled)).toBe("gone");
    expect(await alerts()).toMatchObject([{ seen_by: "marco" }]);
    expect(await inbox()).toEqual(["Quando scade?", despair]);
    await world.hear(messageBy("luca", "m3", despair, at(7)));
    expect(await alerts()).toHaveLength(2);
  });

  it("the automatic notice never stands alone with somebody in distress", async () => {
    await settle(world, {});
    await world.hear(messageBy("luca", "m1", despair, world.clock.now()));
    expect(await alerts()).toMatchObject([{ kind: "distress" }]);
    expect(await world.conversations()).toMatchObject([{ state: "new" }]);
  });

  it.each([
    ["threat", "Vengo lì e vi spacco tutto, vedrete"],
    ["data-request", aboutData],
  ])("a %s is told of at once", async (kind, text) => {
    await world.hear(commentBy("anna", "1_1", text, at(0)));
    expect(await alerts()).toMatchObject([{ kind }]);
  });

  it("a request on one's own data has its term, and is not closed until somebody says what was done", async () => {
    await world.hear(messageBy("anna", "m1", aboutData, at(0)));
    expect(await requests()).toMatchObject([{ received_on: "2026-11-25", expires_on: "2026-12-28" }]);
    const close = async () =>
      await changeConversation(world.converse, { ...(await first()), by: "marco" }, { kind: "close" });
    expect(await close()).toEqual({ kind: "refused", reason: "data-request-open" });
    const refusal = { by: "marco", step: "refused", note: " " } as const;
    expect(await settleDataRequest(world.converse, await first(), refusal)).toMatchObject({
      kind: "refused",
    });
    const handed = { by: "marco", step: "handed-to-officer" } as const;
    expect(await settleDataRequest(world.converse, await first(), handed)).toEqual({ kind: "settled" });
    expect(await close()).toMatchObject({ kind: "changed" });
    expect(await acts()).toEqual(["data-request-handed-to-officer", "conversation-closed"]);
  });

  it("its term is told of again before it ends, even when it was handed on", async () => {
    await world.hear(messageBy("anna", "m1", aboutData, world.clock.now()));
    await settleDataRequest(world.converse, await first(), { by: "marco", step: "handed-to-officer" });
    await warnDeadlines(world.converse);
    expect((await alerts()).map(({ kind }) => kind)).toEqual(["data-request"]);
    world.clock.moveBy(27 * 86_400_000);
    await warnDeadlines(world.converse);
    await warnDeadlines(world.converse);
    expect((await alerts()).map(({ kind }) => kind)).toEqual(["data-request", "data-request-due"]);
  });

  it("what is no request loses its term by one act", async () => {
    await world.hear(messageBy("anna", "m1", aboutData, at(0)));
    const { messageId, ...key } = await first();
    await settleTriage(world.converse, key, { by: "marco", messageId, verdict: "not-so" });
    expect(await requests()).toMatchObject([{ outcome: "not-a-request", settled_by: "marco" }]);
    expect(await findRecognised(world.database.db, key)).toEqual([]);
    expect(await acts()).toEqual(["triage-settled"]);
  });

  it("changed words are judged anew and open again; removed ones fall away", async () => {
    await world.hear(commentBy("anna", "1_1", "siete degli idioti", at(0)));
    const { messageId, ...key } = await first();
    expect(await findRecognised(world.database.db, key)).toMatchObject([{ kind: "breach", rule: 6 }]);
    await settleTriage(world.converse, key, { by: "marco", messageId, verdict: "not-so" });
    await world.hear(commentBy("anna", "1_1", despair, at(1), { kind: "comment-edited" }));
    expect(await findRecognised(world.database.db, key)).toMatchObject([{ kind: "distress" }]);
    await world.hear(commentBy("anna", "1_1", "", at(2), { kind: "comment-removed" }));
    expect(await findRecognised(world.database.db, key)).toEqual([]);
    expect(await alerts()).toMatchObject([{ kind: "distress", seen_at: null }]);
  });

  it("the same text below several posts is seen as flooding", async () => {
    const same = "Venite tutti alla festa del paese sabato sera";
    for (const id of [1, 2, 3]) {
      await world.hear(
        commentBy("anna", `${id}_1`, same, at(id), { postId: `100_${id}`, parentId: `100_${id}` }),
      );
    }
    const reasons = (await judged()).map(({ suggestions }) =>
      JSON.stringify(suggestions).includes("repeated-before"),
    );
    expect(reasons.filter(Boolean)).toHaveLength(1);
  });

  it("within one batch each text is compared with those before it only", async () => {
    const same = "Venite tutti alla festa del paese sabato sera";
    await world.hear(...[1, 2, 3].map((id) => commentBy("anna", `${id}_1`, same, at(id))));
    const found = await judged();
    expect(found.filter((one) => JSON.stringify(one.suggestions).includes("repeated-before"))).toHaveLength(
      1,
    );
  });

  it("another authority sees nothing of it", async () => {
    await world.hear(messageBy("luca", "m1", despair, at(0)));
    const { conversationId } = await first();
    expect(await findRecognisedIn(world.database.db, "altocolle", [conversationId])).toEqual(new Map());
  });
});
