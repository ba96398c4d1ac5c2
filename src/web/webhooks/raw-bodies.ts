import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Problem } from "../problem.ts";

/**
 * A network puts up to 1000 changes into one POST. Captured ones take about 1 kB each; this leaves them eight times as
 * much, and is what the web server in front lets through in docs/operate/installazione.md.
 */
export const eventBodyBytesMax = 8 * 1024 * 1024;
/** A signed request holds a few numbers. */
export const signedRequestBodyBytesMax = 16 * 1024;

/**
 * Nobody can prove anything before the last byte of a body has arrived, so all that are being read together take no more
 * memory than this: strangers who send large ones keep others waiting, and do not bring the process down.
 */
const bytesAtOnceMax = 32 * 1024 * 1024;

/** All bodies stay the bytes that came, whatever they say they are: parsing and writing them again breaks signatures. */
export function keepBodiesRaw(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
}

/** The bytes of a body; empty when there was none. */
export function bytesOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** Makes room for a body before it is read; throws the Problem when there is none. The room is free once the answer left. */
export function openBodyRoom(bodyBytesMax: number): (request: FastifyRequest, reply: FastifyReply) => void {
  let taken = 0;
  return (request, reply) => {
    const bytes = Number(request.headers["content-length"] ?? bodyBytesMax);
    // Refused in a moment, unread, for its size.
    if (bytes > bodyBytesMax) return;
    if (taken + bytes > bytesAtOnceMax) {
      throw new Problem(503, "events-waiting", { headers: { "retry-after": "5" } });
    }
    taken += bytes;
    reply.raw.once("close", () => {
      taken -= bytes;
    });
  };
}
