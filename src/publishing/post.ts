import type { Post, PostLimits } from "../channels/channel.ts";
import type { ItemFacts, ItemKind } from "../watching/found-item.ts";
import { defaultTemplates, kindNames } from "./templates.ts";

/** The part of an item that a post is made of. */
export interface PostableItem {
  kind: ItemKind;
  title: string;
  body: string;
  reference: string | null;
  facts: ItemFacts;
}

/** Who speaks, how, and where the link leads. */
export interface PostStyle {
  authorityName: string;
  language: "it" | "en";
  timeZone: string;
  templates: Partial<Record<ItemKind, string>>;
}

// Where a summary is cut: long enough to tell what the offer is, short enough to be read on a phone before "See more".
const summaryCharactersMax = 420;

/** The words of a post; its pictures are drawn by others. */
export type ComposedPost = Pick<Post, "text" | "link" | "marker">;

/**
 * An item as a post: the authority's template (or ours) for its kind, filled in, within the channel's limit.
 *
 * A template is plain text with places in braces: {kind} {title} {employer} {place} {contract} {deadline} {howToApply}
 * {summary} {reference} {authority} {link}. A line whose places are all empty is left out, so one template serves
 * items that know much and items that know little; so is a line for the reference alone where the summary says it, as
 * it does on portals that end every text with it. The link always stands in the text: it is for people who copy the
 * text elsewhere, and it is the marker by which the post is found again.
 */
export function composePost(
  item: PostableItem,
  style: PostStyle,
  address: { link: string; marker: string },
  limits: PostLimits,
): ComposedPost {
  const template = style.templates[item.kind] ?? defaultTemplates[style.language][item.kind];
  const places = placesOf(item, style, address.link);
  const full = withLink(fill(template, places), address.link);
  return { text: shortened(full, template, places, address.link, limits), ...address };
}

function placesOf(item: PostableItem, style: PostStyle, link: string): Record<string, string> {
  const { facts } = item;
  return {
    kind: kindBefore(item, style),
    title: item.title,
    employer: facts.employer ?? "",
    place: facts.place ?? "",
    contract: facts.contract ?? "",
    deadline: facts.deadline ? readableDate(facts.deadline, style) : "",
    howToApply: facts.howToApply ?? "",
    summary: summaryOf(item.body),
    reference: item.reference ?? "",
    authority: style.authorityName,
    link,
  };
}

/** The kind, unless the title says it itself: "Corso di formazione: Corso gratuito di saldatura" stammers. */
function kindBefore(item: PostableItem, style: PostStyle): string {
  const name = kindNames[style.language][item.kind];
  const [firstWord = ""] = name.toLowerCase().split(" ");
  return item.title.toLowerCase().startsWith(firstWord) ? "" : name;
}

const place = /\{(\w+)\}/g;

function fill(template: string, places: Record<string, string>): string {
  const lines: string[] = [];
  const summary = template.includes("{summary}") ? (places.summary ?? "") : "";
  const isSaid = (name: string) => name === "reference" && mentions(summary, places.reference ?? "");
  for (const line of template.split("\n")) {
    const names = [...line.matchAll(place)].map((match) => match[1] ?? "");
    if (names.length > 0 && names.every((name) => !places[name] || isSaid(name))) continue;
    lines.push(line.replace(place, (_, name: string) => places[name] ?? ""));
  }
  // Separators left beside an empty place (": titolo", "Como ·  · part time") and blank lines left by dropped ones.
  return lines
    .map((line) => line.replace(/(\s·)+\s*(?=·)|^\s*[·:]\s*|\s*·\s*$/g, "").trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Whether a text names a reference: as a whole, for VDL-2026-041 stands in VDL-2026-0412 too. */
function mentions(text: string, reference: string): boolean {
  const at = text.toUpperCase().indexOf(reference.toUpperCase());
  if (reference === "" || at < 0) return false;
  const around = `${text[at - 1] ?? " "}${text[at + reference.length] ?? " "}`;
  return !/[\p{L}\p{N}]/u.test(around);
}

function withLink(text: string, link: string): string {
  return text.includes(link) ? text : `${text}\n\n${link}`;
}

/** Over the limit the summary gives way first, then the end of the text; never the link. */
function shortened(
  full: string,
  template: string,
  places: Record<string, string>,
  link: string,
  limits: PostLimits,
): string {
  const max = limits.textCharactersMax;
  if (full.length <= max) return full;
  const bare = withLink(fill(template, { ...places, summary: "" }), link);
  if (bare.length <= max) return bare;
  return `${cutAtWord(bare.replaceAll(link, "").trim(), max - link.length - 2)}\n\n${link}`;
}

/** The beginning of an item's text as its post says it. */
export function summaryOf(body: string): string {
  return summarise(body, summaryCharactersMax);
}

/** The first sentences of a text that fit, or its first words and an ellipsis. */
export function summarise(text: string, charactersMax: number): string {
  const flat = text
    .replace(/[ \t]+/g, " ")
    .replace(/\n{2,}/g, "\n")
    .trim();
  if (flat.length <= charactersMax) return flat;
  const sentences = flat.slice(0, charactersMax).match(/^[\s\S]*[.!?](?=\s)/);
  if (sentences && sentences[0].length > charactersMax / 3) return sentences[0];
  return cutAtWord(flat, charactersMax);
}

function cutAtWord(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) return text;
  const room = Math.max(charactersMax - 1, 0);
  const cut = text.slice(0, room);
  const space = cut.lastIndexOf(" ");
  // A cut through a surrogate pair would send half an emoji.
  const clean = (space > room / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, "");
  return `${clean.trimEnd()}…`;
}

/** "venerdì 4 dicembre 2026", with the hour where one is given; text that is no ISO date is shown as it is. */
export function readableDate(iso: string, style: Pick<PostStyle, "language" | "timeZone">): string {
  const date = new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso);
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso) || Number.isNaN(date.getTime())) return iso;
  const locale = style.language === "it" ? "it-IT" : "en-GB";
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: style.timeZone }).format(date);
  if (iso.length === 10) return day;
  const hour = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: style.timeZone }).format(date);
  return style.language === "it" ? `${day}, ore ${hour}` : `${day}, ${hour}`;
}
