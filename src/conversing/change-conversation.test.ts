import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enginesUnderTest } from "../../test/databases.ts";
import { echoTo, type InboxWorld, messageBy, openInboxWorld } from "../../test/inbox-world.ts";
import { officeCalendar } from "../authority/calendar/office-calendar.ts";
import { writeOffice } from "../authority/office-store.ts";
import { type ConversationChange, changeConversation } from "./change-conversation.ts";

const minute = 60_000;

let world: InboxWorld;
afterEach(async () => await world.close());

const at = (minutes: number) => new Date(Date.parse("2026-11-25T09:00:00Z") + minutes * minute);
const current = async () => {
  const [conversation] = await world.conversations();
  if (!conversation) throw new Error("nobody wrote");
  return conversation;
};

async function change(what: ConversationChange, more: { version?: number; by?: string } = {}) {
  const { authority_id: authorityId, id: conversationId, version } = await current();
  return await changeConversation(
    world.converse,
    { authorityId, conversationId, version, by: "marco", ...more },
    what,
  );
}

describe.each(enginesUnderTest())("at the desk, on the engine %s", (engine) => {
  beforeEach(async () => {
    world = await openInboxWorld({ engine });
    await world.hear(messageBy("anna", "m1", "Serve la patente?", at(0)));
  });

  it("what is closed stays closed until they write again", async () => {
    await change({ kind: "close" });
    expect(await current()).toMatchObject({ state: "closed", waiting_since: null, due_at: null });
    await world.hear(messageBy("anna", "m2", "E il diploma?", at(3)));
    expect(await current()).toMatchObject({ state: "waiting-for-us", waiting_since: at(3) });
  });

  it("what was written before it was closed, and comes in later, still waits", async () => {
    await change({ kind: "close" });
    await world.hear(messageBy("anna", "m2", "E il diploma?", at(1)));
    expect(await current()).toMatchObject({ state: "waiting-for-us", waiting_since: at(1) });
  });

  it("what is reopened waits from now on, whatever was answered", async () => {
    await world.hear(echoTo("anna", "e1", "No", at(2)));
    expect(await current()).toMatchObject({ state: "answered" });
    await change({ kind: "reopen" });
    const now = (await current()).waiting_since?.getTime() ?? 0;
    expect(Math.abs(now - world.clock.now().getTime())).toBeLessThan(minute);
    expect(await current()).toMatchObject({ state: "waiting-for-us" });
  });

  it("thanks are confirmed, or answered all the same, in one act", async () => {
    await world.hear(echoTo("anna", "e1", "No", at(2)), messageBy("anna", "m2", "Grazie!", at(3)));
    expect(await current()).toMatchObject({ state: "answered", needs_answer: "probably-not" });
    await change({ kind: "reopen" });
    expect(await current()).toMatchObject({ state: "waiting-for-us", waiting_since: at(3) });
    await world.hear(echoTo("anna", "e2", "Prego", at(4)), messageBy("anna", "m3", "Grazie ancora", at(5)));
    await change({ kind: "confirm-no-answer" });
    expect(await current()).toMatchObject({ state: "answered", needs_answer: "no" });
  });

  it("whoever comes second is told who was first, and nothing of theirs is lost or done", async () => {
    const { version } = await current();
    await change({ kind: "assign", to: "giulia" }, { by: "giulia" });
    expect(await change({ kind: "close" }, { version })).toMatchObject({ kind: "overtaken", by: "giulia" });
    expect(await current()).toMatchObject({ state: "new", assignee: "giulia" });
    expect(await change({ kind: "note", text: "Ha già chiamato." }, { version })).toMatchObject({
      kind: "changed",
    });
  });

  it("what is put off says why, keeps its deadline, and comes back when they write", async () => {
    const { due_at } = await current();
    const until = new Date(world.clock.now().getTime() + 60 * minute);
    expect(await change({ kind: "snooze", until, reason: " " })).toEqual({
      kind: "refused",
      reason: "reason-missing",
    });
    expect(await change({ kind: "snooze", until: at(0), reason: "x" })).toEqual({
      kind: "refused",
      reason: "moment-past",
    });
    await change({ kind: "snooze", until, reason: "aspetta il collega" });
    expect(await current()).toMatchObject({
      snoozed_until: until,
      snooze_reason: "aspetta il collega",
      due_at,
    });
    await world.hear(messageBy("anna", "m2", "Allora?", at(5)));
    expect(await current()).toMatchObject({ snoozed_until: null, snooze_reason: null });
  });

  it("another office counts by its own calendar", async () => {
    const closure = { reason: "chiusura", from: "2026-11-26", to: "2026-12-04" };
    await writeOffice(world.database.db, "valdilago", {
      id: "colico",
      name: "CPI di Colico",
      isDefault: false,
      calendar: officeCalendar.parse({ closures: [closure] }),
      contacts: {},
    });
    expect(await current()).toMatchObject({ due_on: "2026-11-27" });
    expect(await change({ kind: "hand-to-office", officeId: "nessuno" })).toEqual({
      kind: "refused",
      reason: "unknown-office",
    });
    await change({ kind: "hand-to-office", officeId: "colico" });
    expect(await current()).toMatchObject({ due_on: "2026-12-09", office_id: "colico" });
  });
});
