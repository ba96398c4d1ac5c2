import { beforeEach, describe, expect, test } from "vitest";
import type { InboxWorld } from "../../../../test/inbox-world.ts";
import { type InboxDesk, openInboxDesk } from "../../../../test/pages/inbox-cast.ts";
import { carryOut, comments, type Writer, writeBelow } from "../../../../test/pages/moderation-cast.ts";
import { signIn } from "../../../../test/staff.ts";
import { pretendParts } from "../../pretend-parts.ts";
import { startWeb } from "../../server.ts";
import { addAuthority } from "../../test-rows.ts";

const serve = ({ database, tools, vault, clock }: InboxWorld) =>
  startWeb({ ...pretendParts(database), clock, vault, channels: tools.channels }, { port: 0 });

let desk: InboxDesk;
let ids: Record<Writer, string>;
const db = () => desk.world.database.db;

beforeEach(async () => {
  desk = await openInboxDesk(serve);
  ids = await writeBelow(desk);
  return async () => await desk.close();
});

const plain = (text: string) => text.replace(/\s+/g, " ").replaceAll("&#39;", "'");

async function get(path: string, who = desk.marco) {
  const answer = await fetch(desk.web.origin + path, { headers: who.headers, redirect: "manual" });
  return { status: answer.status, text: plain(await answer.text()) };
}

