import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { authorityId, offer, openWorld, type World } from "../../test/publishing-world.ts";
import { advanceAccount } from "./advance-account.ts";
import { holdPublication } from "./hold-publication.ts";
import { publishNow } from "./publish-now.ts";
import { releasePublication } from "./release-publication.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => await world.close());

const advance = () => advanceAccount(world.tools, world.account);
const titles = () => world.facebook.posts().map((post) => /Offerta (\w+)/.exec(post.message ?? "")?.[1]);

async function keyOf(name: string): Promise<{ authorityId: string; id: string }> {
  const { id } = await world.database.db
    .selectFrom("publication as p")
    .innerJoin("item as i", "i.id", "p.item_id")
    .select("p.id")
    .where("i.title", "=", `Offerta ${name}`)
    .executeTakeFirstOrThrow();
  return { authorityId, id };
}

const row = async (name: string) =>
  await world.database.db
    .selectFrom("publication")
    .selectAll()
    .where("id", "=", (await keyOf(name)).id)
    .executeTakeFirstOrThrow();

async function pace(pacing: object): Promise<void> {
  await world.database.db
    .updateTable("account")
    .set({ pacing: JSON.stringify(pacing) })
    .execute();
}

describe("what a person wants out now", () => {
  test("is the next that leaves, and the gap between posts is kept", async () => {
    await pace({ minimumGapSeconds: 600 });
    await world.publish([offer("d"), offer("c"), offer("b"), offer("a")]);
    await advance();
    expect(titles()).toEqual(["a"]);
    expect(await publishNow(world.tools, await keyOf("c"))).toBe("hastened");
    expect(await publishNow(world.tools, await keyOf("d"))).toBe("hastened");
    await advance();
    expect(titles()).toEqual(["a"]);
    for (let posts = 2; posts <= 4; posts += 1) {
      world.clock.moveBy(601_000);
      await advance();
      expect(titles()).toHaveLength(posts);
    }
    expect(titles()).toEqual(["a", "d", "c", "b"]);
  });

  test("does not wait for the moment it was planned for, nor for the end of a pause between two tries", async () => {
    await world.publish([offer("b"), offer("a")]);
    const later = new Date(world.clock.now().getTime() + 86_400_000);
    await world.database.db
      .updateTable("publication")
      .set({ state: "planned", next_step_at: later })
      .execute();
    await world.database.db
      .updateTable("publication")
      .set({ state: "due", attempts: 1, post: "{}", first_tried_at: world.clock.now(), retries: 1 })
      .where("id", "=", (await keyOf("b")).id)
      .execute();
    await advance();
    expect(titles()).toEqual([]);
    world.jobs.length = 0;
    for (const name of ["a", "b"]) expect(await publishNow(world.tools, await keyOf(name))).toBe("hastened");
    expect(world.jobs).toEqual(["advance-account", "advance-account"]);
    await advance();
    expect(titles()).toEqual(["b", "a"]);
  });

  test("stays held where a colleague has just held it", async () => {
    await world.publish([offer("a")]);
    expect(await holdPublication(world.tools, await keyOf("a"))).toBe("held");
    expect(await publishNow(world.tools, await keyOf("a"))).toBe("nothing");
    await advance();
    expect(titles()).toEqual([]);
    expect(await row("a")).toMatchObject({ state: "held", reason: "by-hand" });
  });

  test("is held where a colleague who was slower wants it held", async () => {
    await world.publish([offer("a")]);
    const key = await keyOf("a");
    expect(await publishNow(world.tools, key)).toBe("hastened");
    expect(await holdPublication(world.tools, key)).toBe("held");
    await advance();
    expect(titles()).toEqual([]);
  });

  test("stays where it is when its end is not known, so that it is never out twice", async () => {
    world.facebook.addFault({ mode: "lost-after" });
    await world.publish([offer("a")]);
    await advance();
    expect(await publishNow(world.tools, await keyOf("a"))).toBe("already-left");
    expect(await row("a")).toMatchObject({ state: "unknown" });
    expect(world.facebook.posts()).toHaveLength(1);
  });
});

describe("what a person keeps back", () => {
  test("does not leave until somebody lets it go, and the others do", async () => {
    await world.publish([offer("b"), offer("a")]);
    expect(await holdPublication(world.tools, await keyOf("a"))).toBe("held");
    expect(await row("a")).toMatchObject({ state: "held", reason: "by-hand", next_step_at: null });
    await advance();
    expect(titles()).toEqual(["b"]);
    expect(await releasePublication(world.tools, await keyOf("a"))).toBe(true);
    await advance();
    expect(titles()).toEqual(["b", "a"]);
  });

  test("is kept back once: the second of two people is told that there was nothing left to do", async () => {
    await world.publish([offer("a")]);
    const key = await keyOf("a");
    const ends = await Promise.all([holdPublication(world.tools, key), holdPublication(world.tools, key)]);
    expect(ends.sort()).toEqual(["held", "nothing"]);
  });

  test("has already left when it is on the Page or may be there", async () => {
    world.facebook.addFault({ mode: "lost-after" });
    await world.publish([offer("b"), offer("a")]);
    await advance();
    expect(await holdPublication(world.tools, await keyOf("a"))).toBe("already-left");
    world.clock.moveBy(2_001);
    await advance();
    expect(await holdPublication(world.tools, await keyOf("b"))).toBe("already-left");
    expect(await row("b")).toMatchObject({ state: "published" });
  });

  test("of another authority is no publication at all", async () => {
    await world.publish([offer("a")]);
    const { id } = await keyOf("a");
    const key = { authorityId: "pietrachiara", id };
    expect(await holdPublication(world.tools, key)).toBe("nothing");
    expect(await publishNow(world.tools, key)).toBe("nothing");
    expect(await row("a")).toMatchObject({ state: "due" });
  });

  test("and the claim that sends it: whichever is committed first counts", async () => {
    await world.publish([offer("a")]);
    const key = await keyOf("a");
    let end: string | undefined;
    await advanceAccount(
      {
        ...world.tools,
        async reached(place) {
          if (place === "line read" && end === undefined) end = await holdPublication(world.tools, key);
        },
      },
      world.account,
    );
    expect(end).toBe("held");
    expect(titles()).toEqual([]);
    expect(await row("a")).toMatchObject({ state: "held", attempts: 0 });
  });
});
