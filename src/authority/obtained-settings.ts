import { createHash } from "node:crypto";
import type { FileAccount } from "./authority-file.ts";

/**
 * Beside an account's secrets: digests of those of the file that a login at the desk took the place of. As long as the
 * file says the same as then, it has nothing newer to give; another value in it is news, and is taken.
 */
export const replacedInFile = "replacedInFile";

/** The secrets of an account after a login gave `obtained`, with the memory of what that replaced. */
export function replaceObtained(
  before: Readonly<Record<string, unknown>>,
  obtained: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const known = digestsIn(before);
  const replaced = Object.keys(obtained)
    .filter((name) => typeof before[name] === "string" && before[name] !== obtained[name])
    // A second login replaces what the first gave; the file's own value was noted by the first.
    .map((name) => [name, known[name] ?? digest(before[name])]);
  return { ...before, ...obtained, [replacedInFile]: { ...known, ...Object.fromEntries(replaced) } };
}

/** The account of the file with what a login has given to the one that is there: applying a file loses no token. */
export function keepObtained<Account extends FileAccount>(
  wanted: Account,
  now: Pick<FileAccount, "channel" | "externalId" | "secrets"> | undefined,
): Account {
  // A token of another Page is worth nothing on this one.
  if (now?.channel !== wanted.channel || now.externalId !== wanted.externalId) return wanted;
  const known = digestsIn(now.secrets);
  const isKept = (name: string) =>
    wanted.leftToLogin?.includes(name) ||
    (known[name] !== undefined && known[name] === digest(wanted.secrets[name]));
  const kept = Object.entries(now.secrets).filter(([name]) => isKept(name));
  if (kept.length === 0) return wanted;
  const memory = now.secrets[replacedInFile] === undefined ? {} : { [replacedInFile]: known };
  return { ...wanted, secrets: { ...wanted.secrets, ...Object.fromEntries(kept), ...memory } };
}

/** Whether all is there that the file leaves to a login. */
export function isConnected({ leftToLogin = [], settings, secrets }: FileAccount): boolean {
  return leftToLogin.every((name) => name in secrets || name in settings);
}

function digestsIn(secrets: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = secrets[replacedInFile];
  return typeof known === "object" && known !== null ? (known as Record<string, unknown>) : {};
}

function digest(value: unknown): string {
  return createHash("sha256").update(String(value)).digest("hex");
}
