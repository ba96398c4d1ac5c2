import type { PublishTools } from "../publishing/publish-tools.ts";

/** The moments of answering, in their order; see ConverseTools.reached. */
export type ReplyMoment =
  | "reply claimed"
  | "reply answered"
  | "reply settled"
  | "reply search begun"
  | "reply search answered"
  | "reply search settled";

/** What the flows of hearing and answering work with: those of publishing, without its pictures. */
export interface ConverseTools extends Omit<PublishTools, "reached" | "clip" | "publicUrl"> {
  /** Deliveries to this very process within the last second; absent where the door is in another one. */
  arriving?: (() => number) | undefined;
  /** Told at every moment of answering; lets a test end the process exactly there. */
  reached?: (moment: ReplyMoment) => void | Promise<void>;
}
