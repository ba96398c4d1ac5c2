import { setTimeout as sleep } from "node:timers/promises";

/** Lets many callers share one commit. */
export interface SharedCommits<Item> {
  /**
   * Resolves once these items are committed, with others or alone; throws what the commit throws, or TooManyWaiting. One
   * caller's items always go together.
   */
  add(items: readonly Item[]): Promise<void>;
}

/** More waits than can be kept in memory. */
export class TooManyWaiting extends Error {}

export interface CommitRules {
  /** How long the first caller waits for others. */
  gatherMs: number;
  /** Items of one commit at most, unless one caller alone brings more. */
  itemsMax: number;
  /** Items that wait at most. */
  waitingMax: number;
  /** After this a commit that hangs no longer holds up the next... */
  patienceMs: number;
  /** ...unless so many hang: each keeps a connection that others need. */
  hangingMax: number;
  /** Whether a failure has to do with all callers, so that trying each alone would only take longer. */
  isEverybodys(error: unknown): boolean;
}

interface Caller<Item> {
  items: readonly Item[];
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Items that arrive within a few milliseconds share one commit: a database carries a few large ones more easily than
 * hundreds of small ones. Commits follow each other, so whatever arrives during one gathers for the next.
 */
export function shareCommits<Item>(
  commit: (items: readonly Item[]) => Promise<void>,
  rules: CommitRules,
): SharedCommits<Item> {
  const waiting: Caller<Item>[] = [];
  const underWay = new Set<Promise<void>>();
  let waitingCount = 0;
  let isAtWork = false;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      if (waitingCount < rules.itemsMax) await sleep(rules.gatherMs);
      const callers = takeSome(waiting, rules.itemsMax);
      waitingCount -= countItems(callers);
      const commitment = commitTogether(commit, callers, rules);
      underWay.add(commitment);
      void commitment.then(() => underWay.delete(commitment));
      await within(rules.patienceMs, commitment);
      if (underWay.size >= rules.hangingMax) await Promise.race(underWay);
    }
    isAtWork = false;
  }

  return {
    add(items) {
      if (waitingCount + items.length > rules.waitingMax) return Promise.reject(new TooManyWaiting());
      return new Promise((resolve, reject) => {
        waiting.push({ items, resolve, reject });
        waitingCount += items.length;
        if (isAtWork) return;
        isAtWork = true;
        void work();
      });
    },
  };
}

function takeSome<Item>(waiting: Caller<Item>[], itemsMax: number): Caller<Item>[] {
  let count = 0;
  const end = waiting.findIndex(({ items }, index) => {
    count += items.length;
    return index > 0 && count > itemsMax;
  });
  return waiting.splice(0, end === -1 ? waiting.length : end);
}

function countItems<Item>(callers: readonly Caller<Item>[]): number {
  return callers.reduce((sum, { items }) => sum + items.length, 0);
}

/** Never throws: the callers are told. What one of them brings and the database refuses costs no other its answer. */
async function commitTogether<Item>(
  commit: (items: readonly Item[]) => Promise<void>,
  callers: readonly Caller<Item>[],
  rules: CommitRules,
): Promise<void> {
  try {
    await commit(callers.flatMap(({ items }) => items));
    for (const caller of callers) caller.resolve();
  } catch (error) {
    const isToBeDivided = callers.length > 1 && !rules.isEverybodys(error);
    for (const caller of callers) {
      if (isToBeDivided) await commitTogether(commit, [caller], rules);
      else caller.reject(error);
    }
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([work, late]);
  clearTimeout(timer);
}
