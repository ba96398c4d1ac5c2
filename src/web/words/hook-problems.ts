/** Why a network, or a person it sends to us, is not granted something. */
export type HookProblemName =
  | "no-such-deletion"
  | "not-signed"
  | "wrong-signature"
  | "wrong-verify-token"
  | "not-events"
  | "events-waiting";
