import { Counter } from "prom-client";
import type { TakenEvents } from "../../conversing/take-in-events.ts";

/** What came to the addresses of the networks since this process started, for the metrics. */
export interface EventCounters {
  taken(taken: TakenEvents): void;
  /** Items of a kind the channel does not know, or without what we need. */
  ignored(count: number): void;
  /** A request that was not granted; `reason` is a word of ours. */
  refused(reason: string): void;
  all: Counter[];
}

export function openEventCounters(): EventCounters {
  const events = new Counter({
    name: "bacheca_events_total",
    help: "Events that networks sent: stored; delivered again; ignored (of an unknown kind); not ours (no such account).",
    labelNames: ["result"],
    registers: [],
  });
  const refused = new Counter({
    name: "bacheca_event_requests_refused_total",
    help: "Requests to the addresses of the networks that were not granted, by reason.",
    labelNames: ["reason"],
    registers: [],
  });
  // A figure that is there from the start, at 0, can be watched.
  for (const result of ["stored", "duplicate", "ignored", "not-ours"]) events.inc({ result }, 0);
  return {
    taken({ stored, duplicates, notOurs }) {
      events.inc({ result: "stored" }, stored);
      events.inc({ result: "duplicate" }, duplicates);
      events.inc({ result: "not-ours" }, notOurs);
    },
    ignored: (count) => events.inc({ result: "ignored" }, count),
    refused: (reason) => refused.inc({ reason }),
    all: [events, refused],
  };
}
