import type { Explanation } from "../../channels/channel.ts";

/** Why connecting an account came to nothing, or what is the matter with a connected one; all else is its channel's. */
export type ConnectingReason =
  | "no-app"
  | "return-unreadable"
  | "login-unknown"
  | "login-expired"
  | "login-used"
  | "choice-over"
  | "none-chosen"
  | "page-taken"
  | "essential-missing"
  | "token-unreadable"
  | "network-in-trouble"
  | "other-page"
  | "sealed"
  | "subscription-missing"
  | "subscription-unasked"
  | "subscription-refused"
  | "subscription-unsteady";

export interface ConnectingWords {
  reasons: Record<ConnectingReason, Explanation>;
  /** The names under which health checks report what they looked at. */
  checks: Record<string, string>;
  never: string;
}
