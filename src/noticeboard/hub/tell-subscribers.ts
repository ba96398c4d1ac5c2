import { announceBoards } from "./announce-boards.ts";
import { deliverFeeds } from "./deliver-feeds.ts";
import type { HubTools } from "./hub-tools.ts";
import { verifyIntents } from "./verify-intents.ts";

/** All that the hub does, in the order in which one thing gives another to do. */
export async function tellSubscribers(tools: HubTools): Promise<void> {
  if (tools.hub.mode.kind === "off") return;
  if (tools.hub.mode.kind === "own") await verifyIntents(tools);
  await announceBoards(tools);
  if (tools.hub.mode.kind === "own") await deliverFeeds(tools);
}
