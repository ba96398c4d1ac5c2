import type { Words } from "./words.ts";

export const FAULT_WORDS: Words["faults"] = {
  "lost-after": {
    title: "Answer lost after publishing",
    imitates: "The post goes out, but the connection breaks before the answer.",
  },
  "error-2-after": {
    title: "Error 500, though published",
    imitates: "Answers “retry later” (code 2) although the post went out.",
  },
  "error-1-99-after": {
    title: "Unknown error, though published",
    imitates: "Answers “unknown error” (code 1/99) although the post went out.",
  },
  "html-502-after": {
    title: "502 page, though published",
    imitates: "A proxy answers in HTML after the post went out.",
  },
  "truncated-after": {
    title: "Answer cut short",
    imitates: "The post goes out, but only half of the JSON arrives.",
  },
  "no-id-after": {
    title: "Answer without an id",
    imitates: "The post goes out and the answer is 200, but empty: no id.",
  },
  "lost-before": {
    title: "Connection lost before",
    imitates: "The connection breaks and nothing went out.",
  },
  unavailable: {
    title: "Service unavailable",
    imitates: "Answers 503 in JSON (code 2) and really does not publish.",
  },
  "html-502": {
    title: "502 page",
    imitates: "A proxy answers in HTML instead of Facebook, and nothing went out.",
  },
  "rate-limit-80001": {
    title: "Page limit (80001)",
    imitates: "Too many calls on this Page: throttled for 30 seconds, announced in a header.",
  },
  "rate-limit-32": {
    title: "Page limit (32)",
    imitates: "The older form of the same limit, for 30 seconds.",
  },
  "app-limit-4": {
    title: "App limit (4)",
    imitates: "The whole app called too often: 30 seconds of waiting.",
  },
  "permission-lost": {
    title: "Permission withdrawn (200)",
    imitates: "Somebody took the right to publish away from the app.",
  },
  "blocked-368": {
    title: "Blocked for abuse (368)",
    imitates: "Facebook finds the app's behaviour too fast or improper.",
  },
  "scrape-failed": {
    title: "No preview possible (1609005)",
    imitates: "The crawler cannot read the linked page.",
  },
  "invalid-100-trace-490": {
    title: "Invalid parameter (100)",
    imitates: "An ordinary refusal whose trace id happens to contain “490”.",
  },
  slow: { title: "Slow answer", imitates: "The post goes out at once, the answer comes after 10 seconds." },
  "slow-before": {
    title: "Slow execution",
    imitates: "The post goes out after 10 seconds, even if the caller has left by then.",
  },
  hold: { title: "Call held", imitates: "The request waits before acting until it is let go." },
  "hold-after": {
    title: "Answer held",
    imitates: "The post goes out, the answer waits until it is let go.",
  },
  "token-expired": {
    title: "Token expired (190/463)",
    imitates: "The Page token is worth nothing until it is renewed.",
  },
  "token-password": {
    title: "Password changed (190/460)",
    imitates: "Whoever connected the Page changed their password.",
  },
  "upload-cut": {
    title: "Upload cut off",
    imitates: "Half of a video arrives, then the connection breaks.",
  },
  "film-refused": {
    title: "Video refused (6000)",
    imitates: "The whole video arrives, but processing ends in an error.",
  },
  "read-lag": {
    title: "Reads that lag",
    imitates: "Whoever reads the Page back does not see the newest posts yet.",
  },
};
