import type { FastifyRequest } from "fastify";
import type { Authority } from "../../../authority/authority-store.ts";
import type { Language } from "../../../channels/channel.ts";
import { askedLanguageOf, languageOf, type SignedIn, signedIn } from "../../sign-in/signed-in.ts";
import type { WebParts } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { type ActEnd, type AuthorityView, readActEnd, readerOf, viewOfAuthority } from "../view.ts";
import type { ItemsShown } from "./desk-item.ts";
import type { ItemFilter } from "./item-filter.ts";

/** How a page about items was asked for. */
export interface ItemsAsked {
  language: Language;
  /** Only what was asked for by address is repeated in addresses: the rest follows the browser. */
  askedLanguage: Language | undefined;
  /** What the button came to that was pressed before. */
  done: ActEnd | undefined;
  isDemo: boolean;
  who: SignedIn;
}

/** What the list is made of. */
export interface ItemsList {
  filter: ItemFilter;
  /** Of whoever looks, whichever is chosen. */
  authorities: readonly Authority[];
  /** Of the one authority that is shown; none where there are several. */
  sources: readonly { id: string; name: string }[];
  shown: ItemsShown;
}

export function askedOf(request: FastifyRequest, parts: WebParts): ItemsAsked {
  const language = languageOf(request);
  const { done } = request.query as { done?: unknown };
  return {
    language,
    askedLanguage: askedLanguageOf(request),
    done: readActEnd(done, wordsOf(language)),
    isDemo: parts.config.isDemo,
    who: signedIn(request),
  };
}

/** What the pieces of a page get for the items of one authority; buttons lead back to the address `to`. */
export function viewOf(parts: WebParts, asked: ItemsAsked, authority: Authority, to: string): AuthorityView {
  return {
    ...viewOfAuthority(readerOf(parts, asked), authority),
    networks: parts.channels,
    back: { authority: undefined, lang: undefined, to },
  };
}
