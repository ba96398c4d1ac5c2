import type { Reason } from "./channel.ts";

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
  /** The settings of an account for a Page that people chose, ready to be checked by `Channel.readSettings`. */
  accountSettings(app: App, page: ConnectablePage): Record<string, unknown>;
}

export type LoginReturn =
  | { kind: "code"; state: string; code: string }
  /** The person said no, or the network did. */
  | { kind: "refused"; state: string; reason: Reason; detail: string }
  | { kind: "unreadable" };

export type Connectable =
  | { kind: "pages"; personId: string; pages: ConnectablePage[]; declined: string[] }
  | { kind: "failed"; reason: Reason; detail: string };

/** A Page that the person who logged in may connect. */
export interface ConnectablePage {
  externalId: string;
  name: string;
  /** The Page's own; secret. */
  token: string;
  /** What is missing, as names of permissions and tasks of the network; empty = all is there. */
  missing: string[];
}
