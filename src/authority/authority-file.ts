import { z } from "zod";
import { formats as allFormats } from "../channels/channel.ts";
import type { AnyChannel, StoredSettings } from "../channels/registry.ts";
import { findActingFault } from "../moderating/ruling/rule-change.ts";
import type { FileRule } from "../moderating/ruling/rules-of-file.ts";
import type { FormatChoice } from "../publishing/format-choice.ts";
import type { ItemKind } from "../watching/found-item.ts";
import { readFormats } from "./authority-file-formats.ts";
import { bringInLogo } from "./authority-file-logo.ts";
import { type FilePath, type Position, type PositionedYaml, readYaml } from "./authority-file-positions.ts";
import { authorityFileSchema, type RawAuthorityFile } from "./authority-file-schema.ts";
import type { SecretPlaces } from "./authority-file-secrets.ts";
import {
  accountRules,
  externalIdOf,
  leftToLogin,
  readSettings,
  type SettingsReading,
} from "./authority-file-settings.ts";
import {
  type FaultWords,
  otherWords,
  pathText,
  wordsOfIssue,
  wordsOfUnknownKey,
  wordsOfUnknownValue,
} from "./authority-file-words.ts";
import type { Logo } from "./logo.ts";
import { wordsOfMovedKey } from "./moved-key.ts";
import { type Office, withDefault } from "./office.ts";
import type { AuthoritySettings } from "./settings.ts";

/** What an authority's file asks for, checked and with its secrets brought in: never to be logged. */
export interface AuthorityFile {
  authority: { id: string; name: string; settings: AuthoritySettings; logo?: Logo };
  sources: FileSource[];
  apps?: FileApp[];
  accounts: FileAccount[];
  /** Left out: none, and the authority keeps the usual week. */
  offices?: Office[];
  /** Left out: the rules of conversation that are there stay. */
  rules?: FileRule[];
}

/** The app the authority has at a network, one for each channel. */
export interface FileApp {
  channel: string;
  settings: StoredSettings;
  secrets: Record<string, unknown>;
}

export interface FileSource {
  id: string;
  kind: string;
  name: string;
  url: string | null;
  /** Null: the product's own interval. */
  everySeconds: number | null;
  settings: { backfill: number | "all"; allowPrivateAddress: boolean; kind: ItemKind };
}

export interface FileAccount {
  id: string;
  channel: string;
  externalId: string;
  name: string;
  formats: FormatChoice;
  kinds: ItemKind[] | null;
  pacing: unknown;
  settings: StoredSettings;
  secrets: Record<string, unknown>;
  /** Settings it leaves to a login at the desk: what was obtained there is kept. */
  leftToLogin?: string[];
}

/** One thing to correct, and where. */
export interface FileFault extends Position {
  /** "accounts[0].settings.token"; empty for the file as a whole. */
  path: string;
  words: FaultWords;
}

export type FileReading = { kind: "file"; file: AuthorityFile } | { kind: "faults"; faults: FileFault[] };

export interface FileTools extends SecretPlaces {
  channels: Record<string, AnyChannel>;
  /** Kinds of sources that are looked at; "push" is always known beside them. */
  sourceKinds: readonly string[];
}

/** Reads an authority's file. All faults are told together, each with line and column, in the order of the file. */
export function readAuthorityFile(text: string, tools: FileTools): FileReading {
  const yaml = readYaml(text);
  const faults: FileFault[] = [];
  const note = (path: FilePath, words: FaultWords, position = yaml.positionOf(path)) => {
    faults.push({ ...position, path: pathText(path), words });
  };
  for (const error of yaml.errors) note([], otherWords.notYaml(error.message), error.position);
  if (faults.length === 0 && (yaml.value === null || yaml.value === undefined)) note([], otherWords.empty);
  if (faults.length > 0) return { kind: "faults", faults };

  const result = authorityFileSchema.safeParse(yaml.value);
  if (!result.success)
    noteIssues(result.error.issues, [], (path) => keysAt(authorityFileSchema, path), yaml, note);
  // What only registries and channels know is checked in the same pass, on what is there.
  const apps = readApps(yaml, tools, note);
  const accounts = readAccounts(yaml, tools, note, apps);
  const logo = readLogoOf(yaml.value, tools, note);
  noteUnknownKinds(yaml.value, tools, note);
  noteTwice(yaml.value, note);
  if (result.success) noteActing(result.data, note);
  if (!result.success || faults.length > 0) {
    return { kind: "faults", faults: faults.sort((a, b) => a.line - b.line || a.column - b.column) };
  }
  return { kind: "file", file: toFile(result.data, accounts, apps, logo) };
}

type Note = (path: FilePath, words: FaultWords, position?: Position) => void;

