import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addSource, authorityId, offer, openWorld, type World } from "../../test/publishing-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await addSource(world.database, "altro");
  return async () => await world.close();
});
beforeEach(async () => {
  const { db } = world.database;
  for (const table of ["publication", "item_key", "item"] as const) await db.deleteFrom(table).execute();
});

const outcomes = async (...found: Parameters<World["take"]>) =>
  (await world.take(...found)).map(({ outcome }) => outcome).join(" ");
const items = async () =>
  (await world.database.db.selectFrom("item").selectAll().orderBy("seq").execute()).length;

describe("taking items in", () => {
  it("knows what it has seen, however often it comes, leaves and comes back", async () => {
    expect(await outcomes([offer("b"), offer("a")])).toBe("new new");
    expect(await outcomes([offer("b")])).toBe("known");
    expect(await outcomes([])).toBe("");
    expect(await outcomes([offer("c"), offer("a")])).toBe("known new");
    expect(await items()).toBe(3);
  });

  it("takes an item that stands twice in one look once", async () => {
    expect(await outcomes([offer("a"), offer("a")])).toBe("new known");
    const bare = { title: "Avviso", text: "Senza id né pagina." };
    expect(await outcomes([bare, bare])).toBe("new known");
  });

  it("recognises an item whose id changed while its page and title stayed", async () => {
    await world.take([offer("a")]);
    expect(await outcomes([offer("a", { id: "a-version-2" })])).toBe("known");
    expect(await outcomes([offer("a", { id: "a-version-2", link: "https://portale.example/moved" })])).toBe(
      "corrected",
    );
    expect(await items()).toBe(1);
  });

  it("holds two notices apart that share words, date and even the page they stand on", async () => {
    const twin = (id: string) => offer(id, { title: "Avviso", link: `https://portale.example/?id=${id}` });
    expect(await outcomes([twin("1"), twin("2")])).toBe("new new");
    const onOnePage = (id: string) => offer(id, { link: "https://portale.example/avvisi" });
    expect(await outcomes([onOnePage("x")])).toBe("new");
    expect(await outcomes([onOnePage("y")])).toBe("new");
  });

  it("recognises an offer by its reference on another page, in another source, with another id", async () => {
    await world.take([offer("a", { text: "Rif. VDL-2026-0412." })]);
    const extended = offer("z", { title: "PROROGA", text: "Rif. VDL-2026-0412: nuovo termine." });
    expect(await outcomes([extended], { sourceId: "altro" })).toBe("corrected");
    expect(await items()).toBe(1);
  });

  it("keeps the bare ids of two sources apart, and joins them by the page they show", async () => {
    await world.take([{ id: "415", title: "A", text: "" }]);
    expect(await outcomes([{ id: "415", title: "B", text: "" }], { sourceId: "altro" })).toBe("new");
    await world.take([offer("a")]);
    expect(await outcomes([{ ...offer("a"), id: "other-id" }], { sourceId: "altro" })).toBe("known");
  });

  it("records what an item said before it changed", async () => {
    await world.take([offer("a")]);
    expect(await outcomes([offer("a", { title: "Offerta a (rettifica)" })])).toBe("corrected");
    const changes = await world.database.db
      .selectFrom("change")
      .select(["kind", "before", "after"])
      .execute();
    expect(changes).toContainEqual({
      kind: "corrected",
      before: expect.objectContaining({ title: "Offerta a" }),
      after: expect.objectContaining({ title: "Offerta a (rettifica)" }),
    });
    expect(await outcomes([offer("a", { title: "Offerta a (rettifica)" })])).toBe("known");
  });

  it("does not doubt what it has seen when notices without ids come to share one page, or cease to", async () => {
    // A portal that links all its notices to its list: the second notice made the first one new again.
    const notice = (title: string) => ({
      title,
      text: "Vedi la pagina.",
      link: "https://portale.example/avvisi",
    });
    expect(await outcomes([notice("Uno")])).toBe("new");
    expect(await outcomes([notice("Due"), notice("Uno")])).toBe("known new");
    expect(await outcomes([notice("Due")])).toBe("known");
    expect(await outcomes([notice("Tre"), notice("Due"), notice("Uno")])).toBe("known known new");
    expect(await items()).toBe(3);
  });

  it("does not correct an item to and fro when two versions of it stand side by side", async () => {
    const old = offer("a", { text: "Scade il 4 dicembre." });
    const both = [old, offer("a", { text: "Scade il 18 dicembre." })];
    await world.take([old]);
    for (let look = 0; look < 3; look += 1) expect(await outcomes(both)).toBe("known known");
  });

  it("does not correct an item to and fro when two sources tell it in different words", async () => {
    const [whole, summary] = [offer("a", { text: "Tutto il testo." }), offer("a", { text: "Tutto…" })];
    await world.take([whole]);
    expect(await outcomes([summary], { sourceId: "altro" })).toBe("corrected");
    expect(await outcomes([whole])).toBe("corrected");
    for (let look = 0; look < 3; look += 1) {
      expect(await outcomes([summary], { sourceId: "altro" })).toBe("known");
      expect(await outcomes([whole])).toBe("known");
    }
  });

  it("does not take a session in an address for a correction", async () => {
    const seen = (session: string) =>
      offer("a", {
        link: `https://portale.example/a;jsessionid=${session}`,
        attachments: [{ url: `https://portale.example/a.pdf;jsessionid=${session}` }],
      });
    await world.take([seen("9F2C")]);
    expect(await outcomes([seen("A001")])).toBe("known");
  });

  it("bears a reference as long as a page", async () => {
    const reference = Array.from({ length: 500 }, (_, i) => `VDL-${i * 7919}`).join("/");
    expect(await outcomes([offer("a", { reference })])).toBe("new");
    expect(await outcomes([offer("b", { reference })])).toBe("corrected");
  });

  it("records an archive without telling it, but for the newest that were asked for", async () => {
    const archive = ["e", "d", "c", "b", "a"].map((name) => offer(name));
    const taken = await world.take(archive, { publishNewest: 2 });
    expect(taken.map((item) => [item.found.id, item.archived])).toEqual([
      ["a", true],
      ["b", true],
      ["c", true],
      ["d", false],
      ["e", false],
    ]);
  });

  it("does not let an erased item come back", async () => {
    const [taken] = await world.take([offer("a")]);
    await world.database.db
      .deleteFrom("item")
      .where("id", "=", taken?.id ?? "")
      .execute();
    expect(await outcomes([offer("a")])).toBe("buried");
    expect(await items()).toBe(0);
  });

  it("takes an item once when two looks find it at the same moment", async () => {
    const many = Array.from({ length: 8 }, (_, i) =>
      world.take([offer("a")], { sourceId: i % 2 ? "altro" : "portale" }),
    );
    const all = (await Promise.all(many)).flat().map((item) => item.outcome);
    expect(all.filter((outcome) => outcome === "new")).toHaveLength(1);
    expect(await items()).toBe(1);
  });

  it("keeps authorities apart, whatever they publish", async () => {
    const { db } = world.database;
    await db.insertInto("authority").values({ id: "calanchi", name: "CST Terra dei Calanchi" }).execute();
    await addSource(world.database, "portale", "calanchi");
    await world.take([offer("a", { text: "Rif. VDL-2026-0412" })]);
    const theirs = { authorityId: "calanchi", sourceId: "portale" };
    expect(await outcomes([offer("a", { text: "Rif. VDL-2026-0412" })], theirs)).toBe("new");
    const stolen = db
      .insertInto("publication")
      .values({
        authority_id: authorityId,
        item_id: (
          await db
            .selectFrom("item")
            .select("id")
            .where("authority_id", "=", "calanchi")
            .executeTakeFirstOrThrow()
        ).id,
        account_id: "pagina",
        format: "link-post",
        position: "1",
        marker: "aaaaaaaaaaaa",
        state: "due",
        next_step_at: new Date(),
        planned_at: new Date(),
      })
      .execute();
    await expect(stolen).rejects.toThrow(/foreign key/);
  });
});
