/** Whom words of a list are aimed at when they are aimed at anybody. */
export type Target = "person" | "group" | "institution" | "company" | "nobody" | "writer";

/**
 * How much a match says by itself. `strong`: hardly ever means anything else. `plain`: means it unless something around
 * it says no. `weak`: only together with something else.
 */
export type Strength = "strong" | "plain" | "weak";

/** One paragraph of a word list. `say`: phrases as `reading/phrase.ts` explains; `note`: why they are here. */
export interface WordSet<Kind extends string = string> {
  kind: Kind;
  target: Target;
  strength: Strength;
  note: string;
  say: readonly string[];
}
