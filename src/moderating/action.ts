/**
 * What triage can suggest, and a person decide. `pec` points to the formal channel, `crisis` calls a person at once.
 * `hide` can be taken back; `delete` keeps a copy first.
 */
export const actions = ["none", "answer", "hide", "delete", "escalate", "pec", "crisis"] as const;
export type Action = (typeof actions)[number];

/** What takes a comment out of the public's sight. */
export function removesFromSight(action: Action): boolean {
  return action === "hide" || action === "delete";
}
