/** Which version answers a call (graph-api.md section 1). */

interface Version {
  name: string;
  /** Unix milliseconds after which the next living version answers instead; absent = not announced. */
  usableUntil?: number;
}

const VERSIONS: Version[] = [
  { name: "v21.0", usableUntil: Date.UTC(2027, 0, 21) },
  { name: "v22.0", usableUntil: Date.UTC(2027, 4, 20) },
  { name: "v23.0", usableUntil: Date.UTC(2027, 9, 8) },
  { name: "v24.0", usableUntil: Date.UTC(2028, 1, 18) },
  { name: "v25.0", usableUntil: Date.UTC(2028, 6, 29) },
  { name: "v26.0" },
];

const rank = (name: string): number => Number(name.slice(1));

export function isVersion(segment: string): boolean {
  return /^v\d{1,2}\.\d$/.test(segment);
}

/**
 * The version that serves a call: the one asked for, or the oldest still alive when that one has expired or none was
 * named. `undefined` for a version that was never released.
 * @param asked the path's first segment ("v25.0"), or undefined for an unversioned call
 * @param now unix milliseconds
 * @param appOldest the version the app was created with; older ones are closed to it
 */
export function servedVersion(
  asked: string | undefined,
  now: number,
  appOldest = "v21.0",
): string | undefined {
  const alive = VERSIONS.filter(
    (version) =>
      (version.usableUntil === undefined || version.usableUntil > now) &&
      rank(version.name) >= rank(appOldest),
  );
  const oldest = alive[0]?.name ?? "v26.0";
  if (asked === undefined) return oldest;
  if (alive.some((version) => version.name === asked)) return asked;
  // v3.1 and the like were real once: whatever is older than the oldest living version is served by that one.
  return rank(asked) < rank(oldest) ? oldest : undefined;
}
