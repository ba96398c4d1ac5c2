import type { FastifyRequest } from "fastify";
import ipaddr from "ipaddr.js";
import type { WebParts } from "./web-parts.ts";

type Parts = Pick<WebParts, "config">;

/**
 * Asked from this computer, by its own name. Two things look local and are not: a request that a proxy on this computer
 * passes on (it says for whom), and one of a web page elsewhere whose name was made to lead here (it says which name).
 */
export function isFromHere(request: FastifyRequest, parts: Parts): boolean {
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
export function isPublished({ config }: Parts): boolean {
  return config.publicUrl !== undefined && !isLoopbackName(nameIn(config.publicUrl) ?? "");
}

/**
 * Whose address tries are counted by: what a proxy on this computer saw, which it writes last; else who is connected. A
 * proxy elsewhere is one address for all, since anybody could claim to be one.
 */
export function addressOf(request: FastifyRequest): string {
  const direct = request.socket.remoteAddress ?? "";
  if (!isLoopback(direct)) return direct;
  const seen = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return seen && ipaddr.isValid(seen) ? seen : direct;
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
