import type { Language } from "../../../channels/channel.ts";
import type { ConversationKind } from "../../../conversing/inbox/conversation.ts";
import type { InboxSearch } from "../../../conversing/inbox/inbox-store.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import { idIn, textIn } from "../filter-fields.ts";

/** What people look for: who waits, whose it is, what became of it. */
export const inboxGroups = [
  "waits",
  "mine",
  "unassigned",
  "thanks",
  "snoozed",
  "answered",
  "closed",
  "all",
] as const;
export type InboxGroup = (typeof inboxGroups)[number];

export const conversationKinds = [
  "comment-thread",
  "visitor-post",
  "private",
] as const satisfies ConversationKind[];

/** Which conversations are shown; what is undefined leaves nothing out. */
export interface InboxFilter {
  group: InboxGroup;
  text: string | undefined;
  kind: ConversationKind | undefined;
  authority: string | undefined;
  /** Of the one authority that is shown. */
  office: string | undefined;
  /** Of the list, from 1. */
  page: number;
}

const pageMax = 400;

/** The filter that an address names; whatever is no filter of ours is left out. */
export function readInboxFilter(query: Record<string, unknown>): InboxFilter {
  return {
    group: inboxGroups.find((group) => group === query.show) ?? "waits",
    text: textIn(query.q),
    kind: conversationKinds.find((kind) => kind === query.kind),
    authority: idIn(query.authority),
    office: idIn(query.office),
    page: pageIn(query.page),
  };
}

function pageIn(value: unknown): number {
  const page = typeof value === "string" && /^\d{1,3}$/.test(value) ? Number(value) : 1;
  return Math.min(Math.max(page, 1), pageMax);
}

/** The same in the words of the search. */
export function searchOf({ group, text, kind, office }: InboxFilter, me: string): InboxSearch {
  const own = {
    ...(text !== undefined && { text }),
    ...(kind !== undefined && { kind }),
    ...(office !== undefined && { officeId: office }),
  };
  const waiting = ["new", "waiting-for-us"] as const;
  switch (group) {
    case "waits":
      return { ...own, states: waiting };
    case "mine":
      return { ...own, states: [...waiting, "waiting-for-them"], assignee: me };
    case "unassigned":
      return { ...own, states: waiting, assignee: null };
    case "thanks":
      return { ...own, needsAnswer: "probably-not" };
    case "snoozed":
      return { ...own, onlySnoozed: true };
    case "answered":
      return { ...own, states: ["answered", "waiting-for-them"] };
    case "closed":
      return { ...own, states: ["closed"] };
    case "all":
      return { ...own, withSnoozed: true };
  }
}

/** What comes next for whoever works through this list: of what waits, what nobody has answered. */
export function nextOf(filter: InboxFilter, me: string): InboxSearch {
  const group = filter.group === "mine" || filter.group === "unassigned" ? filter.group : "waits";
  return { ...searchOf({ ...filter, group }, me), states: ["new", "waiting-for-us"], isUnanswered: true };
}

/** Whether it leaves something out besides the group. */
export function isNarrowed({ text, kind, authority, office }: InboxFilter): boolean {
  return [text, kind, authority, office].some((part) => part !== undefined);
}

type Kept = Record<string, string | undefined>;

function keptOf(filter: Partial<InboxFilter>, lang: Language | undefined): Kept {
  const { group, text, kind, authority, office, page = 1 } = filter;
  const show = group === "waits" ? undefined : group;
  return { show, q: text, kind, authority, office, page: page > 1 ? String(page) : undefined, lang };
}

/** The address of the list with this filter. */
export function inboxLink(filter: Partial<InboxFilter>, lang: Language | undefined, more: Kept = {}): string {
  return withQuery("/desk/inbox", { ...keptOf(filter, lang), ...more });
}

/** The address of a conversation, or of what is done with it, beside the list of this filter. */
export function conversationLink(
  { authorityId, id }: { authorityId: string; id: string },
  filter: Partial<InboxFilter>,
  lang: Language | undefined,
  more: Kept & { act?: string } = {},
): string {
  const { act, ...query } = more;
  const path = `/desk/inbox/${authorityId}/${id}${act ? `/${act}` : ""}`;
  return withQuery(path, { ...keptOf(filter, lang), ...query });
}
