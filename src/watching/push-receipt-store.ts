import type { Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";

/** What a push was answered, kept so that the same push gets the same answer. */
export interface PushReceipt {
  requestHash: string;
  /** 201 when anything was new, else 200: the numbers the address answers with. */
  status: number;
  answer: unknown;
}

export async function findReceipt(
  trx: Transaction<Schema>,
  authorityId: string,
  idempotencyKey: string,
): Promise<PushReceipt | undefined> {
  const row = await trx
    .selectFrom("push_receipt")
    .select(["request_hash", "status", "answer"])
    .where("authority_id", "=", authorityId)
    .where("idempotency_key", "=", idempotencyKey)
    .executeTakeFirst();
  return row && { requestHash: row.request_hash, status: row.status, answer: row.answer };
}

export async function keepReceipt(
  trx: Transaction<Schema>,
  authorityId: string,
  idempotencyKey: string,
  receipt: PushReceipt,
  now: Date,
): Promise<void> {
  await trx
    .insertInto("push_receipt")
    .values({
      authority_id: authorityId,
      idempotency_key: idempotencyKey,
      request_hash: receipt.requestHash,
      status: receipt.status,
      answer: JSON.stringify(receipt.answer),
      at: now,
    })
    .execute();
}
