import { z } from "zod";
import { itemKinds } from "../watching/found-item.ts";
import { answerPromise } from "./calendar/answer-promise.ts";
import { moderationSettings } from "./moderation-settings.ts";
import { helpLine, preparedAnswers } from "./prepared-answers.ts";
import { retentionSettings } from "./retention-settings.ts";
import { siteSettings } from "./site-settings.ts";

/** A regular expression as people write it in YAML; refused with its own error message when it is none. */
const pattern = z
  .string()
  .refine((text) => isPattern(text), { error: "non è un'espressione regolare / not a regular expression" });

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'un\'ora come "08:30" / a time of day such as "08:30"' });

/** How fast an account may speak; see publishing/pace.ts. */
export const pacingSettings = z
  .strictObject({
    minimumGapSeconds: z.number().int().min(0).optional(),
    quietHours: z.strictObject({ from: clock, to: clock }).optional(),
    dailyMax: z.number().int().min(1).optional(),
  })
  .default({});

const colour = z
  .string()
  .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, { error: 'un colore come "#0066CC" / a colour such as "#0066CC"' });

/**
 * How its cards look; every contrast is made sure of when they are drawn (publishing/cards). Its logo is a table of its
 * own (logo-store.ts).
 */
export const lookSettings = z.strictObject({
  primary: colour.default("#0066CC"),
  /** Text on the primary colour; otherwise white or a dark blue, whichever is read better. */
  onPrimary: colour.optional(),
  accent: colour.optional(),
});

/**
 * The notice that goes out by itself to whoever writes: once to each person within so many days, on messages unless it
 * says otherwise. `text` may fill the places of conversing/replying/notice.ts.
 */
export const noticeSettings = z.strictObject({
  messages: z.boolean().default(true),
  comments: z.boolean().default(false),
  everyDays: z.number().int().min(1).max(30).default(7),
  text: z.string().trim().min(1).max(1_500).optional(),
});

/** What an authority decides for all its sources and accounts. Kept as JSON in its row. */
export const authoritySettings = z.strictObject({
  /** Language of its posts and of notices to its staff. */
  language: z.enum(["it", "en"]).default("it"),
  timeZone: z
    .string()
    .default("Europe/Rome")
    .refine((zone) => isTimeZone(zone), {
      error: 'un fuso orario come "Europe/Rome" / a time zone such as "Europe/Rome"',
    }),
  /** Its portal's home page; shown to people, never fetched. */
  portal: z.url().optional(),
  /** Patterns of its own reference codes, matched anywhere in an item's title or text. */
  references: z.array(pattern).default([]),
  /** More new items than this in one look wait for a person's yes. `false` switches the gate off. */
  holdAbove: z.union([z.number().int().min(1), z.literal(false)]).default(100),
  look: lookSettings.prefault({}),
  site: siteSettings.optional(),
  /** Text of posts, one for each kind; see publishing/post.ts for the places it may fill. */
  templates: z.partialRecord(z.enum(itemKinds), z.string().min(1)).default({}),
  /** In how many working days whoever writes is answered, and when people here are warned. */
  promise: answerPromise.prefault({}),
  notice: noticeSettings.prefault({}),
  /** Texts for questions that come again, proposed to whoever answers. */
  preparedAnswers: preparedAnswers.prefault({}),
  /** Left out: those of the whole country. */
  helpLines: z.array(helpLine).min(1).max(20).optional(),
  moderation: moderationSettings.prefault({}),
  /** For how many months what people wrote is kept. */
  retention: retentionSettings.prefault({}),
});

export type AuthoritySettings = z.infer<typeof authoritySettings>;

function isPattern(text: string): boolean {
  try {
    new RegExp(text, "i");
    return true;
  } catch {
    return false;
  }
}

/** Settings are read for every page and batch, and asking for a zone costs more than all the rest of them. */
const timeZones = new Set<string>();

function isTimeZone(zone: string): boolean {
  if (timeZones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    timeZones.add(zone);
    return true;
  } catch {
    return false;
  }
}
