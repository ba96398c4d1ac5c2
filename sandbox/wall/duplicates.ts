import type { Post } from "../facebook/post.ts";

/**
 * The posts that repeat an older one: same text (blanks apart) and same link. The first of several is not a duplicate,
 * so the size of the set is the number of posts too many.
 * @param newestFirst visible posts of one Page
 */
export function duplicatesAmong(newestFirst: readonly Post[]): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const post of newestFirst.toReversed()) {
    const key = `${(post.message ?? "").replace(/\s+/g, " ").trim()}\n${post.link ?? ""}`;
    if (seen.has(key)) repeated.add(post.id);
    seen.add(key);
  }
  return repeated;
}
