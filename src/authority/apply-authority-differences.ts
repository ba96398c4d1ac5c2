import { isDeepStrictEqual } from "node:util";
import type { AuthorityFile, FileAccount, FileApp, FileSource } from "./authority-file.ts";
import { replacedInFile } from "./obtained-settings.ts";
import type { Office } from "./office.ts";

/** What is there now of one authority, in the shape of its file. */
export interface AppliedAuthority {
  /** Undefined while there is no such authority. */
  authority: AuthorityFile["authority"] | undefined;
  sources: (FileSource & { isStopped: boolean })[];
  apps: FileApp[];
  accounts: AppliedAccount[];
  offices: (Office & { isStopped: boolean })[];
}

export interface AppliedAccount extends FileAccount {
  state: "active" | "resting" | "disconnected" | "off";
  /** Nobody has connected it yet. */
  isWaitingForLogin: boolean;
  /** People connected it at the desk, and no file has named it. */
  isOfDesk: boolean;
}

/** One field that differs. Secrets have no values here: `isSecret` says that something else stands there now. */
export type FieldDifference =
  | { name: string; isSecret: false; before: unknown; after: unknown }
  | { name: string; isSecret: true };

export type Verb = "new" | "changed" | "stopped" | "resumed" | "reconnected" | "removed";

/** One thing that applying the file does. */
export interface Difference {
  subject: "authority" | "source" | "app" | "account" | "office" | "rule";
  id: string;
  verb: Verb;
  fields: FieldDifference[];
}

/** All that has to be done for `now` to become what `file` says; empty when it is so already. Pure. */
export function differencesBetween(now: AppliedAuthority, file: AuthorityFile): Difference[] {
  return [
    ...authorityDifference(now.authority, file.authority),
    ...partDifferences(now.sources, file.sources, sourceDifference, "source", (source) => source.isStopped),
    ...appDifferences(now.apps, file.apps ?? []),
    ...partDifferences(
      now.accounts,
      file.accounts,
      accountDifference,
      "account",
      // What people connected at the desk no file needs to name.
      (one) => one.state === "off" || one.isOfDesk,
    ),
    ...partDifferences(now.offices, file.offices ?? [], officeDifference, "office", (one) => one.isStopped),
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

function officeDifference({ isStopped, ...now }: AppliedAuthority["offices"][number], wanted: Office) {
  const fields = fieldsOf(now, wanted);
  if (isStopped) return { verb: "resumed" as const, fields };
  return fields.length === 0 ? undefined : { verb: "changed" as const, fields };
}

/** With the names people use in the file. */
function asWritten({ kind, name, url, everySeconds, settings }: FileSource) {
  const { kind: itemKind, ...others } = settings;
  return { kind, name, url, every: everySeconds, itemKind, ...others };
}

/** Of a channel that has no app (any more), all that was obtained with it stays; only logging in ends. */
function appDifferences(now: readonly FileApp[], wanted: readonly FileApp[]): Difference[] {
  const subject = "app";
  const found = wanted.flatMap((app): Difference[] => {
    const id = app.channel;
    const there = now.find((one) => one.channel === id);
    if (!there) return [{ subject, id, verb: "new", fields: [] }];
    const fields = [
      ...groupFields(there.settings, app.settings),
      ...secretFields(there.secrets, app.secrets),
    ];
    return fields.length === 0 ? [] : [{ subject, id, verb: "changed", fields }];
  });
  const gone = now.filter(({ channel }) => !wanted.some((app) => app.channel === channel));
  return [
    ...found,
    ...gone.map(({ channel }): Difference => ({ subject, id: channel, verb: "removed", fields: [] })),
  ];
}

function accountDifference(now: AppliedAccount, wanted: FileAccount) {
  const { settings, secrets, id: _, leftToLogin: _left, ...plain } = wanted;
  const fields = [
    ...fieldsOf(now, plain),
    ...groupFields(now.settings, settings),
    ...secretFields(now.secrets, secrets),
    ...lostFields(now, wanted),
    ...(now.isOfDesk ? [{ name: "origin", isSecret: false as const, before: "desk", after: "file" }] : []),
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

function secretFields(now: object, wanted: object): FieldDifference[] {
  return groupFields(now, wanted)
    .filter(({ name }) => name !== replacedInFile)
    .map(({ name }) => ({ name, isSecret: true }));
}

/** What a login had given and is not to be had any more: sealed with a lost key, or of another Page. */
function lostFields(now: AppliedAccount, { leftToLogin = [], secrets, settings }: FileAccount) {
  if (now.isWaitingForLogin) return [];
  return leftToLogin
    .filter((name) => !(name in secrets || name in settings || name in now.secrets))
    .map((name) => ({ name, isSecret: true as const }));
}

/** The fields named by `wanted` that differ. */
export function fieldsOf(now: object, wanted: object): FieldDifference[] {
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
