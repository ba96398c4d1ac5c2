/** What the portal publishes. The kinds are those a public employment service's bulletin mixes. */
export const kinds = [
  "offer",
  "art16",
  "targeted",
  "traineeship",
  "competition",
  "course",
  "event",
  "notice",
] as const;

export type Kind = (typeof kinds)[number];

/** A piece of news as an editor writes it. All texts are plain, never markup; lines are parted by "\n". */
export interface Draft {
  kind: Kind;
  title: string;
  /** The authority's own code, such as "VDL-2026-0412". Left out: the portal gives the next of its own series. */
  reference?: string;
  /** The municipality where the work or the event is. */
  place?: string;
  /** Left out for notices and for employers who are not named ("azienda riservata"). */
  employer?: string;
  /** The centre that takes applications, such as "CPI Lago Sud". */
  office?: string;
  contract?: string;
  hours?: string;
  /** Pay in words, such as "1.690 € lordi al mese per 14 mensilità". */
  pay?: string;
  positions?: number;
  /** Last day to apply, "2026-12-04", in Italian time. */
  deadline?: string;
  /** How to apply, in words. */
  apply?: string;
  text: string;
}

/** A piece of news on the portal. `id` and `slug` never change; moments are ISO 8601 in UTC. */
export interface PortalItem extends Draft {
  id: number;
  slug: string;
  reference: string;
  publishedAt: string;
  updatedAt: string;
}

/** The last part of an item's address: the words of its title and its number. */
export function itemSlug(title: string, id: number): string {
  return `${slugOf(title) || "notizia"}-${id}`;
}

/** Words as part of an address: lower case, without accents, at most 60 characters, joined by hyphens. */
export function slugOf(words: string): string {
  return words
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
}

/** The item's number out of its slug, or undefined. Only the number counts, so an old address survives a new title. */
export function idOfSlug(slug: string): number | undefined {
  const digits = /(?:^|-)(\d{1,9})$/.exec(slug)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The first sentences of a text on one line, cut at a word, at most `charactersMax` long with the ellipsis. */
export function summaryOf(text: string, charactersMax = 200): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= charactersMax) return line;
  const cut = line.slice(0, charactersMax - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).replace(/[\s,;:.–-]+$/, "")}…`;
}

/** Whether the last day to apply is over, in Italian time. */
export function isExpired(item: Draft, now: Date): boolean {
  return item.deadline !== undefined && item.deadline < dayInItaly(now);
}

const italianDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Rome", dateStyle: "short" });

/** The calendar day in Italy at a moment, "2026-12-04". */
export function dayInItaly(moment: Date): string {
  return italianDay.format(moment);
}
