import type { FastifyReply, FastifyRequest } from "fastify";
import { findAuthority } from "../../../authority/authority-store.ts";
import { beginLogin } from "../../../connecting/begin-login.ts";
import { checkAccountHealth } from "../../../connecting/check-account-health.ts";
import { examineToken } from "../../../connecting/examine-token.ts";
import { finishLogin, type LoginEnd } from "../../../connecting/finish-login.ts";
import { loginSpanMs } from "../../../connecting/login-state.ts";
import type { LoginAim } from "../../../connecting/login-store.ts";
import { cookieHeader, readCookie } from "../../cookie.ts";
import { textsIn, textsOf } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { deskUrlOf } from "../desk-url.ts";
import { hasAccount } from "./accounts-store.ts";
import {
  type AccountsAsked,
  accountsLink,
  askedOf,
  explainTrouble,
  returnAddress,
  returnPath,
} from "./accounts-view.ts";
import { beforeLoginPage } from "./before-login-page.ts";
import { connectToolsOf } from "./choice-address.ts";
import { failedPage } from "./failed-page.ts";

/** Begins a login: the browser gets its half of the key, the page tells how to go on. */
export function connectAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const aim = await aimOf(parts, request);
    const deskUrl = deskUrlOf(parts, request);
    const tools = await connectToolsOf(parts);
    const begun = await beginLogin(tools, aim, returnAddress(deskUrl, aim.channel));
    if (begun.kind === "failed")
      return await sendFailure(parts, askedOf(request), reply, aim.channel, { ...begun, detail: "" });
    const value = `${askedOf(request).askedLanguage ?? "--"}${begun.cookie.value}`;
    reply.header("set-cookie", loginCookie({ ...begun.cookie, value }, deskUrl, loginSpanMs / 1000));
    const network = parts.channels[aim.channel]?.networkName ?? aim.channel;
    return sendPage(reply, beforeLoginPage(parts, askedOf(request), { address: begun.address, network }));
  };
}

// The network brings our state back and nothing else; the language people had asked for goes before our key.
const languageCharacters = 2;

/** Where the network sends the browser back to. */
export function returnedAddress(parts: WebParts): Handler {
  return async (request, reply) => {
    const { channel } = request.params as { channel: string };
    if (!Object.hasOwn(parts.channels, channel)) throw new Problem(404, "no-such-page");
    const deskUrl = deskUrlOf(parts, request);
    let used: string | undefined;
    let lang: string | undefined;
    const end = await finishLogin(await connectToolsOf(parts), {
      channel,
      parameters: textsIn(request.query),
      redirectUrl: returnAddress(deskUrl, channel),
      cookie(name) {
        used = name;
        const value = readCookie(request.headers.cookie, name);
        lang = value?.slice(0, languageCharacters);
        return value?.slice(languageCharacters);
      },
    });
    if (used) reply.header("set-cookie", loginCookie({ name: used, value: "" }, deskUrl, 0));
    return await afterLogin(parts, askedIn(request, lang), reply, channel, end);
  };
}

function askedIn(request: FastifyRequest, lang: string | undefined): AccountsAsked {
  return lang === "it" || lang === "en"
    ? { ...askedOf(request), language: lang, askedLanguage: lang }
    : askedOf(request);
}

export function tokenAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const aim = await aimOf(parts, request);
    const { token } = (request.body ?? {}) as { token?: unknown };
    const end = await examineToken(await connectToolsOf(parts), aim, typeof token === "string" ? token : "");
    return await afterLogin(parts, askedOf(request), reply, aim.channel, end);
  };
}

export function checkAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const { authority: authorityId, account: accountId } = request.params as Record<
      "authority" | "account",
      string
    >;
    const { channel } = (request.body ?? {}) as { channel?: unknown };
    if (!(await hasAccount(parts.database.db, authorityId, String(channel), accountId))) {
      throw new Problem(404, "no-such-page");
    }
    const look = await checkAccountHealth(await connectToolsOf(parts), { authorityId, accountId });
    const { authority, askedLanguage: lang } = askedOf(request);
    return reply.redirect(
      accountsLink({ authority, lang, done: look === "looked" ? "checked" : "not-now" }),
      303,
    );
  };
}

async function afterLogin(
  parts: WebParts,
  asked: AccountsAsked,
  reply: FastifyReply,
  channel: string,
  end: LoginEnd,
): Promise<FastifyReply> {
  if (end.kind === "failed") return await sendFailure(parts, asked, reply, channel, end);
  const { askedLanguage } = asked;
  const query = askedLanguage ? `?lang=${askedLanguage}` : "";
  return reply.redirect(`/desk/accounts/${end.authorityId}/logins/${end.loginId}${query}`, 303);
}

/** 422: what was sent could be read, and leads nowhere. */
async function sendFailure(
  parts: WebParts,
  asked: AccountsAsked,
  reply: FastifyReply,
  channel: string,
  { reason, detail }: { reason: string; detail: string },
): Promise<FastifyReply> {
  const reading = { now: parts.clock.now(), timeZone: "Europe/Rome", words: wordsOf(asked.language) };
  const why = explainTrouble(reason, channel, { ...reading, explainers: parts.channels });
  return sendPage(reply, failedPage(parts, asked, why, detail), 422);
}

/** What a form is about; of an authority, a channel and an account that exist and belong together. */
async function aimOf(parts: WebParts, request: FastifyRequest): Promise<LoginAim> {
  const { authority: authorityId } = request.params as { authority: string };
  const { channel, account } = textsOf(request);
  const { db } = parts.database;
  const isKnown =
    channel !== undefined &&
    Object.hasOwn(parts.channels, channel) &&
    (await findAuthority(db, authorityId)) !== undefined &&
    (account === undefined || (await hasAccount(db, authorityId, channel, account)));
  if (!isKnown || channel === undefined) throw new Problem(404, "no-such-page");
  return { authorityId, channel, accountId: account ?? null };
}

function loginCookie(
  cookie: { name: string; value: string },
  deskUrl: string,
  maxAgeSeconds: number,
): string {
  return cookieHeader({ ...cookie, path: returnPath, maxAgeSeconds, isSecure: deskUrl.startsWith("https:") });
}
