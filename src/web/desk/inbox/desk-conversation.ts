import type { Authority } from "../../../authority/authority-store.ts";
import type { Office } from "../../../authority/office.ts";
import type { Attachment } from "../../../conversing/attachments/attachment.ts";
import type { Extract } from "../../../conversing/extracting/extract.ts";
import type { InboxEntry } from "../../../conversing/inbox/inbox-store.ts";
import type { ReadConversation } from "../../../conversing/read-conversation.ts";
import type { SuggestedAnswer } from "../../../conversing/suggesting/suggested-answer.ts";
import type { Recognised } from "../../../moderating/recognised.ts";
import type { DataRequest } from "../../../moderating/recognising/data-request-store.ts";
import type { ShownItem } from "../../../noticeboard/shown-item.ts";
import type { AuthorityView } from "../view.ts";
import type { Draft, DraftField } from "./draft-store.ts";
import type { InboxEnd } from "./inbox-end.ts";
import type { InboxFilter } from "./inbox-filter.ts";
import type { InboxAsked } from "./inbox-view.ts";
import type { Present } from "./presence-store.ts";

/** The post below which something was said, and its item. */
export interface Under {
  itemId: string;
  item: ShownItem;
  postUrl: string | null;
}

export interface EarlierTalk {
  id: string;
  kind: InboxEntry["kind"];
  state: InboxEntry["state"];
  lastMessageAt: Date;
}

/** One line of the list, with what its conversation is about and how our last answer stands. */
export interface ListedConversation extends InboxEntry {
  title: string | null;
  reply: "open" | "refused" | null;
  /** Whether somebody in it seemed to be in need and nobody has said that it is not so. */
  isInNeed: boolean;
}

/** The list as it is shown. */
export interface InboxList {
  filter: InboxFilter;
  authorities: readonly Authority[];
  /** Of the one authority that is shown. */
  offices: readonly Office[];
  entries: readonly ListedConversation[];
  hasMore: boolean;
  /** Names of the staff, by id. */
  names: ReadonlyMap<string, string>;
}

/** What others found out about a conversation, to be shown with it. */
export interface Aids {
  suggestions: readonly SuggestedAnswer[];
  recognised: readonly Recognised[];
}

/** All of one conversation, for its page. */
export interface DeskConversation {
  entry: InboxEntry;
  channel: string;
  isBlocked: boolean;
  /** Who it is with, as the network names them; null where it does not. */
  personId: string | null;
  changedBy: string | null;
  changedAt: Date;
  talk: ReadConversation;
  /** Who of us wrote which message, by the network's id. */
  writers: ReadonlyMap<string, string>;
  under: Under | undefined;
  earlier: readonly EarlierTalk[];
  offices: readonly (Office & { isStopped: boolean })[];
  colleagues: readonly { id: string; name: string }[];
  names: ReadonlyMap<string, string>;
  drafts: Partial<Record<DraftField, Draft>>;
  others: readonly Present[];
  aids: Aids;
  attachments: readonly Attachment[];
  /** On personal data, the one whose term ends first first. */
  requests: readonly DataRequest[];
  extracts: readonly Extract[];
}

/** What the pieces of its page are given. */
export interface ConversationView extends AuthorityView {
  asked: InboxAsked;
  filter: InboxFilter;
  end: InboxEnd | undefined;
  me: string;
  /** Of the suggestion that a link wants filled in. */
  suggestion: string | undefined;
  left: number | undefined;
  /** The message that a link chose to be answered; undefined: the newest. */
  chosen: string | undefined;
  publicUrl: string;
}
