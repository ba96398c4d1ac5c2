/** Waiting that can be ended from outside: held calls are released by a person, and all waits end when we close. */
export class Waits {
  readonly #held = new Set<(goOn: boolean) => void>();
  readonly #sleeping = new Set<(goOn: boolean) => void>();

  /** Calls held at the moment. */
  get heldCount(): number {
    return this.#held.size;
  }

  /** Resolves true when released, false when the sandbox closes: then nothing more may happen. */
  held(): Promise<boolean> {
    return new Promise((resolve) => this.#held.add(resolve));
  }

  /** Resolves true after `ms`, false when the sandbox closes before. */
  sleep(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => end(true), ms);
      const end = (goOn: boolean): void => {
        clearTimeout(timer);
        this.#sleeping.delete(end);
        resolve(goOn);
      };
      this.#sleeping.add(end);
    });
  }

  /** Lets every held call go on; returns how many. */
  release(): number {
    const count = this.#held.size;
    for (const goOn of this.#held) goOn(true);
    this.#held.clear();
    return count;
  }

  close(): void {
    for (const end of [...this.#held, ...this.#sleeping]) end(false);
    this.#held.clear();
  }
}
