import { html } from "hono/html";
import type { Language } from "../../../channels/channel.ts";
import { asset } from "../../assets.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import type { Html } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { deskLayout } from "../desk-layout.ts";
import { keysHelp } from "../keys-help.ts";
import type { ModerationAsked } from "./moderation-view.ts";
import type { ModerationCounts } from "./read-moderation.ts";
import { moderationWordsOf } from "./words/index.ts";

export interface ModerationFrame {
  title: string;
  /** The same page in a language. */
  address(lang: Language | undefined): string;
  /** Of pages that bring themselves up to date; opening a comment is entered in the trail, so its page does not. */
  isLive: boolean;
  keys: "list" | "comment" | "review" | "none";
}

/** The frame that all pages of moderation share. */
export function moderationFrame(asked: ModerationAsked, frame: ModerationFrame, content: Html): Html {
  const words = wordsOf(asked.language);
  const { keys } = moderationWordsOf(asked.language);
  const scripts = html`<script src="${asset("keys.js")}" defer></script><script src="${asset("moderation.js")}" defer></script>`;
  return deskLayout(
    {
      language: asked.language,
      title: `${frame.title} – Bacheca`,
      otherAddress: frame.address(words.other.code),
      isDemo: asked.isDemo,
      isLive: frame.isLive,
      current: "moderation",
      askedLanguage: asked.askedLanguage,
      who: asked.who,
      head: html`<link rel="stylesheet" href="${asset("inbox.css")}"><link rel="stylesheet" href="${asset("moderation.css")}">${frame.keys === "none" ? "" : scripts}`,
    },
    html`<div class="inbox moderation">
      ${frame.isLive ? html`<p class="stale" id="stale" hidden>${words.today.stale}</p>` : ""}
      ${content}
      ${frame.keys === "none" ? "" : keysHelp(keys, keys[frame.keys])}
    </div>`,
  );
}

/** What waits, and the reviews that are asked for. */
export function moderationTabs(
  { language, askedLanguage }: ModerationAsked,
  current: "queue" | "reviews",
  counts: ModerationCounts,
): Html {
  const { tabs } = moderationWordsOf(language);
  const tab = (which: "queue" | "reviews", path: string) => {
    const count = [...counts[which].values()].reduce((sum, one) => sum + one, 0);
    return html`<li><a ${which === current ? html`aria-current="page"` : ""} href="${withQuery(path, { lang: askedLanguage })}">${tabs[which]} (${count})</a></li>`;
  };
  return html`<nav class="inbox-groups" aria-label="${tabs.label}" ><ul id="moderation-tabs" data-live>
    ${tab("queue", "/desk/moderation")}${tab("reviews", "/desk/reviews")}</ul></nav>`;
}
