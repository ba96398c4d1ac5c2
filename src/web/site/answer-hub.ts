import { readHubRequest } from "../../noticeboard/hub/hub-request.ts";
import { secretContext } from "../../noticeboard/hub/hub-secret.ts";
import { keepWish } from "../../noticeboard/hub/subscription-store.ts";
import { textsOf } from "../form-fields.ts";
import { openTokenBuckets } from "../push/token-buckets.ts";
import type { WebParts } from "../web-parts.ts";
import { readTopic } from "./feed-topic.ts";
import type { SiteAnswer } from "./open-site.ts";
import { send } from "./send.ts";
import { SiteFault } from "./site-fault.ts";

/** One who serves many readers subscribes for all of them from one address. */
const perAddress = { perSecond: 1, burst: 60 };

/**
 * Takes what a subscriber asks (WebSub, 5.1): kept first, asked back by the worker. Programs read the answer, so it is
 * the word of a reason and no sentence.
 */
export function takeHubRequest({ config, database, vault }: WebParts): SiteAnswer {
  const buckets = openTokenBuckets(perAddress);
  return async (site, request, reply) => {
    if (config.hub.kind !== "own") throw new SiteFault(site, "no-such-page");
    const answer = (status: number, reason: string) =>
      send(request, reply, `${reason}\n`, { status, type: "text/plain; charset=utf-8" });
    const { now } = site.reading;
    const waitSeconds = buckets.take(request.ip, now);
    if (waitSeconds > 0) {
      reply.header("retry-after", waitSeconds);
      return await answer(429, "too-many");
    }
    const reading = readHubRequest(textsOf(request));
    if (reading.kind === "fault") return await answer(400, reading.fault);
    const { secret, ...wish } = reading.request;
    if (!readTopic(site, wish.topic)) return await answer(404, "topic-unknown");
    const { id } = site.authority;
    const sealed = secret === undefined ? null : vault.seal(secret, secretContext(id));
    const kept = await keepWish(database.db, id, { ...wish, secret: sealed }, now);
    return kept === "kept" ? await answer(202, "accepted") : await answer(503, "too-many-subscriptions");
  };
}
