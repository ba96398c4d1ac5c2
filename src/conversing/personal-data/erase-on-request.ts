import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import { recordAct } from "../../auditing/record-act.ts";
import type { Schema } from "../../database/schema.ts";
import { transactAgain } from "../../database/transact-again.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Vault } from "../../platform/vault.ts";
import { keepDeskDeletion } from "../deletion-request-store.ts";
import { erasePerson, forgetConnector } from "../erase-person-store.ts";
import { waitForEventsOf } from "../inbox/pending-event-store.ts";
import { type Erasure, type ErasureGround, erasureSeen, isNothingToErase } from "./erasure.ts";
import { foreseeErasure } from "./foresee-erasure.ts";
import { fingerprintOf } from "./gather-person.ts";
import { type PersonKey, personOf } from "./person.ts";

export interface EraseTools {
  db: Kysely<Schema>;
  vault: Vault;
  clock: Clock;
}

export interface ErasureOrder {
  ground: ErasureGround;
  /** Where the request can be read: its number in the register. Nobody's name. */
  reference: string | null;
  by: string;
  /** What whoever confirms has seen, as `erasureSeen` writes it. */
  seen: string;
}

export type ErasedOnRequest =
  | { kind: "erased"; code: string; rows: number; kept: Erasure["kept"] }
  /** Something came, went or became final since it was shown. */
  | { kind: "changed" }
  | { kind: "nothing" };

const codeBytes = 24;

/**
 * Erases what is held of a person, and leaves a deletion request that is done, so that what they wrote up to now does not
 * come back: not by events read again, nor by a restored backup. While it works no events are handled on these accounts;
 * what is handled afterwards finds the request.
 */
export async function eraseOnRequest(
  { db, vault, clock }: EraseTools,
  key: PersonKey,
  order: ErasureOrder,
): Promise<ErasedOnRequest> {
  const person = personOf(vault, key);
  const { authorityId, channel, personId } = key;
  return await transactAgain(db, async (trx) => {
    await waitForEventsOf(trx, { authorityId, channel });
    const at = clock.now();
    const erasure = await foreseeErasure(trx, person, at);
    if (isNothingToErase(erasure)) return { kind: "nothing" };
    if (erasureSeen(erasure) !== order.seen) return { kind: "changed" };
    const rows = (await erasePerson(trx, person, at)) + (await forgetConnector(trx, key, personId));
    const code = randomBytes(codeBytes).toString("base64url");
    const { ground, reference, by } = order;
    const entered = { ground, reference, by, rows };
    await keepDeskDeletion(
      trx,
      { ...{ authorityId, channel, code, askedAt: at }, personHash: person.personHash },
      entered,
    );
    const { counts, kept } = erasure;
    const subject = fingerprintOf(person);
    await recordAct(trx, {
      ...{ authorityId, at, by, act: "personal-data-erased", subject },
      detail: { channel, ground, counts, kept },
    });
    return { kind: "erased", code, rows, kept };
  });
}
