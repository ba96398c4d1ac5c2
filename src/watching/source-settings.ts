import { z } from "zod";
import { itemKinds } from "./found-item.ts";

/** What the authority decides for one source; kept as JSON in its row. */
export const sourceSettings = z.strictObject({
  /** How many items of the archive the first look publishes; 0 tells only what is new from now on. */
  backfill: z.union([z.number().int().min(0), z.literal("all")]).default(0),
  allowPrivateAddress: z.boolean().default(false),
  /** What an item of this source is when the source does not say. */
  kind: z.enum(itemKinds).default("offer"),
});
