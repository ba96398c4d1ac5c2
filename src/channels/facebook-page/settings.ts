import { z } from "zod";

/** Graph ids are decimal strings and must never pass through a JavaScript number (graph-api.md section 2). */
const decimalIdError = { error: "solo cifre, tra virgolette / digits only, in quotes" };
const decimalId = z.string(decimalIdError).regex(/^\d{1,40}$/, decimalIdError);

/** Goes into a header or a form as it is, so blanks, line ends and typographic characters are refused here. */
const secret = z
  .string({ error: "manca / is missing" })
  // Meta asks to reserve at least 4 KB for a token (section 3.2).
  .max(8192, { error: "troppo lungo / too long" })
  .regex(/^[\x21-\x7e]+$/, {
    error: "copiarlo intero, senza spazi né a capo / copy the whole of it, without spaces or line ends",
  });

const graphUrl = z
  .url({
    protocol: /^https?$/,
    error: "serve un indirizzo completo / a whole address is needed",
    abort: true,
  })
  .refine((url) => !/[?#@]/.test(url), {
    error: "senza credenziali né parametri / without credentials or parameters",
  })
  .transform((url) => url.replace(/\/+$/, ""));

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
      graphUrl: graphUrl.default("https://graph.facebook.com"),
      /** Always in the path: without it Facebook picks a version by rules that contradict each other (section 1). */
      graphVersion: z
        .string()
        .regex(/^v\d{1,3}\.\d$/, { error: "come / like v25.0" })
        .default("v25.0"),
      /** Lets calls go to loopback and private networks; meant for the sandbox. */
      allowPrivateAddress: z.boolean({ error: "true o / or false" }).default(false),
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
