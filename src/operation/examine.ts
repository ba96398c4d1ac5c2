import type { Installation } from "../installation.ts";
import { examineAccounts } from "./checks/accounts.ts";
import type { Check, CheckedPart, Examine } from "./checks/check.ts";
import { examineClock } from "./checks/clock.ts";
import { examineDatabase, examineDisk } from "./checks/database.ts";
import { examineMail } from "./checks/mail.ts";
import { examinePublicAddress } from "./checks/public-address.ts";
import { examineSecretKey } from "./checks/secret-key.ts";
import { examineSources } from "./checks/sources.ts";
import { examineWork } from "./checks/work.ts";

/** What can be looked at whatever the tables are like, and what needs them as this program knows them. */
const always: [CheckedPart, Examine][] = [
  ["database", examineDatabase],
  ["disk", examineDisk],
  ["clock", examineClock],
  ["public-address", examinePublicAddress],
];
const onceMigrated: [CheckedPart, Examine][] = [
  ["secret-key", examineSecretKey],
  ["source", examineSources],
  ["account", examineAccounts],
  ["work", examineWork],
  ["mail", examineMail],
];

/**
 * Looks over an installation and tells what it finds, part by part. A part that cannot be looked at is itself a fault
 * and hides none of the others. Writes nothing.
 */
export async function examine(installation: Installation): Promise<Check[]> {
  const checks = await examineParts(installation, always);
  const isMigrated = checks.some((check) => check.code === "database-ok");
  return isMigrated ? [...checks, ...(await examineParts(installation, onceMigrated))] : checks;
}

async function examineParts(installation: Installation, parts: [CheckedPart, Examine][]): Promise<Check[]> {
  const found: Check[] = [];
  for (const [part, look] of parts) {
    try {
      found.push(...(await look(installation)));
    } catch (error) {
      installation.log.debug({ err: error, part }, "a check could not be made");
      const detail = error instanceof Error ? error.message : String(error);
      found.push({ part, state: "fault", code: "check-failed", facts: { detail } });
    }
  }
  return found;
}
