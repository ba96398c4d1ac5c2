import { afterEach, expect, it } from "vitest";
import { sendReply } from "../../src/conversing/send-reply.ts";
import { openQueue, type Queue } from "../../src/jobs/queue.ts";
import { startWorker, type Worker } from "../../src/jobs/worker.ts";
import type { HttpClient } from "../../src/platform/http-client.ts";
import { openHttpClient } from "../../src/platform/open-http-client.ts";
import { type ListeningWorld, openListeningWorld } from "../listening-world.ts";

// A citizen asks on Facebook; it is a conversation here a moment later; Marco answers, and the citizen reads it, once.

let world: ListeningWorld;
let open: { worker: Worker; queue: Queue; http: HttpClient };

afterEach(async () => {
  await open.worker.stop();
  await open.queue.close();
  await open.http.close();
  await world.close();
});

it("a question becomes a conversation within a second, and its answer arrives once", async () => {
  world = await openListeningWorld();
  const queue = await openQueue({ connection: world.database.connection, log: () => {} });
  const http = openHttpClient({ userAgent: "Bacheca/test" });
  // Two workers share the work, as two processes would.
  const workers = await Promise.all(
    [1, 2].map(() => startWorker({ publish: { ...world.tools, queue }, queue, http, sweepMs: 100 })),
  );
  open = {
    worker: { stop: async () => void (await Promise.all(workers.map((one) => one.stop()))) },
    queue,
    http,
  };

  await world.writes("youssef", "È ancora aperta l'offerta?");
  await world.says("anna", "Scade quando?");
  const writtenAt = performance.now();
  await expect.poll(world.conversations, { timeout: 10_000, interval: 20 }).toHaveLength(2);
  const visibleMs = performance.now() - writtenAt;

  for (const one of await world.conversations()) {
    const way = one.kind === "private" ? ("message" as const) : ("public" as const);
    const reply = {
      authorityId: one.authority_id,
      conversationId: one.id,
      version: one.version,
      by: "marco",
      way,
    };
    expect(
      await sendReply({ ...world.converse, queue }, { ...reply, text: "Sì, fino a venerdì." }),
    ).toMatchObject({
      kind: "taken",
    });
  }
  const states = async () => (await world.conversations()).map(({ state }) => state);
  await expect.poll(states, { timeout: 10_000 }).toEqual(["answered", "answered"]);
  await world.calm();
  const { community, messenger } = world.facebook.world;
  const pageId = world.facebook.seed.page.id;
  const ours = [
    ...[...community.comments.values()]
      .filter(({ authorId }) => authorId === pageId)
      .map(({ message }) => message),
    ...[...messenger.messages.values()].filter(({ fromPage }) => fromPage).map(({ text }) => text),
  ];
  expect(ours).toEqual(["Sì, fino a venerdì.", "Sì, fino a venerdì."]);
  // Their echoes came back over the same way and are the same messages.
  await expect.poll(async () => (await world.messages()).every((one) => one.is_dated)).toBe(true);
  expect(await world.messages()).toHaveLength(4);
  expect(visibleMs).toBeLessThan(5_000);
});
