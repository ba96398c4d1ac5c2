import { expect, test } from "vitest";
import { now, pageId } from "./pretend-http.ts";
import { readUsage } from "./usage.ts";

const entry = (type: string, regain: number, calls = 10) => ({
  type,
  call_count: calls,
  total_cputime: 1,
  total_time: 2,
  estimated_time_to_regain_access: regain,
});
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const useCases = (value: unknown) => ({ "x-business-use-case-usage": JSON.stringify(value) });
const app = { "x-app-usage": '{"call_count":28,"total_time":31.5,"total_cputime":25}' };

test.each([
  ["no header", {}, { share: 0, pauseUntil: undefined }],
  ["the app's counters", app, { share: 0.315, pauseUntil: undefined }],
  [
    "a Page that may not call for 12 minutes",
    { ...app, ...useCases({ [pageId]: [entry("pages", 12, 100)] }) },
    { share: 1, pauseUntil: inMinutes(12) },
  ],
  [
    "a fraction of a minute",
    useCases({ [pageId]: [entry("pages", 0.05)] }),
    { share: 0.1, pauseUntil: inMinutes(0.05) },
  ],
  [
    "another use case that waits longer than ours",
    useCases({ [pageId]: [entry("messenger", 90), entry("pages", 3)] }),
    { share: 0.1, pauseUntil: inMinutes(3) },
  ],
  [
    "only another id that waits",
    useCases({ [pageId]: [entry("pages", 0)], "5": [entry("pages", 7)] }),
    { share: 0.1, pauseUntil: inMinutes(7) },
  ],
  [
    "a wait of years",
    useCases({ [pageId]: [entry("pages", 1e300)] }),
    { share: 0.1, pauseUntil: inMinutes(10_080) },
  ],
  ["a negative wait", useCases({ [pageId]: [entry("pages", -5)] }), { share: 0.1, pauseUntil: undefined }],
  [
    "headers that are no JSON",
    { "x-app-usage": "28%", "x-business-use-case-usage": "{" },
    { share: 0, pauseUntil: undefined },
  ],
  [
    "headers of another shape",
    { "x-app-usage": "[]", ...useCases({ [pageId]: "full" }) },
    { share: 0, pauseUntil: undefined },
  ],
])("usage headers with %s are read", (_what, headers, usage) => {
  expect(readUsage(headers, pageId, now)).toEqual(usage);
});
