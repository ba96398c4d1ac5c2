import type { Post } from "./post.ts";

export interface Span {
  /** Unix seconds, inclusive, compared with whole seconds as Graph shows them. */
  since?: number;
  until?: number;
}

/**
 * The posts of one Page in the order they were made. Times never run backwards inside it (the world sees to that), so
 * both ends of a span are found by bisection: reading the newest 25 of 100,000 posts touches 25.
 */
export class PagePosts {
  readonly #ascending: Post[] = [];

  get size(): number {
    return this.#ascending.length;
  }

  append(post: Post): void {
    this.#ascending.push(post);
  }

  remove(post: Post): void {
    const index = this.#firstFromSeq(post.seq);
    if (this.#ascending[index] === post) this.#ascending.splice(index, 1);
  }

  /** The newest that fits, or undefined. */
  newest(fits: (post: Post) => boolean): Post | undefined {
    return this.#ascending.findLast(fits);
  }

  all(): readonly Post[] {
    return this.#ascending;
  }

  /** Newest first; with `olderThan` (a seq) only what comes after that post in this order. */
  *newestFirst(span: Span = {}, olderThan = Number.POSITIVE_INFINITY): Generator<Post> {
    const end = Math.min(
      this.#firstFromSeq(olderThan),
      span.until === undefined ? this.#ascending.length : this.#firstFromSecond(span.until + 1),
    );
    const start = span.since === undefined ? 0 : this.#firstFromSecond(span.since);
    for (let index = end - 1; index >= start; index -= 1) yield this.#ascending[index] as Post;
  }

  /** Oldest first, only what is newer than the post with seq `newerThan`. */
  *oldestFirst(span: Span, newerThan: number): Generator<Post> {
    const start = Math.max(
      this.#firstFromSeq(newerThan + 1),
      span.since === undefined ? 0 : this.#firstFromSecond(span.since),
    );
    const end = span.until === undefined ? this.#ascending.length : this.#firstFromSecond(span.until + 1);
    for (let index = start; index < end; index += 1) yield this.#ascending[index] as Post;
  }

  #firstFromSeq(seq: number): number {
    return this.#bisect((post) => post.seq >= seq);
  }

  #firstFromSecond(second: number): number {
    return this.#bisect((post) => Math.floor(post.createdAt / 1000) >= second);
  }

  #bisect(reached: (post: Post) => boolean): number {
    let low = 0;
    let high = this.#ascending.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (reached(this.#ascending[middle] as Post)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
