import { html } from "hono/html";
import type { Language } from "../channels/channel.ts";
import { layout } from "./layout.ts";
import type { Html } from "./web-parts.ts";

/** A page that says one thing: nothing here, not now, not you; and where to go instead, if that is known. */
export function messagePage(
  language: Language,
  message: { title: string; text: string; way?: { label: string; address: string } },
): Html {
  const { way } = message;
  return layout(
    { language, title: `${message.title} – Bacheca` },
    html`<div class="container message">
      <h1>${message.title}</h1>
      <p class="lead">${message.text}</p>
      ${way ? html`<p><a class="btn btn-primary" href="${way.address}">${way.label}</a></p>` : ""}
    </div>`,
  );
}
