import type { Language } from "../../../channels/channel.ts";
import { type Action, actions } from "../../../moderating/action.ts";
import type { QueueSearch } from "../../../moderating/deciding/find-queue.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import { idIn } from "../filter-fields.ts";

/** Which comments of the queue are shown; what is undefined leaves nothing out. */
export interface ModerationFilter {
  authority: string | undefined;
  /** Only what triage suggests this for. */
  suggested: Action | undefined;
  rule: number | undefined;
  /** From 1. */
  page: number;
}

export function readModerationFilter(query: Record<string, string | undefined>): ModerationFilter {
  return {
    authority: idIn(query.authority),
    suggested: actions.find((action) => action === query.suggested),
    rule: numberIn(query.rule),
    page: numberIn(query.page) ?? 1,
  };
}

/** A number from 1 to 999. */
export function numberIn(value: string | undefined): number | undefined {
  return value !== undefined && /^[1-9]\d{0,2}$/.test(value) ? Number(value) : undefined;
}

export function searchOf({ suggested, rule }: Partial<ModerationFilter>): QueueSearch {
  return { ...(suggested !== undefined && { action: suggested }), ...(rule !== undefined && { rule }) };
}

export function isNarrowed({ suggested, rule }: ModerationFilter): boolean {
  return suggested !== undefined || rule !== undefined;
}

type Kept = Record<string, string | undefined>;

/** The address of the queue with this filter. */
export function queueLink(
  { authority, suggested, rule, page = 1 }: Partial<ModerationFilter>,
  lang: Language | undefined,
  more: Kept = {},
): string {
  const kept = { authority, suggested, rule: rule?.toString(), page: page > 1 ? String(page) : undefined };
  return withQuery("/desk/moderation", { ...kept, lang, ...more });
}

/** The address of one comment, or of what is done with it, within the queue of this filter. */
export function queuedLink(
  { authorityId, messageId }: { authorityId: string; messageId: string },
  { suggested, rule }: Partial<ModerationFilter>,
  lang: Language | undefined,
  more: Kept & { step?: "decide" | "seen" } = {},
): string {
  const { step, ...query } = more;
  const path = `/desk/moderation/${authorityId}/${messageId}${step ? `/${step}` : ""}`;
  return withQuery(path, { suggested, rule: rule?.toString(), lang, ...query });
}
