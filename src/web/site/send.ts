import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Html } from "../web-parts.ts";

const zip = promisify(gzip);
const unzip = promisify(gunzip);
const zipLevel = 5;
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
  headers?: Readonly<Record<string, string>>;
}

/** A page or a file with the way in which it is sent. */
export interface Sheet extends Sending {
  content: Html | Buffer | string;
}

/** An answer as it is sent to whoever asks. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Only of what was found. */
  tag?: string;
  body: Buffer;
  /** "gzip": the body is; "worth-it": it would be smaller. */
  packing: "none" | "worth-it" | "gzip";
  isFramedAnywhere: boolean;
}

/** Answers with a page or a file: compressed where that is accepted, and not at all where the reader has it already. */
export async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  content: Html | Buffer | string,
  how: Sending = {},
): Promise<FastifyReply> {
  return await deliver(request, reply, await written({ ...how, content }));
}

export async function written({ content, ...how }: Sheet): Promise<Answer> {
  const { type = "text/html; charset=utf-8", status = 200, framedBy = "'none'" } = how;
  const awaited = await content;
  const body = Buffer.isBuffer(awaited) ? awaited : Buffer.from(awaited.toString());
  const isFound = status === 200;
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const isText = !/^image\/png|^font\//.test(type);
  return {
    status,
    headers: {
      ...how.headers,
      "content-security-policy": `${policy}; frame-ancestors ${framedBy}`,
      "content-type": type,
      "cache-control": how.cache ?? (isFound ? briefly : "no-store"),
      vary: "accept-encoding",
      ...(isFound && { etag: tag }),
    },
    ...(isFound && { tag }),
    body,
    packing: isText && body.length >= packedFromBytes ? "worth-it" : "none",
    isFramedAnywhere: framedBy === "*",
  };
}

/** The same answer as it takes the least room. */
export async function packed(answer: Answer): Promise<Answer> {
  if (answer.packing !== "worth-it") return answer;
  return { ...answer, body: await zip(answer.body, { level: zipLevel }), packing: "gzip" };
}

export async function deliver(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
): Promise<FastifyReply> {
  reply.code(answer.status).headers(answer.headers);
  if (answer.isFramedAnywhere) reply.removeHeader("x-frame-options");
  if (answer.tag && hasAlready(request, answer.tag)) return reply.code(304).send();
  if (!/\bgzip\b/.test(String(request.headers["accept-encoding"]))) {
    return reply.send(answer.packing === "gzip" ? await unzip(answer.body) : answer.body);
  }
  const { packing, body } = await packed(answer);
  if (packing === "gzip") reply.header("content-encoding", "gzip");
  return reply.send(body);
}

function hasAlready({ headers }: FastifyRequest, tag: string): boolean {
  const known = headers["if-none-match"];
  return (known ?? "").split(",").some((each) => each.trim().replace(/^W\//, "") === tag);
}
