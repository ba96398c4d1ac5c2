import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccountsWorld, openAccountsWorld } from "../../../test/accounts-world.ts";
import { readConfig } from "../../config.ts";
import type { Installation } from "../../installation.ts";
import { examineAccounts } from "./accounts.ts";

let world: AccountsWorld;
beforeAll(async () => {
  world = await openAccountsWorld();
  await world.startOver();
});
afterAll(() => world.close());

async function looked(environment: Record<string, string> = {}) {
  const installation = { ...world.parts, config: readConfig(environment) } as unknown as Installation;
  const checks = await examineAccounts(installation);
  return checks
    .filter(({ state }) => state !== "ok")
    .map(({ state, explainedBy }) => ({ state, ...explainedBy }));
}

test("doctor sees what the hourly look sees, and changes nothing", async () => {
  expect(await looked()).toEqual([{ state: "warning", channel: "facebook-page", reason: "not-connected" }]);
  const { page } = world.facebook.seed;
  const visit = world.visit();
  await visit.choose((await visit.logIn({ pages: [page.id] })).path, [page.id]);
  expect(await looked({ BACHECA_PUBLIC_URL: world.parts.publicUrl })).toEqual([]);

  const { subscriptions } = world.facebook.webhooks;
  subscriptions.unsubscribePage(page.id, world.facebook.seed.app.id);
  for (const token of world.facebook.world.tokens.values()) token.scopes.delete("read_insights");
  const missing = { state: "warning", channel: "facebook-page", missing: "read_insights" };
  expect(await looked({ BACHECA_PUBLIC_URL: world.parts.publicUrl })).toEqual([
    { state: "warning", channel: "facebook-page", reason: "subscription-missing" },
    missing,
  ]);
  expect(subscriptions.ofPage(page.id).size).toBe(0);
  // Without an address for the world, nobody could tell us anything.
  expect(await looked()).toEqual([missing]);
});
