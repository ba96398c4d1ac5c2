import type { Transaction } from "kysely";
import { isConnectionError } from "../database/database.ts";
import type { Schema } from "../database/schema.ts";
import { raiseTermAlerts } from "../moderating/recognising/alert-store.ts";
import { raiseReviewTerms } from "../moderating/reviewing/review-term-store.ts";
import type { ConverseTools } from "./converse-tools.ts";
import { findListener } from "./find-listener.ts";
import { calendarFor, type Listener } from "./inbox/listener.ts";
import { plannedWarnings } from "./inbox/planned-warning.ts";
import {
  findToWarn,
  lockWaiting,
  saveNextWarning,
  tellWarning,
  type WaitingConversation,
} from "./inbox/warning-store.ts";

const atOnce = 100;

/**
 * Tells the warnings whose moment has come, each once for each time a conversation waits: ahead of its end whoever
 * answers, after it the head. A warning told is a row; whoever writes mail or shows them reads those.
 */
export async function warnDeadlines(tools: ConverseTools): Promise<void> {
  await raiseTermAlerts(tools.db, tools.clock.now());
  await raiseReviewTerms(tools.db, tools.clock.now());
  const due = await findToWarn(tools.db, tools.clock.now(), atOnce);
  const listeners = new Map<string, Listener | undefined>();
  for (const key of due) {
    if (tools.stopping.aborted) return;
    try {
      const name = `${key.authorityId}/${key.accountId}`;
      if (!listeners.has(name)) listeners.set(name, (await findListener(tools, key))?.listener);
      const listener = listeners.get(name);
      if (listener) await warnOne(tools, listener, key.conversationId);
    } catch (error) {
      if (isConnectionError(error)) throw error;
      // One that cannot be worked out must not keep the others from being warned of.
      tools.log.error({ ...key, error: String(error) }, "a warning could not be told");
    }
  }
}

async function warnOne(tools: ConverseTools, listener: Listener, conversationId: string): Promise<void> {
  await tools.db.transaction().execute(async (trx) => {
    const waiting = await lockWaiting(trx, listener.authorityId, conversationId);
    if (waiting) await tellWhatIsDue(tools, trx, listener, waiting);
  });
}

async function tellWhatIsDue(
  tools: ConverseTools,
  trx: Transaction<Schema>,
  listener: Listener,
  waiting: WaitingConversation,
): Promise<void> {
  const now = tools.clock.now();
  const planned = plannedWarnings(
    calendarFor(listener, waiting.officeId),
    waiting.timing,
    waiting.waitingSince,
  );
  for (const { warning, to, at } of planned) {
    if (at > now) continue;
    if (!(await tellWarning(trx, waiting, { warning, to, at: now }))) continue;
    tools.log.info({ conversationId: waiting.conversationId, warning, to }, "a deadline was warned of");
  }
  await saveNextWarning(trx, waiting, planned.find(({ at }) => at > now)?.at ?? null);
}
