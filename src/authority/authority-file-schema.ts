import { z } from "zod";
import { fileRule } from "../moderating/ruling/rules-of-file.ts";
import { itemKinds } from "../watching/found-item.ts";
import { sourceSettings } from "../watching/source-settings.ts";
import { officeCalendar } from "./calendar/office-calendar.ts";
import { officeContacts } from "./office.ts";
import { isReservedId } from "./reserved-id.ts";
import { authoritySettings, lookSettings, pacingSettings } from "./settings.ts";

/** Messages carry both languages, Italian first; see authority-file-words.ts. */
const both = (it: string, en: string) => `${it} / ${en}`;

const name = z.string().trim().min(1).max(200);

const partId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, {
  error: both(
    "lettere minuscole, cifre e trattini, al più 63",
    "small letters, digits and hyphens, at most 63",
  ),
});

const secondsOf: Record<string, number> = { s: 1, m: 60, h: 3600 };

/** Seconds as people write them: 60, "60s", "5m", "1h". From one second to a day. */
const duration = z
  .union([z.number(), z.string().regex(/^\d{1,5}[smh]?$/)], {
    error: both("una durata come 60s, 5m o 1h", "a duration such as 60s, 5m or 1h"),
  })
  .transform((value) => {
    if (typeof value === "number") return value;
    const unit = value.at(-1) ?? "";
    return Number.parseInt(value, 10) * (secondsOf[unit] ?? 1);
  })
  .refine((seconds) => Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400, {
    error: both("tra 1 secondo e 24 ore", "from 1 second to 24 hours"),
  });

const webAddress = z.url({
  protocol: /^https?$/,
  error: both("un indirizzo completo, http o https", "a whole address, http or https"),
});

/** Where the logo is; what is in the file is read by authority-file-logo.ts. */
const lookPart = lookSettings
  .extend({ logo: z.strictObject({ file: z.string().min(1) }).optional() })
  .prefault({});

const authorityPart = authoritySettings.extend({
  look: lookPart,
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,62}$/, {
      error: both(
        "da 2 a 63 lettere minuscole, cifre e trattini",
        "2 to 63 small letters, digits and hyphens",
      ),
    })
    .refine((id) => !isReservedId(id), {
      error: both(
        "è un indirizzo di Bacheca stessa, che nasconderebbe le pagine dell'ente: scegliete un altro nome",
        "is an address of Bacheca itself, which would hide the authority's pages: choose another name",
      ),
    }),
  name,
});

const sourcePart = z
  .strictObject({
    id: partId,
    /** Which kinds there are is known by the registry of sources; "push" comes through the web. */
    kind: z.string(),
    name,
    url: webAddress.optional(),
    every: duration.optional(),
    backfill: sourceSettings.shape.backfill,
    allowPrivateAddress: sourceSettings.shape.allowPrivateAddress,
    itemKind: sourceSettings.shape.kind,
  })
  .refine((source) => source.kind === "push" || source.url !== undefined, {
    path: ["url"],
    error: both("manca: è l'indirizzo da guardare", "is missing: it is the address to look at"),
  })
  .refine((source) => source.kind !== "push" || source.url === undefined, {
    path: ["url"],
    error: both("di troppo: una fonte push non ha indirizzo", "one too many: a push source has no address"),
  });

const accountPart = z.strictObject({
  id: partId,
  channel: z.string(),
  name,
  /** Which there are is known by the channel; read by authority-file-formats.ts. */
  formats: z.unknown().optional(),
  /** Left out: all. */
  kinds: z.array(z.enum(itemKinds)).min(1).optional(),
  pacing: pacingSettings,
  /** Checked by the channel, after its secrets are brought in. */
  settings: z.record(z.string(), z.unknown()),
});

const appPart = z.strictObject({
  channel: z.string(),
  /** Checked by the channel, after its secrets are brought in. */
  settings: z.record(z.string(), z.unknown()),
});

const officePart = z.strictObject({
  id: partId,
  name,
  /** Who answers what nobody has given to another; left out everywhere, the first. */
  isDefault: z.boolean().default(false),
  calendar: officeCalendar.prefault({}),
  contacts: officeContacts.prefault({}),
});

/** The file as people write it, except what only registries and channels know. */
export const authorityFileSchema = z.strictObject({
  authority: authorityPart,
  sources: z.array(sourcePart).default([]),
  apps: z.array(appPart).default([]),
  accounts: z.array(accountPart).default([]),
  offices: z
    .array(officePart)
    .default([])
    .refine((all) => all.filter(({ isDefault }) => isDefault).length <= 1, {
      error: both("una sola sede può essere quella abituale", "only one office can be the default"),
    }),
  /** Left out: those that are there stay. */
  rules: z.array(fileRule).min(1).optional(),
});

export type RawAuthorityFile = z.output<typeof authorityFileSchema>;
