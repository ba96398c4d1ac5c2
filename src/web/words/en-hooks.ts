import type { HookProblemName } from "./hook-problems.ts";
import type { Saying } from "./words.ts";

/** What is not granted at the addresses of the networks. */
export const enHooks: Record<HookProblemName, Saying> = {
  "no-such-deletion": {
    title: "No request with this code",
    detail: "Check that the address is whole: it is the one Facebook shows after the request.",
  },
  "not-signed": {
    title: "No signature",
    detail: "Only the network writes to this address, signing with its app. Nothing was read.",
  },
  "wrong-signature": {
    title: "Wrong signature",
    detail:
      "The signature is not that of the authority's app. Nothing was recorded. If the request really came from Meta, check the app's secret.",
  },
  "wrong-verify-token": {
    title: "Wrong verify token",
    detail:
      "The verify token is not that of the authority's app. Copy address and token again into the app's webhook settings.",
  },
  "not-events": {
    title: "These are no events",
    detail: "The signature is right, but the content is not what the network sends. Nothing was recorded.",
  },
  "events-waiting": {
    title: "Too many events at once",
    detail: "Events arrive faster than they can be recorded. Send them again in a moment.",
  },
};
