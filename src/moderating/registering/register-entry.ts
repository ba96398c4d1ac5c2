/** How many decisions of one day came to the same; what the public register is made of. */
export interface DayCount {
  /** "2026-11-28", in the authority's zone. */
  day: string;
  rule: number;
  version: number;
  action: string;
  channel: string;
  isAutomatic: boolean;
  review: "none" | "open" | "upheld" | "overturned" | "partly";
  count: number;
}

/** A line of the register. `period`: a day, or a month where the day would tell too much. */
export interface RegisterEntry extends Omit<DayCount, "day"> {
  period: string;
}

/** With fewer decisions by one rule on one day, somebody who saw the wall would know who is meant. */
export const dayCountMin = 5;
/** Of "2026-11". */
export const monthLetters = 7;

/**
 * The register without anybody in it: a day is named only where at least five decisions by that rule fell on it, all else
 * goes by the month. Sorted by what is shown, so that the order tells nothing either.
 */
export function registerEntries(counts: readonly DayCount[]): RegisterEntry[] {
  const byDay = new Map<string, number>();
  for (const { day, rule, count } of counts) {
    const key = `${rule} ${day}`;
    byDay.set(key, (byDay.get(key) ?? 0) + count);
  }
  const entries = new Map<string, RegisterEntry>();
  for (const { day, ...one } of counts) {
    const isMany = (byDay.get(`${one.rule} ${day}`) ?? 0) >= dayCountMin;
    const entry = { ...one, period: isMany ? day : day.slice(0, monthLetters) };
    const { period, rule, version, action, channel, isAutomatic, review } = entry;
    const key = JSON.stringify([period, rule, version, action, channel, isAutomatic, review]);
    const known = entries.get(key);
    entries.set(key, known ? { ...known, count: known.count + one.count } : entry);
  }
  return [...entries].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, entry]) => entry);
}

const columns = ["period", "rule", "version", "action", "channel", "isAutomatic", "review", "count"] as const;

/** As RFC 4180 has it. All values are words and numbers of ours, so no cell can be a formula. */
export function registerCsv(entries: readonly RegisterEntry[]): string {
  const lines = entries.map((entry) => columns.map((name) => String(entry[name])).join(","));
  return `${[columns.join(","), ...lines].join("\r\n")}\r\n`;
}
