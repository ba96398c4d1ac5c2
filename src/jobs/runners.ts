import type { Log } from "../platform/log.ts";

/**
 * Runs one kind of work, at most `most` keys at a time and never one key twice at once. A key that is woken while it
 * runs runs once more afterwards: what came in meanwhile is not overlooked, and a thousand wakes cost one run.
 */
export interface Runner<Key> {
  wake(key: Key): void;
  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void>;
  /** Takes no more; resolves when what runs has ended. */
  close(): Promise<void>;
}

/**
 * Asked by long work, between two steps. True when it has had its turn and others wait for one: it should end, and is
 * run again behind them.
 */
export type GiveWay = () => boolean;

// Long enough to be worth taking work up, short enough for those who wait: with all places taken by lines of a hundred
// posts, a line of one post would wait for minutes.
const turnMs = 2_000;

export function openRunner<Key>(
  work: (key: Key, giveWay: GiveWay) => Promise<void>,
  options: { most: number; log: Log; name: string; turnMs?: number },
): Runner<Key> {
  const waiting = new Map<string, Key>();
  const running = new Set<string>();
  let isClosed = false;
  let onIdle: (() => void)[] = [];

  function next(): void {
    for (const [id, key] of waiting) {
      if (running.size >= options.most) return;
      if (running.has(id)) continue;
      waiting.delete(id);
      running.add(id);
      void run(id, key);
    }
    if (running.size === 0 && waiting.size === 0) {
      for (const resolve of onIdle) resolve();
      onIdle = [];
    }
  }

  function turnOf(id: string, key: Key): GiveWay {
    const until = performance.now() + (options.turnMs ?? turnMs);
    return () => {
      if (isClosed) return true;
      if (performance.now() < until || ![...waiting.keys()].some((other) => !running.has(other)))
        return false;
      waiting.set(id, key);
      return true;
    };
  }

  async function run(id: string, key: Key): Promise<void> {
    try {
      await work(key, turnOf(id, key));
    } catch (error) {
      // Rows say what there is to do, so the next wake or sweep takes it up again.
      options.log.error({ err: error, work: options.name, key }, "work was broken off");
    } finally {
      running.delete(id);
      next();
    }
  }

  const idle = () =>
    new Promise<void>((resolve) => {
      onIdle.push(resolve);
      next();
    });

  return {
    wake(key) {
      if (isClosed) return;
      waiting.set(JSON.stringify(key), key);
      next();
    },
    idle,
    async close() {
      isClosed = true;
      waiting.clear();
      await idle();
    },
  };
}
