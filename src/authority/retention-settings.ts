import { z } from "zod";

/** Messages carry both languages, Italian first; see authority-file-words.ts. */
const both = (it: string, en: string) => `${it} / ${en}`;

const months = z.number().int().min(1).max(240);

/**
 * For how many months what people wrote is kept. The law names no term: whoever keeps data says why so long (GDPR art. 5
 * c. 1 e). docs/operate/dati-personali.md gives the reason of each default.
 */
export const retentionSettings = z
  .strictObject({
    /** Private talks, from their last message. */
    privateMessages: months.default(24),
    /** What is written in public, from the last words below it. */
    comments: months.default(24),
    /** Files people sent. */
    attachments: months.default(12),
    /** What a network told us, as it was received. */
    events: months.default(3),
    /** What somebody at the desk began to write and did not send. */
    drafts: months.default(1),
    /** To whom the automatic notice was given; what stops the next one, so longer than `notice.everyDays`. */
    notices: months.min(2).default(2),
    /** Our copies of what was handed to the official register. */
    extracts: months.default(12),
    /** Texts kept with decisions and reviews, after these are final. */
    evidence: months.default(24),
    /** What people wrote who could not read a page, with how to reach them. */
    feedback: months.default(24),
  })
  .check(({ value, issues }) => {
    const talk = Math.min(value.privateMessages, value.comments);
    for (const key of ["attachments", "events"] as const) {
      if (value[key] <= talk) continue;
      issues.push({
        code: "custom",
        path: [key],
        input: value[key],
        message: both(
          `al più ${talk}: non si tengono più a lungo dei messaggi e dei commenti da cui vengono`,
          `at most ${talk}: they are not kept longer than the messages and comments they belong to`,
        ),
      });
    }
  });

export type RetentionSettings = z.infer<typeof retentionSettings>;
