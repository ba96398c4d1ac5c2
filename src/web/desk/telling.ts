import type { Explanation, Language } from "../../channels/channel.ts";
import { discarded } from "../../publishing/in-a-persons-hands.ts";
import { type Reading, tellMoment, tellNext } from "./moments.ts";
import type { TodayAttempt, TodayPublication } from "./today.ts";

/** Words of the channels for their reasons, by the kind of channel. */
export type Explainers = Record<string, { explain(reason: string, language: Language): Explanation }>;

/** What became of a publication, in one sentence. */
export function tellPublication(publication: TodayPublication, reading: Reading): string {
  const words = reading.words.today.publication;
  const { state, nextStepAt, attempts } = publication;
  const settled = publication.settledAt ? tellMoment(publication.settledAt, reading) : "";
  const next = tellNext(nextStepAt, reading);
  // While the account may not act, no moment of a publication of its own means anything.
  if (publication.accountState !== "active") {
    if (state === "planned" || state === "due" || state === "preparing") return words.waiting;
    if (state === "unknown") return words.unknownWaiting;
  }
  switch (state) {
    case "planned":
      return words.planned(next);
    case "due":
      return attempts > 0 && nextStepAt && nextStepAt > reading.now ? words.retry(attempts, next) : words.due;
    case "sending":
      return words.sending;
    case "processing":
      return words.processing;
    case "published":
      return words.published(settled, Math.max(attempts, 1));
    case "unknown":
      return words.unknown(publication.looks, next);
    case "waiting":
      return words.waiting;
    case "held":
      return words.held;
    case "preparing":
      return publication.reason ? words.prepareAgain(next) : words.preparing;
    case "refused":
      return isDiscarded(publication) ? words.discarded(settled) : words.refused(settled);
    case "removed":
      return words.removed(publication.removedAt ? tellMoment(publication.removedAt, reading) : "");
  }
}

/** What a published one is to become, and how far that is; empty where it is as it is wanted. */
export function tellWish(publication: TodayPublication, reading: Reading, explainers: Explainers): string {
  const { wish, accountState, channel } = publication;
  if (!wish) return "";
  const words = reading.words.today.publication.wish[wish.kind];
  if (!wish.nextAt) return words.stopped;
  if (accountState !== "active") return words.waiting;
  if (!wish.reason) return words.soon;
  const why = explain(wish.reason, channel, reading, explainers).happened;
  return words.again(why, tellNext(wish.nextAt, reading));
}

/** Whether a person dismissed it. */
export function isDiscarded({ state, reason }: Pick<TodayPublication, "state" | "reason">): boolean {
  return state === "refused" && reason === discarded;
}

/** One step of a publication: what was done, what came back, why. */
export function tellStep(
  step: TodayAttempt,
  channel: string,
  reading: Reading,
  explainers: Explainers,
): string {
  const words = reading.words.today.attempt;
  const told = tellOutcome(step, reading);
  if (!step.reason || step.outcome === null)
    return step.outcome === null ? `${told}: ${words.underWay}` : told;
  return `${told}. ${explain(step.reason, channel, reading, explainers).happened}`;
}

function tellOutcome(step: TodayAttempt, reading: Reading): string {
  const { publish, find, edit, remove } = reading.words.today.attempt;
  const outcome = step.outcome ?? "";
  switch (step.kind) {
    case "publish":
      return known(publish, outcome) ?? publish.started;
    case "find":
      return known(find, outcome) ?? find.started;
    case "edit":
      return known(edit, outcome) ?? edit.started;
    case "remove":
      return known(remove, outcome) ?? remove.started;
  }
}

function known<T extends Record<string, string>>(words: T, word: string): string | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

/** Why something stopped: publishing's own reasons first, the channel's for all others. */
export function explain(
  reason: string,
  channel: string,
  reading: Reading,
  explainers: Explainers,
): Explanation {
  const { reasons, code } = reading.words;
  if (Object.hasOwn(reasons, reason)) return reasons[reason as keyof typeof reasons];
  return explainers[channel]?.explain(reason, code) ?? reasons.unexplained;
}

/**
 * For a publication: one we gave up on, or a person dismissed, tells also what it had met before, kept in its detail as
 * "reason: …".
 */
export function explainPublication(
  publication: Pick<TodayPublication, "reason" | "detail" | "channel">,
  reading: Reading,
  explainers: Explainers,
): Explanation {
  const { reason, detail, channel } = publication;
  const own = explain(reason ?? "", channel, reading, explainers);
  if ((reason !== "gave-up" && reason !== discarded) || !detail) return own;
  const last = explain(detail.split(":", 1)[0] ?? "", channel, reading, explainers);
  return { happened: `${own.happened} ${last.happened}`, toDo: own.toDo };
}
