import { parse } from "yaml";
import { z } from "zod";
import { type Complaint, textOf } from "./tree.ts";

const description = z.strictObject({
  localisedName: z.string().min(1).optional(),
  shortDescription: z.string().min(1).max(150),
  longDescription: z.string().min(150).max(10_000),
  features: z.array(z.string().min(1).max(100)).min(1),
  documentation: z.url().optional(),
  screenshots: z.array(z.string()).optional(),
});

/** publiccode.yml 0.7: what the standard demands, and of the rest what we use. A key it does not know is refused. */
const publiccode = z.strictObject({
  publiccodeYmlVersion: z.literal("0.7"),
  name: z.literal("Bacheca"),
  url: z.url(),
  softwareVersion: z.string(),
  releaseDate: z.iso.date().optional(),
  platforms: z.array(z.enum(["web", "windows", "mac", "linux", "ios", "android"])).min(1),
  categories: z.array(z.string()).optional(),
  developmentStatus: z.enum(["concept", "development", "beta", "stable", "obsolete"]),
  softwareType: z.literal("standalone/web"),
  intendedAudience: z.strictObject({ scope: z.array(z.string()), countries: z.array(z.string()) }).optional(),
  description: z.strictObject({ it: description, en: description }),
  legal: z.strictObject({ license: z.literal("EUPL-1.2") }),
  maintenance: z
    .strictObject({
      type: z.enum(["internal", "contract", "community", "none"]),
      contacts: z.array(z.strictObject({ name: z.string(), email: z.email().optional() })).optional(),
      contractors: z.array(z.strictObject({ name: z.string(), until: z.iso.date() })).optional(),
    })
    .refine((it) => !["internal", "community"].includes(it.type) || (it.contacts?.length ?? 0) > 0, {
      error: "internal and community maintenance name their contacts",
    })
    .refine((it) => it.type !== "contract" || (it.contractors?.length ?? 0) > 0, {
      error: "maintenance by contract names the contractors",
    }),
  localisation: z.strictObject({
    localisationReady: z.boolean(),
    availableLanguages: z.array(z.string()).min(1),
  }),
  dependsOn: z
    .strictObject({ open: z.array(z.strictObject({ name: z.string(), optional: z.boolean() })) })
    .optional(),
});

export function publiccodeFaults(): Complaint[] {
  const result = publiccode.safeParse(parse(textOf("publiccode.yml")));
  const { version } = JSON.parse(textOf("package.json")) as { version: string };
  if (!result.success) {
    return result.error.issues.map((issue) => `publiccode.yml: ${issue.path.join(".")}: ${issue.message}`);
  }
  return result.data.softwareVersion === version ? [] : [`publiccode.yml: softwareVersion is not ${version}`];
}
