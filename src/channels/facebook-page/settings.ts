import { z } from "zod";
import { metricName } from "./measuring/metric-names.ts";
import {
  allowPrivateAddress,
  decimalId,
  defaultGraphUrl,
  graphVersion,
  hostUrl,
  secret,
} from "./setting-fields.ts";

const metricNames = z
  .array(z.string().regex(metricName, { error: "il nome di una metrica / the name of a metric" }), {
    error: "serve un elenco / a list is needed",
  })
  .max(50, { error: "troppe / too many" });

const schema = z
  .strictObject(
    {
      /** The Page's number, as Facebook shows it under "About". */
      pageId: decimalId,
      /** The Page's own access token, not the one of a person. */
      token: secret,
      /** Needed to look a token over (debug_token). */
      appId: decimalId.optional(),
      /** When present, every call carries `appsecret_proof`. */
      appSecret: secret.optional(),
      graphUrl: hostUrl.default(defaultGraphUrl),
      /** Where films are brought, when that is not the host that belongs to `graphUrl`. */
      uploadUrl: hostUrl.optional(),
      graphVersion,
      /** Which figures are read; left out, those of metric-names.ts. */
      metrics: z
        .strictObject({ post: metricNames, page: metricNames }, { error: "post, page" })
        .partial()
        .optional(),
      /** The app was granted the feature "Human Agent": people may answer for seven days instead of one. */
      humanAgent: z.boolean({ error: "true o / or false" }).optional(),
      allowPrivateAddress,
    },
    {
      error: (issue) =>
        issue.code === "unrecognized_keys"
          ? `impostazione sconosciuta / unknown setting: ${issue.keys.join(", ")}`
          : "servono le impostazioni del profilo / the account's settings are needed",
    },
  )
  .refine((settings) => settings.graphUrl.startsWith("https:") || settings.allowPrivateAddress, {
    path: ["graphUrl"],
    error: "senza https il token viaggerebbe in chiaro / without https the token would travel in clear",
  });

export type FacebookPageSettings = z.output<typeof schema>;

export const settingNames: readonly string[] = Object.keys(schema.shape);

/** Encrypted at rest, never logged. */
export const secretSettings = [
  "token",
  "appSecret",
] as const satisfies readonly (keyof FacebookPageSettings)[];

/** Checks foreign settings; throws a ZodError with the path of each fault. Reading its own result changes nothing. */
export function readSettings(input: unknown): FacebookPageSettings {
  return schema.parse(input);
}
