import type { Kysely } from "kysely";
import type { Staged } from "../channels/channel.ts";
import type { Schema } from "../database/schema.ts";
import { keepTrying } from "./keep-trying.ts";
import { holdTaken, savePrepared, type Taken } from "./preparing-store.ts";
import type { Publication } from "./publication.ts";
import type { PublishTools } from "./publish-tools.ts";

/** Thrown where somebody else has the publication now, or a person does: whatever was being done for it is let go. */
export class LostHold extends Error {}

/** A publication kept for whoever prepares it; steps are taken one after the other, whoever asks for them. */
export interface PreparingHold {
  /** Commits what the network keeps for us so far. */
  keep(staged: Staged): Promise<void>;
  /** Commits what preparing came to, with what belongs to it in the same transaction. */
  end(decide: (trx: Kysely<Schema>) => Promise<Publication>): Promise<void>;
  close(): void;
}

/** Takes hold of what was taken, and renews that until it is closed. */
export function holdPreparing(tools: PublishTools, taken: Taken): PreparingHold {
  const { db, policy } = tools;
  let { until } = taken;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const mine = turn.then(step, step);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const extend = async (kept?: { staged: Staged; stagedUntil: Date }) => {
    const next = later(until, tools.clock.now().getTime() + policy.leaseMs);
    const { publication } = taken;
    const isOurs = await keepTrying(
      () => holdTaken(db, { publication, until }, next, kept),
      policy.holdLineMs,
      tools,
    );
    if (!isOurs) throw new LostHold();
    until = next;
  };
  const renewal = setInterval(() => {
    inTurn(() => extend()).catch(() => {
      // Who works on it learns it at its next step.
    });
  }, policy.leaseMs / 4);
  return {
    keep: (staged) =>
      inTurn(async () => {
        // Not to be relied on before all of it is there: that is said at the end.
        await extend({ staged, stagedUntil: tools.clock.now() });
        await tools.reached?.("staged in part");
      }),
    end: (decide) =>
      inTurn(async () => {
        const commit = () =>
          db.transaction().execute(async (trx) => {
            const after = await decide(trx);
            return await savePrepared(trx, { publication: taken.publication, until }, after);
          });
        if (!(await keepTrying(commit, policy.holdLineMs, tools))) throw new LostHold();
      }),
    close: () => clearInterval(renewal),
  };
}

/** Always another moment than the one before: by it the statement tells whose the publication is. */
function later(before: Date, ms: number): Date {
  return new Date(Math.max(before.getTime() + 1, ms));
}
