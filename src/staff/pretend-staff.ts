import { randomBytes } from "node:crypto";
import type { Database } from "../database/database.ts";
import { silentLog } from "../platform/log.ts";
import { openVault } from "../platform/vault.ts";
import type { Browser } from "./let-in.ts";
import { openPasswordHasher } from "./password-hasher.ts";
import type { StaffTools } from "./staff-tools.ts";

/** For the tests of this folder: the tools over a real database, with a clock that is moved by hand. */
export interface PretendStaff extends StaffTools {
  moveBy(ms: number): void;
}

export const startsAt = new Date("2026-11-27T09:00:00.000Z");
export const password = "tre parole a caso";

export function pretendStaff({ db }: Pick<Database, "db">): PretendStaff {
  let present = startsAt;
  return {
    db,
    vault: openVault(randomBytes(32)),
    clock: { now: () => present },
    log: silentLog,
    hasher: openPasswordHasher(),
    moveBy(ms) {
      present = new Date(present.getTime() + ms);
    },
  };
}

/** A browser that nobody has signed in with, at an address of its own. */
export function freshBrowser(address: string, mark?: string): Browser {
  return { address, agent: "Firefox", mark };
}
