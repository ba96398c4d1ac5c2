import { setTimeout as wait } from "node:timers/promises";
import type { Reconciling } from "../../conversing.ts";
import { openTurns } from "../conversing/open-turns.ts";
import type { Tools } from "../graph.ts";
import type { FacebookPageSettings } from "../settings.ts";
import { catchUp } from "./catch-up.ts";

/** Reads again what the webhooks of a Page may have lost. */
export function openReconciling(tools: Tools): Reconciling<FacebookPageSettings> {
  const readingTools = { ...tools, takeTurn: openTurns(tools.clock, wait) };
  return { catchUp: (account, since, cursor) => catchUp(readingTools, account, since, cursor) };
}
