import { createHmac } from "node:crypto";
import { HttpError } from "../../platform/http-client.ts";
import { stateOf } from "./announce-boards.ts";
import {
  answerBytesMax,
  callTimeoutMs,
  type DeliveryOutcome,
  hubLimits,
  settleDelivery,
} from "./delivery.ts";
import { secretContext } from "./hub-secret.ts";
import type { FeedContent, HubTools } from "./hub-tools.ts";
import { type DueDelivery, forgetEnded, settleOne, takeDelivery } from "./subscription-store.ts";

/**
 * Delivers feeds that changed to everybody who is due, until nobody is. Row first, call second, settle third: a worker
 * that dies leaves its term, and only after it somebody else delivers, so that a subscriber gets a state twice at most
 * where the answer to the first delivery was lost. Several processes share the work.
 */
export async function deliverFeeds(tools: HubTools): Promise<void> {
  await forgetEnded(tools.db, tools.clock.now());
  await Promise.all(Array.from({ length: hubLimits.callsAtOnce }, () => deliverInTurn(tools)));
}

async function deliverInTurn(tools: HubTools): Promise<void> {
  while (!tools.stopping.aborted) {
    const one = await takeDelivery(tools.db, tools.clock.now());
    if (!one) return;
    await deliverOne(tools, one);
  }
}

async function deliverOne(tools: HubTools, one: DueDelivery): Promise<void> {
  const { db, hub, clock, log } = tools;
  const content = await hub.feeds.write(one.authorityId, one.topic);
  // The address of the feed is another now, say because the authority got a name of its own.
  if (!content) return await settleOne(db, one, { kind: "gone" });
  const state = stateOf(content);
  if (state === one.told) return await settleOne(db, one, { kind: "told", state });
  const outcome = await call(tools, one, content);
  const end = settleDelivery(outcome, one.tries, clock.now());
  if (end.kind !== "told")
    log.info({ authorityId: one.authorityId, outcome, end }, "a feed was not delivered");
  await settleOne(db, one, end.kind === "told" || end.kind === "given-up" ? { kind: "told", state } : end);
}

async function call(
  { http, vault }: HubTools,
  one: DueDelivery,
  { type, body, hub }: FeedContent,
): Promise<DeliveryOutcome> {
  const bytes = Buffer.from(body);
  const secret = one.secret && vault.open(one.secret, secretContext(one.authorityId));
  const signature = secret && createHmac("sha256", secret).update(bytes).digest("hex");
  try {
    const { status } = await http.request({
      method: "POST",
      url: one.callback,
      headers: {
        "content-type": type,
        link: `<${hub}>; rel="hub", <${one.topic}>; rel="self"`,
        ...(signature && { "x-hub-signature": `sha256=${signature}` }),
      },
      body: bytes,
      timeoutMs: callTimeoutMs,
      bodyBytesMax: answerBytesMax,
      redirectsMax: 0,
      allowPrivateAddress: false,
    });
    return { kind: "answered", status };
  } catch (error) {
    if (error instanceof HttpError) return { kind: "no-answer" };
    throw error;
  }
}
