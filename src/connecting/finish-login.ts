import type { Reason } from "../channels/channel.ts";
import type { Connectable } from "../channels/connecting.ts";
import type { ConnectTools } from "./connect-tools.ts";
import type { ConnectingReason } from "./explain.ts";
import { hashLoginKeys, loginCookieName } from "./login-state.ts";
import { keepChoice, type LoginKey, takeLogin } from "./login-store.ts";
import { findNetworkApp } from "./network-app-store.ts";

/** How a login, or a pasted token, came out. */
export type LoginEnd =
  /** People choose among its Pages next. */
  | ({ kind: "choice" } & LoginKey)
  /** `authorityId` where it is known whose login it was; the reason is ours or the channel's. */
  | { kind: "failed"; reason: ConnectingReason | Reason; detail: string; authorityId?: string };

export interface LoginReturned {
  channel: string;
  /** What stands in the address the browser came back with. */
  parameters: Readonly<Record<string, string | undefined>>;
  /** The very one of the beginning. */
  redirectUrl: string;
  cookie(name: string): string | undefined;
}

/** Ends a login with what the network sent back through the browser, and finds what may be connected with it. */
export async function finishLogin(
  tools: Pick<ConnectTools, "db" | "vault" | "channels" | "clock" | "log">,
  returned: LoginReturned,
): Promise<LoginEnd> {
  const { channel } = returned;
  const connecting = tools.channels[channel]?.connecting;
  const back = connecting?.readReturn(returned.parameters) ?? { kind: "unreadable" as const };
  if (!connecting || back.kind === "unreadable") return failed("return-unreadable");
  const browserKey = returned.cookie(loginCookieName(back.state));
  if (!browserKey) return failed("login-unknown");
  const hash = hashLoginKeys({ state: back.state, browserKey });
  const login = await takeLogin(tools.db, channel, hash, tools.clock.now());
  if (login.kind !== "taken") {
    return failed(login.kind, "", "authorityId" in login ? login.authorityId : undefined);
  }
  const { authorityId, loginId } = login;
  if (back.kind === "refused") return failed(back.reason, back.detail, authorityId);
  const app = await findNetworkApp(tools.db, tools.vault, login);
  if (!app) return failed("no-app", "", authorityId);
  const found = await connecting.exchange(app, back.code, returned.redirectUrl);
  if (found.kind === "failed") {
    tools.log.warn({ authorityId, channel, reason: found.reason }, "a login was not accepted by the network");
    return { ...failureOf(found), authorityId };
  }
  await keepChoice(tools.db, tools.vault, login, found, tools.clock.now());
  return { kind: "choice", authorityId, loginId };
}

/** The channel's words for a network in trouble speak of posts that it will look up; here nothing was posted. */
export function failureOf({ reason, detail, isPassing }: Extract<Connectable, { kind: "failed" }>) {
  const kind = "failed" as const;
  return isPassing
    ? { kind, reason: "network-in-trouble" satisfies ConnectingReason, detail: `${reason}: ${detail}` }
    : { kind, reason, detail };
}

function failed(reason: ConnectingReason | Reason, detail = "", authorityId?: string): LoginEnd {
  return { kind: "failed", reason, detail, ...(authorityId !== undefined && { authorityId }) };
}
