import { z } from "zod";

/** When people are told that a deadline comes near: as the last day begins, or with so many hours of opening left. */
export const warningRule = z.union([
  z.literal("last-day"),
  z.strictObject({ openHoursLeft: z.number().positive().max(100) }),
]);

/**
 * What an authority promises to whoever writes. `ends`: an answer on the last day is in time until midnight, as the
 * law counts (art. 2963 c.c.: "l'ultimo istante del giorno finale"), or only until the office closes that day.
 */
export const answerPromise = z.strictObject({
  workingDays: z.number().int().min(1).max(60).default(2),
  ends: z.enum(["day", "closing"]).default("day"),
  warnings: z.array(warningRule).default(["last-day"]),
});

export type WarningRule = z.infer<typeof warningRule>;
export type AnswerPromise = z.infer<typeof answerPromise>;
