import { expect, test } from "vitest";
import { Probe } from "../probe.ts";
import { startCrowd } from "./crowd.ts";
import { SCENES } from "./crowd-scenes.ts";
import { personByKey } from "./people.ts";

test("each scene happens once, comments under the newest post, and private ones as messages", async () => {
  const probe = await Probe.start();
  const post = (await probe.publish("Offerta")).body.id;
  const { world } = probe.facebook;
  const seen: string[] = [];
  world.community.on("event", (event) => {
    if (event.kind === "comment") seen.push(event.comment.message ?? "");
  });
  const crowd = startCrowd(world, { pageId: probe.page, everyMs: 1 });
  const inPublic = SCENES.filter(({ where }) => where === "comment").map(({ text }) => text);
  await expect.poll(() => seen.length).toBeGreaterThan(inPublic.length);
  crowd.stop();
  expect(seen.slice(0, inPublic.length)).toEqual(inPublic);
  const list = await probe.get(`/${post}/comments`, { limit: "0", summary: "true" });
  expect(list.body.summary).toMatchObject({ total_count: seen.length });
  await probe.facebook.close();
});

test("everybody in the scenes is one of the people", () => {
  expect(SCENES.filter(({ who }) => personByKey(who) === undefined)).toEqual([]);
});
