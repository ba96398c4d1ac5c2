import type { Kysely } from "kysely";
import type { AnyChannel } from "../channels/registry.ts";
import type { Schema } from "../database/schema.ts";
import type { Queue } from "../jobs/queue.ts";
import type { Clock } from "../platform/clock.ts";
import type { Log } from "../platform/log.ts";
import type { Vault } from "../platform/vault.ts";
import type { ClipOptions } from "./cards/render-clip.ts";
import type { PublishingPolicy } from "./policy.ts";

/** The moments of publishing, in their order; see PublishTools.reached. */
export type Moment =
  | "line read"
  | "claimed"
  | "answered"
  | "settled"
  | "preparing begun"
  | "preparing taken"
  | "drawn"
  | "staged in part"
  | "staged"
  | "prepared"
  | "search begun"
  | "search answered"
  | "search settled"
  | "amend claimed"
  | "amend answered"
  | "amend settled";

/** What the flows of publishing work with. */
export interface PublishTools {
  db: Kysely<Schema>;
  channels: Record<string, AnyChannel>;
  vault: Vault;
  clock: Clock;
  log: Log;
  policy: PublishingPolicy;
  /** Where who prepares and whose line moves on are woken. */
  queue: Pick<Queue, "add">;
  /** Measures of films and the program that makes them; ours where absent. Tests and benches make small ones. */
  clip?: Pick<ClipOptions, "shape" | "ffmpeg">;
  /** Our own public address, without a slash at the end; short links begin with it. */
  publicUrl: string;
  /** A number in [0, 1) for the spread of pauses. */
  chance: () => number;
  /** When aborted, the step under way is finished and no other begun. */
  stopping: AbortSignal;
  /** Asked before each further post: true when other lines wait for a turn, and this one is taken up again after them. */
  giveWay?: () => boolean;
  /** Told at every moment of publishing; lets a test end the process exactly there. */
  reached?: (moment: Moment) => void | Promise<void>;
}
