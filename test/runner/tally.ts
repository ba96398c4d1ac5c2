/** What a step of the run came to. */
export interface Tally {
  passed: number;
  failed: number;
  /** Titles of what was not run, each with its reason where one was given. */
  skipped: string[];
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
    skipped: tallies.flatMap((tally) => tally.skipped),
  };
}

/** Titles of what was not run, those of one group in one line with their number: the reason is that of the group. */
export function gathered(titles: readonly string[]): string[] {
  const groups = new Map<string, string[]>();
  for (const title of titles) {
    const [group = title] = title.split(" > ");
    groups.set(group, [...(groups.get(group) ?? []), title]);
  }
  return [...groups].map(([group, all]) =>
    all.length === 1 ? `  ${all[0]}` : `  ${group}: ${all.length} tests`,
  );
}

/** The closing line, which programs read too: keep its form. */
export function closingLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped`;
}

/**
 * What counts for a step that said one thing and ended another way: a program that ended badly has failed at
 * least once, whatever it counted, and one that ran nothing has not passed.
 */
export function judged(tally: Tally, exitCode: number): Tally {
  const ranNothing = tally.passed + tally.failed + tally.skipped.length === 0;
  if (tally.failed > 0 || (exitCode === 0 && !ranNothing)) return tally;
  return { ...tally, failed: 1 };
}
