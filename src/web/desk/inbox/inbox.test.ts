import { beforeEach, describe, expect, test } from "vitest";
import { commentBy, type InboxWorld, messageBy } from "../../../../test/inbox-world.ts";
import { ask, type InboxDesk, nasty, openInboxDesk } from "../../../../test/pages/inbox-cast.ts";
import { inboxVisits } from "../../../../test/pages/inbox-visits.ts";
import { signIn } from "../../../../test/staff.ts";
import { pretendParts } from "../../pretend-parts.ts";
import { startWeb } from "../../server.ts";
import { addAuthority } from "../../test-rows.ts";

const serve = ({ database, tools, vault, clock }: InboxWorld) =>
  startWeb({ ...pretendParts(database), clock, vault, channels: tools.channels }, { port: 0 });

let desk: InboxDesk;
const db = () => desk.world.database.db;

beforeEach(async () => {
  desk = await openInboxDesk(serve);
  await ask(desk, 2);
  return async () => await desk.close();
});

const { of, get, post, press } = inboxVisits(() => desk);

const acts = async () => await db().selectFrom("audit_entry").select(["act", "by"]).orderBy("seq").execute();
const drafts = async () => await db().selectFrom("draft").select(["field", "text", "way"]).execute();

describe("an answer", () => {
  test("that is taken leaves as written, is in the trail without its words, and leads on to the next that waits", async () => {
    const other = await of("p1");
    const { status, location } = await press("p0", "reply", { way: "public", text: "No, non serve." });
    expect(status).toBe(303);
    expect(location).toMatch(new RegExp(`^/desk/inbox/valdilago/${other.id}\\?.*left=1`));
    expect(await db().selectFrom("reply").select(["text", "written_by", "state"]).execute()).toEqual([
      { text: "No, non serve.", written_by: desk.marco.id, state: "due" },
    ]);
    const [entry] = await db().selectFrom("audit_entry").selectAll().execute();
    expect(entry).toMatchObject({ act: "reply-sent", by: desk.marco.id });
    expect(JSON.stringify(entry)).not.toContain("serve");
    expect(await drafts()).toEqual([]);
    const { text } = await get(location);
    expect(text).toContain("1 rimasta");
    expect((await get("/desk/inbox?show=waits")).text).toContain("risposta in partenza");
  });

  test("to what changed meanwhile is kept, says who was faster, and leaves with the version then shown", async () => {
    const { id, version } = await of("p0");
    await press("p0", "change", { change: "assign", to: desk.giulia.id }, desk.giulia);
    const address = `/desk/inbox/valdilago/${id}/reply`;
    const sent = await post(address, { version: String(version), way: "public", text: "Sì <b>certo</b>" });
    expect(sent.location).toContain("end=overtaken");
    const { text } = await get(sent.location);
    expect(text).toContain("Giulia ha cambiato la conversazione");
    expect(text).toContain("Sì &lt;b&gt;certo&lt;/b&gt;</textarea>");
    const shown = /id="reply-version" value="(\d+)"/.exec(text)?.[1] ?? "";
    const again = await post(address, { version: shown, way: "public", text: "Sì <b>certo</b>" });
    expect(again.location).toContain("end=sent");
    expect(await db().selectFrom("reply").select("text").execute()).toHaveLength(1);
  });

  test.each([
    ["without words", { way: "message", text: "  " }, "empty", "manca il testo"],
    ["too long for the network", { way: "message", text: "x".repeat(2_500) }, "too-long", "Invia in 2 parti"],
    ["in a way that is closed", { way: "public", text: "Sì" }, "way-closed", "in quel modo non si può più"],
  ])("%s is refused with a sentence, and its text stays", async (_, fields, end, sentence) => {
    const { location } = await press("p1", "reply", fields);
    expect(location).toContain(`end=${end}`);
    const { text } = await get(location);
    expect(text).toContain(sentence);
    if (fields.text.trim() !== "") expect(text).toContain(`${fields.text}</textarea>`);
    expect(await db().selectFrom("reply").select("id").execute()).toEqual([]);
  });

  test("of ten thousand emoji comes back whole", async () => {
    const { location } = await press("p1", "reply", { way: "message", text: "😀".repeat(10_000) });
    expect(location).toContain("end=too-long");
    expect((await drafts())[0]?.text).toBe("😀".repeat(10_000));
  });

  test("to a conversation that is gone comes back on the page", async () => {
    const { id } = await of("p0");
    await db().deleteFrom("conversation").where("id", "=", id).execute();
    const { status, text } = await post(`/desk/inbox/valdilago/${id}/reply`, { version: "1", text: "Ecco" });
    expect(status).toBe(410);
    expect(text).toContain("Ecco</textarea>");
  });
});

