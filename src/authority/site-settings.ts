import { z } from "zod";

/** Messages carry both languages, Italian first; see authority-file-words.ts. */
const both = (it: string, en: string) => `${it} / ${en}`;

const words = z.string().trim().min(1).max(300);
const webAddress = z.url({
  protocol: /^https?$/,
  error: both("un indirizzo completo, http o https", "a whole address, http or https"),
});
const mailAddress = z.email({ error: both("un indirizzo di posta", "a mail address") });

/** A name in the web of its own: no scheme, no port, no path, and never an address in numbers. */
const hostName = z
  .string()
  .max(253)
  .regex(/^(?=.*[a-z])([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/, {
    error: both('un nome come "lavoro.ente.example"', 'a name such as "lavoro.ente.example"'),
  });

/**
 * What an authority says of itself on its public pages. All of it may be left out, and what is left out is not spoken
 * of: a page must never promise what nobody decided. How its offices are reached and when somebody is there is said by
 * the offices themselves, in how many days people are answered by the promise: each is said once.
 */
export const siteSettings = z.strictObject({
  /** Its other channels, the real ones. */
  channels: z
    .array(z.strictObject({ name: words, url: webAddress }))
    .max(20)
    .optional(),
  /** Its statement at form.agid.gov.it. */
  accessibilityStatement: webAddress.optional(),
  /** Where people write who cannot read one of the pages; otherwise the default office's address. */
  accessibilityContact: mailAddress.optional(),
  /** Its own privacy notice, which ours completes. */
  privacyNotice: webAddress.optional(),
  dataProtectionOfficer: mailAddress.optional(),
  /** Under which licence its data may be used again, with where that is told. */
  licence: z.strictObject({ name: words, url: webAddress }).optional(),
  /** Its code in the public index of administrations (indicepa.gov.it), by which catalogues of data know it. */
  ipaCode: z
    .string()
    .regex(/^[A-Za-z0-9_-]{2,30}$/, { error: both('un codice come "p_co"', 'a code such as "p_co"') })
    .optional(),
  /** The name under which its pages answer besides their place on the installation's own address. */
  host: hostName.optional(),
});

export type SiteSettings = z.infer<typeof siteSettings>;
