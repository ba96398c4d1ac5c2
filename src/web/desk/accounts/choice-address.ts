import type { FastifyReply, FastifyRequest } from "fastify";
import { choosePages } from "../../../connecting/choose-pages.ts";
import type { ConnectTools } from "../../../connecting/connect-tools.ts";
import { findPageOwners } from "../../../connecting/connected-account-store.ts";
import { explainConnecting } from "../../../connecting/explain.ts";
import { findHealth } from "../../../connecting/health-store.ts";
import { findChoice, type LoginKey } from "../../../connecting/login-store.ts";
import type { AccountKey } from "../../../publishing/account-store.ts";
import { Problem } from "../../problem.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { accountsLink, askedOf } from "./accounts-view.ts";
import { choicePage, type ShownChoice } from "./choice-page.ts";
import { failedPage } from "./failed-page.ts";

/** The Pages that a login opened, to choose from. */
export function choiceAddress(parts: WebParts): Handler {
  return async (request, reply) => await showChoice(parts, request, reply);
}

export function choiceAction(parts: WebParts): Handler {
  return async (request, reply) => {
    const key = keyOf(request);
    const chosen = await choosePages(await connectToolsOf(parts), key, pagesOf(request));
    if (chosen.kind === "refused") {
      const { reason } = chosen;
      if (reason === "choice-over") return await showOver(parts, request, reply);
      return await showChoice(parts, request, reply, reason);
    }
    const { askedLanguage: lang } = askedOf(request);
    const isWell = await areWell(parts, chosen.accounts);
    const done = isWell ? "connected" : "connected-some-trouble";
    return reply.redirect(accountsLink({ lang, done }), 303);
  };
}

export async function connectToolsOf(parts: WebParts): Promise<ConnectTools> {
  const { database, channels, vault, clock, log, policy, publicUrl } = parts;
  return { db: database.db, channels, vault, clock, log, policy, publicUrl, queue: await parts.queue() };
}

async function showChoice(
  parts: WebParts,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal?: ShownChoice["refusal"],
): Promise<FastifyReply> {
  const key = keyOf(request);
  const choice = await findChoice(parts.database.db, parts.vault, key, parts.clock.now());
  if (!choice) throw new Problem(404, "no-such-page");
  const pages = choice.pages.map(({ token: _, ...page }) => page);
  const externalIds = pages.map(({ externalId }) => externalId);
  const owners = await findPageOwners(parts.database.db, choice.channel, externalIds);
  const shown = { ...choice, pages, owners, loginId: key.loginId, ...(refusal && { refusal }) };
  return sendPage(reply, choicePage(parts, askedOf(request), shown), refusal ? 422 : 200);
}

async function showOver(
  parts: WebParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = askedOf(request);
  const why = explainConnecting("choice-over", asked.language);
  if (!why) throw new Problem(404, "no-such-page");
  return sendPage(reply, failedPage(parts, asked, why, ""), 422);
}

async function areWell(parts: WebParts, accounts: readonly AccountKey[]): Promise<boolean> {
  for (const account of accounts) {
    const known = await findHealth(parts.database.db, account);
    if (!known?.health.checks.every((check) => check.state === "ok")) return false;
  }
  return true;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function keyOf(request: FastifyRequest): LoginKey {
  const { authority: authorityId, login: loginId } = request.params as Record<"authority" | "login", string>;
  if (!uuid.test(loginId)) throw new Problem(404, "no-such-page");
  return { authorityId, loginId };
}

/** One field for each ticked box: none, one or several. */
function pagesOf(request: FastifyRequest): string[] {
  const { page } = (request.body ?? {}) as { page?: unknown };
  return [page].flat().filter((one): one is string => typeof one === "string");
}
