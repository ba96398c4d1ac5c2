import { z } from "zod";

/** Graph ids are decimal strings and must never pass through a JavaScript number (graph-api.md section 2). */
const decimalIdError = { error: "solo cifre, tra virgolette / digits only, in quotes" };
export const decimalId = z.string(decimalIdError).regex(/^\d{1,40}$/, decimalIdError);

/** Goes into a header or a form as it is, so blanks, line ends and typographic characters are refused here. */
export const secret = z
  .string({ error: "manca / is missing" })
  // Meta asks to reserve at least 4 KB for a token (section 3.2).
  .max(8192, { error: "troppo lungo / too long" })
  .regex(/^[\x21-\x7e]+$/, {
    error: "copiarlo intero, senza spazi né a capo / copy the whole of it, without spaces or line ends",
  });

/** The address of one of Facebook's hosts, without a slash at its end. */
export const hostUrl = z
  .url({
    protocol: /^https?$/,
    error: "serve un indirizzo completo / a whole address is needed",
    abort: true,
  })
  .refine((url) => !/[?#@]/.test(url), {
    error: "senza credenziali né parametri / without credentials or parameters",
  })
  .transform((url) => url.replace(/\/+$/, ""));

/** Always in the path: without it Facebook picks a version by rules that contradict each other (section 1). */
export const graphVersion = z
  .string()
  .regex(/^v\d{1,3}\.\d$/, { error: "come / like v25.0" })
  .default("v25.0");

/** Lets calls go to loopback and private networks; meant for the sandbox. */
export const allowPrivateAddress = z.boolean({ error: "true o / or false" }).default(false);

export const defaultGraphUrl = "https://graph.facebook.com";
