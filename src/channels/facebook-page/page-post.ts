import { z } from "zod";

/**
 * `{page-id}_{post-id}`, or one number as some edges give it. A JSON number is refused: it has lost digits already
 * (graph-api.md section 2).
 */
export const postId = z.string().regex(/^\d{1,40}(_\d{1,40})?$/);

/**
 * Where people see a post. Without a usable permalink the id itself is an address: Facebook leads it to the canonical
 * one (section 9). Some permalinks come without a host; any other scheme than http(s) is not shown to anybody.
 */
export function postAddress(id: string, permalink?: string): string {
  const fallback = `https://www.facebook.com/${id}`;
  if (!permalink || !URL.canParse(permalink, "https://www.facebook.com")) return fallback;
  const address = new URL(permalink, "https://www.facebook.com");
  return address.protocol === "https:" || address.protocol === "http:" ? address.href : fallback;
}

/**
 * A post as `/published_posts` lists it: known fields, and whatever else was asked for. Its id is taken as it comes:
 * one colleague's post with an id of another form must not make the whole page unreadable.
 */
export const listedPost = z.looseObject({
  id: z.string().min(1),
  created_time: z.string().optional().catch(undefined),
  permalink_url: z.string().optional().catch(undefined),
});
export type ListedPost = z.output<typeof listedPost>;

/**
 * Milliseconds since the epoch; NaN where the date is missing or unreadable. Facebook writes the offset without its
 * colon ("2026-01-01T10:00:00+0000"), which V8 reads all the same.
 */
export function createdAtMs(post: { created_time?: string }): number {
  return Date.parse(post.created_time ?? "");
}

/**
 * Whether the marker stands anywhere in a post: message, link, attachments at any depth, also inside the shim address
 * (`l.facebook.com/l.php?u=...`) that Facebook puts in front of links (section 10).
 */
export function holdsMarker(post: unknown, marker: string): boolean {
  return stringsOf(post).some((text) => standsIn(text, marker) || standsIn(unshimmed(text), marker));
}

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

function unshimmed(text: string): string {
  if (!text.includes("?") || !URL.canParse(text)) return "";
  return new URL(text).searchParams.get("u") ?? "";
}

/** As a whole word: the marker ".../v/ab1" is not in ".../v/ab12". */
function standsIn(text: string, marker: string): boolean {
  if (marker === "") return false;
  for (let at = text.indexOf(marker); at !== -1; at = text.indexOf(marker, at + 1)) {
    const before = isWordPart(marker.at(0)) && isWordPart(text[at - 1]);
    const after = isWordPart(marker.at(-1)) && isWordPart(text[at + marker.length]);
    if (!before && !after) return true;
  }
  return false;
}

/** The characters our own short codes are made of. */
function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z0-9_-]/.test(character);
}
