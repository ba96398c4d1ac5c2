import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Html } from "../web-parts.ts";

const zip = promisify(gzip);
/** Below, the headers would weigh more than what is saved. */
const packedFromBytes = 1024;
/** Caches on the way may answer for a minute; whoever asks again after that is told if nothing is new. */
export const briefly = "public, max-age=60";

/** Nothing on these pages runs, not even ours. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'";

export interface Sending {
  type?: string;
  status?: number;
  cache?: string;
  /** Where the answer may be framed: "*" for what is made for other sites. */
  framedBy?: "'none'" | "*";
}

/** Answers with a page or a file: compressed where that is accepted, and not at all where the reader has it already. */
export async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  content: Html | Buffer | string,
  how: Sending = {},
): Promise<FastifyReply> {
  const { type = "text/html; charset=utf-8", status = 200, framedBy = "'none'" } = how;
  const awaited = await content;
  const body = Buffer.isBuffer(awaited) ? awaited : Buffer.from(awaited.toString());
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  reply
    .code(status)
    .header("content-security-policy", `${policy}; frame-ancestors ${framedBy}`)
    .header("content-type", type)
    .header("cache-control", how.cache ?? (status === 200 ? briefly : "no-store"))
    .header("vary", "accept-encoding");
  if (framedBy === "*") reply.removeHeader("x-frame-options");
  if (status === 200) {
    reply.header("etag", tag);
    if (hasAlready(request, tag)) return reply.code(304).send();
  }
  const isText = !/^image\/png|^font\//.test(type);
  if (
    !isText ||
    body.length < packedFromBytes ||
    !/\bgzip\b/.test(String(request.headers["accept-encoding"]))
  ) {
    return reply.send(body);
  }
  return reply.header("content-encoding", "gzip").send(await zip(body, { level: 5 }));
}

function hasAlready({ headers }: FastifyRequest, tag: string): boolean {
  const known = headers["if-none-match"];
  return (known ?? "").split(",").some((each) => each.trim().replace(/^W\//, "") === tag);
}
