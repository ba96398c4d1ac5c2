import { z } from "zod";
import { preparedMedia } from "../publishing/media-of-format.ts";

/**
 * Every kind of job. A job is a wake-up, not the truth: the rows of the product say what there is to do, so a job that
 * is lost, late or doubled costs time at most. That is why jobs carry ids only, and why restoring a backup needs none.
 * Payloads are checked when added and again when taken: yesterday's jobs meet today's program.
 */
export const jobs = {
  /** Look at one source now. */
  "poll-source": z.object({ authorityId: z.string(), sourceId: z.string() }),
  /** Take the next steps of one account's line of publications. */
  "advance-account": z.object({ authorityId: z.string(), accountId: z.string() }),
  /** Prepare what has to be brought to a network before it is sent, of every account, until none is left. */
  "prepare-publications": z.object({ media: z.enum(preparedMedia) }),
  /** Make conversations of the events that are stored, of every account, until none is left. */
  "handle-events": z.object({}),
  /** Send what was written to people through one account, and look for what is uncertain. */
  "deliver-replies": z.object({ authorityId: z.string(), accountId: z.string() }),
  /** Carry out what was decided about what people wrote through one account. */
  "carry-out-decisions": z.object({ authorityId: z.string(), accountId: z.string() }),
  /** Hide what the authorities let be hidden by itself. */
  "act-alone": z.object({}),
  /** End the blocks whose last day is over. */
  "end-blocks": z.object({}),
  /** Tell of raids that begin, and end those that have calmed down. */
  "watch-raids": z.object({}),
  /** Read what webhooks may have lost of one account. */
  "catch-up-account": z.object({ authorityId: z.string(), accountId: z.string() }),
  /** Fetch the files people sent, of every account, before their addresses expire. */
  "fetch-attachments": z.object({}),
  /** Tell the warnings of deadlines whose moment has come, of every authority. */
  "warn-deadlines": z.object({}),
  /** Erase what people asked to have erased, of every authority. */
  "carry-out-deletions": z.object({}),
  /** Erase what one authority may no longer keep, for the night that is. */
  "apply-retention": z.object({ authorityId: z.string() }),
  /** Read what the words of new items say, of every authority, so that the board can be asked for it. */
  "read-items": z.object({}),
  /** Ask, announce and deliver what subscribers of feeds are to be told, of every authority. */
  "tell-subscribers": z.object({}),
  /** Chain what was entered in the trail of acts. */
  "seal-trail": z.object({}),
  /** Write to the people at the desk what they are to hear of: alerts, warnings of deadlines. */
  "tell-people": z.object({}),
  /** Write the digests of the day, and what troubles last, to the people at the desk. */
  "tell-standing": z.object({}),
  /** Send the mail that is due to the people at the desk. */
  "send-mail": z.object({}),
  /** Look one account over: token, rights, whether its network tells us of it. */
  "check-account-health": z.object({ authorityId: z.string(), accountId: z.string() }),
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]>;
