/**
 * First parts of our own addresses, and those that stand where elsewhere an authority is named. No authority can have
 * such an id: its pages would be hidden behind ours. `src/web/routes.test.ts` compares them with all routes.
 */
export const reservedIds = [
  "api",
  "assets",
  "desk",
  "health",
  "hooks",
  "metrics",
  "ready",
  "v",
  "deletions",
] as const;

export function isReservedId(id: string): boolean {
  return (reservedIds as readonly string[]).includes(id);
}
