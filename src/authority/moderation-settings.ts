import { z } from "zod";

const days = (most: number) => z.number().int().min(1).max(most);

/** How an authority applies its rules of conversation. */
export const moderationSettings = z.strictObject({
  /** So many days from a decision its author can ask for a review. */
  reviewWithinDays: days(365).default(30),
  /** In so many working days a review is decided. */
  reviewWorkingDays: days(60).default(10),
  /** How long a block lasts where nobody says otherwise. */
  blockDays: days(365).default(30),
  /** How long a warning, or an earlier breach, counts against the same person. */
  warningDays: days(1_095).default(365),
  /** So many probable breaches within so many minutes are a raid. */
  raid: z
    .strictObject({
      breaches: z.number().int().min(3).max(1_000).default(10),
      minutes: days(240).default(10),
    })
    .prefault({}),
});