describe("what else is done with a conversation", () => {
  test.each([
    ["assigned", { change: "assign" }, "conversation-assigned"],
    ["closed", { change: "close" }, "conversation-closed"],
    ["noted", { change: "note", note: "Ha già chiamato." }, "conversation-noted"],
    ["snoozed", { change: "snooze", until: "2999-01-01T09:00", reason: "aspetta" }, "conversation-snoozed"],
    ["handed", { change: "hand-to-office", office: "cascina" }, "conversation-handed-to-office"],
  ])("%s is said, shown and in the trail", async (end, fields, act) => {
    const to: Record<string, string> = fields.change === "assign" ? { to: desk.giulia.id } : {};
    const { location } = await press("p0", "change", { ...(fields as Record<string, string>), ...to });
    expect(location).toContain(`end=${end}`);
    expect((await get(location)).text).toContain('class="done"');
    expect(await acts()).toEqual([{ act, by: desk.marco.id }]);
  });

  test.each([
    ["a colleague who may not answer", { change: "assign", to: crypto.randomUUID() }, "unknown-colleague"],
    ["an office that is none", { change: "hand-to-office", office: "x" }, "unknown-office"],
    ["a moment that is over", { change: "snooze", until: "2020-01-01T09:00", reason: "x" }, "moment-past"],
    ["no moment", { change: "snooze", until: "domani", reason: "x" }, "moment-past"],
    ["no reason", { change: "snooze", until: "2999-01-01T09:00", reason: " " }, "reason-missing"],
    ["a note without words", { change: "note", note: "" }, "text-empty"],
  ])("with %s is refused with a sentence, and nothing is done", async (_, fields, end) => {
    const { location } = await press("p0", "change", fields as Record<string, string>);
    expect(location).toContain(`end=${end}`);
    expect((await get(location)).text.includes("not-done")).toBe(true);
    expect(await acts()).toEqual([]);
  });
});

describe("colleagues", () => {
  test("are told who else is here and who writes, until that one leaves", async () => {
    expect((await press("p0", "presence", { state: "writing" }, desk.giulia)).text).toBe("");
    expect((await press("p0", "presence", { state: "looking" })).text).toContain("Giulia sta scrivendo qui");
    await press("p0", "presence", { state: "gone" }, desk.giulia);
    expect((await press("p0", "presence", { state: "looking" })).text).toBe("");
  });

  test("do not see each other's drafts", async () => {
    await press("p0", "draft", { text: "solo mio", quiet: "yes" });
    const { id } = await of("p0");
    expect((await get(`/desk/inbox/valdilago/${id}`)).text).toContain("solo mio");
    expect((await get(`/desk/inbox/valdilago/${id}`, desk.giulia)).text).not.toContain("solo mio");
  });

  test("of another authority find nothing here", async () => {
    await addAuthority(desk.world.database, "altrove", "Altrove");
    const there = await signIn(desk.world.database, "head", "altrove", desk.world.clock.now());
    const { id } = await of("p0");
    expect((await get(`/desk/inbox/valdilago/${id}`, there)).status).toBe(404);
    expect((await get(`/desk/inbox/altrove/${id}`, there)).status).toBe(404);
    expect((await get("/desk/inbox?authority=valdilago", there)).status).toBe(404);
    expect((await get("/desk/inbox?show=all", there)).text).not.toContain("Rosa");
    expect((await press("p0", "draft", { text: "x" }, there)).status).toBe(404);
  });
});

test("a stranger's text is shown as text, and says that it held what cannot be seen", async () => {
  const at = new Date(desk.world.clock.now().getTime() - 60_000);
  await desk.world.hear(messageBy("evil", "x1", nasty, at));
  const { id } = await of("evil");
  const { text } = await get(`/desk/inbox/valdilago/${id}`);
  expect(text.includes("<img src=x")).toBe(false);
  expect(text.includes("\u202E")).toBe(false);
  expect(text.includes("&lt;img src=x")).toBe(true);
  expect(text.includes("caratteri invisibili")).toBe(true);
});

