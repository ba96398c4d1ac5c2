const hourMs = 3_600_000;

/**
 * When to look again at a source that gave nothing: the interval doubled for each fault in a row, at most an hour,
 * and never before the moment the server asked for (at most a day: a portal that says "in a year" is mistaken).
 * `faults` counts those before this one.
 */
export function pauseAfterFault(
  faults: number,
  everySeconds: number,
  notBefore: Date | undefined,
  now: Date,
): Date {
  const everyMs = everySeconds * 1000;
  const pauseMs = Math.min(everyMs * 2 ** Math.min(faults, 16), Math.max(hourMs, everyMs));
  const asked = notBefore ? Math.min(notBefore.getTime() - now.getTime(), 24 * hourMs) : 0;
  return new Date(now.getTime() + Math.max(pauseMs, asked));
}
