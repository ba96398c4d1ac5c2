import { FAULT_GROUPS, type Words } from "./words.ts";

const PANEL: Words["panel"] = {
  title: "Fault bench",
  intro: "Break Facebook on purpose here, and see whether the wall stays right.",
  token: {
    title: "Page token",
    states: {
      valid: "valid",
      expired: "expired (190/463)",
      password: "ended by a password change (190/460)",
      "not-installed": "app no longer authorised (190/458)",
      checkpoint: "stopped at a security check (190/459)",
      invalidated: "invalidated (190/467)",
      "role-lost": "role on the Page lost (190/492)",
      unconfirmed: "person not confirmed (190/464)",
    },
    expire: "Let it expire",
    password: "Password change",
    restore: "Renew the token",
    what: "Until it is renewed, every call is answered with error 190.",
  },
  lag: {
    title: "Read lag",
    what: "A post just created stays invisible to whoever reads the Page back.",
    label: "Seconds",
    set: "Set",
    now: (seconds) => (seconds === 0 ? "No lag." : `Now: ${seconds.toLocaleString("en-GB")} s.`),
  },
  active: {
    title: "On at the moment",
    none: "No fault is on.",
    on: "on",
    off: "Switch off",
    allOff: "Switch all off",
    remaining: (count) =>
      count === "forever" ? "until switched off" : count === 1 ? "once more" : `${count} more times`,
    throttled: (seconds) => `The Page is throttled for about ${seconds}\u00a0s more.`,
    held: (count) => (count === 1 ? "One call is being held." : `${count} calls are being held.`),
    release: "Let go",
  },
  times: { once: "Once", five: "5 times", forever: "Always" },
  groups: [
    { title: "Publishes, but says otherwise", modes: FAULT_GROUPS.after },
    { title: "Does not publish, out of reach", modes: FAULT_GROUPS.before },
    { title: "Too many calls", modes: FAULT_GROUPS.limits },
    { title: "Refusals", modes: FAULT_GROUPS.refusals },
    { title: "Slowness", modes: FAULT_GROUPS.slow },
    { title: "Videos", modes: FAULT_GROUPS.films },
  ],
  calls: {
    title: "Latest calls",
    none: "No call received.",
    what: "What really happened, and what was answered.",
  },
};

export const ENGLISH: Words = {
  banner: {
    word: "Simulation",
    sentence: "Not Facebook but a trial: nothing here is really published.",
  },
  skip: "Skip to the posts",
  otherLanguage: { label: "Italiano", lang: "it" },
  pages: "Simulated Pages",
  category: "Trial Page · public body",
  posts: (count) => (count === 1 ? "1 post" : `${count.toLocaleString("en-GB")} posts`),
  duplicates: (count) => (count === 1 ? "1 duplicate" : `${count.toLocaleString("en-GB")} duplicates`),
  duplicate: "Duplicate",
  duplicateHint: "Same text and same link as a post already there",
  hidden: "Hidden",
  edited: "edited",
  empty: { title: "The wall is empty", text: "Posts appear here by themselves as soon as they arrive." },
  older: "Earlier posts",
  newest: "Back to the newest",
  wallOf: "Simulated wall",
  permalink: "Open this post alone",
  notFound: {
    title: "There is nothing here",
    text: "The post or the Page does not exist, or has been deleted.",
    back: "Back to the wall",
  },
  panel: PANEL,
  media: {
    stories: "Stories",
    left: (minutes) =>
      minutes < 60 ? `${minutes}\u00a0min left` : `${Math.round(minutes / 60)}\u00a0h left`,
    video: "Video",
    reel: "Reel",
    noAlt: "Picture without alternative text",
    gone: "Pictures and videos are not kept from one start of the simulation to the next.",
  },
  faults: {
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
  },
  did: {
    nothing: "no effect",
    uploaded: "received a file",
    created: "published",
    edited: "edited",
    deleted: "deleted",
    commented: "commented",
    moderated: "moderated",
    messaged: "wrote privately",
    configured: "changed settings",
  },
  told: ({ answered }) => {
    if (!answered) return "answer still due";
    if (answered.kind === "lost") return "answer lost";
    if (answered.kind === "gone") return "the caller had left";
    if (answered.truncated) return "answer cut short";
    if (answered.code !== undefined)
      return `answered error ${answered.code}${answered.subcode ? `/${answered.subcode}` : ""}`;
    return `answered ${answered.status}`;
  },
  news: (count) => (count === 1 ? "A new post has arrived." : `${count} new posts have arrived.`),
};
