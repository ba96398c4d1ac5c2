import { createHash, timingSafeEqual } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyRequest } from "fastify";
import { isFromHere } from "../from-here.ts";
import { Problem } from "../problem.ts";
import type { WebParts } from "../web-parts.ts";

/** A wrong password is answered this late... */
const wrongAnswerAfterMs = 1_000;
/** ...and no more than this many at once: so many guesses a second, whatever the connections. */
const wrongAtOnce = 10;

/** Lets read the metrics from this computer, and from elsewhere by HTTP Basic (any name); throws the Problem otherwise. */
export function guardMetrics(parts: WebParts): (request: FastifyRequest) => Promise<void> {
  const { metricsPassword } = parts.config;
  const expected = metricsPassword === undefined ? undefined : digest(metricsPassword);
  let waiting = 0;
  return async (request) => {
    if (isFromHere(request, parts)) return;
    if (!expected) throw new Problem(403, "metrics-only-here");
    if (waiting >= wrongAtOnce)
      throw new Problem(429, "too-many-requests", { headers: { "retry-after": "2" } });
    const presented = passwordOf(request.headers.authorization);
    if (presented === undefined) throw passwordNeeded();
    if (timingSafeEqual(digest(presented), expected)) return;
    parts.log.warn({ address: request.ip }, "a wrong password for the metrics");
    waiting += 1;
    await sleep(wrongAnswerAfterMs);
    waiting -= 1;
    throw passwordNeeded();
  };
}

function passwordNeeded(): Problem {
  const challenge = 'Basic realm="Bacheca", charset="UTF-8"';
  return new Problem(401, "metrics-password", { headers: { "www-authenticate": challenge } });
}

/** The password of "Basic name:password"; the name may be any, also empty. */
function passwordOf(header: string | undefined): string | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]{1,1000})$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? undefined : text.slice(colon + 1);
}

/** Hashes are of one length, which is what a comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
