import { z } from "zod";

/** What a prepared answer may fill in. */
export const answerVariables = [
  "nome",
  "offerta",
  "scadenza",
  "link",
  "sede",
  "pec",
  "telefono",
  "email",
  "indirizzo",
  "ente",
  "dpo",
] as const;
export type AnswerVariable = (typeof answerVariables)[number];

/** Names in braces that no answer can fill. */
export function unknownVariables(text: string): string[] {
  const names = [...text.matchAll(/\{([^{}\n]*)\}/g)].map(([, name = ""]) => name);
  return names.filter((name) => !(answerVariables as readonly string[]).includes(name));
}

const answerText = z
  .string()
  .trim()
  .min(1)
  .max(1_500)
  .superRefine((text, context) => {
    const [name] = unknownVariables(text);
    if (name === undefined) return;
    const known = answerVariables.map((one) => `{${one}}`).join(" ");
    const message = `{${name}} non c'è: ci sono ${known} / {${name}} does not exist: there are ${known}`;
    context.addIssue({ code: "custom", message });
  });

/** A text of the authority's for a question that comes again and again. */
export const preparedAnswer = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, {
    error: "lettere minuscole, cifre e trattini / small letters, digits and hyphens",
  }),
  title: z.string().trim().min(1).max(100),
  /** One of them in a question proposes this answer; several words in a row count more. */
  keywords: z.array(z.string().trim().min(3).max(60)).min(1).max(40),
  text: z.strictObject({ it: answerText, en: answerText.optional() }),
});
export type PreparedAnswer = z.infer<typeof preparedAnswer>;

/** The starter set unless it says otherwise; an own answer takes the place of the one of the same id. */
export const preparedAnswers = z.strictObject({
  include: z.enum(["starter", "none"]).default("starter"),
  own: z
    .array(preparedAnswer)
    .max(200)
    .default([])
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      error: "due risposte hanno lo stesso id / two answers have the same id",
    }),
});

/** A number for people in need, with the day on which somebody last made sure of it. */
export const helpLine = z.strictObject({
  name: z.string().trim().min(1).max(80),
  number: z.string().trim().min(3).max(40),
  hours: z.string().trim().min(1).max(80).optional(),
  kind: z.enum(["emergency", "despair", "violence", "minors"]),
  checked: z.iso.date(),
});
export type HelpLine = z.infer<typeof helpLine>;

const checked = "2026-11-27";

/** Telephone numbers of the whole country. */
export const usualHelpLines: readonly HelpLine[] = [
  { name: "Emergenze", number: "112", kind: "emergency", checked },
  { name: "Telefono Amico Italia", number: "02 2327 2327", hours: "9–24", kind: "despair", checked },
  { name: "Antiviolenza e stalking", number: "1522", kind: "violence", checked },
  { name: "Emergenza infanzia", number: "114", kind: "minors", checked },
];
