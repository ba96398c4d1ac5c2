import type { Authority } from "../../../authority/authority-store.ts";
import type { ModerateTools } from "../../../moderating/moderate-tools.ts";
import type { WebParts } from "../../web-parts.ts";
import { findAllowed } from "../find-allowed.ts";
import { converseToolsOf, type InboxAsked } from "../inbox/inbox-view.ts";
import type { AuthorityView } from "../view.ts";

/** How a page of moderation was asked for. */
export type ModerationAsked = InboxAsked;

/** What the pieces of its pages get for one authority. */
export interface ModerationView extends Omit<AuthorityView, "networks" | "back"> {
  asked: ModerationAsked;
  /** Names of the staff, by id. */
  names: ReadonlyMap<string, string>;
}

/** Those in which they may moderate: of all others nothing is shown here. */
export async function findModerating(parts: WebParts, { who }: ModerationAsked): Promise<Authority[]> {
  return await findAllowed(parts, who.staff, "moderate");
}

/** What the flows of moderating work with, where a page calls them. */
export async function moderateToolsOf(parts: WebParts): Promise<ModerateTools> {
  return { ...(await converseToolsOf(parts)), publicUrl: parts.publicUrl, reached: undefined };
}
