import type { FaultMode } from "../../sandbox/facebook/faults.ts";

/** How a mode is switched on, and which person's act ends it where no automatic recovery is wanted. */
export interface NetworkFault {
  name: string;
  mode: FaultMode;
  delayMs?: number;
  regainMinutes?: number;
  /** Reads lag behind by this much while it lasts. */
  readLagMs?: number;
  /** The mode is a state that stays until somebody ends it; ours ends after this long. */
  lastsMs?: number;
}

const quickRegain = 0.01; // minutes: 0.6 s

/** Every fault mode of the pretend Facebook; those that end between answer and truth also with lagging reads. */
export const networkFaults: NetworkFault[] = [
  { name: "answer lost after acting", mode: "lost-after" },
  { name: "answer lost after acting, reads lag", mode: "lost-after", readLagMs: 800 },
  { name: "answer lost before acting", mode: "lost-before" },
  { name: "500 code 2 though published", mode: "error-2-after" },
  { name: "500 code 2 though published, reads lag", mode: "error-2-after", readLagMs: 800 },
  { name: "code 1/99 though published", mode: "error-1-99-after" },
  { name: "503 not published", mode: "unavailable" },
  { name: "HTML 502 not published", mode: "html-502" },
  { name: "HTML 502 though published", mode: "html-502-after" },
  { name: "answer cut in half, published", mode: "truncated-after" },
  { name: "answer without id, published", mode: "no-id-after" },
  { name: "(#32) with regain time", mode: "rate-limit-32", regainMinutes: quickRegain },
  { name: "80001 with regain time", mode: "rate-limit-80001", regainMinutes: quickRegain },
  { name: "(#4) application limit", mode: "app-limit-4", regainMinutes: quickRegain },
  { name: "token expired, later restored", mode: "token-expired", lastsMs: 1500 },
  { name: "password changed, later restored", mode: "token-password", lastsMs: 1500 },
  { name: "permission lost, later given back", mode: "permission-lost", lastsMs: 1500 },
  { name: "368 blocked for a time", mode: "blocked-368" },
  { name: "100 with a trace id holding 490", mode: "invalid-100-trace-490" },
  { name: "1609005 link not scraped", mode: "scrape-failed" },
  { name: "slow answer", mode: "slow", delayMs: 700 },
];
