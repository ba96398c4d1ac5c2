import type { Transaction } from "kysely";
import type { Format } from "../channels/channel.ts";
import type { Schema } from "../database/schema.ts";
import type { Queue } from "../jobs/queue.ts";
import type { ItemKind } from "../watching/found-item.ts";
import { findAccounts, type PublishingAccount } from "./account-store.ts";
import { formatsFor } from "./format-choice.ts";
import { newMarker } from "./marker.ts";
import { plan } from "./publication.ts";

export interface NewsItem {
  id: string;
  seq: string;
  kind: ItemKind;
}

/**
 * Writes one row for each new item, account and format, and wakes the accounts: the "row first" of row, call, settle.
 * Runs in the transaction that records the items. Planning the same item twice changes nothing.
 *
 * `heldFor` keeps all of them back for a person, with the reason shown (a flood, for instance).
 */
export async function planPublications(
  trx: Transaction<Schema>,
  queue: Pick<Queue, "add">,
  authorityId: string,
  news: NewsItem[],
  how: { now: Date; heldFor?: string },
): Promise<number> {
  if (news.length === 0) return 0;
  const accounts = (await findAccounts(trx, authorityId)).filter(
    (account) => account.standing.state !== "off",
  );
  let planned = 0;
  for (const account of accounts) {
    const rows = news
      .filter((item) => account.kinds === null || account.kinds.includes(item.kind))
      .flatMap((item) =>
        formatsFor(account.formats, item.kind).map((format) => row(item, account, format, how)),
      );
    planned += await insert(trx, rows);
    if (rows.length > 0 && !how.heldFor) {
      await queue.add(trx, "advance-account", { authorityId, accountId: account.accountId });
    }
  }
  return planned;
}

function row(
  item: NewsItem,
  account: PublishingAccount,
  format: Format,
  how: { now: Date; heldFor?: string },
) {
  const publication = plan(how);
  return {
    authority_id: account.authorityId,
    account_id: account.accountId,
    item_id: item.id,
    format,
    position: item.seq,
    marker: newMarker(),
    state: publication.state,
    next_step_at: publication.nextStepAt,
    reason: publication.reason,
    planned_at: how.now,
  };
}

// PostgreSQL takes at most 65,535 parameters in a statement.
const rowsAtOnce = 2000;

async function insert(trx: Transaction<Schema>, rows: ReturnType<typeof row>[]): Promise<number> {
  let inserted = 0;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const result = await trx
      .insertInto("publication")
      .values(rows.slice(from, from + rowsAtOnce))
      .onConflict((conflict) =>
        conflict.columns(["authority_id", "item_id", "account_id", "format"]).doNothing(),
      )
      .executeTakeFirst();
    inserted += Number(result.numInsertedOrUpdatedRows ?? 0n);
  }
  return inserted;
}
