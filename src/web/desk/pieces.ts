import { html } from "hono/html";
import type { Explanation, Format } from "../../channels/channel.ts";
import { asset } from "../assets.ts";
import type { Html } from "../web-parts.ts";
import type { Words } from "../words/words.ts";
import { type Reading, tellDistance } from "./moments.ts";
import { type ActEnd, tellActEnd } from "./view.ts";

/** A drawing beside words that say the same. */
export function icon(name: string): Html {
  return html`<svg class="icon icon-sm" aria-hidden="true"><use href="${asset("sprites.svg")}#it-${name}"></use></svg>`;
}

/** "2 minuti fa", with the exact moment for programs. */
export function distance(at: Date, reading: Reading): Html {
  return html`<time datetime="${at.toISOString()}">${tellDistance(at, reading)}</time>`;
}

/** What the button came to that was pressed last, read out at once. */
export function actEnd(end: ActEnd, words: Words): Html {
  const { isDone, text } = tellActEnd(end, words);
  return html`<p class="${isDone ? "done" : "done not-done"}" role="status">${text}</p>`;
}

/** What happened and what to do. */
export function explanation({ happened, toDo }: Explanation, reading: Reading): Html {
  return html`<p>${happened}</p>
    <p class="to-do"><strong>${reading.words.today.waiting.toDo}</strong> ${toDo}</p>`;
}

/** One thing that waits for a person. */
export function notice(
  kind: "grave" | "wait" | "doubt",
  symbol: string,
  title: Html | string,
  content: Html,
  heading: "h2" | "h4" = "h4",
): Html {
  const named = html`${icon(symbol)} <span>${title}</span>`;
  return html`<article class="notice notice-${kind}">
    ${heading === "h2" ? html`<h2>${named}</h2>` : html`<h4>${named}</h4>`}
    ${content}
  </article>`;
}

/** The technical detail, folded away: for whoever is asked for help. */
export function technicalDetail(id: string, detail: string | null, reading: Reading): Html | string {
  if (!detail) return "";
  const label = reading.words.today.latest.technical.replace(/:$/, "");
  return html`<details class="technical" id="${id}"><summary id="${id}-s">${label}</summary><code>${detail}</code></details>`;
}

/** "Magazziniere (storia con foto)": an item may go out in several formats. */
export function itemInFormat(
  { title, format }: { title: string; format: Format },
  { words }: Reading,
): string {
  return `${title} (${words.formats[format]})`;
}

/** A title that leads to the item's page on the portal, where it has one. */
export function itemTitle(item: { title: string; link: string | null }, id: string): Html {
  if (!item.link || !/^https?:\/\//i.test(item.link)) return html`${item.title}`;
  return html`<a id="${id}" href="${item.link}" rel="noopener">${item.title}</a>`;
}
