/** The present moment, passed to everything that needs it, so that rules and tests never ask the machine. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
