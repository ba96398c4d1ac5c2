import { html } from "hono/html";
import type { Language } from "../../../channels/channel.ts";
import type { Html } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { deskLayout } from "../desk-layout.ts";
import { actEnd } from "../pieces.ts";
import type { ItemsAsked } from "./items-view.ts";

export interface ItemsFrame {
  title: string;
  /** The same page in a language. */
  address(lang: Language | undefined): string;
  /** Above the title: the way back, what kind of item it is. */
  above?: Html;
}

/** The frame that both pages about items share. */
export function itemsFrame(asked: ItemsAsked, frame: ItemsFrame, content: Html): Html {
  const words = wordsOf(asked.language);
  return deskLayout(
    {
      language: asked.language,
      title: `${frame.title} – Bacheca`,
      otherAddress: frame.address(words.other.code),
      isDemo: asked.isDemo,
      isLive: true,
      current: "items",
      askedLanguage: asked.askedLanguage,
      who: asked.who,
    },
    html`<div class="container items">
      ${frame.above ?? ""}
      <h1>${frame.title}</h1>
      <p class="stale" id="stale" hidden>${words.today.stale}</p>
      ${asked.done ? actEnd(asked.done, words) : ""}
      ${content}
    </div>`,
  );
}
