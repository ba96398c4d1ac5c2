/** Whom each Page has blocked, and when. */
export class Blocked {
  /** Page id to the ids of people, with the moment. */
  readonly #people = new Map<string, Map<string, number>>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(pageId: string, personId: string): void {
    const people = this.#people.get(pageId) ?? new Map<string, number>();
    people.set(personId, this.#now());
    this.#people.set(pageId, people);
  }

  /** False where there was nothing to lift. */
  remove(pageId: string, personId: string): boolean {
    return this.#people.get(pageId)?.delete(personId) ?? false;
  }

  has(pageId: string, personId: string): boolean {
    return this.#people.get(pageId)?.has(personId) ?? false;
  }

  /** The latest first; moments in unix milliseconds. */
  of(pageId: string): { personId: string; at: number }[] {
    return [...(this.#people.get(pageId) ?? [])].map(([personId, at]) => ({ personId, at })).reverse();
  }

  clear(): void {
    this.#people.clear();
  }
}
