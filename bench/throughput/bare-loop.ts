import process from "node:process";
import { openChannels } from "../../src/channels/registry.ts";
import { systemClock } from "../../src/platform/clock.ts";
import { openHttpClient } from "../../src/platform/open-http-client.ts";
import { newMarker, shortLink } from "../../src/publishing/marker.ts";
import { composePost } from "../../src/publishing/post.ts";
import { foundItem } from "../stage/stage.ts";
import type { BareOrder, BareReport } from "./run-bare.ts";

/**
 * The upper bound: the same posts by the same channel through the same HTTP client to the same Facebook, line by line
 * as the product does it, but with nothing remembered.
 */
const http = openHttpClient({ userAgent: "Bacheca bench" });
const channel = openChannels(http, systemClock)["facebook-page"];
if (!channel) throw new Error("there is no channel facebook-page");

const style = {
  authorityName: "Provincia di Valdilago",
  language: "it",
  timeZone: "Europe/Rome",
  templates: {},
} as const;

async function sendLine(order: BareOrder, page: BareOrder["pages"][number]): Promise<void> {
  const settings = { pageId: page.id, token: page.token, graphUrl: order.origin, allowPrivateAddress: true };
  const account = { id: page.id, externalId: page.id, settings };
  for (let index = 0; index < order.perPage; index += 1) {
    const { title, text } = foundItem();
    const marker = newMarker();
    const item = { kind: "offer" as const, title, body: text, reference: null, facts: {} };
    const link = shortLink("https://bacheca.example", marker);
    const words = composePost(item, style, { link, marker }, channel?.limits ?? { textCharactersMax: 0 });
    const post = { ...words, format: "link-post" as const, pictures: [] };
    const outcome = await channel?.publish(post, account);
    if (outcome?.kind !== "published") throw new Error(`a bare post was answered ${outcome?.kind}`);
  }
}

async function run(order: BareOrder): Promise<BareReport> {
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const waiting = [...order.pages];
  const lines = Array.from({ length: order.linesAtOnce }, async () => {
    for (let page = waiting.shift(); page; page = waiting.shift()) await sendLine(order, page);
  });
  await Promise.all(lines);
  const { user, system } = process.cpuUsage(before);
  return { tookMs: performance.now() - startedAt, processorMs: (user + system) / 1000 };
}

process.on("message", (order: BareOrder) => {
  void run(order).then((report) => process.send?.(report));
});
process.on("disconnect", () => process.exit(0));
