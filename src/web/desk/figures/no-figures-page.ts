import { html } from "hono/html";
import type { Html } from "../../web-parts.ts";
import { type DeskFrame, deskLayout } from "../desk-layout.ts";
import { figuresWordsOf } from "./words/index.ts";

/** For whoever may see figures where there is no authority yet. */
export function noFiguresPage(frame: Omit<DeskFrame, "current" | "title">): Html {
  const { title, none } = figuresWordsOf(frame.language);
  return deskLayout(
    { ...frame, current: "figures", title: `${title} – Bacheca` },
    html`<div class="container staff"><h1>${title}</h1><p>${none}</p></div>`,
  );
}
