import type { FastifyReply, FastifyRequest } from "fastify";
import type { Language } from "../../channels/channel.ts";
import { takeOnAlert } from "../../moderating/recognising/take-on-alert.ts";
import type { ActTools } from "../../publishing/act-tools.ts";
import { discardHeld } from "../../publishing/discard-held.ts";
import { discardPublication } from "../../publishing/discard-publication.ts";
import { dropWish } from "../../publishing/drop-wish.ts";
import { holdPublication } from "../../publishing/hold-publication.ts";
import type { WishTools } from "../../publishing/keep-wish.ts";
import { publishNow } from "../../publishing/publish-now.ts";
import { releaseHeld } from "../../publishing/release-held.ts";
import { releasePublication } from "../../publishing/release-publication.ts";
import { resumeAccount } from "../../publishing/resume-account.ts";
import { sendAgain } from "../../publishing/send-again.ts";
import { tryWishAgain } from "../../publishing/try-wish-again.ts";
import { wantRemoval } from "../../publishing/want-removal.ts";
import { Problem } from "../problem.ts";
import { signedIn } from "../sign-in/signed-in.ts";
import { whereTo } from "../sign-in/where-to.ts";
import type { Handler, WebParts } from "../web-parts.ts";
import type { ReasonTogether } from "./today.ts";
import { type ActEnd, todayLink } from "./view.ts";

/** The buttons of the desk. Each acts once whatever is clicked twice, and leads back to the page it stood on. */

export function releaseAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const isDone = await releasePublication(await toolsOf(parts, request), rowOf(request));
    return back(request, reply, isDone ? "released" : "nothing");
  };
}

/** One that would leave by itself waits for a person instead. */
export function holdAction(parts: WebParts): Handler {
  return async (request, reply) =>
    back(request, reply, await holdPublication(await toolsOf(parts, request), rowOf(request)));
}

export function publishNowAction(parts: WebParts): Handler {
  return async (request, reply) =>
    back(request, reply, await publishNow(await toolsOf(parts, request), rowOf(request)));
}

export function sendAgainAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const isDone = await sendAgain(await toolsOf(parts, request), rowOf(request));
    return back(request, reply, isDone ? "sent-again" : "nothing");
  };
}

/** The post of a publication is taken off the Page; what has not left never will. */
export function removeAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const end = await wantRemoval(await wishToolsOf(parts, request), rowOf(request));
    switch (end.kind) {
      case "wanted":
        return back(request, reply, "removing");
      case "discarded":
      case "nothing":
        return back(request, reply, end.kind);
      case "impossible":
        return back(request, reply, end.reason);
    }
  };
}

export function tryWishAgainAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const isDone = await tryWishAgain(await wishToolsOf(parts, request), rowOf(request));
    return back(request, reply, isDone ? "trying-wish-again" : "nothing");
  };
}

export function dropWishAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const isDone = await dropWish(await toolsOf(parts, request), rowOf(request));
    return back(request, reply, isDone ? "left-as-it-is" : "nothing");
  };
}

export function releaseHeldAction(parts: WebParts, reason: ReasonTogether): Handler {
  return async (request, reply) => {
    const count = await releaseHeld(await toolsOf(parts, request), authorityOf(request), reason);
    return back(request, reply, count > 0 ? "all-released" : "nothing");
  };
}

export function discardAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const isDone = await discardPublication(await toolsOf(parts, request), rowOf(request));
    return back(request, reply, isDone ? "discarded" : "nothing");
  };
}

export function discardHeldAction(parts: WebParts, reason: ReasonTogether): Handler {
  return async (request, reply) => {
    const count = await discardHeld(await toolsOf(parts, request), authorityOf(request), reason);
    return back(request, reply, count > 0 ? "all-discarded" : "nothing");
  };
}

export function resumeAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const { account: accountId } = request.params as { account: string };
    const isDone = await resumeAccount(await toolsOf(parts, request), {
      authorityId: authorityOf(request),
      accountId,
    });
    return back(request, reply, isDone ? "resumed" : "nothing");
  };
}

export function takeOnAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const tools = { db: parts.database.db, clock: parts.clock };
    const isDone = await takeOnAlert(tools, rowOf(request), signedIn(request).staff.id);
    return back(request, reply, isDone ? "taken-on" : "nothing");
  };
}

function authorityOf(request: FastifyRequest): string {
  return (request.params as { authority: string }).authority;
}

async function toolsOf(parts: WebParts, request: FastifyRequest): Promise<ActTools> {
  const by = signedIn(request).staff.id;
  return { db: parts.database.db, queue: await parts.queue(), clock: parts.clock, by };
}

async function wishToolsOf(parts: WebParts, request: FastifyRequest): Promise<WishTools> {
  return { ...(await toolsOf(parts, request)), channels: parts.channels };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function rowOf(request: FastifyRequest): { authorityId: string; id: string } {
  const { authority, id } = request.params as { authority: string; id: string };
  if (!uuid.test(id)) throw new Problem(404, "no-such-page");
  return { authorityId: authority, id };
}

function back(request: FastifyRequest, reply: FastifyReply, done: ActEnd): FastifyReply {
  const fields = (request.body ?? {}) as Record<string, unknown>;
  const authority = typeof fields.authority === "string" ? fields.authority : undefined;
  const to = whereTo(fields.to);
  if (to !== undefined) return reply.redirect(withDone(to, done), 303);
  const lang: Language | undefined = fields.lang === "it" || fields.lang === "en" ? fields.lang : undefined;
  return reply.redirect(todayLink({ authority, lang, done }), 303);
}

function withDone(to: string, done: ActEnd): string {
  const [path = "", query] = to.split("?", 2);
  const kept = new URLSearchParams(query);
  kept.set("done", done);
  return `${path}?${kept}`;
}
