import type { FastifyError, FastifyInstance } from "fastify";
import type { Metric } from "prom-client";
import { isConnectionError } from "../../database/database.ts";
import { Problem } from "../problem.ts";
import type { WebParts } from "../web-parts.ts";
import { openCallbacks } from "./callbacks.ts";
import { type EventAddress, openEventAddress } from "./event-address.ts";
import { openEventCounters } from "./event-counters.ts";
import { type LeavingAddress, openLeavingAddress } from "./leaving-address.ts";
import { keepBodiesRaw } from "./raw-bodies.ts";

/** What networks are answered. */
export interface Hooks {
  events: EventAddress;
  leaving: LeavingAddress;
  metrics: Metric[];
  /** For the part of the server that holds these addresses: raw bodies, refusals counted. */
  prepare(app: FastifyInstance): void;
}

export function openHooks(parts: WebParts): Hooks {
  const counters = openEventCounters();
  const callbackOf = openCallbacks(parts);
  return {
    events: openEventAddress(parts, callbackOf, counters),
    leaving: openLeavingAddress(parts, callbackOf),
    metrics: counters.all,
    prepare(app) {
      keepBodiesRaw(app);
      app.addHook("onError", async (_request, _reply, error) => counters.refused(reasonOf(error)));
    },
  };
}

function reasonOf(error: FastifyError): string {
  if (error instanceof Problem) return error.code;
  if (isConnectionError(error)) return "database-away";
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return "body-too-large";
  return error.statusCode !== undefined && error.statusCode < 500 ? "bad-request" : "our-fault";
}
