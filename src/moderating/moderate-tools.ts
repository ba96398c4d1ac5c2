import type { ConverseTools } from "../conversing/converse-tools.ts";

/** The moments of carrying a decision out, in their order; see ModerateTools.reached. */
export type DecisionMoment = "decision claimed" | "decision answered" | "decision settled";

/** What the flows of moderating work with: those of conversing, and where our own pages are. */
export interface ModerateTools extends Omit<ConverseTools, "reached"> {
  /** Without a slash at the end; the address at which a review is asked for begins with it. */
  publicUrl: string;
  /** Told at every moment of carrying out; lets a test end the process exactly there. */
  reached?: (moment: DecisionMoment) => void | Promise<void>;
}
