import type { FastifyReply, FastifyRequest } from "fastify";
import { countInbox } from "../conversing/inbox/inbox-store.ts";
import { countQueue } from "../moderating/deciding/find-queue.ts";
import { countOpenReviews } from "../moderating/reviewing/review-store.ts";
import { demoMember } from "../staff/demo-member.ts";
import { type Act, belongsTo, may, mayAnywhere, mustHaveSecondFactor, type Staff } from "../staff/rights.ts";
import { findOpenSession, noteSessionUse } from "../staff/session-store.ts";
import { isFromHere, isPublished } from "./from-here.ts";
import { Problem } from "./problem.ts";
import { isSameOrigin } from "./same-origin.ts";
import { sessionTokenOf } from "./sign-in/desk-cookies.ts";
import { askedLanguageOf, rememberSignedIn, type SignedIn, type Waiting } from "./sign-in/signed-in.ts";
import { whereTo } from "./sign-in/where-to.ts";
import type { WebParts } from "./web-parts.ts";

/**
 * What an address of the desk asks of whoever comes: an act, in the authority that the address names as `:authority`,
 * else in any (what is shown is then filtered with `may`); to be signed in, for what is one's own; or nothing.
 */
export type Right = Act | "signed-in" | "anyone";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Declared by every address of the desk; test/desk-rights.test.ts looks for it. */
    right?: Right;
  }
}

/** To be given to a route. */
export interface Guarded {
  onRequest(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  config: { right: Right };
}

export interface DeskGuard {
  page(right: Right): Guarded;
  /** The same, for what changes something: it must come from a page of ours. */
  form(right: Right): Guarded;
}

export const signInPath = "/desk/sign-in";
const secondFactorPath = "/desk/me/second-factor";

/** Who may see and use the desk: leads those who are not signed in to where they can, throws a Problem for the others. */
export function guardDesk(parts: WebParts): DeskGuard {
  async function check(
    right: Right,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | undefined> {
    refuseOpenNetwork(request, parts);
    const who = await whoAsks(request, parts);
    if (who) rememberSignedIn(request, who);
    if (right === "anyone") return;
    if (!who) return reply.redirect(toSignIn(request, parts), 303);
    if (right === "signed-in") return;
    // In a demonstration nobody signs in, so there is nothing to prove twice.
    if (who.session && mustHaveSecondFactor(who.staff) && !who.staff.hasSecondFactor) {
      return reply.redirect(secondFactorPath, 303);
    }
    judge(who.staff, right, request);
    // Asked only where a page is made, which an answer to a form may be as well.
    rememberSignedIn(request, {
      ...who,
      countWaiting: () => countWaiting(parts, who.staff),
    });
  }
  return {
    page: (right) => ({ config: { right }, onRequest: (request, reply) => check(right, request, reply) }),
    form: (right) => ({
      config: { right },
      async onRequest(request, reply) {
        if (!isSameOrigin(request.headers, parts.publicUrl)) throw new Problem(403, "foreign-form");
        return await check(right, request, reply);
      },
    }),
  };
}

/**
 * Passwords and sessions travel by https only, or not at all: on this computer. A server in front may pass requests on
 * as if they were its own, so where nobody said that there is https in front, nobody from elsewhere is let in.
 */
function refuseOpenNetwork(request: FastifyRequest, parts: WebParts): void {
  if (isFromHere(request, parts)) return;
  if (parts.config.publicUrl?.startsWith("https:")) return;
  throw new Problem(403, "desk-needs-https");
}

async function whoAsks(request: FastifyRequest, parts: WebParts): Promise<SignedIn | undefined> {
  const { db } = parts.database;
  const now = parts.clock.now();
  const token = sessionTokenOf(request, parts);
  const open = token === undefined ? undefined : await findOpenSession(db, token, now);
  if (open) {
    // A page that brings itself up to date is no person at the desk.
    const isByHand = request.headers["sec-fetch-dest"] !== "empty";
    if (isByHand) await noteSessionUse(db, open.session, now);
    return open;
  }
  const isDemo = parts.config.isDemo && isFromHere(request, parts) && !isPublished(parts);
  return isDemo ? { staff: await demoMember(db, now), session: undefined } : undefined;
}

async function countWaiting(parts: WebParts, staff: Staff): Promise<Waiting> {
  const [inbox, moderation] = await Promise.all([countToAnswer(parts, staff), countToModerate(parts, staff)]);
  return { inbox, moderation };
}

/** How many conversations wait for an answer in the authorities where they may answer. */
async function countToAnswer({ database: { db }, clock }: WebParts, staff: Staff): Promise<number> {
  const ids = [...staff.roles.keys()].filter((id) => may(staff, "answer", id));
  const waits = { states: ["new", "waiting-for-us"], isUnanswered: true } as const;
  return await countInbox(db, ids, waits, clock.now());
}

/** How many comments and reviews wait for a decision in the authorities where they may moderate. */
async function countToModerate({ database: { db } }: WebParts, staff: Staff): Promise<number> {
  const ids = [...staff.roles.keys()].filter((id) => may(staff, "moderate", id));
  const [queue, reviews] = await Promise.all([countQueue(db, ids), countOpenReviews(db, ids)]);
  return [...queue.values(), ...reviews.values()].reduce((sum, one) => sum + one, 0);
}

/** Back to where one wanted to go; a form is not sent a second time by itself. */
function toSignIn(request: FastifyRequest, parts: WebParts): string {
  const query = new URLSearchParams();
  const lang = askedLanguageOf(request);
  if (lang) query.set("lang", lang);
  const page = request.method === "GET" ? request.url : pageOfForm(request);
  if (page !== undefined && page !== "/desk") query.set("to", page);
  if (sessionTokenOf(request, parts) !== undefined) query.set("over", "yes");
  return query.size > 0 ? `${signInPath}?${query}` : signInPath;
}

/** The page a form stood on, as the browser says: what was typed there was kept on the way, or is in the browser yet. */
function pageOfForm({ headers }: FastifyRequest): string | undefined {
  const from = URL.parse(headers.referer ?? "");
  const isOurs = from !== null && from.origin === headers.origin;
  return isOurs ? whereTo(from.pathname + from.search) : undefined;
}

/** Another authority is answered as if there were none of that name. */
function judge(staff: Staff, act: Act, request: FastifyRequest): void {
  const { authority } = (request.params ?? {}) as { authority?: string };
  if (authority !== undefined && !belongsTo(staff, authority)) throw new Problem(404, "no-such-page");
  const isAllowed = authority === undefined ? mayAnywhere(staff, act) : may(staff, act, authority);
  if (!isAllowed) throw new Problem(403, "not-your-role");
}
