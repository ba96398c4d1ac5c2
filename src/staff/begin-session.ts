import { deleteOldLinks } from "./link-store.ts";
import { addSession, deleteOverSessions } from "./session-store.ts";
import type { StaffTools } from "./staff-tools.ts";
import { deleteOldTries } from "./try-store.ts";

/** Signs a member in; gives the token for their cookie. What is over of other sessions goes by the way. */
export async function beginSession(
  { db, clock, log }: StaffTools,
  memberId: string,
  agent: string,
): Promise<string> {
  const now = clock.now();
  await deleteOverSessions(db, now);
  await deleteOldLinks(db, now);
  await deleteOldTries(db, now);
  const token = await addSession(db, memberId, agent, now);
  log.info({ memberId }, "somebody signed in");
  return token;
}
