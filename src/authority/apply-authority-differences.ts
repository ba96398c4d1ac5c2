import { isDeepStrictEqual } from "node:util";
import type { AuthorityFile, FileAccount, FileSource } from "./authority-file.ts";

/** What is there now of one authority, in the shape of its file. */
export interface AppliedAuthority {
  /** Undefined while there is no such authority. */
  authority: AuthorityFile["authority"] | undefined;
  sources: (FileSource & { isStopped: boolean })[];
  accounts: (FileAccount & { state: "active" | "resting" | "disconnected" | "off" })[];
}

/** One field that differs. Secrets have no values here: `isSecret` says that something else stands there now. */
export type FieldDifference =
  | { name: string; isSecret: false; before: unknown; after: unknown }
  | { name: string; isSecret: true };

export type Verb = "new" | "changed" | "stopped" | "resumed" | "reconnected";

/** One thing that applying the file does. */
export interface Difference {
  subject: "authority" | "source" | "account";
  id: string;
  verb: Verb;
  fields: FieldDifference[];
}

/** All that has to be done for `now` to become what `file` says; empty when it is so already. Pure. */
export function differencesBetween(now: AppliedAuthority, file: AuthorityFile): Difference[] {
  return [
    ...authorityDifference(now.authority, file.authority),
    ...partDifferences(now.sources, file.sources, sourceDifference, "source", (source) => source.isStopped),
    ...partDifferences(
      now.accounts,
      file.accounts,
      accountDifference,
      "account",
      (one) => one.state === "off",
    ),
  ];
}

function authorityDifference(
  now: AppliedAuthority["authority"],
  wanted: AuthorityFile["authority"],
): Difference[] {
  if (!now) return [{ subject: "authority", id: wanted.id, verb: "new", fields: [] }];
  const fields = [
    ...fieldsOf({ name: now.name }, { name: wanted.name }),
    ...groupFields(now.settings, wanted.settings),
    ...fieldsOf({ logo: now.logo }, { logo: wanted.logo }),
  ];
  return fields.length === 0 ? [] : [{ subject: "authority", id: wanted.id, verb: "changed", fields }];
}

function partDifferences<Wanted extends { id: string }, Now extends { id: string }>(
  now: readonly Now[],
  wanted: readonly Wanted[],
  compare: (now: Now, wanted: Wanted) => Omit<Difference, "subject" | "id"> | undefined,
  subject: Difference["subject"],
  isStopped: (part: Now) => boolean,
): Difference[] {
  const found: Difference[] = [];
  for (const part of wanted) {
    const there = now.find((one) => one.id === part.id);
    if (!there) found.push({ subject, id: part.id, verb: "new", fields: [] });
    else {
      const difference = compare(there, part);
      if (difference) found.push({ subject, id: part.id, ...difference });
    }
  }
  for (const part of now) {
    const isWanted = wanted.some((one) => one.id === part.id);
    if (!isWanted && !isStopped(part)) found.push({ subject, id: part.id, verb: "stopped", fields: [] });
  }
  return found;
}

function sourceDifference(now: AppliedAuthority["sources"][number], wanted: FileSource) {
  const fields = fieldsOf(asWritten(now), asWritten(wanted));
  if (now.isStopped) return { verb: "resumed" as const, fields };
  return fields.length === 0 ? undefined : { verb: "changed" as const, fields };
}

/** With the names people use in the file. */
function asWritten({ kind, name, url, everySeconds, settings }: FileSource) {
  const { kind: itemKind, ...others } = settings;
  return { kind, name, url, every: everySeconds, itemKind, ...others };
}

function accountDifference(now: AppliedAuthority["accounts"][number], wanted: FileAccount) {
  const { settings, secrets, id: _, ...plain } = wanted;
  const fields = [
    ...fieldsOf(now, plain),
    ...groupFields(now.settings, settings),
    ...groupFields(now.secrets, secrets).map((field) => ({ name: field.name, isSecret: true as const })),
  ];
  if (now.state === "off") return { verb: "resumed" as const, fields };
  if (fields.length === 0) return undefined;
  // What the network refused was said with the old token or settings; the new ones deserve a try at once.
  const speaksAnew = fields.some(
    (field) => field.isSecret || field.name in settings || field.name in now.settings,
  );
  const isHeldUp = now.state === "disconnected" || now.state === "resting";
  return { verb: isHeldUp && speaksAnew ? ("reconnected" as const) : ("changed" as const), fields };
}

/** The fields named by `wanted` that differ. */
function fieldsOf(now: object, wanted: object): FieldDifference[] {
  return differing(now, wanted, Object.keys(wanted));
}

/** The same for a group that belongs to the file as a whole: what the file no longer says goes away. */
function groupFields(now: object, wanted: object): FieldDifference[] {
  return differing(now, wanted, [...new Set([...Object.keys(wanted), ...Object.keys(now)])]);
}

function differing(now: object, wanted: object, names: readonly string[]): FieldDifference[] {
  const before = now as Record<string, unknown>;
  const after = wanted as Record<string, unknown>;
  return names
    .filter((name) => !isDeepStrictEqual(asStored(before[name]), asStored(after[name])))
    .map((name) => ({ name, isSecret: false, before: before[name], after: after[name] }));
}

/** As JSON keeps it: without the keys that are undefined. */
function asStored(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
