import type { Format } from "../../channels/channel.ts";
import { toWish } from "../../publishing/amendment-store.ts";
import type { PublicationState } from "../../publishing/publication.ts";
import type { TodayPublication } from "./today.ts";

/** The columns of a publication and its account that pages read. */
export interface PublicationColumns {
  id: string;
  account_id: string;
  account_name: string;
  account_state: TodayPublication["accountState"];
  channel: string;
  format: Format;
  state: PublicationState;
  reason: string | null;
  detail: string | null;
  attempts: number;
  looks: number;
  next_step_at: Date | null;
  settled_at: Date | null;
  uncertain_since: Date | null;
  first_tried_at: Date | null;
  url: string | null;
  removed_at: Date | null;
  wanted: unknown;
  wanted_at: Date | null;
  amend_next_at: Date | null;
  amend_reason: string | null;
  amend_detail: string | null;
}

export function toTodayPublication(row: PublicationColumns): TodayPublication {
  return {
    id: row.id,
    accountId: row.account_id,
    accountName: row.account_name,
    accountState: row.account_state,
    channel: row.channel,
    format: row.format,
    state: row.state,
    reason: row.reason,
    detail: row.detail,
    attempts: row.attempts,
    looks: row.looks,
    nextStepAt: row.next_step_at,
    settledAt: row.settled_at,
    uncertainSince: row.uncertain_since,
    firstTriedAt: row.first_tried_at,
    url: row.url,
    removedAt: row.removed_at,
    wish: toTodayWish(row),
  };
}

function toTodayWish(row: PublicationColumns): TodayPublication["wish"] {
  const wish = toWish(row.wanted);
  if (!wish || !row.wanted_at) return null;
  return {
    ...wish,
    wantedAt: row.wanted_at,
    nextAt: row.amend_next_at,
    reason: row.amend_reason,
    detail: row.amend_detail,
  };
}
