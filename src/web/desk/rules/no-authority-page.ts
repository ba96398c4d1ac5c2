import { html } from "hono/html";
import type { Html } from "../../web-parts.ts";
import { type DeskFrame, deskLayout } from "../desk-layout.ts";
import { rulesWordsOf } from "./words/index.ts";

/** For whoever may change rules and has no authority to do it in. */
export function noAuthorityPage(frame: Omit<DeskFrame, "current" | "title">): Html {
  const { title, none } = rulesWordsOf(frame.language);
  return deskLayout(
    { ...frame, current: "rules", title: `${title} – Bacheca` },
    html`<div class="container staff"><h1>${title}</h1><p>${none}</p></div>`,
  );
}