function noteIssues(
  issues: readonly z.core.$ZodIssue[],
  prefix: FilePath,
  keysAt: (path: FilePath) => readonly string[],
  yaml: PositionedYaml,
  note: Note,
): void {
  for (const issue of issues) {
    const path = [...prefix, ...issue.path];
    if (issue.code === "unrecognized_keys") {
      const known = keysAt(issue.path);
      for (const key of issue.keys) {
        const words = wordsOfMovedKey(path, key) ?? wordsOfUnknownKey(key, known);
        note([...path, key], words, yaml.positionOfKey(path, key));
      }
    } else {
      note(path, wordsOfIssue(issue, valueAt(yaml.value, path) === undefined));
    }
  }
}

interface ReadAccount {
  formats: FormatChoice;
  settings: StoredSettings;
  secrets: Record<string, unknown>;
  externalId: string;
  leftToLogin?: string[];
}

/** The apps as their channels read them, by channel. */
function readApps(yaml: PositionedYaml, tools: FileTools, note: Note): Map<string, FileApp> {
  const read = new Map<string, FileApp>();
  for (const [index, app] of listAt(yaml.value, "apps").entries()) {
    const channel = channelOf(app, tools);
    const at = ["apps", index, "channel"];
    if (!channel || !isRecord(app.settings)) continue;
    const { connecting } = channel;
    if (!connecting) {
      note(at, otherWords.noAppsThere);
      continue;
    }
    if (read.has(channel.kind)) note(at, otherWords.twice(channel.kind));
    const rules = { secretNames: connecting.secretAppSettings, read: connecting.readApp };
    const reading = readSettings(app.settings, rules, tools);
    const path = ["apps", index, "settings"];
    if (reading.kind === "faults") noteSettings(reading, path, connecting.appSettingNames, yaml, note);
    else read.set(channel.kind, { channel: channel.kind, ...pick(reading) });
  }
  return read;
}

/** The settings of each account as its channel reads them, by its place in the list. */
function readAccounts(
  yaml: PositionedYaml,
  tools: FileTools,
  note: Note,
  apps: ReadonlyMap<string, FileApp>,
): Map<number, ReadAccount> {
  const read = new Map<number, ReadAccount>();
  const pages = new Map<string, string>();
  for (const [index, account] of listAt(yaml.value, "accounts").entries()) {
    const formats = readFormatsOf(account, ["accounts", index, "formats"], tools, yaml, note);
    const own = readOne(account, ["accounts", index, "settings"], tools, yaml, note, apps);
    if (!own) continue;
    if (formats) read.set(index, { ...own, formats });
    const page = `${account.channel}:${own.externalId}`;
    const other = pages.get(page);
    if (other !== undefined) note(["accounts", index], otherWords.samePage(other));
    pages.set(page, String(account.id));
  }
  return read;
}

function readFormatsOf(
  account: Record<string, unknown>,
  path: FilePath,
  tools: FileTools,
  yaml: PositionedYaml,
  note: Note,
): FormatChoice | undefined {
  const channel = channelOf(account, tools);
  const known = channel && allFormats.filter((format) => channel.formats[format] !== undefined);
  const reading = readFormats(account.formats, known);
  if (reading.kind === "formats") return reading.formats;
  for (const { path: inside, key, words } of reading.faults) {
    const at = [...path, ...inside];
    if (key === undefined) note(at, words);
    else note([...at, key], words, yaml.positionOfKey(at, key));
  }
  return undefined;
}

function channelOf(part: Record<string, unknown>, { channels }: FileTools): AnyChannel | undefined {
  const name = String(part.channel);
  // "constructor" is in every object.
  return Object.hasOwn(channels, name) ? channels[name] : undefined;
}

function readOne(
  account: Record<string, unknown>,
  path: FilePath,
  tools: FileTools,
  yaml: PositionedYaml,
  note: Note,
  apps: ReadonlyMap<string, FileApp>,
): Omit<ReadAccount, "formats"> | undefined {
  const channel = channelOf(account, tools);
  if (!channel || !isRecord(account.settings)) return undefined;
  const written = account.settings;
  const ofApp = apps.get(channel.kind);
  const app = ofApp && { ...ofApp.settings, ...ofApp.secrets };
  const reading = readSettings(written, accountRules(written, channel, app), tools);
  if (reading.kind === "faults") {
    const isObtained = ({ path: [name] }: z.core.$ZodIssue) =>
      channel.connecting?.obtainedSettings.includes(String(name)) && !(String(name) in written);
    for (const issue of reading.untold.filter(isObtained))
      note([...path, ...issue.path], otherWords.tokenOrApp);
    const untold = reading.untold.filter((issue) => !isObtained(issue));
    noteSettings({ ...reading, untold }, path, channel.settingNames, yaml, note);
    return undefined;
  }
  const left = leftToLogin(written, channel, app);
  return {
    ...pick(reading),
    externalId: externalIdOf({ ...reading.settings, ...reading.secrets }, written, channel, app),
    ...(left.length > 0 && { leftToLogin: left }),
  };
}

