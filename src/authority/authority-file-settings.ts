import { z } from "zod";
import type { AnyChannel, StoredSettings } from "../channels/registry.ts";
import { bringIn, type SecretPlaces } from "./authority-file-secrets.ts";
import type { FaultWords } from "./authority-file-words.ts";

/** How the settings of an app or an account are checked; `read` throws a ZodError. */
export interface SettingsRules {
  secretNames: readonly string[];
  read(settings: StoredSettings): StoredSettings;
}

export type SettingsReading =
  | { kind: "read"; settings: StoredSettings; secrets: Record<string, unknown> }
  /** `untold`: what the check complains of, except secrets whose own fault is told already. */
  | { kind: "faults"; faults: { key: string; words: FaultWords }[]; untold: z.core.$ZodIssue[] };

/** Brings the secrets in, has everything checked, and keeps secrets apart from what may be shown. */
export function readSettings(
  written: StoredSettings,
  rules: SettingsRules,
  places: SecretPlaces,
): SettingsReading {
  const whole: StoredSettings = {};
  const faults: { key: string; words: FaultWords }[] = [];
  for (const [key, value] of Object.entries(written)) {
    const brought = bringIn(value, rules.secretNames.includes(key), places);
    if (brought.kind === "value") whole[key] = brought.value;
    else faults.push({ key, words: brought.words });
  }
  try {
    const settings = rules.read(whole);
    return faults.length > 0
      ? { kind: "faults", faults, untold: [] }
      : { kind: "read", ...divided(settings, rules.secretNames) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    // A secret that could not be brought in is told already; that it is missing would be said twice.
    const isUntold = ([key]: readonly PropertyKey[]) => key === undefined || whole[String(key)] !== undefined;
    const untold = error.issues.filter((issue) => faults.length === 0 || isUntold(issue.path));
    return { kind: "faults", faults, untold };
  }
}

function divided(settings: StoredSettings, secretNames: readonly string[]) {
  const entries = Object.entries(settings).filter(([, value]) => value !== undefined);
  const isSecret = ([key]: [string, unknown]) => secretNames.includes(key);
  return {
    settings: Object.fromEntries(entries.filter((entry) => !isSecret(entry))),
    secrets: Object.fromEntries(entries.filter(isSecret)),
  };
}

/** Stands where a login will put something, so that all the rest can be checked now. */
const standIn = "given-by-a-login";

/** Which settings an account leaves to a login. That takes an app to log in with: without one, none may be left out. */
export function leftToLogin(written: StoredSettings, channel: AnyChannel, app: StoredSettings | undefined) {
  const obtained = app ? (channel.connecting?.obtainedSettings ?? []) : [];
  return obtained.filter((name) => !(name in written));
}

/** An account with an app takes from there what it does not say itself, at each call and not only now. */
export function accountRules(
  written: StoredSettings,
  channel: AnyChannel,
  app: StoredSettings | undefined,
): SettingsRules {
  return {
    secretNames: channel.secretSettings,
    read(settings) {
      const read = channel.readSettings(completed(settings, written, channel, app));
      return app ? only(read, (name) => name in written) : read;
    },
  };
}

/** The network's own id of what an account's settings name. */
export function externalIdOf(
  read: StoredSettings,
  written: StoredSettings,
  channel: AnyChannel,
  app: StoredSettings | undefined,
): string {
  return channel.externalIdOf(completed(read, written, channel, app));
}

function completed(
  settings: StoredSettings,
  written: StoredSettings,
  channel: AnyChannel,
  app: StoredSettings | undefined,
): StoredSettings {
  const standIns = leftToLogin(written, channel, app).map((name) => [name, standIn] as const);
  const ofApp = only(app ?? {}, (name) => channel.settingNames.includes(name));
  return { ...ofApp, ...Object.fromEntries(standIns), ...settings };
}

function only(settings: StoredSettings, isWanted: (name: string) => boolean): StoredSettings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => isWanted(name)));
}
