interface Due {
  at: number;
  deed: () => void;
}

/** Node waits no longer than this in one go; a longer wait is looked at again. */
const LOOK_AGAIN_MS = 3_600_000;

/**
 * The one clock of the sandbox: real time (or a test's own) plus what it was moved ahead. What is planned on it happens
 * when its moment has come: by a timer in real time, and before anybody looks when the clock was moved.
 */
export class Clock {
  readonly #base: () => number;
  #aheadMs = 0;
  /** Soonest first. */
  #due: Due[] = [];
  #timer?: NodeJS.Timeout;
  #closed = false;

  /** @param base unix milliseconds */
  constructor(base: () => number = Date.now) {
    this.#base = base;
  }

  /** Unix milliseconds. */
  now = (): number => this.#base() + this.#aheadMs;

  /** How far it was moved ahead of its base, milliseconds. */
  get aheadMs(): number {
    return this.#aheadMs;
  }

  /** Moves time on, and does what has become due, in order. Time never goes back. */
  advance(ms: number): number {
    if (!(ms >= 0)) throw new RangeError("a clock only goes forward");
    this.#aheadMs += ms;
    this.catchUp();
    return this.now();
  }

  /** Plans a deed for a moment (unix milliseconds); a moment already past is done at the next look. */
  at(moment: number, deed: () => void): void {
    const place = this.#due.findLastIndex((one) => one.at <= moment) + 1;
    this.#due.splice(place, 0, { at: moment, deed });
    if (place === 0) this.#wind();
  }

  /** Does what is due. Cheap when nothing is, so that every call can begin with it. */
  catchUp(): void {
    let first = this.#due[0];
    if (first === undefined || first.at > this.now()) return;
    while (first !== undefined && first.at <= this.now()) {
      this.#due.shift();
      first.deed();
      first = this.#due[0];
    }
    this.#wind();
  }

  /** Forgets every plan. */
  forget(): void {
    this.#due = [];
    clearTimeout(this.#timer);
  }

  close(): void {
    this.#closed = true;
    this.forget();
  }

  #wind(): void {
    clearTimeout(this.#timer);
    const first = this.#due[0];
    if (!first || this.#closed) return;
    const wait = Math.min(Math.max(1, first.at - this.now()), LOOK_AGAIN_MS);
    this.#timer = setTimeout(() => {
      this.catchUp();
      this.#wind();
    }, wait);
    // A plan for tomorrow keeps no process alive today.
    this.#timer.unref();
  }
}
