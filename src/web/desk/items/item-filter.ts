import type { Language } from "../../../channels/channel.ts";
import { type ItemKind, itemKinds } from "../../../watching/found-item.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import { whereTo } from "../../sign-in/where-to.ts";
import { idIn, textIn } from "../filter-fields.ts";

/** What people look for by the state of publications: coarser than the states themselves. */
export const stateGroups = [
  "waiting",
  "held",
  "refused",
  "uncertain",
  "published",
  "removed",
  "dismissed",
] as const;
export type StateGroup = (typeof stateGroups)[number];

/** Which items are shown; what is undefined leaves nothing out. */
export interface ItemFilter {
  /** Words that all stand in the title or in the reference. */
  text: string | undefined;
  kind: ItemKind | undefined;
  state: StateGroup | undefined;
  authority: string | undefined;
  /** Of the one authority that is shown. */
  source: string | undefined;
  /** The page of the list: older than this number, or newer. */
  before: string | undefined;
  after: string | undefined;
}

type Query = Record<string, unknown>;

/** The filter that an address names; whatever is no filter of ours is left out. */
export function readFilter(query: Query): ItemFilter {
  const before = seqIn(query.before);
  return {
    text: textIn(query.q),
    kind: itemKinds.find((kind) => kind === query.kind),
    state: stateGroups.find((state) => state === query.state),
    authority: idIn(query.authority),
    source: idIn(query.source),
    before,
    after: before === undefined ? seqIn(query.after) : undefined,
  };
}

function seqIn(value: unknown): string | undefined {
  return typeof value === "string" && /^\d{1,18}$/.test(value) ? value : undefined;
}

const wordsMost = 8;

/** What stands in `ilike`, one for each word: "%100\%%". */
export function patternsOf(text: string | undefined): string[] {
  const words = (text ?? "").split(/\s+/).filter((word) => word !== "");
  return words.slice(0, wordsMost).map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
}

/** Whether it leaves something out; pages of the list do not count. */
export function isFiltering({ text, kind, state, authority, source }: ItemFilter): boolean {
  return [text, kind, state, authority, source].some((part) => part !== undefined);
}

/** The address of the list with this filter. */
export function itemsLink(filter: Partial<ItemFilter>, lang: Language | undefined): string {
  const { text, kind, state, authority, source, before, after } = filter;
  return withQuery("/desk/items", { q: text, kind, state, authority, source, before, after, lang });
}

/** The address of an item; `from` is the list it was opened from. */
export function itemLink(
  item: { authorityId: string; id: string },
  kept: { lang: Language | undefined; from: string | undefined },
): string {
  return withQuery(`/desk/items/${item.authorityId}/${item.id}`, kept);
}

/** The list that an item says it was opened from; undefined for any other page. */
export function readFrom(value: unknown): string | undefined {
  const to = whereTo(value);
  return to !== undefined && /^\/desk\/items(\?|$)/.test(to) ? to : undefined;
}
