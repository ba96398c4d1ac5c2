import type { FastifyReply, FastifyRequest } from "fastify";
import type { Language } from "../../channels/channel.ts";
import { releaseFlood } from "../../publishing/release-flood.ts";
import { type ActTools, releasePublication } from "../../publishing/release-publication.ts";
import { sendAgain } from "../../publishing/send-again.ts";
import { Problem } from "../problem.ts";
import type { Handler, WebParts } from "../web-parts.ts";
import type { Done } from "../words/words.ts";
import { todayLink } from "./view.ts";

/** The buttons of the desk. Each acts once whatever is clicked twice, and leads back to the page it stood on. */

export function releaseAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const isDone = await releasePublication(await toolsOf(parts), publicationOf(request));
    return back(request, reply, isDone ? "released" : "nothing");
  };
}

export function sendAgainAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const isDone = await sendAgain(await toolsOf(parts), publicationOf(request));
    return back(request, reply, isDone ? "sent-again" : "nothing");
  };
}

export function releaseFloodAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const { authority } = request.params as { authority: string };
    const count = await releaseFlood(await toolsOf(parts), authority);
    return back(request, reply, count > 0 ? "flood-released" : "nothing");
  };
}

async function toolsOf(parts: WebParts): Promise<ActTools> {
  return { db: parts.database.db, queue: await parts.queue(), clock: parts.clock };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function publicationOf(request: FastifyRequest): { authorityId: string; id: string } {
  const { authority, id } = request.params as { authority: string; id: string };
  if (!uuid.test(id)) throw new Problem(404, "no-such-page");
  return { authorityId: authority, id };
}

function back(request: FastifyRequest, reply: FastifyReply, done: Done): FastifyReply {
  const fields = (request.body ?? {}) as Record<string, unknown>;
  const authority = typeof fields.authority === "string" ? fields.authority : undefined;
  const lang: Language | undefined = fields.lang === "it" || fields.lang === "en" ? fields.lang : undefined;
  return reply.redirect(todayLink({ authority, lang, done }), 303);
}
