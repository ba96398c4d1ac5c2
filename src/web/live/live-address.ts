import { PassThrough } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { isSessionOver } from "../../staff/session.ts";
import { findOpenSession } from "../../staff/session-store.ts";
import { Problem } from "../problem.ts";
import { sessionTokenOf } from "../sign-in/desk-cookies.ts";
import { type SignedIn, signedIn } from "../sign-in/signed-in.ts";
import type { Handler, WebParts } from "../web-parts.ts";
import { type Ear, type Hub, openHub } from "./open-hub.ts";
import { mayHear } from "./topic.ts";

/** Proxies close what is silent for a minute; a comment is no event. */
const heartbeatMs = 20_000;
/** What comes in one breath is told in one. */
const gatherMs = 50;
/** A browser has six connections to a host, and a page that is not looked at gives its own back. */
const ofPersonMax = 12;
const ofProcessMax = 500;
/** After a lost stream; spread, so that not all desks come back in the same moment. */
const comeBackMs = { least: 1_500, spread: 2_000 };

export interface LiveAddress {
  answer: Handler;
  beginStop(): void;
  close(): Promise<void>;
}

/** GET /desk/live: "changed" whenever a page of the desk may have changed for whoever asks, until their session ends. */
export function openLiveAddress(parts: WebParts): LiveAddress {
  const hub = openHub(parts);
  return {
    async answer(request, reply) {
      const who = signedIn(request);
      if (hub.count() >= ofProcessMax || hub.ofPerson(who.staff.id) >= ofPersonMax) {
        throw new Problem(429, "too-many-requests", { headers: { "retry-after": "60" } });
      }
      return await openStream(parts, hub, who, request, reply);
    },
    beginStop: () => hub.stop(),
    close: () => hub.close(),
  };
}

async function openStream(
  parts: WebParts,
  hub: Hub,
  who: SignedIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const stream = new PassThrough();
  const told = new Set<string>();
  let telling: NodeJS.Timeout | undefined;
  let { session } = who;

  // Whoever reads slowly gets the sum of what changed when there is room again: this set never grows beyond the topics.
  function flush(): void {
    telling = undefined;
    if (told.size === 0 || stream.writableNeedDrain || stream.writableEnded) return;
    stream.write(`event: changed\ndata: ${[...told].join(",")}\n\n`);
    told.clear();
  }

  const ear: Ear = {
    staff: who.staff,
    tell(notice) {
      if (notice && !mayHear(ear.staff, notice)) return;
      told.add(notice ? `${notice.authorityId}/${notice.topic}` : "*");
      telling ??= setTimeout(flush, gatherMs);
    },
    judge() {
      judge().catch(() => ear.end());
    },
    end() {
      stream.end();
    },
  };

  async function judge(): Promise<void> {
    // In a demonstration nobody signed in, so nobody's session ends.
    if (!session) return;
    const token = sessionTokenOf(request, parts);
    const open = token && (await findOpenSession(parts.database.db, token, parts.clock.now()));
    if (!open) return ear.end();
    session = open.session;
    ear.staff = open.staff;
  }

  const place = await hub.join(ear);
  if (!place) throw new Problem(503, "database-away", { headers: { "retry-after": "5" } });
  const beating = setInterval(() => {
    if (session && isSessionOver(session, parts.clock.now())) ear.judge();
    else if (!stream.writableNeedDrain) stream.write(":\n\n");
  }, heartbeatMs);
  stream.on("drain", flush);
  stream.on("close", () => {
    clearInterval(beating);
    clearTimeout(telling);
    place.leave();
  });
  const comeBack = comeBackMs.least + Math.floor(Math.random() * comeBackMs.spread);
  stream.write(`retry: ${comeBack}\n\n`);
  return reply
    .header("content-type", "text/event-stream; charset=utf-8")
    .header("cache-control", "no-store, no-transform")
    .header("x-accel-buffering", "no")
    .send(stream);
}
