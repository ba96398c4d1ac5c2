import { z } from "zod";
import type { GraphAnswer, GraphFailure, Tools } from "../graph.ts";
import type { FacebookPageSettings } from "../settings.ts";

/** A comment or message as lists show it, in what we compare. */
export interface Written {
  id: string;
  text: string;
  /** Milliseconds of Facebook's clock, known to the second; NaN where the date is unreadable. */
  writtenAtMs: number;
  isByPage: boolean;
}

/**
 * What a listing of answers came to. `readsBackTo`: whatever was written after this moment is in the list; undefined
 * where all of it is.
 */
export type AnswerList =
  | { kind: "list"; written: Written[]; readsBackTo?: number; aheadMs?: number }
  | { kind: "nothing-there" }
  | { kind: "unreadable"; what: string }
  /** Too many others look at present. */
  | { kind: "not-now"; notBefore: Date }
  | { kind: "failure"; failure: GraphFailure };

/** Of comments and messages alike. A damaged one must not make the others unreadable. */
export const listedAnswer = z.object({
  id: z.string().min(1),
  message: z.string().catch(""),
  created_time: z.string().catch(""),
  from: z.object({ id: z.string() }).optional().catch(undefined),
  application: z.object({ id: z.string() }).optional().catch(undefined),
});

/**
 * `from` carries the Page's own id for what the Page wrote, and is left out where the app may not know who wrote (section
 * 11); then our app's name tells.
 */
export function toWritten(one: z.output<typeof listedAnswer>, settings: FacebookPageSettings): Written {
  const byOurApp = settings.appId !== undefined && one.application?.id === settings.appId;
  return {
    id: one.id,
    text: one.message,
    writtenAtMs: Date.parse(one.created_time),
    isByPage: one.from ? one.from.id === settings.pageId : byOurApp,
  };
}

/** By how much our clock is ahead of Facebook's, in milliseconds; undefined where the answer does not tell. */
export function ahead(tools: Tools, { answeredAt }: GraphAnswer): number | undefined {
  return answeredAt && tools.clock.now().getTime() - answeredAt.getTime();
}
