import type { ConnectTools } from "./connect-tools.ts";
import { hashLoginKeys, loginCookieName, newLoginKeys } from "./login-state.ts";
import { addLogin, type LoginAim } from "./login-store.ts";
import { findNetworkApp } from "./network-app-store.ts";

export type BegunLogin =
  /** `address`: where the person goes on, at the network. The cookie has to be in the browser by then. */
  | { kind: "begun"; address: string; cookie: { name: string; value: string } }
  | { kind: "failed"; reason: "no-app" };

/** Begins a login at the network, of which this browser alone can bring the end: `redirectUrl` is where it comes back. */
export async function beginLogin(
  tools: Pick<ConnectTools, "db" | "vault" | "channels" | "clock">,
  aim: LoginAim,
  redirectUrl: string,
): Promise<BegunLogin> {
  const connecting = tools.channels[aim.channel]?.connecting;
  const app = await findNetworkApp(tools.db, tools.vault, aim);
  if (!connecting || !app) return { kind: "failed", reason: "no-app" };
  const keys = newLoginKeys();
  await addLogin(tools.db, aim, hashLoginKeys(keys), tools.clock.now());
  const isAgain = aim.accountId !== null;
  return {
    kind: "begun",
    address: connecting.loginAddress(app, { state: keys.state, redirectUrl, isAgain }),
    cookie: { name: loginCookieName(keys.state), value: keys.browserKey },
  };
}
