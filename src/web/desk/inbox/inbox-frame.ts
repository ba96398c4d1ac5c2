import { html } from "hono/html";
import type { Language } from "../../../channels/channel.ts";
import { asset } from "../../assets.ts";
import type { Html } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { deskLayout } from "../desk-layout.ts";
import { keysHelp } from "../keys-help.ts";
import type { InboxAsked } from "./inbox-view.ts";
import { inboxWordsOf } from "./words/index.ts";

export interface InboxFrame {
  title: string;
  /** The same page in a language. */
  address(lang: Language | undefined): string;
  /** Which of both is there alone where there is no room for two. */
  alone: "list" | "conversation";
}

/** List and conversation beside each other; on a phone one of them. */
export function inboxFrame(asked: InboxAsked, frame: InboxFrame, parts: { list: Html; right: Html }): Html {
  const words = wordsOf(asked.language);
  const { keys } = inboxWordsOf(asked.language);
  return deskLayout(
    {
      language: asked.language,
      title: `${frame.title} – Bacheca`,
      otherAddress: frame.address(words.other.code),
      isDemo: asked.isDemo,
      isLive: true,
      current: "inbox",
      askedLanguage: asked.askedLanguage,
      who: asked.who,
      head: html`<link rel="stylesheet" href="${asset("inbox.css")}"><script src="${asset("drafts.js")}" defer></script><script src="${asset("announce.js")}" defer></script><script src="${asset("keys.js")}" defer></script><script src="${asset("inbox.js")}" defer></script>`,
    },
    html`<div class="inbox alone-${frame.alone}">
      <p class="stale" id="stale" hidden>${words.today.stale}</p>
      <div class="visually-hidden" id="announce" aria-live="polite" data-new="${inboxWordsOf(asked.language).newMessage}"></div>
      <div class="inbox-panes">${parts.list}${parts.right}</div>
      ${keysHelp(keys, keys.all)}
    </div>`,
  );
}
