import type { FastifyRequest } from "fastify";
import type { Listening } from "../../channels/conversing.ts";
import type { StoredSettings } from "../../channels/registry.ts";
import type { AppKey } from "../../connecting/network-app-store.ts";
import { openKnownApps } from "../../conversing/known-apps.ts";
import { Problem } from "../problem.ts";
import type { WebParts } from "../web-parts.ts";
import { soonEnough } from "./soon-enough.ts";

/** One callback address: whose it is, what its network's words mean, and which apps count there. */
export interface Callback {
  key: AppKey;
  listening: Listening<StoredSettings, StoredSettings>;
  /** None where there is no such authority, or it has no app there: nobody can sign then. */
  apps(): Promise<StoredSettings[]>;
  /** As they stand at this moment. */
  appsNow(): Promise<StoredSettings[]>;
}

/** Of the 5 seconds a network waits, this much for a question that is answered from memory nearly always. */
const patienceMs = 1_500;

/** What an address of a network is about; throws the Problem where there is no such kind of network. */
export function openCallbacks(parts: WebParts): (request: FastifyRequest) => Callback {
  const known = openKnownApps({ ...parts, db: parts.database.db });
  return (request) => {
    const key = request.params as AppKey;
    const listening = Object.hasOwn(parts.channels, key.channel)
      ? parts.channels[key.channel]?.listening
      : undefined;
    if (!listening) throw new Problem(404, "no-such-address");
    return {
      key,
      listening,
      apps: () => soonEnough(known.of(key), patienceMs),
      appsNow: () => soonEnough(known.now(key), patienceMs),
    };
  };
}

/** Headers and parameters that stand once; what is repeated is none of a network's. */
export function singleValues(all: unknown): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(all as Record<string, unknown>).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : [],
    ),
  );
}
