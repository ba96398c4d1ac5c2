import type { FastifyReply, FastifyRequest } from "fastify";
import { ticketLastsMs } from "../../staff/browser-token.ts";
import type { SignedIn } from "../../staff/let-in.ts";
import { wholeMs } from "../../staff/session.ts";
import { cookieHeader, readCookie } from "../cookie.ts";
import { isFromHere } from "../from-here.ts";
import type { WebParts } from "../web-parts.ts";

/**
 * The cookies of the desk. The session's is bound to this very host and to https by its prefix; on this computer, where
 * there is no https, it goes by its plain name. A plain one is not read elsewhere: another host of the same domain
 * could have planted it.
 */

const sessionName = { secure: "__Host-bacheca-session", plain: "bacheca-session" };
const ticketName = "bacheca-ticket";
const markName = "bacheca-known-browser";
const signInPath = "/desk/sign-in";
// The longest that browsers keep one.
const markLastsSeconds = 400 * 24 * 3600;

type Parts = Pick<WebParts, "config">;

/** Whether cookies of this request travel by https: everywhere but on this computer. */
function isSecure(request: FastifyRequest, parts: Parts): boolean {
  return !isFromHere(request, parts);
}

export function sessionTokenOf(request: FastifyRequest, parts: Parts): string | undefined {
  const name = sessionName[isSecure(request, parts) ? "secure" : "plain"];
  return readCookie(request.headers.cookie, name);
}

/** The browser is signed in from here on, and known. */
export function setSession(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  { token, mark }: Pick<SignedIn, "token" | "mark">,
): void {
  writeSession(request, reply, parts, token, wholeMs / 1000);
  const known = { name: markName, value: mark, path: signInPath, maxAgeSeconds: markLastsSeconds };
  reply.header("set-cookie", cookieHeader({ ...known, isSecure: isSecure(request, parts) }));
  setTicket(request, reply, parts, undefined);
}

export function dropSession(request: FastifyRequest, reply: FastifyReply, parts: Parts): void {
  writeSession(request, reply, parts, "", 0);
}

function writeSession(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  value: string,
  maxAgeSeconds: number,
): void {
  const secure = isSecure(request, parts);
  const name = sessionName[secure ? "secure" : "plain"];
  reply.header("set-cookie", cookieHeader({ name, value, path: "/", maxAgeSeconds, isSecure: secure }));
}

export function ticketOf(request: FastifyRequest): string | undefined {
  return readCookie(request.headers.cookie, ticketName);
}

/** The ticket for the second step; undefined takes it away. */
export function setTicket(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  ticket: string | undefined,
): void {
  const maxAgeSeconds = ticket === undefined ? 0 : ticketLastsMs / 1000;
  const cookie = { name: ticketName, value: ticket ?? "", path: signInPath, maxAgeSeconds };
  reply.header("set-cookie", cookieHeader({ ...cookie, isSecure: isSecure(request, parts) }));
}

export function markOf(request: FastifyRequest): string | undefined {
  return readCookie(request.headers.cookie, markName);
}
