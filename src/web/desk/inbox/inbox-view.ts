import type { FastifyRequest } from "fastify";
import type { Authority } from "../../../authority/authority-store.ts";
import type { Language } from "../../../channels/channel.ts";
import type { ConverseTools } from "../../../conversing/converse-tools.ts";
import { askedLanguageOf, languageOf, type SignedIn, signedIn } from "../../sign-in/signed-in.ts";
import type { WebParts } from "../../web-parts.ts";
import { findAllowed } from "../find-allowed.ts";

/** How a page of the Inbox was asked for. */
export interface InboxAsked {
  language: Language;
  /** Only what was asked for by address is repeated in addresses. */
  askedLanguage: Language | undefined;
  isDemo: boolean;
  who: SignedIn;
}

export function askedOf(request: FastifyRequest, parts: WebParts): InboxAsked {
  return {
    language: languageOf(request),
    askedLanguage: askedLanguageOf(request),
    isDemo: parts.config.isDemo,
    who: signedIn(request),
  };
}

/** Those in which they may answer: of all others nothing is shown here. */
export async function findAnswering(parts: WebParts, { who }: InboxAsked): Promise<Authority[]> {
  return await findAllowed(parts, who.staff, "answer");
}

/** What the flows of hearing and answering work with, where a page calls them. */
export async function converseToolsOf(parts: WebParts): Promise<ConverseTools> {
  const { database, channels, vault, clock, log, policy, queue } = parts;
  return {
    db: database.db,
    ...{ channels, vault, clock, log, policy },
    queue: await queue(),
    chance: Math.random,
    stopping: new AbortController().signal,
  };
}
