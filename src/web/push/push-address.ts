import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type PushAnswer, pushItems } from "../../watching/push-items.ts";
import { chooseLanguage } from "../language.ts";
import { Problem } from "../problem.ts";
import type { Handler, WebParts } from "../web-parts.ts";
import { openAuthorisation } from "./authorise.ts";
import { readPush } from "./pushed-items.ts";

/** 500 items of 10,000 characters, with room for their escapes. */
export const pushBodyBytesMax = 8 * 1024 * 1024;

/** Where a portal hands over what it publishes; openapi.ts describes it. */
export function openPushAddress(parts: WebParts): PushAddress {
  const authorise = openAuthorisation(parts);
  return {
    async authorise(request) {
      await authorise(request, authorityOf(request));
      // The desk's forms are read elsewhere by the same server; here they would pass for an object.
      if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) {
        throw new Problem(415, "wrong-media-type");
      }
    },
    answer: answerPush(parts),
  };
}

export interface PushAddress {
  /** Comes before the body is read: nobody without a key makes us read megabytes. */
  authorise(request: FastifyRequest): Promise<void>;
  answer: Handler;
}

function authorityOf(request: FastifyRequest): string {
  return (request.params as { authorityId: string }).authorityId;
}

function answerPush(parts: WebParts): Handler {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const authorityId = authorityOf(request);
    const idempotencyKey = idempotencyKeyOf(request);
    const { source } = request.query as { source?: string | string[] };
    if (Array.isArray(source)) throw new Problem(400, "bad-request");
    const language = chooseLanguage(undefined, request.headers["accept-language"]);
    const read = readPush(request.body, language);
    if (Array.isArray(read))
      throw new Problem(400, "invalid-items", { faults: read.slice(0, faultsShownMax) });
    const queue = await parts.queue();
    const result = await pushItems(
      { db: parts.database.db, queue, clock: parts.clock },
      {
        authorityId,
        sourceId: source,
        idempotencyKey,
        requestHash: hashOf({ source, body: request.body }),
        items: read.items,
      },
    );
    if (result.kind === "refused") throw refusals[result.reason]();
    if (result.kind === "repeated") reply.header("idempotency-replayed", "true");
    return reply
      .code(result.status)
      .header("cache-control", "no-store")
      .send(withNotes(result.answer, read.notes));
  };
}

const faultsShownMax = 100;

const refusals = {
  "key-reused": () => new Problem(422, "idempotency-key-reused"),
  "unknown-source": () => new Problem(404, "unknown-source"),
  "source-stopped": () => new Problem(409, "source-stopped"),
  "unknown-authority": () => new Problem(404, "no-such-authority"),
} as const;

function idempotencyKeyOf(request: FastifyRequest): string {
  const header = request.headers["idempotency-key"];
  if (header === undefined || header === "") throw new Problem(400, "idempotency-key-missing");
  const key = String(header);
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new Problem(400, "idempotency-key-too-long");
  return key;
}

/** Of what the request says, not of its bytes: a client may write the same JSON with other spaces when it repeats. */
function hashOf(request: object): string {
  return createHash("sha256").update(JSON.stringify(request)).digest("hex");
}

/** The notes follow from the body alone, so a repeated push gets the same ones without keeping them. */
function withNotes(answer: PushAnswer, notes: string[][]): object {
  return { ...answer, items: answer.items.map((item, index) => ({ ...item, notes: notes[index] ?? [] })) };
}