// A portal that gives no fields: the board said "closes on 15 January", the proposed answer that no date was told.
test("what only the words of an offer say is told beside its comments and in what is proposed to answer", async () => {
  const { id } = await of("p0");
  await desk.world.hear(
    commentBy("p0", "900_later", "Fino a quando si può fare domanda?", desk.world.clock.now(), {
      postId: `${desk.world.facebook.seed.page.id}_900`,
      parentId: `${desk.world.facebook.seed.page.id}_900_0`,
    }),
  );
  const reads = async (deadline: string) => {
    const reading = JSON.stringify({ facts: { deadline }, professions: [] });
    // Apart: what was read goes when a fact changes.
    await db().updateTable("item").set({ facts: "{}" }).execute();
    await db().updateTable("item").set({ reading }).execute();
    return (await get(`/desk/inbox/valdilago/${id}`)).text;
  };
  const open = await reads("2099-01-15");
  expect(open).toMatch(/<strong>Ancora aperta<\/strong>.*15 gennaio 2099/);
  expect(open).toMatch(/Si può fare domanda fino a[^<]*15 gennaio 2099/);
  expect(open).not.toContain("non indica una data");
  const over = await reads("2020-01-15");
  expect(over).toMatch(/<strong>Chiusa|<strong>Non più aperta/);
  expect(over).toContain("Le domande sono chiuse");
});

test("the list is narrowed by words, kind and state, and keeps that beside a conversation", async () => {
  expect((await get("/desk/inbox?q=patente")).text).not.toContain("Youssef 2");
  expect((await get("/desk/inbox?kind=private")).text).not.toContain("Rosa 1");
  expect((await get("/desk/inbox?show=closed")).text).toContain("Nessuna conversazione corrisponde");
  const { id } = await of("p0");
  const { text } = await get(`/desk/inbox/valdilago/${id}?q=patente`);
  expect(text).not.toContain("Youssef 2");
  expect(text).toContain(`action="/desk/inbox/valdilago/${id}/reply?q=patente"`);
});

test("a conversation leads to what is held of the person, whoever they are on the network", async () => {
  const { id } = await of("p1");
  const { text } = await get(`/desk/inbox/valdilago/${id}`);
  const link = /id="to-person" href="([^"]+)"/.exec(text)?.[1] ?? "";
  expect(link).toBe("/desk/persons/valdilago/facebook-page/p1");
  const there = await get(link);
  expect(there.status).toBe(200);
  expect(there.text).toContain("Youssef 2");
});

describe("of several comments in a thread", () => {
  const page = () => desk.world.facebook.seed.page.id;
  async function thread() {
    const person = { id: "zoe", name: "Zoe", isPage: false };
    const where = { postId: `${page()}_900`, parentId: `${page()}_900_0` };
    await desk.world.hear(
      commentBy("zoe", `${page()}_900_8`, "E io?", desk.world.clock.now(), { person, ...where }),
    );
    const { id } = await of("p0");
    const messages = (await desk.world.messages()).filter((one) => one.conversation_id === id);
    return {
      path: `/desk/inbox/valdilago/${id}`,
      first: messages[0]?.id ?? "",
      second: messages[1]?.id ?? "",
    };
  }
  const targets = async () =>
    (await db().selectFrom("reply").select("target").execute()).map(({ target }) => target);

  test("the newest is answered unless another is chosen, and what was typed comes along", async () => {
    const { path, first, second } = await thread();
    expect((await get(path)).text).toContain(`name="answers" value="${second}"`);
    const chosen = await press("p0", "draft", { text: "Mezza frase", answers: second, choose: first });
    expect(chosen.location).toMatch(new RegExp(`answer=${first}#text$`));
    const { text } = await get(chosen.location);
    expect(text).toContain(`name="answers" value="${first}"`);
    expect(text).toContain("Mezza frase</textarea>");
    await press("p0", "reply", { way: "public", text: "No.", answers: first });
    expect(await targets()).toEqual([`${page()}_900_0`]);
  });

  test("one that is answered stays the one when something new arrives meanwhile", async () => {
    const { id, version } = await of("p0");
    const { first } = await thread();
    const late = await post(`/desk/inbox/valdilago/${id}/reply`, {
      ...{ version: String(version), way: "public", text: "No.", answers: first },
    });
    expect(late.location).toContain("end=overtaken");
    expect((await get(late.location)).text).toContain(`name="answers" value="${first}"`);
  });

  test("a message of another conversation cannot be named", async () => {
    await thread();
    const other = await of("p1");
    const foreign = (await desk.world.messages()).find((one) => one.conversation_id === other.id);
    await press("p0", "reply", { way: "public", text: "No.", answers: foreign?.id ?? "" });
    expect(await targets()).toEqual([`${page()}_900_8`]);
  });
});

test("what is in the register is told beside the conversation, with the way to its extracts", async () => {
  const { id } = await of("p1");
  const { text } = await get(`/desk/inbox/valdilago/${id}`);
  expect(text).toContain(`href="/desk/extracts/valdilago/${id}"`);
});
