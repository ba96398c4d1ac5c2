import { offerAt } from "../offers.ts";
import type { Chance } from "../random.ts";
import type { Traits } from "./traits.ts";

/** An item of an invented history: what it is, and what its portal has done to it so far. */
export interface HistoryItem {
  marker: string;
  title: string;
  description: string;
  /** Left out where the portal gives none. */
  guid: string | undefined;
  /** The path of its page; left out where the portal gives no link. */
  path: string | undefined;
  /** The date as the portal writes it; it never changes. */
  date: string | undefined;
  edition: number;
  guidVersion: number;
  pathVersion: number;
  migrated: boolean;
  hidden: boolean;
  /** Whether a whole poll has shown it. */
  seen: boolean;
}

const letters = "bcdfghjklmnpqrst";
const writtenOn = new Date("2026-01-12T07:00:00Z");

/** The next item of a portal. */
export function newItem(seed: number, number: number, traits: Traits, luck: Chance): HistoryItem {
  const marker = markerOf(seed, number);
  const draft = offerAt(seed, number, writtenOn);
  const nameless = luck.likely(traits.nameless);
  const name = `${luck.whole(100, 999)}${String(number).padStart(4, "0")}`;
  const hasGuid = !nameless && traits.identity !== "link-only" && traits.identity !== "guid-is-link";
  return {
    marker,
    // The references of the pretend offers are left out: here the identity is what the feed gives, nothing else.
    title: `${draft.title} ${marker}`,
    description: `${draft.text.split("\n")[0]} (${marker})`,
    guid: hasGuid ? `notizia-${name}` : undefined,
    path: !nameless && traits.identity !== "guid-only" ? `/lavoro/avviso-${name}.html` : undefined,
    date: dateOf(number, traits, luck),
    edition: 0,
    guidVersion: 0,
    pathVersion: 0,
    migrated: false,
    hidden: false,
    seen: false,
  };
}

/** A word without vowels or digits, so that nothing takes it for a reference or a date: 4 letters seed, 3 number. */
export function markerOf(seed: number, number: number): string {
  const spell = (value: number, length: number) =>
    Array.from({ length }, (_, place) => letters[(value >> (4 * (length - 1 - place))) & 15]).join("");
  return `x${spell(seed & 0xffff, 4)}${spell(number & 0xfff, 3)}x`;
}

/** Days before or after the first poll; "no-time" gives whole batches one and the same date. */
function dateOf(number: number, traits: Traits, luck: Chance): string | undefined {
  const style =
    traits.dates === "mixed"
      ? luck.pick(["exact", "no-time", "missing", "future", "error"] as const)
      : traits.dates;
  if (style === "missing") return undefined;
  if (style === "error") return "(error)";
  const days = style === "future" ? 40 + number : Math.floor(number / 6) - 20;
  const moment = new Date(
    writtenOn.getTime() + days * 86_400_000 + (style === "exact" ? number * 61_000 : 0),
  );
  if (style === "no-time") return moment.toISOString().slice(0, 10);
  return traits.format === "rss" ? moment.toUTCString().replace("GMT", "+0000") : moment.toISOString();
}
