import { beforeEach, describe, expect, test } from "vitest";
import { type InboxWorld, messageBy } from "../../../../test/inbox-world.ts";
import { ask, type InboxDesk, openInboxDesk } from "../../../../test/pages/inbox-cast.ts";
import { inboxVisits } from "../../../../test/pages/inbox-visits.ts";
import { pretendParts } from "../../pretend-parts.ts";
import { startWeb } from "../../server.ts";

const serve = ({ database, tools, vault, clock }: InboxWorld) =>
  startWeb({ ...pretendParts(database), clock, vault, channels: tools.channels }, { port: 0 });

let desk: InboxDesk;
const db = () => desk.world.database.db;

beforeEach(async () => {
  desk = await openInboxDesk(serve);
  await ask(desk, 2);
  return async () => await desk.close();
});

const { of, get, press } = inboxVisits(() => desk);

describe("what was recognised", () => {
  const about = "Voglio sapere quali dati avete su di me e chi li ha visti";
  const despair = "stasera la faccio finita tanto non serve a niente";
  const triaged = async () =>
    await db()
      .selectFrom("message_triage")
      .select(["settled_by"])
      .where("settled_at", "is not", null)
      .execute();
  const requests = async () => await db().selectFrom("data_request").selectAll().execute();

  async function says(person: string, text: string) {
    await desk.world.hear(messageBy(person, `${person}-1`, text, desk.world.clock.now()));
    const { id } = await of(person);
    const message = (await desk.world.messages()).find((one) => one.conversation_id === id);
    return { path: `/desk/inbox/valdilago/${id}`, message: message?.id ?? "" };
  }

  test("is confirmed by one press, and by whoever is slower not again", async () => {
    const { path, message } = await says("luca", despair);
    expect((await get(path)).text).toContain("una persona in difficoltà");
    const marked =
      /is-late"> <a id="open-[^"]*" href="[^"]*"[^>]*>(?:(?!<\/li>).)*stasera la faccio finita(?:(?!<\/li>).)*<strong>Una persona in difficoltà/;
    expect((await get("/desk/inbox")).text).toMatch(marked);
    const first = await press("luca", "settle", { message, step: "seen-to" });
    expect(first.location).toContain("end=seen-to");
    expect((await get(first.location)).text).not.toContain("una persona in difficoltà");
    expect((await press("luca", "settle", { message, step: "not-so" }, desk.giulia)).location).toContain(
      "end=settled-before",
    );
    expect(await triaged()).toEqual([{ settled_by: desk.marco.id }]);
  });

  test("of the same kind in several messages is told once, the others folded with their own buttons", async () => {
    const { path } = await says("luca", despair);
    for (const again of ["b", "c"]) {
      await desk.world.hear(messageBy("luca", `luca-${again}`, despair, desk.world.clock.now()));
    }
    const { text } = await get(path);
    const [before = "", folded = ""] = text.split('<details class="alike"');
    expect(before.match(/value="seen-to"/g)).toHaveLength(1);
    expect(folded).toContain("Altri 2 messaggi così");
    expect(folded.match(/value="seen-to"/g)).toHaveLength(2);
  });

  test("the answer that fits what a person confirmed is still proposed; what is not so proposes none", async () => {
    const { path, message } = await says("luca", despair);
    const caring = 'name="suggestion" value="recognised/distress"';
    expect((await get(path)).text).toContain(caring);
    await press("luca", "settle", { message, step: "seen-to" });
    expect((await get(path)).text).toContain(caring);
    const other = await says("mara", despair);
    await press("mara", "settle", { message: other.message, step: "not-so" });
    expect((await get("/desk/inbox")).text.match(/<strong>Una persona in difficoltà/g)).toHaveLength(1);
    expect((await get(other.path)).text).not.toContain(caring);
  });

  test("a request on personal data shows its term, is handed to the officer, and only then the conversation closes", async () => {
    const { path, message } = await says("anna", about);
    const { text } = await get(path);
    expect(text).toContain("Va data risposta entro");
    // She wrote in private, so nobody here knows her name: without the link nobody would find what is to be erased.
    expect(text).toMatch(/href="\/desk\/persons\/valdilago\/facebook-page\/anna">[^<]*cancellarlo<\/a>/);
    expect((await get("/desk/persons/valdilago/facebook-page/anna")).status).toBe(200);
    expect(text).not.toContain('value="seen-to"');
    expect((await press("anna", "change", { change: "close" })).location).toContain("end=data-request-open");
    const handed = await press("anna", "settle", { message, step: "handed-to-officer" });
    expect(handed.location).toContain("end=request-handed");
    expect((await get(handed.location)).text).toContain(
      "Consegnata al responsabile della protezione dei dati il",
    );
    expect(await triaged()).toEqual([{ settled_by: desk.marco.id }]);
    expect((await press("anna", "change", { change: "close" })).location).toContain("end=closed");
  });

  test("an answer to a request has its day, which is none that is still to come; a refusal has its reason", async () => {
    const { path, message } = await says("anna", about);
    const today = desk.world.clock.now().toISOString().slice(0, 10);
    const answer = (fields: Record<string, string>) => press("anna", "settle", { message, ...fields });
    for (const on of ["2099-01-01", "2020-01-01", "domani", ""]) {
      expect((await answer({ step: "answered", on })).location).toContain("end=day-wrong");
    }
    const refused = await answer({ step: "refused", on: today, note: "  " });
    expect(refused.location).toContain("end=refusal-reason-missing");
    expect((await requests())[0]?.outcome).toBe(null);
    await answer({ step: "answered", on: today, note: "con PEC" });
    expect(await requests()).toMatchObject([{ outcome: "answered", answered_on: today, note: "con PEC" }]);
    expect((await get(path)).text).toContain("Risposta data il");
  });

  test("a request of another conversation is not touched, nor what is no step of ours", async () => {
    const { message } = await says("anna", about);
    expect((await press("p1", "settle", { message, step: "answered", on: "2026-11-20" })).location).toContain(
      "end=settled-before",
    );
    expect((await press("p1", "settle", { message, step: "seen-to" })).location).toContain(
      "end=settled-before",
    );
    expect((await press("anna", "settle", { message, step: "burn" })).status).toBe(400);
    expect((await press("anna", "settle", { message: "1", step: "seen-to" })).status).toBe(400);
    expect(await requests()).toMatchObject([{ outcome: null }]);
  });
});