async function post(path: string, fields: Record<string, string>, who = desk.marco) {
  const answer = await fetch(desk.web.origin + path, {
    method: "POST",
    redirect: "manual",
    headers: { ...who.headers, origin: desk.web.origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });
  const text = plain(await answer.text());
  return { status: answer.status, location: answer.headers.get("location") ?? "", text };
}

const addressOf = (writer: Writer) => `/desk/moderation/valdilago/${ids[writer]}`;

async function versionOf(writer: Writer): Promise<string> {
  const { text } = await get(addressOf(writer));
  return /name="version" value="(\w+)"/.exec(text)?.[1] ?? "";
}

const hide = { action: "hide", rule: "6", why: "Contiene insulti." };

async function decide(writer: Writer, fields: Record<string, string>, who = desk.marco) {
  return await post(`${addressOf(writer)}/decide`, { version: await versionOf(writer), ...fields }, who);
}

const decisions = async () =>
  await db().selectFrom("decision").select(["action", "rule", "reason", "state"]).orderBy("seq").execute();

describe("the queue", () => {
  test("shows the most harmful first, with what is suggested, below which post, and no personal data", async () => {
    const { text } = await get("/desk/moderation");
    const order = [comments.advert.slice(0, 20), comments.insult, "Chiamatemi al"].map((one) =>
      text.indexOf(one),
    );
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(text).not.toContain("1234567");
    expect(text).toContain('<span class="masked">numero di cellulare</span>');
    expect(text).toContain("<strong>Nascondere</strong> · regola 6");
    expect(text).toContain("sotto: Magazziniere a Cascina Nuova");
    expect(text).not.toContain(comments.critic);
    expect(text).toContain("(3 da decidere)");
  });

  test("is narrowed by suggestion and rule", async () => {
    expect((await get("/desk/moderation?rule=6")).text).not.toContain("Guadagna");
    expect((await get("/desk/moderation?suggested=delete")).text).not.toContain("coglioni");
    expect((await get("/desk/moderation?rule=5")).text).toContain("Nessun commento in coda corrisponde");
  });

  test("offers a choice where one moderates in several authorities, and opens where something waits", async () => {
    await addAuthority(desk.world.database, "altocolle", "Unione dei Comuni di Altocolle");
    const head = await signIn(desk.world.database, "moderator", "altocolle", desk.world.clock.now());
    await db()
      .insertInto("staff_role")
      .values({ authority_id: "valdilago", member_id: head.id, role: "moderator", given_at: new Date() })
      .execute();
    const { text } = await get("/desk/moderation", head);
    expect(text).toContain("Unione dei Comuni di Altocolle (0)");
    expect(text).toContain("coglioni");
    expect((await get("/desk/moderation?authority=altocolle", head)).text).toContain("Nulla da decidere.");
    expect((await get("/desk/moderation?authority=altrove", head)).status).toBe(404);
  });
});

describe("a comment", () => {
  test("is shown whole with the words that led here marked and explained, and that somebody read it is in the trail", async () => {
    const { text } = await get(addressOf("data"));
    expect(text).toMatch(/<mark>333 1234567<sup>/);
    expect(text).toContain("Numero di cellulare in chiaro");
    expect(text).toContain("Scritto di Rosa");
    const acts = await db().selectFrom("audit_entry").select(["act", "by", "subject"]).execute();
    expect(acts).toEqual([{ act: "queued-opened", by: desk.marco.id, subject: ids.data }]);
  });

  test("says beforehand what cannot be done, and why", async () => {
    const { text } = await get(addressOf("insult"));
    expect(text).not.toContain('id="action-block"');
    expect(text).toContain("nessuno è bloccato senza essere stato avvisato");
  });

  test("is filled in by a link, with the rule's text and never the words of triage", async () => {
    const { text } = await get(`${addressOf("insult")}?act=hide`);
    expect(text).toMatch(/id="action-hide" value="hide"[^>]*checked/);
    expect(text).toContain("Contiene insulti o parole che offendono altre persone.</textarea>");
    expect((await get(addressOf("insult"))).text).toMatch(/<textarea id="why"[^>]*><\/textarea>/);
  });

  test("is shown as text whatever it holds, marked where its words stand", async () => {
    const text = `<img src=x onerror="alert(1)"> \u202Eoilgoc\u202C siete dei coglioni ${"😀".repeat(20_000)}`;
    await db().updateTable("message").set({ text }).where("id", "=", ids.insult).execute();
    const at = text.indexOf("coglioni");
    const because = [{ reason: "insult", spans: [{ from: at, to: at + 8 }] }];
    const suggestion = { action: "hide", topic: "offence", rule: 6, confidence: "certain", because };
    await db()
      .updateTable("message_triage")
      .set({ suggestions: JSON.stringify([suggestion]) })
      .where("message_id", "=", ids.insult)
      .execute();
    const page = (await get(addressOf("insult"))).text;
    expect(page).toContain(
      "&lt;img src=x onerror=&quot;alert(1)&quot;&gt; oilgoc siete dei <mark>coglioni<sup>",
    );
    expect(page).toContain("Conteneva caratteri invisibili");
    expect((await get("/desk/moderation")).text).not.toContain("<img src=x");
  });

  test("of nobody, or no id, is not found", async () => {
    expect((await get(`/desk/moderation/valdilago/${crypto.randomUUID()}`)).status).toBe(404);
    expect((await get("/desk/moderation/valdilago/x")).status).toBe(404);
  });
});

describe("a decision", () => {
  test("leads on to the next, which says what was done and how to look again", async () => {
    const { status, location } = await decide("insult", hide);
    expect([status, location.split("?")[0]]).toEqual([303, addressOf("data")]);
    const { text } = await get(location);
    expect(text).toContain(
      "Deciso: il commento viene nascosto, e chi l'ha scritto avvisato. Ecco il prossimo: 2 rimasti.",
    );
    expect(text).toContain(`href="${addressOf("insult")}"`);
    expect(await decisions()).toEqual([
      { action: "hide", rule: 6, reason: "Contiene insulti.", state: "due" },
    ]);
    await decide("data", { ...hide, rule: "3" });
    const last = await decide("advert", { ...hide, rule: "7" });
    expect(last.location).toMatch(/^\/desk\/moderation\?/);
    expect((await get(last.location)).text).toContain("Nulla di altro da decidere.");
  });

  test("that cannot be keeps what was typed and says what to do", async () => {
    const tries: [Record<string, string>, string][] = [
      [{ ...hide, why: "breve" }, "con almeno dieci lettere"],
      [{ ...hide, rule: "", why: "Con <b>motivo</b> lungo" }, "Scegliete la regola"],
      [{ ...hide, rule: "77", why: "Con <b>motivo</b> lungo" }, "Questa regola oggi non vale"],
      [{ rule: "6", why: "Con <b>motivo</b> lungo" }, "Scegliete che cosa fare."],
      [{ ...hide, action: "block", why: "Con <b>motivo</b> lungo" }, "Prima serve un richiamo"],
    ];
    for (const [fields, told] of tries) {
      const { status, text } = await decide("insult", fields);
      expect([status, told, text.includes(told)]).toEqual([422, told, true]);
      expect(text).toContain(
        `${(fields.why ?? "").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</textarea>`,
      );
      expect(text).toContain("<title>Da correggere:");
    }
    expect((await decide("insult", { ...hide, rule: "" })).text).toMatch(
      /<select id="rule"[^>]*aria-invalid="true"/,
    );
    expect(await decisions()).toEqual([]);
  });

  test("on what a colleague decided meanwhile names them, and leaves with the version then shown", async () => {
    const version = await versionOf("insult");
    await decide("insult", hide, desk.giulia);
    const address = `${addressOf("insult")}/decide`;
    const late = await post(address, {
      version,
      ...hide,
      action: "delete",
      why: "Insulto grave e ripetuto.",
    });
    expect(late.status).toBe(422);
    expect(late.text).toMatch(/Non fatto: Giulia ha deciso alle [\d:]+ \(Nascosto\)/);
    expect(late.text).toContain("Insulto grave e ripetuto.</textarea>");
    const shown = /name="version" value="(\w+)"/.exec(late.text)?.[1] ?? "";
    const again = await post(address, {
      version: shown,
      ...hide,
      action: "delete",
      why: "Insulto grave e ripetuto.",
    });
    expect(again.status).toBe(303);
    expect((await decisions()).map(({ action }) => action)).toEqual(["hide", "delete"]);
  });

  test("on words that were changed, or are gone with their conversation, is not made", async () => {
    const version = await versionOf("insult");
    await db().updateTable("message").set({ text: "scusate" }).where("id", "=", ids.insult).execute();
    const edited = await post(`${addressOf("insult")}/decide`, { version, ...hide });
    expect(edited.text).toContain("chi l'ha scritto lo ha modificato");
    await db().deleteFrom("conversation").execute();
    const gone = await post(`${addressOf("insult")}/decide`, { version, ...hide, why: "Il mio testo." });
    expect(gone.status).toBe(410);
    expect(gone.text).toContain("Il mio testo.</textarea>");
    expect(await decisions()).toEqual([]);
  });

  test("to answer leads to the conversation", async () => {
    const { location } = await decide("data", {
      action: "answer",
      rule: "",
      why: "Serve una risposta in privato.",
    });
    expect(location).toMatch(/^\/desk\/inbox\/valdilago\/[0-9a-f-]{36}$/);
    expect((await get("/desk/moderation")).text).not.toContain(`id="open-${ids.data}"`);
  });

  test("is taken back by another, from the list that says what the network answered and how the notice stands", async () => {
    await decide("insult", hide);
    await carryOut(desk);
    const { text } = await get("/desk/moderation");
    expect(text).toContain("avviso in partenza");
    const [, link = ""] = /href="([^"]+act=unhide#decide)"/.exec(text) ?? [];
    expect(link).toBe(`${addressOf("insult")}?act=unhide#decide`);
    const opened = await get(link.replace("#decide", ""));
    expect(opened.text).toMatch(/id="action-unhide" value="unhide"[^>]*checked/);
    expect(opened.text).toContain("il commento torna visibile.</textarea>");
    await decide("insult", { action: "unhide", rule: "", why: "La decisione è stata rivista." }, desk.giulia);
    await carryOut(desk);
    expect((await decisions()).map(({ action, state }) => `${action} ${state}`)).toEqual([
      "hide done",
      "unhide done",
    ]);
    expect((await get("/desk/moderation")).text).toContain("ritirata");
  });

  test.each([
    ["invalid-100-trace-490", "refused", "rifiutato. ", "nessun avviso"],
    ["lost-after", "waiting", "esito incerto. ", "avviso dopo l'esito"],
  ] as const)("that meets %s at the network is %s, and says why", async (mode, mark, told, notice) => {
    await decide("insult", hide);
    desk.world.facebook.addFault({ mode, edge: "*", method: "POST" });
    await carryOut(desk);
    const { text } = await get("/desk/moderation");
    expect(/class="state state-(\w+)">([^<]+)</.exec(text)?.slice(1)).toEqual([
      mark,
      expect.stringContaining(told),
    ]);
    expect(text).toContain(notice);
  });
});

describe("what needs no decision", () => {
  test("is seen with one press, leaves the queue, and is in the trail", async () => {
    const { location } = await post(`${addressOf("insult")}/seen`, {});
    expect((await get(location)).text).toContain("Visto: non è più in coda. Ecco il prossimo: 2 rimasti.");
    expect((await get("/desk/moderation")).text).not.toContain("coglioni");
    const acts = await db()
      .selectFrom("audit_entry")
      .select(["act", "by"])
      .where("act", "=", "triage-settled")
      .execute();
    expect(acts).toEqual([{ act: "triage-settled", by: desk.marco.id }]);
    const twice = await post(`${addressOf("insult")}/seen`, {}, desk.giulia);
    expect((await get(twice.location)).text).toContain("qualcuno è stato più veloce");
  });
});

test("without scripts the button under the reason puts the rule's text in", async () => {
  const { status, text } = await decide("insult", { ...hide, why: "", offer: "yes" });
  expect(status).toBe(200);
  expect(text).toContain("Contiene insulti o parole che offendono altre persone.</textarea>");
  expect(await decisions()).toEqual([]);
});
