import type { FastifyRequest } from "fastify";
import type { Explanation, Language } from "../../../channels/channel.ts";
import type { AnyChannel } from "../../../channels/registry.ts";
import { explainConnecting } from "../../../connecting/explain.ts";
import { chooseLanguage } from "../../language.ts";
import { type SignedIn, signedIn } from "../../sign-in/signed-in.ts";
import type { AccountsDone } from "../../words/accounts-words.ts";
import type { Reading } from "../moments.ts";
import { explain } from "../telling.ts";
import type { AuthorityView } from "../view.ts";

/** How a page about accounts was asked for. */
export interface AccountsAsked {
  language: Language;
  /** Only what was asked for by address is repeated in addresses: the rest follows the browser. */
  askedLanguage: Language | undefined;
  /** The one authority shown; undefined = all. */
  authority: string | undefined;
  who: SignedIn;
}

/** What the parts of a page about accounts get for one authority. */
export interface AccountsView extends Omit<AuthorityView, "networks"> {
  channels: Record<string, AnyChannel>;
  /** Of the channels this authority has an app at. */
  apps: readonly string[];
  publicUrl: string;
  /** Where this desk is, as the reader's browser sees it. */
  deskUrl: string;
}

/** Of the address, or of the hidden fields of a form. */
export function askedOf(request: FastifyRequest): AccountsAsked {
  const fields = { ...(request.query as object), ...((request.body ?? {}) as object) } as Record<
    string,
    unknown
  >;
  const lang = fields.lang === "it" || fields.lang === "en" ? fields.lang : undefined;
  const who = signedIn(request);
  return {
    who,
    language: chooseLanguage(lang, who.staff.language ?? request.headers["accept-language"]),
    askedLanguage: lang,
    authority: typeof fields.authority === "string" ? fields.authority : undefined,
  };
}

/** The address of the page of all accounts, with what is to be kept of the present one. */
export function accountsLink(kept: { authority?: string; lang?: Language; done?: AccountsDone }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(kept)) if (value !== undefined) query.set(name, value);
  return query.size > 0 ? `/desk/accounts?${query}` : "/desk/accounts";
}

/** Where the login of a channel comes back to. People enter it into their app, so it must not change. */
export function returnAddress(deskUrl: string, channel: string): string {
  return `${deskUrl}${returnPath}/${encodeURIComponent(channel)}`;
}

export const returnPath = "/desk/accounts/connected";

/** What is the matter, whoever says so: connecting, publishing, or the channel. */
export function explainTrouble(
  reason: string,
  channel: string,
  view: Pick<AuthorityView, keyof Reading | "explainers">,
): Explanation {
  return explainConnecting(reason, view.words.code) ?? explain(reason, channel, view, view.explainers);
}

export function networkOf(channel: string, { channels }: Pick<AccountsView, "channels">): string {
  return channels[channel]?.networkName ?? channel;
}
