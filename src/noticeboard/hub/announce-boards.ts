import { createHash } from "node:crypto";
import { HttpError } from "../../platform/http-client.ts";
import { announceLater, type ChangedBoard, findChangedBoards, keepAnnounced } from "./announced-store.ts";
import { answerBytesMax, callTimeoutMs, settleDelivery } from "./delivery.ts";
import type { FeedContent, HubTools } from "./hub-tools.ts";
import { findTopics, markDue } from "./subscription-store.ts";

/** The state of a feed: what was delivered once is not delivered again. */
export function stateOf({ body }: Pick<FeedContent, "body">): string {
  return createHash("sha256").update(body).digest("base64url");
}

/**
 * Finds the boards that changed and marks the subscriptions of those feeds that did; with a hub of others, tells that
 * hub. Marking twice is marking once, so a crash anywhere in between costs a second look.
 */
export async function announceBoards(tools: HubTools): Promise<void> {
  const { db, clock, hub } = tools;
  const isExternal = hub.mode.kind === "external";
  for (const board of await findChangedBoards(db, clock.now(), { all: isExternal })) {
    if (tools.stopping.aborted) return;
    if (hub.mode.kind === "external") await tellOtherHub(tools, hub.mode.url, board);
    else await markSubscriptions(tools, board);
  }
}

/** The version was read before the feeds: what changes in between is another version. */
async function markSubscriptions({ db, clock, hub }: HubTools, board: ChangedBoard): Promise<void> {
  const { authorityId, version } = board;
  for (const { topic, told } of await findTopics(db, authorityId, clock.now())) {
    const content = await hub.feeds.write(authorityId, topic);
    // Where there is no such feed any more, delivering finds it out and ends the subscription.
    const state = content ? stateOf(content) : "";
    if (told.some((each) => each !== state)) await markDue(db, authorityId, topic, state, clock.now());
  }
  await keepAnnounced(db, authorityId, version);
}

async function tellOtherHub(tools: HubTools, url: string, board: ChangedBoard): Promise<void> {
  const { db, clock, http, log, hub } = tools;
  const { authorityId, version, tries } = board;
  const body = new URLSearchParams({ "hub.mode": "publish" });
  for (const topic of await hub.feeds.topics(authorityId)) body.append("hub.url", topic);
  const outcome = await http
    .request({
      method: "POST",
      url,
      body,
      timeoutMs: callTimeoutMs,
      bodyBytesMax: answerBytesMax,
      redirectsMax: 0,
      // Named by whoever runs the installation, and often inside the same network.
      allowPrivateAddress: true,
    })
    .then(
      ({ status }) => ({ kind: "answered" as const, status }),
      (error: unknown) => {
        if (error instanceof HttpError) return { kind: "no-answer" as const };
        throw error;
      },
    );
  const end = settleDelivery(outcome, tries, clock.now());
  if (end.kind === "again") return await announceLater(db, authorityId, end.at);
  if (end.kind !== "told") log.warn({ authorityId, outcome }, "the hub did not take what changed");
  await keepAnnounced(db, authorityId, version);
}
