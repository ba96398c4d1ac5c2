import { z } from "zod";
import type { Language } from "../../channels/channel.ts";
import { hasMarkup, plainText } from "../../platform/plain-text.ts";
import { type FoundItem, itemKinds } from "../../watching/found-item.ts";
import type { BodyFault } from "../problem.ts";
import { wordsOf } from "../words/index.ts";

/** The body of a push: one item, or several with the oldest first. What the schemas say is also the OpenAPI document. */
export const itemsMax = 500;

const line = (max: number) => z.string().min(1).max(max);
const webAddress = z.url({ protocol: /^https?$/ }).max(2000);
const moment = z.iso.datetime({ offset: true });

const attachment = z
  .strictObject({
    url: webAddress,
    title: line(500).optional(),
    type: line(200).optional().describe("MIME type."),
    bytes: z.number().int().min(0).optional(),
  })
  .meta({ id: "Attachment", description: "A file the portal offers with the item." });

const facts = z
  .strictObject({
    employer: line(500).optional(),
    place: line(500).optional(),
    contract: line(500).optional(),
    deadline: z.union([z.iso.date(), moment]).optional().describe("A day, or a moment with its offset."),
    howToApply: line(2000).optional(),
  })
  .meta({ id: "Facts", description: "What the offer says in fields of its own, as people write it." });

/** One item as it is sent, before its text is cleaned. */
export const pushedItem = z
  .strictObject({
    reference: line(200).optional().describe("The authority's own code: the strongest identity."),
    id: line(1000).optional().describe("The portal's id of the item; never reused for another."),
    link: webAddress.optional().describe("The item's page on the portal; the post leads there."),
    title: line(500),
    text: z.string().max(50_000).default("").describe("Plain text, line breaks kept. Markup is removed."),
    kind: z.enum(itemKinds).optional().describe("Without it, the kind set for the source."),
    publishedAt: moment.optional(),
    facts: facts.optional(),
    attachments: z.array(attachment).max(50).optional(),
    labels: z.array(line(200)).max(50).optional(),
  })
  .meta({
    id: "Item",
    description: "One thing the portal publishes. At least one of reference, id and link.",
  });

export const pushedList = z
  .strictObject({ items: z.array(pushedItem).min(1).max(itemsMax) })
  .meta({ id: "ItemList", description: "Several items, the oldest first: posts keep this order." });

/** A push that can be taken in: items cleaned, and for each what was done to it on the way. */
export interface ReadPush {
  items: FoundItem[];
  notes: "markup-removed"[][];
}

/** The items of a body, or every fault of it with its path; messages in the given language. */
export function readPush(body: unknown, language: Language): ReadPush | BodyFault[] {
  const isList = typeof body === "object" && body !== null && "items" in body;
  const error = faultsIn(language);
  const result = isList
    ? pushedList.safeParse(body, { error })
    : pushedItem.transform((item) => ({ items: [item] })).safeParse(body, { error });
  if (!result.success) {
    return result.error.issues.map(({ path, message }) => ({ path: pathText(path), message }));
  }
  const { items } = result.data;
  const nameless = items.flatMap((item, index) => (item.reference || item.id || item.link ? [] : [index]));
  if (nameless.length > 0) {
    const message = wordsOf(language).itemIdentity;
    return nameless.map((index) => ({ path: isList ? `items[${index}]` : "", message }));
  }
  return clean(items, isList, language);
}

/** Zod's sentences, but for what is missing or of another type: those it leaves half in English, in any language. */
function faultsIn(language: Language): z.core.$ZodErrorMap {
  const theirs = z.locales[language]().localeError;
  const words = wordsOf(language);
  return (issue) => {
    if (issue.code !== "invalid_type") return theirs(issue);
    return issue.input === undefined ? words.requiredField : words.otherType(issue.expected);
  };
}

function clean(
  items: z.infer<typeof pushedItem>[],
  isList: boolean,
  language: Language,
): ReadPush | BodyFault[] {
  const cleaned = items.map(cleanItem);
  const untitled = cleaned.flatMap(({ item }, index) => (item.title === "" ? [index] : []));
  if (untitled.length > 0) {
    const message = wordsOf(language).emptyTitle;
    return untitled.map((index) => ({ path: isList ? `items[${index}].title` : "title", message }));
  }
  return { items: cleaned.map(({ item }) => item), notes: cleaned.map(({ notes }) => notes) };
}

function cleanItem(sent: z.infer<typeof pushedItem>): { item: FoundItem; notes: "markup-removed"[] } {
  const { publishedAt, ...rest } = mapTexts(sent, storable);
  const isMarked = hasMarkup(rest.text) || hasMarkup(rest.title);
  const plain = isMarked ? (text: string) => plainText(text).text : (text: string) => text.trim();
  const item: FoundItem = {
    ...rest,
    title: plain(rest.title).replace(/\s+/g, " "),
    text: plain(rest.text),
    publishedAt: publishedAt === undefined ? undefined : new Date(publishedAt),
  };
  return { item, notes: isMarked ? ["markup-removed"] : [] };
}

/** PostgreSQL keeps neither NUL nor half an emoji, and the other control characters are nobody's text. */
function storable(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .toWellFormed();
}

/** The same value with every text in it passed through `change`. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === "string") return change(value) as T;
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, change)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapTexts(part, change)])) as T;
}

/** items[3].facts.deadline */
function pathText(path: PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}
