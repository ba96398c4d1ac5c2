import process from "node:process";

/** Whether and how a process was asked to stop. */
export interface StopSignals {
  /** Aborted at the first request: the step under way is finished. */
  stop: AbortSignal;
  /** Aborted when somebody asks again a second later: no more waiting. */
  hurry: AbortSignal;
  /** Resolves at the first request. */
  stopped: Promise<void>;
  /** Stops listening. */
  release(): void;
}

// npm hands a Ctrl-C on that the terminal has already delivered: within a second, two are one.
const sameRequestMs = 1_000;

/**
 * Listens for SIGTERM, SIGINT and SIGHUP; and, for a process that was started with a channel to its parent, for the
 * parent's end, so that a killed parent leaves nothing running.
 */
export function listenForStop(): StopSignals {
  const stop = new AbortController();
  const hurry = new AbortController();
  let firstAt: number | undefined;
  const request = () => {
    firstAt ??= performance.now();
    stop.abort();
    if (performance.now() - firstAt >= sameRequestMs) hurry.abort();
  };
  const signals = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, request);
  process.on("disconnect", request);
  return {
    stop: stop.signal,
    hurry: hurry.signal,
    stopped: new Promise((resolve) => stop.signal.addEventListener("abort", () => resolve())),
    release() {
      for (const signal of signals) process.off(signal, request);
      process.off("disconnect", request);
    },
  };
}
