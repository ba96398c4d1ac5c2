import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { catchUpAccount } from "../../src/conversing/catch-up-account.ts";
import { handleEvents } from "../../src/conversing/handle-events.ts";
import { enginesUnderTest } from "../databases.ts";
import { type ListeningWorld, openListeningWorld } from "../listening-world.ts";

// An hour in which no webhook arrives; what people wrote meanwhile is read again, and each message is there once.

let world: ListeningWorld;
afterEach(async () => await world.close());

const people = ["anna", "youssef", "luca", "olena", "giorgio", "niccolo"];

/** One reading of all there is, after the pause it chose for itself. */
async function readAgain(): Promise<number> {
  const begunAt = performance.now();
  await world.database.db.updateTable("account").set({ next_catch_up_at: null }).execute();
  await catchUpAccount(world.converse, world.account);
  await handleEvents(world.converse);
  return performance.now() - begunAt;
}

const events = async () =>
  (await world.database.db.selectFrom("event").select("key").execute()).map(({ key }) => key);
const texts = async () => (await world.messages()).map(({ text }) => text);

/** What is really there, as the network itself knows it. */
function truth(): string[] {
  const { community, messenger } = world.facebook.world;
  return [
    ...[...community.comments.values()].map(({ message = "" }) => message),
    ...[...messenger.messages.values()].map(({ text = "" }) => text),
  ].toSorted();
}

describe.each(enginesUnderTest())("what webhooks lost, on the engine %s", (engine) => {
  it("all of an hour is there after one reading, each once", async () => {
    world = await openListeningWorld({ engine });
    await world.admin("webhooks/weather", { loss: 1 });
    const asked: string[] = [];
    for (let index = 0; index < 120; index += 1) {
      const person = people[index % people.length] ?? "anna";
      const text = `Domanda numero ${index}?`;
      const { id = "" } = await (index % 3 === 0 ? world.writes(person, text) : world.says(person, text));
      if (index % 12 === 1) asked.push(id);
    }
    for (const [index, id] of asked.entries()) await world.says("luca", `Anche a me serve ${index}`, id);
    await world.admin("people/anna/post", { message: "Cerco lavoro come magazziniera" });
    await world.calm();
    expect(await texts()).toEqual([]);
    const ms = await readAgain();
    expect((await texts()).toSorted()).toEqual([...truth(), "Cerco lavoro come magazziniera"].toSorted());
    expect(new Set(await events()).size).toBe((await events()).length);
    // Of a second reading nothing is new.
    const before = await events();
    await readAgain();
    expect(await events()).toHaveLength(before.length);
    console.info(
      `${before.length} lost events were there ${Math.round(ms)} ms after the reading began (${engine})`,
    );
  });

  it("some of them, and what was told is found under the same key", async () => {
    world = await openListeningWorld({ engine });
    await world.admin("webhooks/weather", { loss: 0.5, duplicates: 0.3, seed: 3 });
    for (let index = 0; index < 40; index += 1) {
      const person = people[index % people.length] ?? "anna";
      await (index % 2
        ? world.writes(person, `Messaggio ${index}`)
        : world.says(person, `Commento ${index}`));
    }
    await world.calm();
    await handleEvents(world.converse);
    const told = await texts();
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(40);
    await readAgain();
    expect((await texts()).toSorted()).toEqual(truth());
    expect(
      await world.database.db
        .selectFrom("event")
        .select("id")
        .where("kind", "in", ["comment-added", "message-received"])
        .execute(),
    ).toHaveLength(40);
  });

  it("an edit among them, and the answer of a colleague", async () => {
    world = await openListeningWorld({ engine });
    const { id = "" } = await world.says("niccolo", "C'è posto?");
    await world.writes("anna", "Dove siete?");
    await world.calm();
    await handleEvents(world.converse);
    await world.admin("webhooks/weather", { loss: 1 });
    await world.admin("people/niccolo/edit", { id, text: "C'è ancora posto?" });
    // Lists know the second only; within one nobody can tell an answer from what it answers, and it waits.
    await sleep(1_100);
    const { messenger } = world.facebook.world;
    const [thread] = messenger.threads.values();
    if (!thread) throw new Error("nobody wrote");
    messenger.send(thread.pageId, thread.person, { text: "In via Roma 1", appId: "263902037430900" });
    await world.calm();
    await readAgain();
    const messages = await world.messages();
    expect(messages.map(({ author, text }) => `${author}: ${text}`).toSorted()).toEqual([
      "elsewhere: In via Roma 1",
      "person: C'è ancora posto?",
      "person: Dove siete?",
    ]);
    expect(messages.find(({ external_id }) => external_id === id)?.versions).toMatchObject([
      { text: "C'è posto?" },
      { text: "C'è ancora posto?" },
    ]);
    const states = (await world.conversations()).map(({ kind, state }) => `${kind} ${state}`);
    expect(states.toSorted()).toEqual(["comment-thread new", "private answered"]);
  });

  it("comes back soon after it found something, and ever more rarely while all is told", async () => {
    world = await openListeningWorld({ engine });
    const pauses: number[] = [];
    const pause = async () => {
      await readAgain();
      const row = await world.database.db
        .selectFrom("account")
        .select("next_catch_up_at")
        .executeTakeFirstOrThrow();
      pauses.push(
        Math.round(((row.next_catch_up_at?.getTime() ?? 0) - world.clock.now().getTime()) / 60_000),
      );
    };
    await world.admin("webhooks/weather", { loss: 1 });
    await world.says("anna", "Mi sentite?");
    for (let index = 0; index < 6; index += 1) await pause();
    expect(pauses).toEqual([2, 4, 8, 16, 30, 30]);
  });
});
