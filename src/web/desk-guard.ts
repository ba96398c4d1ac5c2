import { createHash, timingSafeEqual } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyRequest } from "fastify";
import ipaddr from "ipaddr.js";
import { Problem } from "./problem.ts";
import { isSameOrigin } from "./same-origin.ts";
import type { WebParts } from "./web-parts.ts";

/** Who may see and use the desk. Each throws a Problem for those who may not. */
export interface DeskGuard {
  page(request: FastifyRequest): Promise<void>;
  form(request: FastifyRequest): Promise<void>;
  mayReadMetrics(request: FastifyRequest): Promise<void>;
}

/** A wrong password is answered this late... */
const wrongAnswerAfterMs = 1_000;
/** ...and no more than this many at once from one address: so many guesses a second, whatever the connections. */
const wrongAtOnce = 10;

/**
 * With a password: HTTP Basic, any name. Without one: this computer only, and nobody once there is a public address.
 * A server in front may pass requests on as if they were its own (nginx does when told nothing else: our address as
 * Host, no word about for whom), and then the whole world would come "from this computer".
 *
 * A right password is never slowed, so staff behind one proxy work on unless somebody behind it is guessing just now.
 */
export function guardDesk(parts: WebParts): DeskGuard {
  const { deskPassword } = parts.config;
  const expected = deskPassword === undefined ? undefined : digest(deskPassword);
  const waiting = new Map<string, number>();
  let wrongCount = 0;

  async function refuseLate(address: string): Promise<never> {
    wrongCount += 1;
    parts.log.warn({ address, wrongCount }, "a wrong password for the desk");
    waiting.set(address, (waiting.get(address) ?? 0) + 1);
    await sleep(wrongAnswerAfterMs);
    const left = (waiting.get(address) ?? 1) - 1;
    if (left > 0) waiting.set(address, left);
    else waiting.delete(address);
    throw passwordNeeded();
  }

  async function check(request: FastifyRequest, wanted: Buffer): Promise<void> {
    if ((waiting.get(request.ip) ?? 0) >= wrongAtOnce) {
      throw new Problem(429, "desk-too-many-tries", { headers: { "retry-after": "2" } });
    }
    const presented = passwordOf(request.headers.authorization);
    if (presented === undefined) throw passwordNeeded();
    if (!timingSafeEqual(digest(presented), wanted)) await refuseLate(request.ip);
  }

  async function page(request: FastifyRequest): Promise<void> {
    if (expected) return check(request, expected);
    if (isPublished(parts)) throw new Problem(403, "desk-without-password");
    if (!isFromHere(request, parts)) throw new Problem(403, "desk-only-here");
  }

  return {
    page,
    async form(request) {
      await page(request);
      if (!isSameOrigin(request.headers, parts.publicUrl)) throw new Problem(403, "foreign-form");
    },
    async mayReadMetrics(request) {
      if (isFromHere(request, parts)) return;
      if (!expected) throw new Problem(403, "metrics-only-here");
      await check(request, expected);
    },
  };
}

function passwordNeeded(): Problem {
  const challenge = 'Basic realm="Bacheca", charset="UTF-8"';
  return new Problem(401, "desk-password", { headers: { "www-authenticate": challenge } });
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

/**
 * Asked from this computer, by its own name. Two things look local and are not: a request that a proxy on this computer
 * passes on (it says for whom), and one of a web page elsewhere whose name was made to lead here (it says which name).
 */
export function isFromHere(request: FastifyRequest, parts: Pick<WebParts, "config">): boolean {
  const { headers } = request;
  if (proxyHeaders.some((name) => headers[name] !== undefined)) return false;
  if (!isLoopback(request.socket.remoteAddress ?? "")) return false;
  const name = nameIn(`http://${headers.host ?? ""}`);
  return name !== undefined && (name === parts.config.host || isLoopbackName(name));
}

const proxyHeaders = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
];

/** Whether the world was given an address of ours: something stands in front then. */
function isPublished({ config }: Pick<WebParts, "config">): boolean {
  return config.publicUrl !== undefined && !isLoopbackName(nameIn(config.publicUrl) ?? "");
}

function nameIn(address: string): string | undefined {
  return URL.parse(address)?.hostname.replace(/^\[|\]$/g, "");
}

function isLoopbackName(name: string): boolean {
  return name === "localhost" || isLoopback(name);
}

function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
}
