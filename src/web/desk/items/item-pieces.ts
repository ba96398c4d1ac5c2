import { html } from "hono/html";
import type { Language } from "../../../channels/channel.ts";
import type { Attachment, ItemFacts } from "../../../watching/found-item.ts";
import type { Html } from "../../web-parts.ts";
import { itemsWordsOf } from "./words/index.ts";

interface WithFacts {
  facts: ItemFacts;
  reference: string | null;
  /** Of its authority: hours are meant in its time zone. */
  settings: { timeZone: string };
}

const factNames = [
  "employer",
  "place",
  "contract",
  "deadline",
  "howToApply",
] as const satisfies (keyof ItemFacts)[];

/** What an offer says in fields of its own. */
export function factList(item: WithFacts, language: Language): Html | string {
  const names = itemsWordsOf(language).facts;
  const facts = factNames.flatMap((name) => {
    const value = item.facts[name];
    return value
      ? [{ name: names[name], value: name === "deadline" ? readable(value, item, language) : value }]
      : [];
  });
  if (item.reference) facts.push({ name: names.reference, value: item.reference });
  if (facts.length === 0) return "";
  return html`<dl class="facts">
    ${facts.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}

/** "venerdì 4 dicembre 2026 alle ore 12:00"; what is no ISO date stands as the portal wrote it. */
export function readable(iso: string, item: Pick<WithFacts, "settings">, language: Language): string {
  const hasTime = iso.length > 10;
  const date = new Date(hasTime ? iso : `${iso}T12:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso) || Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language === "it" ? "it-IT" : "en-GB", {
    dateStyle: "full",
    timeStyle: hasTime ? "short" : undefined,
    timeZone: hasTime ? item.settings.timeZone : "UTC",
  }).format(date);
}

export function paragraphs(text: string): Html[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map((part) => html`<p>${part}</p>`);
}

export function attachmentList(
  item: { attachments: readonly Attachment[] },
  language: Language,
): Html | string {
  const links = item.attachments.filter(({ url }) => /^https?:\/\//i.test(url));
  if (links.length === 0) return "";
  return html`<h2>${itemsWordsOf(language).attachments}</h2>
    <ul>${links.map(({ url, title }) => html`<li><a href="${url}">${title ?? url}</a></li>`)}</ul>`;
}
