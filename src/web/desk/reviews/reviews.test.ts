import { beforeEach, describe, expect, test } from "vitest";
import type { InboxWorld } from "../../../../test/inbox-world.ts";
import { type InboxDesk, openInboxDesk } from "../../../../test/pages/inbox-cast.ts";
import { askForReview, carryOut, decideAs, writeBelow } from "../../../../test/pages/moderation-cast.ts";
import { pretendParts } from "../../pretend-parts.ts";
import { startWeb } from "../../server.ts";

const serve = ({ database, tools, vault, clock }: InboxWorld) =>
  startWeb({ ...pretendParts(database), clock, vault, channels: tools.channels }, { port: 0 });

let desk: InboxDesk;
let address: string;
const db = () => desk.world.database.db;

beforeEach(async () => {
  desk = await openInboxDesk(serve);
  const ids = await writeBelow(desk, ["insult"]);
  const { code } = await decideAs(desk, desk.marco, ids.insult);
  await carryOut(desk);
  const review = await askForReview(desk, code, { contact: "bruno@example.org" });
  address = `/desk/reviews/valdilago/${review}`;
  return async () => await desk.close();
});

const plain = (text: string) => text.replace(/\s+/g, " ").replaceAll("&#39;", "'");

async function get(path: string, who = desk.giulia) {
  const answer = await fetch(desk.web.origin + path, { headers: who.headers, redirect: "manual" });
  return { status: answer.status, text: plain(await answer.text()) };
}

async function judge(fields: Record<string, string>, who = desk.giulia) {
  const answer = await fetch(desk.web.origin + address, {
    method: "POST",
    redirect: "manual",
    headers: { ...who.headers, origin: desk.web.origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });
  const text = plain(await answer.text());
  return { status: answer.status, location: answer.headers.get("location") ?? "", text };
}

const overturned = { outcome: "overturned", why: "È critica aspra, non offesa." };
const opened = async () =>
  await db().selectFrom("audit_entry").select(["by", "detail"]).where("act", "=", "review-opened").execute();
const decisions = async () =>
  (await db().selectFrom("decision").select(["action", "state"]).orderBy("seq").execute()).map(
    ({ action, state }) => `${action} ${state}`,
  );

describe("a review", () => {
  test("is in the list with its term and no personal data, and counted", async () => {
    const { text } = await get("/desk/reviews");
    expect(text).toContain("Nascosto · regola 6");
    expect(text).toMatch(/da decidere entro \w+/);
    expect(text).toContain("[numero di cellulare]");
    expect(text).not.toContain("1234567");
    expect(text).toContain("Riesami (1)");
    expect(text).toContain("(1 da decidere)");
  });

  test("shows what was asked, decided and kept as evidence, and the way to whoever asked, which is in the trail", async () => {
    const { text } = await get(address);
    expect(text).toContain("Era uno sfogo");
    expect(text).toContain("siete dei coglioni");
    expect(text).toContain("6 (versione 1): Nessun insulto");
    expect(text).toContain("bruno@example.org");
    expect(await opened()).toEqual([{ by: desk.giulia.id, detail: { contact: true } }]);
  });

  test("is no form for whoever decided first, who is told why and shown no address", async () => {
    const { text } = await get(address, desk.marco);
    expect(text).toContain("il riesame spetta a un'altra persona");
    expect(text).not.toContain("judge-form");
    expect(text).not.toContain("bruno@example.org");
    expect(await opened()).toEqual([{ by: desk.marco.id, detail: { contact: false } }]);
    const forced = await judge(overturned, desk.marco);
    expect([forced.status, forced.text.includes("nessuno riesamina le proprie decisioni")]).toEqual([
      422,
      true,
    ]);
    expect(await decisions()).toEqual(["hide done"]);
  });

  test("that is overturned gives back what was taken, and nobody is asked any more", async () => {
    const { status, location } = await judge(overturned);
    expect([status, location]).toEqual([303, "/desk/reviews?judged=overturned"]);
    const { text } = await get(location);
    expect(text).toContain("Deciso: la decisione è annullata. Nessun altro riesame da decidere.");
    await carryOut(desk);
    expect(await decisions()).toEqual(["hide done", "unhide done"]);
    const open = await db().selectFrom("alert").select("kind").where("seen_at", "is", null).execute();
    expect(open.map(({ kind }) => kind)).not.toContain("review-asked");
    expect((await get(address)).text).toMatch(/La decisione è stata annullata.*Deciso da Giulia/);
  });

  test("that cannot be decided keeps what was typed and says what to do", async () => {
    for (const [fields, told] of [
      [{ outcome: "upheld", why: "<b>no" }, "con almeno dieci lettere"],
      [{ why: "<b>no" }, "Scegliete come si conclude."],
    ] as const) {
      const { status, text } = await judge(fields);
      expect([status, text.includes(told)]).toEqual([422, true]);
      expect(text).toContain("&lt;b&gt;no</textarea>");
    }
    await judge(overturned);
    const late = await judge({ outcome: "upheld", why: "Resta un insulto." });
    expect(late.text).toContain("un'altra persona ha già deciso");
    expect(late.text).toContain("Resta un insulto.</textarea>");
  });

  test("whose evidence was erased says so", async () => {
    await db().updateTable("decision").set({ evidence: null }).execute();
    expect((await get(address)).text).toContain("La prova è stata cancellata");
  });
});
