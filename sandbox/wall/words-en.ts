import { FAULT_WORDS } from "./fault-words-en.ts";
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
  meets: {
    title: "What they meet",
    names: {
      feed: "Posts",
      photos: "Photos",
      photo_stories: "Photo stories",
      video_stories: "Video stories",
      video_reels: "Reels",
      rupload: "Video uploads",
      post: "Edits and deletions",
      comments: "Comments",
      messages: "Messages",
    },
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
    earlierStories: (count) => `The newest; ${count === 1 ? "one" : count} more before these.`,
    left: (minutes) =>
      minutes < 60 ? `${minutes}\u00a0min left` : `${Math.round(minutes / 60)}\u00a0h left`,
    video: "Video",
    reel: "Reel",
    noAlt: "Picture without alternative text",
    gone: "The pictures of this post are gone.",
  },
  faults: FAULT_WORDS,
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
