import { html } from "hono/html";
import type { Language } from "../channels/channel.ts";
import { layout } from "./layout.ts";
import type { Html } from "./web-parts.ts";

/** A page that says one thing: nothing here, not now, not you. */
export function messagePage(language: Language, message: { title: string; text: string }): Html {
  return layout(
    { language, title: `${message.title} – Bacheca` },
    html`<div class="container message">
      <h1>${message.title}</h1>
      <p class="lead">${message.text}</p>
    </div>`,
  );
}
