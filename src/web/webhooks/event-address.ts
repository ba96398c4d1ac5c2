import type { FastifyReply, FastifyRequest } from "fastify";
import type { ArrivedEvent } from "../../conversing/event-store.ts";
import { shareCommits, TooManyWaiting } from "../../conversing/share-commits.ts";
import { takeInEvents } from "../../conversing/take-in-events.ts";
import { isConnectionError } from "../../database/database.ts";
import { Problem } from "../problem.ts";
import type { Handler, WebParts } from "../web-parts.ts";
import { type Callback, singleValues } from "./callbacks.ts";
import type { EventCounters } from "./event-counters.ts";
import { bytesOf, eventBodyBytesMax, openBodyRoom } from "./raw-bodies.ts";
import { soonEnough } from "./soon-enough.ts";

/** Where a network sends what happens (graph-api.md section 15). */
export interface EventAddress {
  /** Comes before the body is read: what bears no signature is not worth reading. */
  guard(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** The network asks whether the address is ours. */
  handshake: Handler;
  /** 200 means that every event is committed; all others are sent again. */
  take: Handler;
}

const patienceMs = 3_000;
const wakeAfterMs = 100;
const commitRules = {
  gatherMs: 5,
  itemsMax: 1_000,
  waitingMax: 20_000,
  patienceMs,
  hangingMax: 2,
  isEverybodys: isConnectionError,
};

export function openEventAddress(
  parts: WebParts,
  callbackOf: (request: FastifyRequest) => Callback,
  counters: EventCounters,
): EventAddress {
  const makeRoom = openBodyRoom(eventBodyBytesMax);
  const wakeSoon = oneWakeFor(parts);
  const commits = shareCommits<ArrivedEvent>(async (events) => {
    const taken = await takeInEvents(parts.database.db, events);
    counters.taken(taken);
    if (taken.stored > 0) wakeSoon();
  }, commitRules);

  return {
    async guard(request, reply) {
      if (!callbackOf(request).listening.isSigned(singleValues(request.headers))) {
        throw new Problem(401, "not-signed");
      }
      makeRoom(request, reply);
      parts.deliveries?.note();
    },

    async handshake(request, reply) {
      const { listening, appsNow } = callbackOf(request);
      const query = singleValues(request.query);
      for (const app of await appsNow()) {
        const challenge = listening.handshake(app, query);
        if (challenge !== undefined) return reply.type("text/plain; charset=utf-8").send(challenge);
      }
      throw new Problem(403, "wrong-verify-token");
    },

    async take(request, reply) {
      const { key, listening, apps } = callbackOf(request);
      const body = bytesOf(request);
      const headers = singleValues(request.headers);
      // Before this is true nothing of the body is looked at.
      const isGenuine = (await apps()).some((app) => listening.isGenuine(app, body, headers));
      if (!isGenuine) throw new Problem(401, "wrong-signature");
      const deliveries = listening.read(body);
      if (!deliveries) throw new Problem(400, "not-events");
      counters.ignored(deliveries.ignored);
      const receivedAt = parts.clock.now();
      const events = deliveries.events.map((event) => ({ ...event, ...key, receivedAt }));
      if (events.length > 0) await soonEnough(commits.add(events).catch(asProblem), patienceMs);
      return reply.type("text/plain; charset=utf-8").send("ok");
    },
  };
}

/** A burst is one wake, not a job for each of its commits. */
function oneWakeFor(parts: WebParts): () => void {
  let isNear = false;
  return () => {
    if (isNear) return;
    isNear = true;
    setTimeout(() => {
      isNear = false;
      void wake(parts);
    }, wakeAfterMs).unref();
  };
}

/** Nobody waits for it and it may be lost: the rows say what there is to do, and the sweep looks for them. */
async function wake(parts: WebParts): Promise<void> {
  try {
    await (await parts.queue()).add(parts.database.db, "handle-events", {});
  } catch (error) {
    parts.log.debug({ error: String(error) }, "nobody was woken for new events; the sweep finds them");
  }
}

function asProblem(error: unknown): never {
  if (error instanceof TooManyWaiting) {
    throw new Problem(503, "events-waiting", { headers: { "retry-after": "5" } });
  }
  throw error;
}
