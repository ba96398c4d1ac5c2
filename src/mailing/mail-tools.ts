import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Clock } from "../platform/clock.ts";
import type { Log } from "../platform/log.ts";
import type { Vault } from "../platform/vault.ts";
import type { MailSender } from "./open-mail-sender.ts";

/** The moments of sending, in their order; see MailTools.reached. */
export type MailMoment = "mail claimed" | "mail handed over" | "mail settled";

/** What the flows of mailing work with. */
export interface MailTools {
  db: Kysely<Schema>;
  clock: Clock;
  log: Log;
  vault: Vault;
  sender: MailSender;
  /** Where the desk is, without a slash at the end. */
  publicUrl: string;
  chance(): number;
  stopping: AbortSignal;
  /** Told at every moment of sending; lets a test end the process exactly there. */
  reached?: ((moment: MailMoment) => void | Promise<void>) | undefined;
}
