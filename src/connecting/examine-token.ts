import { randomBytes } from "node:crypto";
import type { ConnectTools } from "./connect-tools.ts";
import { failureOf, type LoginEnd } from "./finish-login.ts";
import { addLogin, keepChoice, type LoginAim } from "./login-store.ts";
import { findNetworkApp } from "./network-app-store.ts";

/** What may be copied from a network's page; it goes into a header, where anything else would be refused. */
const tokenShape = /^[\x21-\x7e]{1,8192}$/;

/** Finds what may be connected with a token that a person pasted; people choose among it as after a login. */
export async function examineToken(
  tools: Pick<ConnectTools, "db" | "vault" | "channels" | "clock" | "log">,
  aim: LoginAim,
  pasted: string,
): Promise<LoginEnd> {
  const { authorityId } = aim;
  const token = pasted.trim();
  if (!tokenShape.test(token)) return { kind: "failed", reason: "token-unreadable", detail: "", authorityId };
  const connecting = tools.channels[aim.channel]?.connecting;
  const app = await findNetworkApp(tools.db, tools.vault, aim);
  if (!connecting || !app) return { kind: "failed", reason: "no-app", detail: "", authorityId };
  const found = await connecting.examine(app, token);
  if (found.kind === "failed") {
    const { reason } = found;
    tools.log.warn({ authorityId, channel: aim.channel, reason }, "a pasted token cannot be used");
    return { ...failureOf(found), authorityId };
  }
  // Nobody comes back with a state: what stands in its place is the hash of nothing.
  const now = tools.clock.now();
  const key = await addLogin(tools.db, aim, randomBytes(32), now);
  await keepChoice(tools.db, tools.vault, key, found, now);
  return { kind: "choice", ...key };
}
