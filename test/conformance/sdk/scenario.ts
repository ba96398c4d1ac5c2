import type { Stage } from "./stage.ts";

/** One thing the SDK asks of the pretend Facebook. It throws where an answer is not what Meta's client takes it for. */
export interface Scenario {
  name: string;
  /** The calls of the SDK, for the table. */
  asked: string;
  /** Returns what is worth adding in the table, or nothing. */
  run: (stage: Stage) => Promise<string | undefined>;
}

/** A place where the SDK itself is broken: shown with what it really sent, and not counted as passed. */
export interface Defect {
  name: string;
  asked: string;
  /** Returns what was observed. Throws where the defect does not show (any more). */
  show: (stage: Stage) => Promise<string>;
}
