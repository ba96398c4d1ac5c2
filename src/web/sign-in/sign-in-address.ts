import type { FastifyRequest } from "fastify";
import { answerSecondFactor } from "../../staff/answer-second-factor.ts";
import type { Browser } from "../../staff/let-in.ts";
import { hasAdministrator } from "../../staff/member-store.ts";
import { endSession } from "../../staff/session-store.ts";
import { signIn } from "../../staff/sign-in.ts";
import type { StaffTools } from "../../staff/staff-tools.ts";
import { textsOf } from "../form-fields.ts";
import { addressOf } from "../from-here.ts";
import { chooseLanguage } from "../language.ts";
import { type Handler, sendPage, type WebParts } from "../web-parts.ts";
import { dropSession, markOf, setSession, setTicket, ticketOf } from "./desk-cookies.ts";
import { codePage, type SignInShown, type SignInView, signInPage, withQuery } from "./sign-in-page.ts";
import { whoIsSignedIn } from "./signed-in.ts";
import { whereTo } from "./where-to.ts";
import { signInWordsOf } from "./words/index.ts";

/** The form for e-mail and password; whoever is signed in goes on to where they wanted. */
export function showSignIn(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = viewOf(request, parts);
    if (whoIsSignedIn(request)?.session) return reply.redirect(view.to ?? "/desk", 303);
    const { over } = request.query as { over?: unknown };
    const isNobodyYet = !(await hasAdministrator(parts.database.db));
    return sendPage(reply, signInPage({ ...view, email: "", isOver: over !== undefined, isNobodyYet }));
  };
}

export function takeSignIn(parts: WebParts, tools: StaffTools): Handler {
  return async (request, reply) => {
    const view = viewOf(request, parts);
    const { email = "", password = "" } = textsOf(request);
    const words = signInWordsOf(view.language).signIn;
    const end = await signIn(tools, { email, password }, browserOf(request));
    const again = (status: number, trouble: string) => {
      const shown: SignInShown = { ...view, email, isOver: false, isNobodyYet: false, troubles: [trouble] };
      return sendPage(reply, signInPage(shown), status);
    };
    switch (end.kind) {
      case "signed-in":
        setSession(request, reply, parts, end);
        return reply.redirect(onward(view), 303);
      case "second-factor":
        setTicket(request, reply, parts, end.ticket);
        return reply.redirect(
          withQuery("/desk/sign-in/code", { to: view.to, lang: view.askedLanguage }),
          303,
        );
      case "refused":
        return again(422, words.refused);
      case "wait":
        reply.header("retry-after", String(end.seconds));
        return again(429, words.wait(end.seconds));
      case "busy":
        reply.header("retry-after", "5");
        return again(503, words.busy);
    }
  };
}

/** The second step; without the first it leads back to that. */
export function showCode(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = viewOf(request, parts);
    if (ticketOf(request) === undefined) return reply.redirect(fromTheBeginning(view), 303);
    return sendPage(reply, codePage(view));
  };
}

export function takeCode(parts: WebParts, tools: StaffTools): Handler {
  return async (request, reply) => {
    const view = viewOf(request, parts);
    const { code = "" } = textsOf(request);
    const words = signInWordsOf(view.language);
    const end = await answerSecondFactor(tools, ticketOf(request), code, browserOf(request));
    switch (end.kind) {
      case "signed-in":
        setSession(request, reply, parts, end);
        return reply.redirect(onward(view), 303);
      case "refused":
        return sendPage(reply, codePage({ ...view, troubles: [words.code.refused] }), 422);
      case "wait":
        reply.header("retry-after", String(end.seconds));
        return sendPage(reply, codePage({ ...view, troubles: [words.signIn.wait(end.seconds)] }), 429);
      case "over": {
        setTicket(request, reply, parts, undefined);
        const shown = { ...view, email: "", isOver: false, isNobodyYet: false, troubles: [words.code.over] };
        return sendPage(reply, signInPage(shown), 422);
      }
    }
  };
}

/** Ends this session, here and in our memory. */
export function signOut(parts: WebParts): Handler {
  return async (request, reply) => {
    const who = whoIsSignedIn(request);
    if (who?.session) await endSession(parts.database.db, who.staff.id, who.session.id);
    dropSession(request, reply, parts);
    return reply.redirect("/desk/sign-in", 303);
  };
}

export function browserOf(request: FastifyRequest): Browser {
  return {
    address: addressOf(request),
    agent: request.headers["user-agent"] ?? "",
    mark: markOf(request),
  };
}

/** Of the address, or of the hidden fields of a form. */
export function viewOf(request: FastifyRequest, { config }: WebParts): SignInView {
  const fields = { ...(request.query as Record<string, unknown>), ...textsOf(request) };
  const { lang } = fields;
  return {
    language: chooseLanguage(lang, request.headers["accept-language"]),
    askedLanguage: lang === "it" || lang === "en" ? lang : undefined,
    isDemo: config.isDemo,
    to: whereTo(fields.to),
  };
}

function onward({ to, askedLanguage }: SignInView): string {
  return to ?? withQuery("/desk", { lang: askedLanguage });
}

function fromTheBeginning({ to, askedLanguage: lang }: SignInView): string {
  return withQuery("/desk/sign-in", { to, lang });
}
