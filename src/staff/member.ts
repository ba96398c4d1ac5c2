import type { Staff } from "./rights.ts";

/** A person at the desk as lists show them, also one who was invited and has not come yet, or was shut out. */
export interface Member extends Staff {
  /** When they used their first link; null = invited. */
  confirmedAt: Date | null;
  disabledAt: Date | null;
}

/** Whether they can sign in. */
export function isActive({ confirmedAt, disabledAt }: Pick<Member, "confirmedAt" | "disabledAt">): boolean {
  return confirmedAt !== null && disabledAt === null;
}
