import { html } from "hono/html";
import { isExpired, type PortalItem } from "../item.ts";
import { dayWords } from "./dates.ts";
import type { Markup } from "./layout.ts";
import { type Language, words } from "./words.ts";

/** The last day, said as what it is: an event takes place on it. */
export function deadlineOf(item: PortalItem, language: Language, now: Date): Markup | "" {
  if (item.deadline === undefined) return "";
  const text = words[language];
  const expired = isExpired(item, now);
  const label = expired ? text.expired : item.kind === "event" ? text.eventOn : text.until;
  return html`<span class="${expired ? "deadline over" : "deadline"}">${label} <time datetime="${item.deadline}">${dayWords(item.deadline, language)}</time></span>`;
}
