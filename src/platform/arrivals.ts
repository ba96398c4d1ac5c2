/** How often something happened of late, within this process. */
export interface Arrivals {
  note(): void;
  /** Of the last second, or the better part of it. */
  perSecond(): number;
}

const spanMs = 500;

/** @param now milliseconds of a clock that nobody sets */
export function countArrivals(now: () => number = () => performance.now()): Arrivals {
  let span = 0;
  let count = 0;
  let before = 0;

  function moveOn(): void {
    const present = Math.floor(now() / spanMs);
    if (present === span) return;
    before = present === span + 1 ? count : 0;
    count = 0;
    span = present;
  }

  return {
    note() {
      moveOn();
      count += 1;
    },
    perSecond() {
      moveOn();
      return before + count;
    },
  };
}
