import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handleEvents } from "../../src/conversing/handle-events.ts";
import { openBrowser } from "../browser.ts";
import { enginesUnderTest } from "../databases.ts";
import { type ListeningWorld, openListeningWorld } from "../listening-world.ts";
import { authorityId } from "../publishing-world.ts";
import { signIn } from "../staff.ts";

// A citizen writes to the Page; Facebook tells our address; Marco's open page changes without anybody touching it.

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe.each(enginesUnderTest())("on the engine %s", (engine) => {
  let world: ListeningWorld;

  beforeAll(async () => {
    world = await openListeningWorld({ engine });
  });

  afterAll(async () => {
    await world.close();
  });

  test("a message that comes to the webhook address makes an open page of the desk look again", async () => {
    const { database, clock } = world;
    const marco = await signIn(database, "moderator", authorityId, clock.now());
    const context = await browser.newContext();
    await context.addCookies([marco.cookie(world.origin)]);
    const page = await context.newPage();
    const asked: number[] = [];
    // Waited for from before the page is asked: its stream may be there sooner than the page is said to be.
    const stream = page.waitForResponse((answer) => answer.url().endsWith("/desk/live"));
    await page.goto(`${world.origin}/desk`);
    // The stream is open, and the look that follows its opening is over.
    await stream;
    await sleep(1_500);
    page.on("response", (answer) => {
      if (answer.url() === `${world.origin}/desk`) asked.push(performance.now());
    });
    const handling = keepHandling(world);
    const writtenAt = performance.now();
    await world.writes("anna", "Buongiorno, il corso di saldatura è ancora aperto?");
    await expect.poll(() => asked.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await handling.stop();
    console.log(`${engine}: seen at the desk after ${Math.round((asked[0] ?? 0) - writtenAt)} ms`);
    expect(await world.messages()).toHaveLength(1);
    await context.close();
  });
});

/** As the worker does, which the wake of each delivery reaches in its own process. */
function keepHandling(world: ListeningWorld): { stop(): Promise<void> } {
  let isOver = false;
  const going = (async () => {
    while (!isOver) {
      await handleEvents(world.converse);
      await sleep(20);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await going;
    },
  };
}
