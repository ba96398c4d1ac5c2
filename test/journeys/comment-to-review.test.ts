import { afterEach, expect, it } from "vitest";
import { openQueue, type Queue } from "../../src/jobs/queue.ts";
import { startWorker, type Worker } from "../../src/jobs/worker.ts";
import { decide } from "../../src/moderating/deciding/decide.ts";
import { versionRead } from "../../src/moderating/deciding/decision.ts";
import { findQueue } from "../../src/moderating/deciding/find-queue.ts";
import { figuresOf, findRegister } from "../../src/moderating/registering/register-store.ts";
import { askReview } from "../../src/moderating/reviewing/ask-review.ts";
import { decideReview } from "../../src/moderating/reviewing/decide-review.ts";
import { readReview } from "../../src/moderating/reviewing/read-review.ts";
import { findOpenReviews } from "../../src/moderating/reviewing/review-store.ts";
import type { HttpClient } from "../../src/platform/http-client.ts";
import { openHttpClient } from "../../src/platform/open-http-client.ts";
import { type ListeningWorld, openListeningWorld } from "../listening-world.ts";
import { authorityId } from "../publishing-world.ts";

// An insult is hidden by rule 6; its author is told, asks for a review with the code, and another person shows it again.

let world: ListeningWorld;
let open: { worker: Worker; queue: Queue; http: HttpClient };

afterEach(async () => {
  await open.worker.stop();
  await open.queue.close();
  await open.http.close();
  await world.close();
});

it("a comment is hidden by a rule, its author told once, and shown again by another person's review", async () => {
  world = await openListeningWorld();
  const queue = await openQueue({ connection: world.database.connection, log: () => {} });
  const http = openHttpClient({ userAgent: "Bacheca/test" });
  const tools = { ...world.tools, queue, reached: undefined };
  const worker = await startWorker({ publish: tools, queue, http, sweepMs: 100 });
  open = { worker, queue, http };
  const text = "siete dei coglioni";
  await world.says("anna", text);
  await expect.poll(world.messages, { timeout: 10_000 }).toHaveLength(1);
  const [message] = await world.messages();
  const { id: messageId = "", external_id: externalId = "" } = message ?? {};

  const { db } = world.database;
  const judgedAt = new Date();
  const suggestion = { action: "hide" as const, topic: "offence", rule: 6, confidence: "certain" as const };
  const triaged = {
    ...suggestion,
    authority_id: authorityId,
    message_id: messageId,
    conversation_id: message?.conversation_id ?? "",
    needs_person: false,
    suggestions: JSON.stringify([suggestion]),
    judged_at: judgedAt,
  };
  await db
    .insertInto("message_triage")
    .values(triaged)
    .onConflict((conflict) => conflict.columns(["authority_id", "message_id"]).doUpdateSet(triaged))
    .execute();
  expect(await findQueue(db, authorityId)).toMatchObject({ total: 1, lines: [{ messageId, rule: 6 }] });

  const asked = { authorityId, messageId, version: versionRead({ text, lastDecisionId: null }) };
  const hide = { ...asked, action: "hide" as const, rule: 6, why: "Insulto rivolto agli operatori." };
  const both = await Promise.all([
    decide(tools, { ...hide, by: "marco" }),
    decide(tools, { ...hide, by: "giulia" }),
  ]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(["decided", "overtaken"]);
  const first = both.findIndex(({ kind }) => kind === "decided");
  const [decider, other] = first === 0 ? ["marco", "giulia"] : ["giulia", "marco"];

  expect(await findQueue(db, authorityId)).toEqual({ total: 0, lines: [] });

  const { community, messenger } = world.facebook.world;
  const isHidden = () => community.comments.get(externalId)?.hidden;
  await expect.poll(isHidden, { timeout: 10_000 }).toBe(true);
  const told = () => [...messenger.messages.values()].filter(({ fromPage }) => fromPage);
  await expect.poll(told, { timeout: 10_000 }).toHaveLength(1);
  expect(told()[0]?.text).toContain("Regola 6 (versione 1)");
  const code = /riesame\/([0-9A-Z]{13})/.exec(told()[0]?.text ?? "")?.[1] ?? "";

  const form = { authorityId, text: "Era uno sfogo, non un insulto.", address: "203.0.113.7" };
  expect(await askReview(tools, { ...form, code: "000000000000" })).toEqual({ kind: "no-code" });
  expect(await askReview(tools, { ...form, code })).toEqual({ kind: "taken" });
  expect(await askReview(tools, { ...form, code })).toEqual({ kind: "taken" });
  const reviews = await findOpenReviews(world.database.db, authorityId);
  expect(reviews).toMatchObject([{ firstBy: decider, text: form.text }]);
  const judged = {
    authorityId,
    reviewId: reviews[0]?.id ?? "",
    outcome: "overturned" as const,
    why: "È critica aspra, non offesa.",
  };
  expect(await decideReview(tools, { ...judged, by: decider ?? "" })).toEqual({ kind: "own-decision" });
  expect(await decideReview(tools, { ...judged, by: other ?? "" })).toMatchObject({ kind: "judged" });
  await expect.poll(isHidden, { timeout: 10_000 }).toBe(false);
  expect(await readReview(world.database.db, { authorityId, code })).toMatchObject({
    rule: 6,
    review: { outcome: "overturned", reason: judged.why },
  });

  const settled = async () =>
    (await db.selectFrom("decision").select("state").execute()).map(({ state }) => state);
  await expect.poll(settled, { timeout: 10_000 }).toEqual(["done", "done"]);
  const { entries } = await findRegister(db, authorityId);
  const told6 = entries.map(({ action, rule, review, count }) => ({ action, rule, review, count }));
  expect(told6).toEqual([
    { action: "unhide", rule: 6, review: "none", count: 1 },
    { action: "hide", rule: 6, review: "overturned", count: 1 },
  ]);
  expect(entries.every(({ period }) => /^\d{4}-\d{2}$/.test(period))).toBe(true);
  const day = 86_400_000;
  const span = { from: new Date(judgedAt.getTime() - day), until: new Date(judgedAt.getTime() + day) };
  expect(await figuresOf(db, authorityId, span)).toMatchObject({
    measures: 1,
    reviewed: 1,
    overturned: 1,
    automatic: { count: 0, precision: null },
  });

  // Whatever a program does, the database lets nobody judge their own decision.
  const own = world.database.db
    .updateTable("decision_review")
    .set({ decided_by: decider ?? "" })
    .execute();
  await expect(own).rejects.toThrow("by_another_person");
});
