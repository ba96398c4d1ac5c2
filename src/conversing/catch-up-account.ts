import { randomUUID } from "node:crypto";
import type { CaughtUp, NetworkEvent } from "../channels/conversing.ts";
import type { AccountKey } from "../publishing/account-store.ts";
import type { ConverseTools } from "./converse-tools.ts";
import { type AnsweringAccount, openListener } from "./open-listener.ts";
import { type CatchUpPace, defaultCatchUpPace, pauseAfterReading } from "./reconciling/catch-up-pace.ts";
import { type CatchUpState, saveCatchUp, takeCatchUp } from "./reconciling/catch-up-store.ts";
import { takeInEvents } from "./take-in-events.ts";

/**
 * Reads again what people wrote to one account since the last time, and takes it in as if the network had told it: what
 * was told has the same keys and is there already. How far it is is saved after every step, so a crash costs one.
 */
export async function catchUpAccount(
  tools: ConverseTools,
  key: AccountKey,
  pace: CatchUpPace = defaultCatchUpPace,
): Promise<void> {
  const account = await openListener(tools, key);
  if (!account) return;
  const token = randomUUID();
  const take = { token, leaseMs: pace.leaseMs, now: tools.clock.now() };
  const state = await takeCatchUp(tools.db, key, take);
  if (!state) return;
  const now = tools.clock.now();
  let reading = { ...state, underWay: state.underWay ?? beginning(state, pace, now) };
  let end: End = { kind: "cut" };
  for (let steps = 0; steps < pace.stepsMax && !tools.stopping.aborted; steps += 1) {
    const step = await readStep(tools, account, reading.underWay);
    reading = { ...reading, underWay: step.underWay };
    end = step.end;
    if (end.kind !== "cut" || !(await saveCatchUp(tools.db, key, token, reading))) break;
  }
  const { after, nextAt } = afterReading(reading, end, pace, tools.clock.now());
  await saveCatchUp(tools.db, key, token, after, { nextAt });
  const { found } = reading.underWay;
  if (found > 0) {
    tools.log.warn({ ...key, found }, "what people wrote was found that the network had not told");
    await tools.queue.add(tools.db, "handle-events", {});
  }
}

type UnderWay = NonNullable<CatchUpState["underWay"]>;
type End =
  | { kind: "all-read" }
  /** More is there, and is read the next time. */
  | { kind: "cut"; notBefore?: Date }
  | { kind: "no-answer"; notBefore?: Date };

function beginning({ caughtUpUntil }: CatchUpState, pace: CatchUpPace, now: Date): UnderWay {
  const from = caughtUpUntil ? caughtUpUntil.getTime() - pace.overlapMs : now.getTime() - pace.firstReachMs;
  return { since: new Date(from), startedAt: now, cursor: null, found: 0 };
}

async function readStep(
  tools: ConverseTools,
  account: AnsweringAccount,
  underWay: UnderWay,
): Promise<{ underWay: UnderWay; end: End }> {
  const { reconciling } = account.channel;
  // A network whose events cannot be read again has nothing to catch up with.
  if (!reconciling) return { underWay, end: { kind: "all-read" } };
  const read = await reconciling.catchUp(account.remote, underWay.since, underWay.cursor ?? undefined);
  if (read.kind === "no-answer") return { underWay, end: endOf(tools, account, read) };
  const stored = await takeIn(tools, account, read.events);
  const after = { ...underWay, cursor: read.next ?? null, found: underWay.found + stored };
  if (!read.next) return { underWay: after, end: { kind: "all-read" } };
  // Near the network's limits answers and posts come first: the rest is read later, from where it stands.
  if (read.ease) return { underWay: after, end: { kind: "no-answer", notBefore: read.ease.until } };
  return { underWay: after, end: { kind: "cut" } };
}

function endOf(
  tools: ConverseTools,
  { listener }: AnsweringAccount,
  { reason, notBefore }: Extract<CaughtUp, { kind: "no-answer" }>,
): End {
  const { authorityId, accountId } = listener;
  tools.log.warn({ authorityId, accountId, reason }, "what people wrote could not be read again");
  return { kind: "no-answer", ...(notBefore && { notBefore }) };
}

async function takeIn(
  tools: ConverseTools,
  { listener }: AnsweringAccount,
  events: readonly NetworkEvent[],
): Promise<number> {
  const { authorityId, channel } = listener;
  const receivedAt = tools.clock.now();
  const arrived = events.map((event) => ({ ...event, authorityId, channel, receivedAt }));
  const { stored } = await takeInEvents(tools.db, arrived);
  return stored;
}

function afterReading(
  reading: CatchUpState & { underWay: UnderWay },
  end: End,
  pace: CatchUpPace,
  now: Date,
): { after: CatchUpState; nextAt: Date } {
  const { underWay, quiet } = reading;
  const pause = pauseAfterReading(pace, underWay.found, quiet);
  switch (end.kind) {
    case "all-read": {
      const calm = underWay.found > 0 ? 0 : quiet + 1;
      const after = { caughtUpUntil: underWay.startedAt, underWay: null, quiet: calm };
      return { after, nextAt: new Date(now.getTime() + pause) };
    }
    case "cut":
      return { after: reading, nextAt: now };
    case "no-answer": {
      const soon = new Date(now.getTime() + pace.soonMs);
      const { notBefore } = end;
      return { after: reading, nextAt: notBefore && notBefore > soon ? notBefore : soon };
    }
  }
}