function pick({ settings, secrets }: Extract<SettingsReading, { kind: "read" }>) {
  return { settings, secrets };
}

function noteSettings(
  { faults, untold }: Extract<SettingsReading, { kind: "faults" }>,
  path: FilePath,
  known: readonly string[],
  yaml: PositionedYaml,
  note: Note,
): void {
  for (const { key, words } of faults) note([...path, key], words);
  noteIssues(untold, path, () => known, yaml, note);
}

function readLogoOf(value: unknown, tools: FileTools, note: Note): Logo | undefined {
  const file = valueAt(value, ["authority", "look", "logo", "file"]);
  if (typeof file !== "string" || file === "") return undefined;
  const brought = bringInLogo(file, tools.folder);
  if (brought.kind === "logo") return brought.logo;
  note(["authority", "look", "logo", "file"], brought.words);
  return undefined;
}

function noteUnknownKinds(value: unknown, tools: FileTools, note: Note): void {
  const kinds = [...tools.sourceKinds, "push"];
  for (const [index, source] of listAt(value, "sources").entries()) {
    if (typeof source.kind === "string" && !kinds.includes(source.kind)) {
      note(["sources", index, "kind"], wordsOfUnknownValue(source.kind, kinds));
    }
  }
  const channels = Object.keys(tools.channels);
  for (const list of ["apps", "accounts"]) {
    for (const [index, { channel }] of listAt(value, list).entries()) {
      if (typeof channel !== "string" || channels.includes(channel)) continue;
      note([list, index, "channel"], wordsOfUnknownValue(channel, channels));
    }
  }
}

function noteTwice(value: unknown, note: Note): void {
  const unique = { sources: ["id"], accounts: ["id"], offices: ["id"], rules: ["number", "topic"] };
  for (const [list, keys] of Object.entries(unique)) {
    for (const key of keys) {
      const seen = new Set<unknown>();
      for (const [index, part] of listAt(value, list).entries()) {
        if (part[key] !== undefined && seen.has(part[key]))
          note([list, index, key], otherWords.twice(String(part[key])));
        seen.add(part[key]);
      }
    }
  }
}

/** A rule may act by itself only where that was measured to be right. */
function noteActing({ rules = [] }: RawAuthorityFile, note: Note): void {
  for (const [index, rule] of rules.entries()) {
    const fault = findActingFault(rule);
    if (fault)
      note(
        ["rules", index, "mayActByItself"],
        otherWords[fault === "may-not-act" ? "mayNotAct" : "actsByHiding"],
      );
  }
}

function toFile(
  raw: RawAuthorityFile,
  accounts: Map<number, ReadAccount>,
  apps: ReadonlyMap<string, FileApp>,
  logo: Logo | undefined,
): AuthorityFile {
  const { id, name, look, ...settings } = raw.authority;
  const { logo: _, ...colours } = look;
  return {
    authority: { id, name, settings: { ...settings, look: colours }, ...(logo && { logo }) },
    sources: raw.sources.map(({ itemKind, every, backfill, allowPrivateAddress, ...source }) => ({
      ...source,
      url: source.url ?? null,
      everySeconds: every ?? null,
      settings: { backfill, allowPrivateAddress, kind: itemKind },
    })),
    ...(apps.size > 0 && { apps: [...apps.values()] }),
    accounts: raw.accounts.flatMap((account, index) => {
      const own = accounts.get(index);
      return own ? [{ ...account, kinds: account.kinds ?? null, ...own }] : [];
    }),
    offices: withDefault(raw.offices),
    ...(raw.rules && { rules: raw.rules }),
  };
}

/** The keys a schema knows at a path, seen through defaults, lists and refinements. */
function keysAt(schema: unknown, path: FilePath): string[] {
  let at: unknown = unwrapped(schema);
  for (const step of path) {
    if (at instanceof z.ZodArray) at = unwrapped(at.element);
    else if (at instanceof z.ZodObject) at = unwrapped(at.shape[String(step)]);
    else return [];
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  let at = schema;
  while (isWrapping(at)) at = at.unwrap();
  return at;
}

function isWrapping(schema: unknown): schema is z.ZodDefault | z.ZodOptional | z.ZodPrefault {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault;
}

function listAt(value: unknown, key: string): Record<string, unknown>[] {
  const list = isRecord(value) ? value[key] : undefined;
  return Array.isArray(list) ? list.map((part) => (isRecord(part) ? part : {})) : [];
}

function valueAt(value: unknown, path: FilePath): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
