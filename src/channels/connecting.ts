import type { Explanation, Language, Reason } from "./channel.ts";

/**
 * How an account comes to us: an app at the network, a login there, a choice of Pages. One login may give several
 * accounts; each then has a token of its own.
 */
export interface Connecting<App> {
  /** Checks foreign settings of an app or throws a ZodError. */
  readApp(input: unknown): App;
  secretAppSettings: readonly (keyof App & string)[];
  appSettingNames: readonly string[];
  /** Where the browser is sent; the network sends it back to `redirectUrl` with `state` unchanged. */
  loginAddress(app: App, login: { state: string; redirectUrl: string; isAgain: boolean }): string;
  /** What came back in the address of the browser. Never throws for what stands there. */
  readReturn(parameters: Readonly<Record<string, string | undefined>>): LoginReturn;
  /** A code for what may be connected; `redirectUrl` must be the very one of the login. */
  exchange(app: App, code: string, redirectUrl: string): Promise<Connectable>;
  /** The same for a token that a person pasted (of a system user). */
  examine(app: App, token: string): Promise<Connectable>;
  /**
   * The settings of an account for a Page that people chose: its own only. What it has in common with the app is taken
   * from there at each call.
   */
  accountSettings(page: ConnectablePage): Record<string, unknown>;
  /** Settings that a login gives: the file may leave them out, and then the account waits until somebody connects it. */
  obtainedSettings: readonly string[];
  /** What a missing permission or task is for, and how it is given. */
  explainMissing(name: string, language: Language): Explanation;
}

export type LoginReturn =
  | { kind: "code"; state: string; code: string }
  /** The person said no, or the network did. */
  | { kind: "refused"; state: string; reason: Reason; detail: string }
  | { kind: "unreadable" };

export type Connectable =
  /** `declined`: permissions the person said no to, by the network's names. */
  | { kind: "pages"; personId: string; pages: ConnectablePage[]; declined: string[] }
  /** `isPassing`: the network was in trouble or asked for patience; the same may well work in a few minutes. */
  | { kind: "failed"; reason: Reason; detail: string; isPassing?: boolean };

/** A Page that the person who logged in may connect. */
export interface ConnectablePage {
  externalId: string;
  name: string;
  /** The Page's own; secret. */
  token: string;
  /** Permissions and tasks, by the network's own names; empty = all is there. */
  missing: MissingRight[];
}

export interface MissingRight {
  name: string;
  /** Without it nothing is published; without the others something else does not work. */
  isEssential: boolean;
}
