import { findCredentials } from "./credentials-store.ts";
import type { StaffTools } from "./staff-tools.ts";
import { countTry, giveBackTry, type TrySubject } from "./try-store.ts";

export type Proof =
  | { kind: "right"; passwordHash: string }
  | { kind: "wrong" }
  | { kind: "wait"; seconds: number };

/** Whether somebody who is signed in knows their password: an open browser is not enough for what matters. */
export async function provePassword(tools: StaffTools, memberId: string, password: string): Promise<Proof> {
  const { db, vault, clock, hasher } = tools;
  const subject: TrySubject = { kind: "device", value: memberId };
  const seconds = await countTry(db, vault, subject, clock.now());
  if (seconds > 0) return { kind: "wait", seconds };
  const credentials = await findCredentials(db, { memberId });
  const verdict = await hasher.verify(password, credentials?.passwordHash);
  if (verdict === "wrong") return { kind: "wrong" };
  await giveBackTry(db, vault, subject);
  if (verdict === "busy" || !credentials) return { kind: "wait", seconds: 1 };
  return { kind: "right", passwordHash: credentials.passwordHash };
}
