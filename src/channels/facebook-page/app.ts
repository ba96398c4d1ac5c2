import { createHmac } from "node:crypto";
import { z } from "zod";
import {
  allowPrivateAddress,
  decimalId,
  defaultGraphUrl,
  graphVersion,
  hostUrl,
  secret,
} from "./setting-fields.ts";

/**
 * The app an authority has at Meta: with it people log in, tokens are looked over and events are signed. Its names are
 * those of an account's settings wherever they mean the same, so that an account may leave them out.
 */
const schema = z
  .strictObject(
    {
      appId: decimalId,
      appSecret: secret,
      /** What Facebook shows us when it asks whether the address of the events is ours; made by us when left out. */
      verifyToken: secret.optional(),
      graphUrl: hostUrl.default(defaultGraphUrl),
      /** Where films are brought; absent: the one that Facebook names in its answers. */
      uploadUrl: hostUrl.optional(),
      /** Where people log in. */
      loginUrl: hostUrl.default("https://www.facebook.com"),
      graphVersion,
      /** Facebook Login for Business: the configuration that names permissions and Pages, in place of a list. */
      configId: decimalId.optional(),
      allowPrivateAddress,
    },
    {
      error: (issue) =>
        issue.code === "unrecognized_keys"
          ? `impostazione sconosciuta / unknown setting: ${issue.keys.join(", ")}`
          : "servono le impostazioni dell'app / the app's settings are needed",
    },
  )
  .superRefine((app, context) => {
    if (app.allowPrivateAddress) return;
    for (const name of ["graphUrl", "uploadUrl", "loginUrl"] as const) {
      if (app[name] === undefined || app[name].startsWith("https:")) continue;
      context.addIssue({
        code: "custom",
        path: [name],
        message:
          "senza https i segreti viaggerebbero in chiaro / without https secrets would travel in clear",
      });
    }
  })
  .transform((app) => ({ ...app, verifyToken: app.verifyToken ?? verifyTokenFrom(app.appSecret) }));

export type FacebookApp = z.output<typeof schema>;

export const appSettingNames: readonly string[] = Object.keys(schema.in.shape);

/** Encrypted at rest, never logged. */
export const secretAppSettings = [
  "appSecret",
  "verifyToken",
] as const satisfies readonly (keyof FacebookApp)[];

/** Checks foreign settings; throws a ZodError with the path of each fault. Reading its own result changes nothing. */
export function readApp(input: unknown): FacebookApp {
  return schema.parse(input);
}

/** Made from the secret, so that it is as secret, needs no keeping and is the same at each reading. */
function verifyTokenFrom(appSecret: string): string {
  return createHmac("sha256", appSecret).update("bacheca: verify token of the webhook").digest("hex");
}
