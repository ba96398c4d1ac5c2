import { z } from "zod";

const words = z.string().trim().min(1).max(300);
const webAddress = z.url({
  protocol: /^https?$/,
  error: "un indirizzo completo, http o https / a whole address, http or https",
});
const mailAddress = z.email({ error: "un indirizzo di posta / a mail address" });

/**
 * What an authority says of itself on its public pages. All of it may be left out, and what is left out is not spoken
 * of: a page must never promise what nobody decided.
 */
export const siteSettings = z.strictObject({
  /** Where formal requests go. */
  pec: mailAddress.optional(),
  email: mailAddress.optional(),
  phone: words.optional(),
  /** Where the office is, as on a letter. */
  address: words.optional(),
  /** When somebody is there, in words: "lunedì–venerdì, 9–12". */
  hours: words.optional(),
  /** Comments and messages are answered within so many working days. */
  answerWorkingDays: z.number().int().min(1).max(30).optional(),
  /** Its other channels, the real ones. */
  channels: z
    .array(z.strictObject({ name: words, url: webAddress }))
    .max(20)
    .optional(),
  /** Its statement at form.agid.gov.it. */
  accessibilityStatement: webAddress.optional(),
  /** Where people write who cannot read one of the pages; otherwise `email`. */
  accessibilityContact: mailAddress.optional(),
  /** Its own privacy notice, which ours completes. */
  privacyNotice: webAddress.optional(),
  dataProtectionOfficer: mailAddress.optional(),
  /** Under which licence its data may be used again, with where that is told. */
  licence: z.strictObject({ name: words, url: webAddress }).optional(),
});

export type SiteSettings = z.infer<typeof siteSettings>;
