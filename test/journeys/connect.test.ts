import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findAuthority } from "../../src/authority/authority-store.ts";
import { checkAccountHealth } from "../../src/connecting/check-account-health.ts";
import { advanceAccount } from "../../src/publishing/advance-account.ts";
import { planPublications } from "../../src/publishing/plan-publications.ts";
import type { PublishTools } from "../../src/publishing/publish-tools.ts";
import { takeInItems } from "../../src/watching/take-in-items.ts";
import { type AccountsWorld, openAccountsWorld } from "../accounts-world.ts";
import { addSource, offer } from "../publishing-world.ts";

/** From an account nobody has connected to posts on the wall, and back again when its token dies. */

const key = { authorityId: "valdilago", accountId: "pagina" };
let world: AccountsWorld;
beforeAll(async () => {
  world = await openAccountsWorld();
});
afterAll(() => world.close());
beforeEach(() => world.startOver());

async function tools(): Promise<PublishTools> {
  const { database, ...parts } = world.parts;
  const stopping = new AbortController().signal;
  return { ...parts, db: database.db, queue: await parts.queue(), chance: () => 0.5, stopping };
}

async function publish(...names: string[]): Promise<void> {
  const { db } = world.database;
  const now = world.parts.clock.now();
  const authority = await findAuthority(db, key.authorityId);
  if (!authority) throw new Error("the file was applied");
  const queue = await world.parts.queue();
  await db.transaction().execute(async (trx) => {
    const items = await takeInItems(
      trx,
      names.map((name) => offer(name)),
      {
        authorityId: key.authorityId,
        sourceId: "portale",
        settings: authority.settings,
        defaultKind: "offer",
        publishNewest: "all",
        order: "by-date",
        now,
      },
    );
    await planPublications(trx, queue, key.authorityId, items, { now });
  });
}

async function connect(): Promise<void> {
  const visit = world.visit();
  const { page } = world.facebook.seed;
  const back = await visit.logIn({ account: "pagina", pages: [page.id] });
  await visit.choose(back.path, [page.id]);
}

const posts = () => world.facebook.posts().length;
const state = async () => {
  const row = await world.database.db
    .selectFrom("account")
    .select(["state", "reason"])
    .where("id", "=", "pagina")
    .executeTakeFirstOrThrow();
  return row.reason ?? row.state;
};

test("what is published before the Page is connected waits, and goes out with the login; so it does after a dead token", async () => {
  await addSource(world.database, "portale");
  await publish("a", "b");
  await advanceAccount(await tools(), key);
  expect([posts(), await state()]).toEqual([0, "not-connected"]);

  await connect();
  expect(world.jobs).toContain("advance-account valdilago/pagina");
  await advanceAccount(await tools(), key);
  expect([posts(), await state()]).toEqual([2, "active"]);

  // Found by the hourly look, before a post meets it.
  const obtained = [...world.facebook.world.tokens.values()].filter(({ kind }) => kind === "PAGE");
  for (const token of obtained) token.ended = "password";
  await checkAccountHealth(await tools(), key);
  await publish("c");
  await advanceAccount(await tools(), key);
  expect([posts(), await state()]).toEqual([2, "password-changed"]);

  for (const token of obtained) world.facebook.world.tokens.delete(token.value);
  await connect();
  await advanceAccount(await tools(), key);
  expect([posts(), await state()]).toEqual([3, "active"]);
});
